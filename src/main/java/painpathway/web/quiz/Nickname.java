package painpathway.web.quiz;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a learner wants to be called in a class: up to 24 characters of any script. */
record Nickname(String text) {

    /** The most characters; letters with marks can be several. */
    static final int LONGEST = 24;

    /** A form sends no more than this for it, whatever was typed. */
    private static final int MOST_TYPED = 200;

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    /** What nobody sees, such as marks that turn the direction of the text; joiners are needed by some scripts. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}&&[^\\u200C\\u200D]]");

    private static final Pattern VISIBLE = Pattern.compile(".*[\\p{L}\\p{N}\\p{S}].*", Pattern.DOTALL);

    /** What was typed, with single spaces; empty if it is too long or has nothing to see. */
    static Optional<Nickname> read(String typed) {
        if (typed.length() > MOST_TYPED) {
            return Optional.empty();
        }
        String plain =
                SPACES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll(" ");
        String text = UNSEEN.matcher(plain).replaceAll("").strip();
        boolean fits = text.codePointCount(0, text.length()) <= LONGEST
                && VISIBLE.matcher(text).matches();
        return fits ? Optional.of(new Nickname(text)) : Optional.empty();
    }

    /** The same for nicknames that look alike: whatever their case, width and joiners. */
    String folded() {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\u200C\\u200D]", "");
    }
}
