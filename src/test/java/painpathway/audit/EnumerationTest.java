package painpathway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;
import org.logicng.solvers.MiniSat;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Urgency;
import painpathway.logic.NumericPartition;
import painpathway.logic.RuleBookEncoding;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;

/** On folders small enough, the program is asked about every patient there is: as many have each verdict as the formulas say. */
class EnumerationTest {

    @Test
    void theSmallFolder() {
        assertThat(agree(new SmallFolder())).isEqualTo(3 * 4 * 5 * 3 * 3 * 3);
    }

    @Test
    void withAPatternAnExceptionAnEmergencyAndTwoThresholds() {
        assertThat(agree(new SmallFolder()
                        .criterion("very-old: number( \"q.age\" ) > 15")
                        .pattern("frail: met very-old")
                        .pattern("frail: met old, met has-y")
                        .rule("needle-05: met frail, ruledOut has-x -> hold needle ask")
                        .rule("flag-02: met danger, met frail -> redFlag alarm emergency")
                        .rule("flag-03@two: met kind-a -> allow alarm needle")))
                .isEqualTo(4 * 4 * 5 * 3 * 3 * 3);
    }

    @Test
    void withABlankThatCountsAsAnAnswerAndATotal() {
        assertThat(agree(new SmallFolder()
                        .replace(
                                "questionnaire.yaml",
                                "asked-when: [{question: q.kind, any-of: [b]}]}",
                                "unknown-as: \"yes\", when-unknown: \"W\", asked-when: [{question: q.kind, any-of: [b]}]}")
                        .without("needle-04")
                        .file(
                                "questionnaire.yaml",
                                SmallFolder.QUESTIONS.replace(
                                                "asked-when: [{question: q.kind, any-of: [b]}]}",
                                                "unknown-as: \"yes\", when-unknown: \"W\", asked-when: [{question: q.kind, any-of: [b]}]}")
                                        + "derived:\n  - {id: q.count, text: \"Count\", unit: things, count-of: {q.list: [x, y], q.kind: [a]}}\n")
                        .criterion("two-things: number( \"q.count\" ) >= 2")
                        .rule("needle-05: met more -> hold needle ask")
                        .rule("needle-06: met two-things -> suggest needle")))
                .isEqualTo(3 * 4 * 5 * 3 * 3 * 3);
    }

    @Test
    void withCopiesOfANumberAChoiceAndAList() {
        SmallFolder folder = new SmallFolder()
                .file("questionnaire.yaml", SmallFolder.QUESTIONS + SmallFolder.COPIES)
                .criterion("surely-old: number( \"q.age-or-young\" ) >= 15")
                .criterion("surely-b: choice( \"q.kind-or-a\" ) == \"b\"")
                .criterion("surely-x: choices( \"q.list-or-none\" ) contains \"x\"")
                .criterion("surely-one: count( \"q.list-or-none\" ) >= 1")
                .criterion("surely-more: choice( \"q.more-or-no\" ) == \"yes\"")
                .rule("flag-02: met danger, ruledOut surely-old -> redFlag alarm emergency")
                .rule("flag-03: met kind-a, ruledOut surely-x -> redFlag alarm urgent")
                .rule("needle-05: ruledOut surely-b -> hold needle ask")
                .rule("needle-06: met surely-one, ruledOut surely-more -> hold needle ask");
        assertThat(agree(folder)).isEqualTo(4 * 4 * 5 * 3 * 3 * 3);
        assertThat(Audit.of(folder.book(), List.of(Guarantee.READINGS_AGREE)).defects())
                .isEmpty();
    }

    /** Compares the two counts for every policy, verdict, underlying verdict and urgency; returns the size of the space. */
    private static int agree(SmallFolder folder) {
        RuleBook book = folder.book();
        int size = 0;
        for (String policy : book.policies()) {
            Map<String, Integer> counted = new TreeMap<>();
            List<Assessment> all = everybody(book, policy);
            Advisor advisor = new Advisor(new PlainEvaluator(book), "");
            all.forEach(patient ->
                    outcomes(advisor.advise(patient), (what, how) -> counted.merge(what + " " + how, 1, Integer::sum)));
            assertThat(byFormulas(book, policy)).isEqualTo(counted);
            assertThat(counted).hasSizeGreaterThan(12);
            size = all.size();
        }
        return size;
    }

    private static void outcomes(Advice advice, BiConsumer<String, String> each) {
        each.accept("urgency", advice.urgency().word());
        for (InterventionAdvice suggestion : advice.interventions()) {
            each.accept(suggestion.intervention().id(), suggestion.verdict().word());
            each.accept(
                    "underlying " + suggestion.intervention().id(),
                    suggestion.underlying().word());
        }
    }

    /** Everybody there is, as far as the rules can tell people apart. */
    static List<Assessment> everybody(RuleBook book, String policy) {
        List<Map<String, Answer>> all = new ArrayList<>(List.of(Map.of()));
        NumericPartition cuts = new NumericPartition(book);
        for (Question question : book.questionnaire().asked()) {
            List<Map<String, Answer>> more = new ArrayList<>();
            for (Map<String, Answer> so : all) {
                more.add(so);
                for (Answer answer : answers(question, cuts)) {
                    Map<String, Answer> with = new LinkedHashMap<>(so);
                    with.put(question.id(), answer);
                    more.add(with);
                }
            }
            all = more;
        }
        return all.stream().map(answers -> assessment(book, policy, answers)).toList();
    }

    private static Assessment assessment(RuleBook book, String policy, Map<String, Answer> answers) {
        Map<String, Answer> patient = new LinkedHashMap<>(answers);
        Map<String, Answer> pain = new LinkedHashMap<>();
        book.questionnaire().asked().stream()
                .filter(q -> q.perPain() && answers.containsKey(q.id()))
                .forEach(q -> pain.put(q.id(), patient.remove(q.id())));
        return new Assessment(policy, patient, List.of(pain));
    }

    private static List<Answer> answers(Question question, NumericPartition cuts) {
        List<Answer> answers = new ArrayList<>();
        if (question.type().isNumber()) {
            for (int cell = -1; cell < cuts.of(question).size(); cell++) {
                answers.add(new Answer.Amount(cuts.representative(question, cell)));
            }
        } else if (question.type() == Question.Type.CHOICE) {
            question.optionIds().forEach(o -> answers.add(new Answer.Choice(o)));
        } else {
            List<String> options = question.optionIds();
            for (int ticked = 1; ticked < 1 << options.size(); ticked++) {
                Set<String> set = new LinkedHashSet<>();
                for (int i = 0; i < options.size(); i++) {
                    if ((ticked >> i & 1) == 1) {
                        set.add(options.get(i));
                    }
                }
                if (set.size() == 1 || !set.contains(Question.NONE)) {
                    answers.add(new Answer.Choices(set));
                }
            }
        }
        return answers;
    }

    private static Map<String, Integer> byFormulas(RuleBook book, String policy) {
        FormulaFactory f = new FormulaFactory();
        RuleBookEncoding encoding = RuleBookEncoding.of(f, book, policy, new NumericPartition(book));
        List<Variable> answers = new ArrayList<>();
        book.questionnaire()
                .asked()
                .forEach(q -> answers.addAll(encoding.answers().variables(q, 0)));
        Map<String, Formula> outcomes = new LinkedHashMap<>();
        for (Urgency urgency : Urgency.values()) {
            outcomes.put("urgency " + urgency.word(), encoding.urgency(urgency));
        }
        for (Intervention intervention : book.catalogue().interventions()) {
            for (Verdict verdict : Verdict.values()) {
                outcomes.put(
                        intervention.id() + " " + verdict.word(),
                        encoding.verdicts().shown(intervention, verdict));
                if (verdict != Verdict.WITHHELD) {
                    outcomes.put(
                            "underlying " + intervention.id() + " " + verdict.word(),
                            encoding.verdicts().underlying(intervention, verdict));
                }
            }
        }
        Map<String, Integer> counts = new TreeMap<>();
        outcomes.forEach((what, formula) -> {
            MiniSat solver = MiniSat.miniSat(f);
            solver.add(encoding.clauses());
            for (int place = 1; place <= RuleBookEncoding.OTHER_PLACES; place++) {
                solver.add(encoding.answers().exists(place).negate());
            }
            solver.add(formula);
            int count = solver.enumerateAllModels(answers).size();
            if (count > 0) {
                counts.put(what, count);
            }
        });
        return counts;
    }
}
