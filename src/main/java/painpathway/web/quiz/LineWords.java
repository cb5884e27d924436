package painpathway.web.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import painpathway.advice.Reason;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.web.Messages;

/** The lines of a reason as sentences: what is so, down to the answer behind it, and how far that is from what was needed. */
record LineWords(Messages words) {

    private static final double EXACT = 1e6;

    /** A line, the last one behind it where that says something else, and the answer. */
    List<String> of(Reason.Line line) {
        List<String> said = new ArrayList<>(List.of(state(line)));
        Reason.Line last = last(line);
        if (!last.text().equals(line.text())) {
            said.add(state(last));
        }
        if (last instanceof Reason.OfAnswer of) {
            said.add(answer(of).orElseGet(() -> answered(of.tested())));
        }
        return said;
    }

    private static Reason.Line last(Reason.Line line) {
        Reason.Line last = line;
        while (!last.because().isEmpty()) {
            last = last.because().get(0);
        }
        return last;
    }

    private String state(Reason.Line line) {
        return words.say("quiz.line." + mark(line), line.text());
    }

    private static String mark(Reason.Line line) {
        return switch (line.truth()) {
            case UNKNOWN -> "unknown";
            case MET -> line.ruledOut() ? "present" : "met";
            case NOT_MET -> line.ruledOut() ? "ruled-out" : "failed";
        };
    }

    /** What is said where there is more to say than the answer. */
    private Optional<String> answer(Reason.OfAnswer line) {
        Reason.Tested tested = line.tested();
        Question question = tested.question();
        if (tested.due() == Truth.NOT_MET) {
            return Optional.of(words.say("quiz.not-asked", question.text()));
        }
        if (line.assumed()) {
            return Optional.of(String.join(". ", line.assumptions()) + ".");
        }
        Reason.Gap gap = tested.gap();
        if (gap == null || !(tested.answered() instanceof Number answered)) {
            return Optional.empty();
        }
        double given = answered.doubleValue();
        double needed = Math.round((gap.over() ? given - gap.by() : given + gap.by()) * EXACT) / EXACT;
        return Optional.of(words.say(
                gap.over() ? "quiz.gap.over" : "quiz.gap.short", question.amount(needed), question.amount(given)));
    }

    private String answered(Reason.Tested tested) {
        Object answered = tested.answered();
        Question question = tested.question();
        return answered == null
                ? words.say("quiz.no-answer", question.text())
                : words.say("quiz.answer", question.text(), words.answers().ofValue(question, answered));
    }
}
