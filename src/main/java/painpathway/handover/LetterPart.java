package painpathway.handover;

import java.util.ArrayList;
import java.util.List;
import painpathway.knowledge.LetterWording.Named;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.web.form.AdvisedAnswers;

/**
 * Some answers in a letter, under their short names.
 *
 * @param given  answers that say something
 * @param denied names of what was asked and is not so
 * @param open   names of what nobody has answered, or knows
 */
record LetterPart(List<Line> given, List<String> denied, List<String> open) {

    /** A name and its answer; {@code no} if the answer denies what was asked. */
    record Line(String name, String answer, boolean no) {}

    /** The answers at one place, or about the patient. A question that is not due is left out. */
    static LetterPart of(List<Named> names, int place, AdvisedAnswers answers) {
        LetterPart part = new LetterPart(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Named named : names) {
            Question question = answers.questionnaire().question(named.question());
            if (question != null) {
                part.add(named.name(), new Item(question, place), answers);
            }
        }
        return part;
    }

    private void add(String name, Item item, AdvisedAnswers answers) {
        // An answer can be left from before, under a question that is no longer asked: it counts for nothing.
        if (answers.advised().answers(item.place()).due(item.question()) != Truth.MET) {
            return;
        }
        Answer answer = answers.assessment().answer(item);
        if (answer == null || answer instanceof Answer.NotKnown) {
            open.add(name);
        } else {
            String words = answers.words().answers().of(item.question(), answer);
            boolean unchecked =
                    answers.bound().beside().unchecked(answers.questionnaire()).contains(item);
            given.add(new Line(
                    name,
                    unchecked ? answers.words().say("letter.unchecked", words) : words,
                    !unchecked && denies(answer)));
        }
    }

    /** The same with what was denied only named, because "none of these" tells nobody more. */
    LetterPart split() {
        return new LetterPart(
                given.stream().filter(line -> !line.no).toList(),
                given.stream().filter(Line::no).map(Line::name).toList(),
                open);
    }

    private static boolean denies(Answer answer) {
        return answer instanceof Answer.Choice choice && AnswerFormat.DENIALS.contains(choice.option())
                || answer instanceof Answer.Choices choices && AnswerFormat.DENIALS.containsAll(choices.options());
    }

    /** Whether nothing is to be said. */
    public boolean empty() {
        return given.isEmpty() && denied.isEmpty() && open.isEmpty();
    }
}
