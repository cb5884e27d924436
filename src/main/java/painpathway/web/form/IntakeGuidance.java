package painpathway.web.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.nextquestion.NextQuestion;
import painpathway.nextquestion.NextQuestion.Why;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.RuleBook;
import painpathway.web.Messages;

/**
 * How the nurse goes through the questions: section by section, or question by question in the fewest steps.
 *
 * @param one      question by question
 * @param now      the question shown; null section by section and when no question is left
 * @param next     whether the question shown is the next one to ask, not one that the nurse went back to
 * @param atMost   the most questions left, including the one shown if it is the next one
 * @param changes  what the question shown can still change
 * @param answered the answers so far that count, in the order of the questionnaire
 */
public record IntakeGuidance(
        boolean one, Item now, boolean next, int atMost, List<Changed> changes, List<Given> answered) {

    /** The word of the form for going question by question. */
    public static final String ONE = "one";

    public static final IntakeGuidance BY_SECTION = new IntakeGuidance(false, null, false, 0, List.of(), List.of());

    /** Entries that a question can change in the same way: the interventions and the verdicts they can get (none: only the notes change). */
    record Changed(List<String> interventions, List<Verdict> canBecome) {}

    /** An answer in words, and its field. */
    record Given(String field, String question, String place, String answer) {}

    boolean complete() {
        return one && now == null;
    }

    boolean asks(Question question, Integer place) {
        return now != null && now.question() == question && Objects.equals(now.pain(), place);
    }

    /** The field of the question shown, or an empty text. */
    public String field() {
        return now == null ? "" : Form.field(now.question(), now.pain());
    }

    /** {@code ask}: the field of a question to look at again instead of the next one, or null. */
    public static IntakeGuidance question(
            String ask, Form form, BoundForm reading, List<String> places, NextQuestion chooser, Messages words) {
        RuleBook book = chooser.book();
        List<Answers> answers = Answers.of(book.questionnaire(), reading.assessment());
        NextQuestion.Step step = chooser.next(reading.assessment());
        Item again = null;
        List<Given> given = new ArrayList<>();
        for (Question question : book.questionnaire().asked()) {
            for (int i = 0; i < (question.perPain() ? answers.size() : 1); i++) {
                Integer place = question.perPain() ? i : null;
                String field = Form.field(question, place);
                boolean due = answers.get(i).due(question) == Truth.MET;
                // A refused answer has to be corrected before anything else is asked.
                if (reading.faulty().contains(field) && again == null || due && field.equals(ask)) {
                    again = new Item(question, i);
                }
                if (due && form.sent().containsKey(field)) {
                    given.add(new Given(
                            field,
                            question.text(),
                            place == null || places.size() == 1 ? null : places.get(place),
                            ConcurrentChangeView.words(question, form.sent().get(field), words)));
                }
            }
        }
        boolean next = again == null || again.equals(step.next());
        List<Why> why = next ? step.why() : chooser.why(reading.assessment(), again);
        return new IntakeGuidance(true, next ? step.next() : again, next, step.atMost(), changes(why), given);
    }

    /** Entries that change in the same way, each named once. */
    public static List<Changed> changes(List<Why> why) {
        List<List<Verdict>> kinds = why.stream()
                .map(w -> w.canBecome().stream().sorted().toList())
                .distinct()
                .toList();
        return kinds.stream()
                .map(kind -> new Changed(
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
