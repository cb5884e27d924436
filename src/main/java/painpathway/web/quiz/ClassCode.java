package painpathway.web.quiz;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What learners type to join a class: six consonants, which are no word and cannot be taken for a digit. */
record ClassCode(String letters) {

    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 6;
    private static final int HALF = 3;
    private static final Pattern BETWEEN = Pattern.compile("[\\s.-]+");
    private static final Pattern CODE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final int LONGEST = 40;

    static ClassCode draw(SecureRandom random) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ClassCode(letters.toString());
    }

    /** What was typed, in small or capital letters, with or without a gap; empty if it can be no code. */
    static Optional<ClassCode> read(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String letters = BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        return CODE.matcher(letters).matches() ? Optional.of(new ClassCode(letters)) : Optional.empty();
    }

    /** In two groups, which are easier to copy. */
    public String shown() {
        return letters.substring(0, HALF) + " " + letters.substring(HALF);
    }

    /** Where learners join. */
    public String path() {
        return "/class/" + letters;
    }
}
