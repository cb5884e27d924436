package painpathway.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Verdict;
import painpathway.nextquestion.SkipReason;
import painpathway.nextquestion.Step;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.rules.Finding;

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

        static Asked of(Item asked) {
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

        static Why of(painpathway.nextquestion.Why why) {
            return new Why(
                    why.intervention().id(),
                    why.place(),
                    why.now().word(),
                    why.canBecome().stream().map(Verdict::word).toList());
        }
    }

    /** A blank question that is not worth asking. */
    record Skipped(String id, @Nullable Integer pain, List<String> because) {

        static Skipped of(painpathway.nextquestion.SkippedQuestion skipped) {
            return new Skipped(
                    skipped.item().question().id(),
                    skipped.item().pain(),
                    skipped.because().stream()
                            .map(NextQuestionReply::text)
                            .distinct()
                            .toList());
        }
    }

    static NextQuestionReply of(Step step) {
        return new NextQuestionReply(
                step.complete(),
                step.next() == null ? null : Asked.of(step.next()),
                step.why().stream().map(Why::of).toList(),
                step.atMost(),
                step.skipped().stream().map(Skipped::of).toList());
    }

    /** Why one way from the question to the advice leads nowhere, in words; the medical part comes from the rules folder. */
    private static String text(SkipReason reason) {
        if (reason instanceof SkipReason.NotAsked notAsked) {
            return "Not asked because of the answer to: " + notAsked.parent().text();
        }
        if (reason instanceof SkipReason.NotUsed) {
            return "No rule uses it.";
        }
        if (reason instanceof SkipReason.FindingDecided decided) {
            return "Already decided: " + decided.finding().label();
        }
        if (reason instanceof SkipReason.NeverRuledOut never) {
            return "Can no longer be ruled out: " + never.finding().label();
        }
        if (reason instanceof SkipReason.NeverMet never) {
            Finding because = never.because();
            return "Can no longer be met: " + never.rule().name()
                    + (because == null ? "" : " (" + because.label() + ")");
        }
        return "Can no longer change anything: "
                + ((SkipReason.NothingLeftToChange) reason).rule().name();
    }
}
