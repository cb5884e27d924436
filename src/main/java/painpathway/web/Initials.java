package painpathway.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The initials of the person who answers for something: one to ten letters of any script. */
public record Initials(String text) {

    /** Where a form sends them. */
    public static final String FIELD = "who";

    private static final Pattern BETWEEN = Pattern.compile("[\\s.\\p{Cf}]+");
    private static final Pattern LETTERS = Pattern.compile("(\\p{L}\\p{M}*){1,10}");
    private static final int LONGEST = 40;

    /** What was typed, without dots and spaces; empty if these are no initials. */
    public static Optional<Initials> read(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .map(text -> BETWEEN.matcher(text).replaceAll(""))
                .filter(text ->
                        text.length() <= LONGEST && LETTERS.matcher(text).matches())
                .map(Initials::new);
    }
}
