package painpathway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;

/** Every question, section by section, and the answers that are derived from others. */
record QuestionnaireReply(List<Section> sections, List<QuestionReply> derived) {

    /** The questions of one section. */
    record Section(String id, String title, List<QuestionReply> questions) {}

    /** One question; {@code copyOf} and {@code madeOf} only where it is derived. */
    @JsonInclude(Include.NON_NULL)
    record QuestionReply(
            String id,
            String text,
            @Nullable String help,
            @Nullable String why,
            String type,
            @Nullable String unit,
            @Nullable Number min,
            @Nullable Number max,
            String per,
            boolean safety,
            @JsonInclude(Include.NON_EMPTY) List<Option> options,
            @JsonInclude(Include.NON_EMPTY) List<Condition> askedWhen,
            @Nullable Object unknownAs,
            @Nullable String whenUnknown,
            @Nullable String resultOf,
            @Nullable String canChange,
            @JsonInclude(Include.NON_DEFAULT) boolean recordOnly,
            @Nullable String copyOf,
            @Nullable List<String> madeOf) {

        static QuestionReply of(Question question) {
            List<String> inputs =
                    question.derived() ? question.inputs().stream().sorted().toList() : List.of();
            return new QuestionReply(
                    question.id(),
                    question.text(),
                    question.help(),
                    question.why(),
                    question.type().word(),
                    question.unit(),
                    AnswerFormat.bound(question.min()),
                    AnswerFormat.bound(question.max()),
                    question.perPain() ? "pain" : "patient",
                    question.safety(),
                    Option.of(question),
                    question.askedWhen().stream().map(Condition::of).toList(),
                    question.unknownAs() == null ? null : AnswerFormat.plain(question, question.unknownAs()),
                    question.whenUnknown(),
                    question.resultOf(),
                    question.canChange(),
                    question.recordOnly(),
                    question.copy() ? inputs.get(0) : null,
                    question.derived() && !question.copy() ? inputs : null);
        }
    }

    /** One option of a question, with its clinical words and the heading it stands under. */
    @JsonInclude(Include.NON_EMPTY)
    record Option(
            String id,
            String text,
            List<String> also,
            @Nullable String group) {

        static List<Option> of(Question question) {
            return question.options().stream()
                    .map(o -> new Option(o.id(), o.text(), o.also(), o.group()))
                    .toList();
        }
    }

    /** Another answer that a question depends on. */
    @JsonInclude(Include.NON_NULL)
    record Condition(
            String question,
            @JsonInclude(Include.NON_EMPTY) Collection<String> anyOf,
            @Nullable Number atLeast,
            @Nullable Number atMost) {

        static Condition of(painpathway.questionnaire.Condition condition) {
            return new Condition(
                    condition.question(),
                    condition.anyOf(),
                    AnswerFormat.bound(condition.atLeast()),
                    AnswerFormat.bound(condition.atMost()));
        }
    }

    static QuestionnaireReply of(Questionnaire questionnaire) {
        return new QuestionnaireReply(
                questionnaire.sections().stream()
                        .map(s -> new Section(s.id(), s.title(), replies(s.questions())))
                        .toList(),
                replies(questionnaire.questions().stream()
                        .filter(Question::derived)
                        .toList()));
    }

    private static List<QuestionReply> replies(List<Question> questions) {
        return questions.stream().map(QuestionReply::of).toList();
    }
}
