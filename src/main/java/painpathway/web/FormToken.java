package painpathway.web;

import java.util.Map;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/** Tells the server that two requests come from one form: the second click of two does not do the same again. */
public final class FormToken {

    /** Where a form sends it. */
    private static final String FIELD = "token";

    private static final int LONGEST = 80;

    private FormToken() {}

    /** For the next form. */
    public static String next() {
        return UUID.randomUUID().toString();
    }

    /** The token of a form with these contents; empty where the form has none, or none of ours. */
    public static String of(MultiValueMap<String, String> parameters, Map<?, ?> contents) {
        String token = parameters.getFirst(FIELD);
        return token == null || token.length() > LONGEST || !token.matches("[A-Za-z0-9-]+")
                ? ""
                : token + " " + Integer.toHexString(contents.hashCode());
    }
}
