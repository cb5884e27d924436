package painpathway.audit;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import painpathway.logic.NumericPartition;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;

/** Tries on single patients whether one option or threshold changes the advice. Not thread-safe. */
final class AdviceSensitivity {

    private final RuleBook book;
    private final NumericPartition partition;
    private final List<ClinicalRule> advice;
    /** The runs of the unchanged patients, because each is tried many times. */
    private final Map<Assessment, Conclusions> befores = new IdentityHashMap<>();

    AdviceSensitivity(RuleBook book, NumericPartition partition) {
        this.book = book;
        this.partition = partition;
        this.advice =
                book.rules().stream().filter(r -> r.stage() == Stage.ADVICE).toList();
    }

    /** Whether other advice rules fire once this patient loses the option or falls below the threshold. */
    boolean changesAdvice(Perturbation perturbation, Assessment patient) {
        Question question = perturbation.question();
        Answer given = (question.perPain() ? patient.pains().get(0) : patient.patient()).get(question.id());
        if (given == null) {
            return false;
        }
        List<Answer> without = perturbation.without(given, partition);
        if (without.isEmpty()) {
            return false;
        }
        Conclusions before = befores.computeIfAbsent(patient, this::run);
        return without.stream().anyMatch(answer -> firesOthers(before, run(with(patient, question, answer))));
    }

    private static Assessment with(Assessment patient, Question question, Answer answer) {
        Map<String, Answer> changed =
                new LinkedHashMap<>(question.perPain() ? patient.pains().get(0) : patient.patient());
        changed.put(question.id(), answer);
        if (!question.perPain()) {
            return new Assessment(patient.policy(), changed, patient.pains());
        }
        List<Map<String, Answer>> pains = new ArrayList<>(patient.pains());
        pains.set(0, changed);
        return new Assessment(patient.policy(), patient.patient(), pains);
    }

    private boolean firesOthers(Conclusions before, Conclusions after) {
        return advice.stream().anyMatch(r -> (before.truth(r) == Truth.MET) != (after.truth(r) == Truth.MET));
    }

    private Conclusions run(Assessment patient) {
        return new PlainEvaluator(book)
                .run(Answers.of(book.questionnaire(), patient).get(0), patient.policy());
    }
}
