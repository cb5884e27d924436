package painpathway.nextquestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Truth;
import painpathway.rules.RuleBook;

/** A patient who answers what is asked, from a whole set of answers; what does not stand there is "not known". */
final class Intake {

    /** One moment of an intake: what was answered so far and what comes next. */
    record Moment(Assessment soFar, Step step) {}

    private Intake() {}

    /** Asks until nothing can change the advice; every moment on the way, the complete one last. */
    static List<Moment> of(NextQuestion chooser, Assessment patient) {
        return of(chooser::next, patient);
    }

    static List<Moment> of(Function<Assessment, Step> chooser, Assessment patient) {
        List<Moment> moments = new ArrayList<>();
        Assessment soFar = blank(patient);
        while (true) {
            Moment moment = new Moment(soFar, chooser.apply(soFar));
            moments.add(moment);
            if (moment.step.complete()) {
                return moments;
            }
            soFar = soFar.with(moment.step.next(), answer(patient, moment.step.next()));
        }
    }

    /** How many questions are due when all due ones are asked in the order of the questionnaire. */
    static int inFull(RuleBook book, Assessment patient) {
        Assessment soFar = blank(patient);
        for (int asked = 0; ; asked++) {
            Item next = firstDue(book, soFar);
            if (next == null) {
                return asked;
            }
            soFar = soFar.with(next, answer(patient, next));
        }
    }

    private static Item firstDue(RuleBook book, Assessment soFar) {
        List<Answers> all = Answers.of(book.questionnaire(), soFar);
        for (Item item : book.questionnaire().items(all.size())) {
            Answers there = all.get(item.place());
            if (there.due(item.question()) == Truth.MET && there.given(item.question()) == null) {
                return item;
            }
        }
        return null;
    }

    static Assessment blank(Assessment patient) {
        return new Assessment(
                patient.policy(),
                Map.of(),
                patient.pains().stream().map(p -> Map.<String, Answer>of()).toList());
    }

    static Answer answer(Assessment patient, Item asked) {
        Answer answer = patient.answer(asked);
        return answer == null ? Answer.NOT_KNOWN : answer;
    }
}
