package painpathway.web.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.nextquestion.NextQuestion;
import painpathway.nextquestion.Step;
import painpathway.nextquestion.Why;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Truth;

/**
 * How the nurse goes through the questions: section by section, or question by question in the fewest steps.
 *
 * @param one      question by question
 * @param now      the question shown; empty section by section and when no question is left
 * @param next     whether the question shown is the next one to ask, not one that the nurse went back to
 * @param left     how many questions are left
 * @param changes  what the question shown can still change
 * @param answered the answers so far that count, in the order of the questionnaire
 */
public record IntakeGuidance(
        boolean one,
        Optional<Item> now,
        boolean next,
        Left left,
        List<PossibleChange> changes,
        List<AnsweredQuestion> answered) {

    /** The word of the form for going question by question. */
    public static final String ONE = "one";

    /** Section by section, with so many questions still needed. */
    public static IntakeGuidance bySection(int needed) {
        return new IntakeGuidance(false, Optional.empty(), false, new Left(0, needed, Set.of()), List.of(), List.of());
    }

    /** Interventions that a question can change in the same way, and the verdicts they can get (none if only their notes change). */
    record PossibleChange(List<String> interventions, List<Verdict> canBecome) {}

    /** The most questions left when led, those needed now, and the fields of those that were put off. */
    record Left(int atMost, int needed, Set<String> later) {}

    /** An answer in words, and its field. */
    record AnsweredQuestion(
            String field, String question, @Nullable String place, String answer) {}

    boolean complete() {
        return one && now.isEmpty();
    }

    boolean asks(Item item) {
        return now.isPresent() && now.get().equals(item);
    }

    /** How many questions that are due are still needed for the advice. */
    public int needed() {
        return left.needed;
    }

    /** The fields of the questions that were put off. */
    public Set<String> later() {
        return left.later;
    }

    /** Whether the question shown can be put off: not a second time, and not if it is the last one. */
    public boolean canWait() {
        return next && left.needed > 1 && !later().contains(field());
    }

    /** How much is done, in percent; with every answer to the next question it grows. */
    public int done() {
        return left.atMost == 0 ? 100 : 100 * answered.size() / (answered.size() + left.atMost);
    }

    /** The field of the question shown, or an empty text. */
    public String field() {
        return now.map(Item::field).orElse("");
    }

    /**
     * What somebody wants to see.
     *
     * @param ask     the field of a question to look at again instead of the next one, or an empty text
     * @param later   the fields of the questions that were put off
     * @param followUp whether the intake follows up a record
     */
    public record Wish(String ask, Set<String> later, boolean followUp) {}

    /** Question by question. */
    public static IntakeGuidance question(Wish wish, Form form, AdvisedAnswers answers, NextQuestion chooser) {
        Set<Item> putOff = answers.questionnaire().items(answers.assessment().places()).stream()
                .filter(i -> wish.later.contains(i.field()))
                .collect(Collectors.toSet());
        Step step = chooser.next(answers.assessment(), answers.advice(), putOff);
        CarriedOver carried = new CarriedOver(form, answers);
        Optional<Item> first = (wish.followUp ? carried.first(putOff) : Optional.<Item>empty())
                .or(() -> Optional.ofNullable(step.next()))
                .or(carried::waiting);
        Optional<Item> again = Optional.empty();
        List<AnsweredQuestion> answered = new ArrayList<>();
        for (Item item : answers.questionnaire().items(answers.assessment().places())) {
            boolean due = answers.at(item).due(item.question()) == Truth.MET;
            // A refused answer has to be corrected before anything else is asked.
            if (answers.bound().refused().containsKey(item) && again.isEmpty()
                    || due && item.field().equals(wish.ask)) {
                again = Optional.of(item);
            }
            if (due && !form.sent(item).isEmpty()) {
                answered.add(new AnsweredQuestion(
                        item.field(),
                        item.question().text(),
                        answers.places().of(item),
                        answers.words().answers().of(item.question(), form.sent(item))));
            }
        }
        boolean next = again.isEmpty() || again.equals(first);
        Optional<Item> now = next ? first : again;
        List<Why> why = now.isEmpty() || now.get().equals(step.next())
                ? step.why()
                : chooser.why(answers.assessment(), answers.advice(), now.get());
        return new IntakeGuidance(
                true,
                now,
                next,
                new Left(step.atMost() + carried.waitingCount(), step.needed(), wish.later),
                changes(why),
                answered);
    }

    /** Interventions that change in the same way, each named once. */
    public static List<PossibleChange> changes(List<Why> why) {
        List<List<Verdict>> kinds = why.stream()
                .map(w -> w.canBecome().stream().sorted().toList())
                .distinct()
                .toList();
        return kinds.stream()
                .map(kind -> new PossibleChange(
                        why.stream()
                                .filter(w ->
                                        w.canBecome().stream().sorted().toList().equals(kind))
                                .map(Why::intervention)
                                .map(Intervention::name)
                                .distinct()
                                .toList(),
                        kind))
                .toList();
    }
}
