package painpathway.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import painpathway.SmallFolder;
import painpathway.advice.Verdict;
import painpathway.folder.RulesFolder;
import painpathway.nextquestion.NextQuestion;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.Finding;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;

/** A mean of three is the same number to the program and to the formulas, and reaches a threshold exactly where the sum does. */
class MeansTest {

    @Test
    void ofEveryThreeAnswers() {
        RuleBook book = book();
        Question mean = book.questionnaire().question("pain.mean");
        Finding high = book.finding("severe");
        FormulaFactory f = new FormulaFactory();
        RuleBookEncoding encoding = RuleBookEncoding.of(f, book, "us", new NumericPartition(book));
        Solver solver = new Solver(f);
        solver.add(encoding.clauses());
        List<String> wrong = new ArrayList<>();
        for (int a = 0; a <= 10; a++) {
            for (int b = 0; b <= 10; b++) {
                for (int c = 0; c <= 10; c++) {
                    Assessment patient = patient(a, b, c);
                    Answers answers = Answers.of(book.questionnaire(), patient).get(0);
                    Truth truth = new PlainEvaluator(book)
                            .run(answers, "us")
                            .findings()
                            .truth(high.index());
                    List<Formula> given = new ArrayList<>();
                    patient.pains()
                            .get(0)
                            .forEach((id, answer) -> given.addAll(encoding.answers()
                                    .literals(book.questionnaire().question(id), 0, answer)));
                    boolean proved = !solver.possible(
                            with(given, encoding.rules().met(high).negate()));
                    if (answers.numberAt(mean.index()) != (a + b + c) / 3.0
                            || truth == Truth.MET != (a + b + c >= 15)
                            || proved != (truth == Truth.MET)) {
                        wrong.add(a + " " + b + " " + c + ": " + truth + ", proved " + proved);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void oneThatIsOpenCanStillReachTheThresholdExactlyWhereTheSumCan() {
        NextQuestion chooser = new NextQuestion(book());
        // With 0 and 5, 10 more make the 15 that a mean of 5 needs; with 0 and 4 nothing does.
        assertThat(canBecomeACandidate(chooser, 0, 5)).isTrue();
        assertThat(canBecomeACandidate(chooser, 0, 4)).isFalse();
    }

    private static boolean canBecomeACandidate(NextQuestion chooser, int average, int worst) {
        Assessment patient = new Assessment(
                "us",
                Map.of("patient.faints", new Answer.Choice("no"), "patient.age", new Answer.Amount(40)),
                List.of(Map.of(
                        "pain.site",
                        new Answer.Choice("back"),
                        "pain.weeks",
                        new Answer.Amount(20),
                        "pain.signs",
                        new Answer.Choices(Set.of("numb")),
                        "pain.signs-pace",
                        new Answer.Choice("slow"),
                        "pain.average",
                        new Answer.Amount(average),
                        "pain.worst",
                        new Answer.Amount(worst))));
        return chooser.why(patient, new Item(chooser.book().questionnaire().question("pain.least"), 0)).stream()
                .anyMatch(w -> w.intervention().id().equals("injection")
                        && w.canBecome().contains(Verdict.CANDIDATE));
    }

    /** The small folder with whole scores, a third one, and an injection that needs a mean of 5. */
    private static RuleBook book() {
        RulesFolder folder = SmallFolder.good();
        folder = folder.with(
                "questionnaire.yaml",
                folder.text("questionnaire.yaml")
                        .replace("type: decimal", "type: integer")
                        .replace(
                                "      - id: pain.signs\n",
                                "      - {id: pain.least, text: \"How bad at least?\", type: integer, unit: points, min: 0, max: 10, per: pain}\n"
                                        + "      - id: pain.signs\n")
                        .replace(
                                "mean-of: [pain.average, pain.worst]",
                                "mean-of: [pain.average, pain.worst, pain.least]"));
        folder = SmallFolder.change(
                folder, "criteria/pain.drl", "number( \"pain.mean\" ) >= 7", "number( \"pain.mean\" ) >= 5");
        return RuleBook.load(SmallFolder.change(folder, "advice/all.drl", "met( \"lasting\" )", "met( \"severe\" )"));
    }

    private static List<Formula> with(List<Formula> all, Formula one) {
        List<Formula> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    private static Assessment patient(int a, int b, int c) {
        return new Assessment(
                "us",
                Map.of(),
                List.of(Map.of(
                        "pain.average",
                        new Answer.Amount(a),
                        "pain.worst",
                        new Answer.Amount(b),
                        "pain.least",
                        new Answer.Amount(c))));
    }
}
