package painpathway.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Verdict;
import painpathway.nextquestion.NextQuestion;
import painpathway.nextquestion.NextQuestion.Ground;
import painpathway.nextquestion.NextQuestion.Step;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Question;

/** What to ask next and why, and what need not be asked. {@code question} is null where nothing open can change the advice. */
record NextQuestionReply(boolean complete, @Nullable Asked question, List<Why> why, int atMost, List<Skipped> skipped) {

    /** The question to ask; {@code pain} is null for one about the patient. */
    record Asked(
            String id,
            @Nullable Integer pain,
            String text,
            String type,
            @Nullable String unit,
            @Nullable Number min,
            @Nullable Number max,
            List<QuestionnaireReply.Option> options,
            boolean safety) {

        static Asked of(NextQuestion.Asked asked) {
            Question question = asked.question();
            return new Asked(
                    question.id(),
                    asked.pain(),
                    question.text(),
                    question.type().word(),
                    question.unit(),
                    AnswerFormat.bound(question.min()),
                    AnswerFormat.bound(question.max()),
                    QuestionnaireReply.Option.of(question),
                    question.safety());
        }
    }

    /** A verdict that the answer can change. */
    record Why(
            String intervention,
            int pain,
            String now,
            @JsonProperty("can-become") List<String> canBecome) {

        static Why of(NextQuestion.Why why) {
            return new Why(
                    why.intervention().id(),
                    why.pain(),
                    why.now().word(),
                    why.canBecome().stream().map(Verdict::word).toList());
        }
    }

    /** A blank question that is not worth asking. */
    record Skipped(String id, @Nullable Integer pain, List<String> because) {

        static Skipped of(NextQuestion.Skipped skipped) {
            return new Skipped(
                    skipped.asked().question().id(),
                    skipped.asked().pain(),
                    skipped.because().stream()
                            .map(NextQuestionReply::text)
                            .distinct()
                            .toList());
        }
    }

    static NextQuestionReply of(Step step) {
        return new NextQuestionReply(
                step.complete(),
                step.complete() ? null : Asked.of(step.next()),
                step.why().stream().map(Why::of).toList(),
                step.atMost(),
                step.skipped().stream().map(Skipped::of).toList());
    }

    /** Where one path from the question to the advice ends, in words; the medical part comes from the rules folder. */
    private static String text(Ground ground) {
        return switch (ground.end()) {
            case NOT_ASKED ->
                "Not asked because of the answer to: " + ground.parent().text();
            case NOT_READ -> "No rule uses it.";
            case DECIDED -> "Already decided: " + ground.finding().label();
            case NEVER_RULED_OUT ->
                "Can no longer be ruled out: " + ground.finding().label();
            case FAILS ->
                "Can no longer be met: " + ground.rule().name()
                        + (ground.finding() == null
                                ? ""
                                : " (" + ground.finding().label() + ")");
            case CLOSED -> "Can no longer change anything: " + ground.rule().name();
        };
    }
}
