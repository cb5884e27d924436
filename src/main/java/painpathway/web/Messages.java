package painpathway.web;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The interface's own words, from the message bundle, which never has medical texts. */
public record Messages(MessageSource messages, Locale locale) {

    public String say(String key, Object... parts) {
        return messages.getMessage(key, parts, locale);
    }
}
