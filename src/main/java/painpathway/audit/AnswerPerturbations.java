package painpathway.audit;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.logic.NumericPartition;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Literal;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;

/** Every option of every question and every threshold of a rule, each as two answers that differ in nothing else. */
final class AnswerPerturbations {

    private final RuleBook book;
    private final NumericPartition cuts;
    private final List<Flip> all = new ArrayList<>();
    private final List<ClinicalRule> advice;
    /** The runs of the unchanged patients, because each is tried with many flips. */
    private final Map<Assessment, Conclusions> befores = new IdentityHashMap<>();

    /** One option or one threshold; {@code index} is its position among the question's options or cuts. */
    record Flip(Question question, int index, String name) {

        /** Whether it is the option that says "none of these". */
        boolean none() {
            return !question.options().isEmpty()
                    && question.optionIds().get(index).equals(Question.NONE);
        }

        @Override
        public String toString() {
            return "'" + question.id() + "': " + name;
        }
    }

    AnswerPerturbations(RuleBook book, NumericPartition cuts) {
        this.book = book;
        this.cuts = cuts;
        this.advice =
                book.rules().stream().filter(r -> r.stage() == Stage.ADVICE).toList();
        Set<Flip> thresholds = new LinkedHashSet<>();
        for (ClinicalRule rule : book.rules()) {
            for (Literal literal : rule.literals()) {
                Question asked = literal instanceof Literal.Compare compare
                        ? book.questionnaire().original(compare.question())
                        : null;
                if (asked != null && !asked.derived()) {
                    Literal.Compare compare = (Literal.Compare) literal;
                    int index =
                            cuts.of(asked).indexOf(NumericPartition.cut(asked, compare.operator(), compare.value()));
                    thresholds.add(new Flip(asked, index, "the threshold " + AnswerFormat.text(compare.value())));
                }
            }
        }
        thresholds.stream().filter(t -> t.index() >= 0).forEach(all::add);
        for (Question question : book.questionnaire().asked()) {
            for (int i = 0; i < question.options().size(); i++) {
                if (question.recordOnly() || question.options().get(i).recordOnly()) {
                    continue;
                }
                all.add(new Flip(
                        question, i, "the option '" + question.optionIds().get(i) + "'"));
            }
        }
    }

    /** The questions read by a rule, by a branching condition, or by a derived number that a rule reads. */
    Set<Question> read() {
        Set<Question> read = new LinkedHashSet<>();
        for (ClinicalRule rule : book.rules()) {
            if (rule.stage() == Stage.CRITERIA) {
                read.addAll(book.questionsBehind(rule));
            }
        }
        book.questionnaire()
                .asked()
                .forEach(q ->
                        q.askedWhen().forEach(c -> read.add(book.questionnaire().question(c.question()))));
        return read;
    }

    /** All flips except those marked record-only. */
    List<Flip> all() {
        return all;
    }

    /** Whether other advice rules fire once this patient loses the option or falls below the threshold. */
    boolean changesAdvice(Flip flip, Assessment patient) {
        Map<String, Answer> part = flip.question().perPain() ? patient.pains().get(0) : patient.patient();
        Answer given = part.get(flip.question().id());
        if (given == null) {
            return false;
        }
        List<Answer> without = without(flip, given);
        if (without.isEmpty()) {
            return false;
        }
        Conclusions before = befores.computeIfAbsent(patient, this::run);
        return without.stream().anyMatch(answer -> {
            Map<String, Answer> changed = new LinkedHashMap<>(part);
            changed.put(flip.question().id(), answer);
            List<Map<String, Answer>> pains = new ArrayList<>(patient.pains());
            if (flip.question().perPain()) {
                pains.set(0, changed);
            }
            Conclusions after = run(
                    new Assessment(patient.policy(), flip.question().perPain() ? patient.patient() : changed, pains));
            return advice.stream().anyMatch(r -> (before.truth(r) == Truth.MET) != (after.truth(r) == Truth.MET));
        });
    }

    private Conclusions run(Assessment patient) {
        return new PlainEvaluator(book)
                .run(Answers.of(book.questionnaire(), patient).get(0), patient.policy());
    }

    /** The answers that differ from this one only in the option or threshold; none if this one lacks it. */
    private List<Answer> without(Flip flip, Answer given) {
        Question question = flip.question();
        if (given instanceof Answer.Amount amount) {
            NumericPartition.Cut cut = cuts.of(question).get(flip.index());
            boolean next = flip.index() + 1 == cuts.of(question).size()
                    || !cuts.of(question).get(flip.index() + 1).below(amount.value());
            return cut.below(amount.value()) && next
                    ? List.of(new Answer.Amount(cuts.representative(question, flip.index() - 1)))
                    : List.of();
        }
        String option = question.optionIds().get(flip.index());
        if (given instanceof Answer.Choice choice) {
            return choice.option().equals(option)
                    ? question.optionIds().stream()
                            .filter(o -> !o.equals(option))
                            .<Answer>map(Answer.Choice::new)
                            .toList()
                    : List.of();
        }
        if (!(given instanceof Answer.Choices choices) || !choices.options().contains(option)) {
            return List.of();
        }
        if (flip.none()) {
            return question.optionIds().stream()
                    .filter(o -> !o.equals(option))
                    .<Answer>map(o -> new Answer.Choices(Set.of(o)))
                    .toList();
        }
        Set<String> left = new LinkedHashSet<>(choices.options());
        left.remove(option);
        if (left.isEmpty() && question.option(Question.NONE) != null) {
            left.add(Question.NONE);
        }
        return left.isEmpty() ? List.of() : List.of(new Answer.Choices(left));
    }
}
