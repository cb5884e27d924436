package painpathway.audit;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import painpathway.logic.NumericPartition;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
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
        Item item = Item.at(perturbation.question(), 0);
        Answer given = patient.answer(item);
        if (given == null) {
            return false;
        }
        List<Answer> without = perturbation.without(given, partition);
        if (without.isEmpty()) {
            return false;
        }
        Conclusions before = befores.computeIfAbsent(patient, this::run);
        return without.stream().anyMatch(answer -> firesOthers(before, run(patient.with(item, answer))));
    }

    private boolean firesOthers(Conclusions before, Conclusions after) {
        return advice.stream().anyMatch(r -> (before.truth(r) == Truth.MET) != (after.truth(r) == Truth.MET));
    }

    private Conclusions run(Assessment patient) {
        return new PlainEvaluator(book)
                .run(Answers.of(book.questionnaire(), patient).get(0), patient.policy());
    }
}
