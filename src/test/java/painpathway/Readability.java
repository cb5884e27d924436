package painpathway;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The Flesch-Kincaid grade of a text: 0.39 words a sentence + 11.8 syllables a word - 15.59; plus 5 it is about the age of a reader. */
public final class Readability {

    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    /** What the counting below would get wrong. */
    private static final Map<String, Integer> KNOWN = Map.ofEntries(
            Map.entry("being", 2),
            Map.entry("doing", 2),
            Map.entry("going", 2),
            Map.entry("area", 3),
            Map.entry("idea", 3),
            Map.entry("maybe", 2),
            Map.entry("something", 2),
            Map.entry("sometimes", 2),
            Map.entry("somebody", 3),
            Map.entry("someone", 2),
            Map.entry("therefore", 2),
            Map.entry("physio", 3),
            Map.entry("physios", 3),
            Map.entry("x-ray", 2),
            Map.entry("x-rays", 2),
            Map.entry("every", 3),
            Map.entry("people", 2),
            Map.entry("laser", 2),
            Map.entry("nerve", 1),
            Map.entry("create", 2),
            Map.entry("science", 2),
            Map.entry("diet", 2),
            Map.entry("fluid", 2),
            Map.entry("quiet", 2),
            Map.entry("trial", 2),
            Map.entry("seeing", 2),
            Map.entry("something's", 2));

    private Readability() {}

    /** The grade of a text. A sentence ends at a full stop, question mark or exclamation mark. */
    public static double grade(String text) {
        List<String> sentences = Arrays.stream(text.split("[.?!]+(\\s|$)"))
                .filter(s -> s.matches("(?s).*[\\p{L}\\d].*"))
                .toList();
        List<String> words = sentences.stream()
                .flatMap(s -> Arrays.stream(s.split("[^\\p{L}\\d'-]+")))
                .filter(w -> !w.isEmpty() && !w.equals("-"))
                .toList();
        int syllables = words.stream().mapToInt(Readability::syllables).sum();
        return 0.39 * words.size() / sentences.size() + 11.8 * syllables / words.size() - 15.59;
    }

    /** The syllables of a word: groups of vowels, without an e that is silent. */
    public static int syllables(String written) {
        String word = written.toLowerCase(Locale.ROOT);
        if (KNOWN.containsKey(word)) {
            return KNOWN.get(word);
        }
        if (word.contains("-")) {
            return Arrays.stream(word.split("-"))
                    .filter(p -> !p.isEmpty())
                    .mapToInt(Readability::syllables)
                    .sum();
        }
        int groups = (int) VOWELS.matcher(word).results().count();
        boolean silent = word.matches(".*[^aeiouyl]e")
                || word.matches(".*[aeiouy]le")
                || word.matches(".*[^aeiouytd]ed")
                || word.matches(".*[^aeiouysxzcgh]es");
        boolean inside = word.matches(".*[^aeiouy]e(ly|ful|ment|ments|less|ness)");
        if (word.matches(".*(ia|io|iu|eo|ua|uo)[^us].*") && !word.matches(".*(tio|sio|cia|tia|gio|cio|qua|gua).*")) {
            groups++;
        }
        return Math.max(1, groups - (silent ? 1 : 0) - (inside ? 1 : 0));
    }
}
