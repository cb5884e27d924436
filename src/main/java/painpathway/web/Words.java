package painpathway.web;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The interface's own words, from the message bundle, which never has medical texts. */
record Words(MessageSource messages, Locale locale) {

    String say(String key, Object... parts) {
        return messages.getMessage(key, parts, locale);
    }
}
