package painpathway.web.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import painpathway.folder.DidYouMean;

/** Finds pages by id and by the words of their titles; a letter too many, too few or wrong does no harm in a longer word. */
final class Search {

    /** More of a kind than this is no answer. */
    static final int MOST_OF_A_KIND = 12;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST_WORDS = 8;
    private static final int EXACT_ID = 1_000;
    private static final int BEGINNING_OF_ID = 100;
    private static final int WORD = 10;
    private static final int BEGINNING = 7;
    private static final int INSIDE = 4;
    private static final int MISSPELT = 3;
    /** A word with fewer letters is too short to be misspelt: nearly every other one would be near. */
    private static final int LONG_ENOUGH = 4;

    private static final int LETTERS_FOR_TWO_SLIPS = 8;

    private final Map<String, List<Subject>> byWord = new HashMap<>();
    private final List<Subject> all;

    /** Some that were found of one kind, and how many there are. */
    record Found(Kind kind, List<Subject> best, int count) {}

    private record Hit(Subject subject, int score) {}

    /** {@code reasons} are texts beside the titles that can be found too, such as why a rule is there. */
    Search(Subjects subjects, Map<Subject, String> reasons) {
        this.all = subjects.all().toList();
        for (Subject subject : all) {
            for (String word : words(subject.id() + " " + subject.title() + " " + reasons.getOrDefault(subject, ""))) {
                byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(subject);
            }
        }
    }

    /** What fits every word of a query, or else most of them, the kinds with the best hits first. */
    List<Found> find(String query) {
        String asked = query.strip().toLowerCase(Locale.ROOT);
        Map<Subject, Integer> scores = new HashMap<>();
        Map<Subject, Integer> fits = new HashMap<>();
        List<String> words = words(asked).stream().limit(MOST_WORDS).toList();
        for (String word : words) {
            near(word).forEach((subject, score) -> {
                scores.merge(subject, score, Integer::sum);
                fits.merge(subject, 1, Integer::sum);
            });
        }
        int most = fits.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        scores.keySet().removeIf(subject -> fits.getOrDefault(subject, 0) < most || 2 * most < words.size());
        if (!words.isEmpty()) {
            all.forEach(s -> {
                int byId = byId(s.id().toLowerCase(Locale.ROOT), asked);
                if (byId > 0) {
                    scores.merge(s, byId, Integer::sum);
                }
            });
        }
        return grouped(scores);
    }

    private static int byId(String id, String asked) {
        return id.equals(asked) ? EXACT_ID : id.startsWith(asked) ? BEGINNING_OF_ID : 0;
    }

    /** Everything that has a word like this one, with how like it is. */
    private Map<Subject, Integer> near(String asked) {
        Map<Subject, Integer> near = new HashMap<>();
        byWord.forEach((word, subjects) -> {
            int score = likeness(asked, word);
            if (score > 0) {
                subjects.forEach(s -> near.merge(s, score, Math::max));
            }
        });
        return near;
    }

    private static int likeness(String asked, String word) {
        if (word.equals(asked)) {
            return WORD;
        }
        if (word.startsWith(asked)) {
            return BEGINNING;
        }
        if (asked.length() < LONG_ENOUGH) {
            return 0;
        }
        if (word.contains(asked)) {
            return INSIDE;
        }
        int slips = asked.length() < LETTERS_FOR_TWO_SLIPS ? 1 : 2;
        return Math.abs(word.length() - asked.length()) <= slips && DidYouMean.distance(asked, word) <= slips
                ? MISSPELT
                : 0;
    }

    private static List<Found> grouped(Map<Subject, Integer> scores) {
        Map<Kind, List<Hit>> byKind = new EnumMap<>(Kind.class);
        scores.forEach((subject, score) ->
                byKind.computeIfAbsent(subject.kind(), k -> new ArrayList<>()).add(new Hit(subject, score)));
        Comparator<Hit> best = Comparator.comparing(Hit::score).reversed().thenComparing(h -> h.subject.id());
        byKind.values().forEach(hits -> hits.sort(best));
        return byKind.entrySet().stream()
                .sorted(Comparator.comparing(e -> -e.getValue().get(0).score))
                .map(e -> new Found(
                        e.getKey(),
                        e.getValue().stream()
                                .limit(MOST_OF_A_KIND)
                                .map(Hit::subject)
                                .toList(),
                        e.getValue().size()))
                .toList();
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(BETWEEN.split(text.toLowerCase(Locale.ROOT))));
        words.remove("");
        return words;
    }
}
