package painpathway.audit;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import painpathway.advice.Advisor;
import painpathway.audit.Law.Then;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;

/**
 * The laws on one patient after the other: what {@link LawFormulas} proves of everybody, tried on somebody with the advice itself.
 * As there, a patient has one painful place. Not thread-safe.
 */
final class LawTrial {

    private final Advisor advisor;
    private final RuleBook book;
    private final List<Law> laws;
    private final RandomPatients drawn;
    private final PromiseTrial promises;
    private final BitSet ofAdvice = new BitSet();

    /** {@code drawn} draws the other answers to a question that a law calls unread. */
    LawTrial(RuleBook book, List<Law> laws, RandomPatients drawn) {
        this.advisor = new Advisor(new PlainEvaluator(book), "");
        this.book = book;
        this.laws = laws;
        this.drawn = drawn;
        this.promises = new PromiseTrial(book);
        book.rules().stream().filter(r -> r.stage() == Stage.ADVICE).forEach(r -> ofAdvice.set(r.index()));
    }

    /** The laws that a patient with one painful place breaks. */
    List<Law> broken(Assessment patient) {
        TriedPatient tried = tried(patient);
        return laws.stream()
                .filter(law -> law.inForce(patient.policy()))
                .filter(law -> law.when().stream().allMatch(w -> ConditionTrial.met(w, tried)))
                .filter(law -> !kept(law.then(), patient, tried))
                .toList();
    }

    private TriedPatient tried(Assessment patient) {
        Answers answers = Answers.of(book.questionnaire(), patient).get(0);
        return new TriedPatient(
                book.questionnaire(),
                advisor.advise(patient),
                answers,
                new PlainEvaluator(book).run(answers, patient.policy()));
    }

    private boolean kept(Then then, Assessment patient, TriedPatient tried) {
        return then instanceof Then.Unread unread
                ? changesNothing(unread.question(), patient, tried)
                : promises.kept(then, tried);
    }

    private boolean changesNothing(Question question, Assessment patient, TriedPatient tried) {
        Object outcome = outcome(tried);
        Assessment blank = with(patient, question, answers -> answers.remove(question.id()));
        if (!outcome.equals(outcome(tried(blank)))) {
            return false;
        }
        Answer other = drawn.answer(question);
        return outcome.equals(outcome(tried(with(patient, question, answers -> answers.put(question.id(), other)))));
    }

    private static Assessment with(Assessment patient, Question question, Consumer<Map<String, Answer>> change) {
        Map<String, Answer> answers =
                new LinkedHashMap<>(question.perPain() ? patient.pains().get(0) : patient.patient());
        change.accept(answers);
        return question.perPain()
                ? new Assessment(patient.policy(), patient.patient(), List.of(answers))
                : new Assessment(patient.policy(), answers, patient.pains());
    }

    /** What the patient is told, and by which rules. */
    private Object outcome(TriedPatient tried) {
        BitSet rules = tried.run().fired();
        rules.and(ofAdvice);
        return List.of(
                rules,
                tried.advice().urgency(),
                tried.advice().interventions().stream()
                        .map(s -> Set.of(s.verdict().word(), "underlying " + s.underlying()))
                        .toList());
    }
}
