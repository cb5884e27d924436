package painpathway.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import painpathway.questionnaire.AnswerText;

/** The interface's own words, from the message bundle, which never has medical texts. */
public record Messages(MessageSource messages, Locale locale) {

    /** The text with this key; {@code parts} fill its gaps. */
    public String say(String key, Object... parts) {
        return messages.getMessage(key, parts, locale);
    }

    /** Some words as a choice: days, months or years. */
    public String or(List<String> choices) {
        int last = choices.size() - 1;
        return last == 0 ? choices.get(0) : say("or", String.join(", ", choices.subList(0, last)), choices.get(last));
    }

    /** Turns answers into words. */
    public AnswerText answers() {
        return new AnswerText(say("answer.blank"), say("question.not-known"));
    }
}
