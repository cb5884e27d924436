package painpathway.audit;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Verdict;
import painpathway.folder.DidYouMean;
import painpathway.folder.Faults;
import painpathway.folder.YamlMapping;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Obstacle;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Question;
import painpathway.rules.Finding;
import painpathway.rules.RuleBook;

/** Looks up the names in laws. A name that does not exist is a fault, and nothing is found for it. */
final class LawNames {

    private static final List<String> URGENCIES =
            Arrays.stream(Urgency.values()).map(Urgency::word).toList();

    private final RuleBook book;
    private final Catalogue catalogue;
    private final Faults faults;

    LawNames(RuleBook book, Faults faults) {
        this.book = book;
        this.catalogue = book.catalogue();
        this.faults = faults;
    }

    Optional<Question> question(YamlMapping entry, String key) {
        return find(
                entry,
                key,
                "the question",
                book.questionnaire()::question,
                book.questionnaire().ids());
    }

    Optional<Finding> finding(YamlMapping entry, String key) {
        return find(entry, key, "the criterion or pattern", book::finding, ids(book.findings(), Finding::id));
    }

    Optional<RedFlag> flag(YamlMapping entry, String key) {
        return find(entry, key, "the red flag", catalogue::redFlag, ids(catalogue.redFlags(), RedFlag::id));
    }

    Optional<Obstacle> obstacle(YamlMapping entry, String key) {
        return find(entry, key, "the obstacle", catalogue::obstacle, ids(catalogue.obstacles(), Obstacle::id));
    }

    /** The id of a check, stance or note, whichever the key names. */
    Optional<String> shown(YamlMapping entry, String key) {
        Optional<?> found = switch (key) {
            case "check" -> find(entry, key, "the check", catalogue::check, ids(catalogue.checks(), c -> c.id()));
            case "stance" -> find(entry, key, "the stance", catalogue::stance, ids(catalogue.stances(), s -> s.id()));
            default -> find(entry, key, "the note", catalogue::note, ids(catalogue.notes(), n -> n.id()));
        };
        return found.map(f -> entry.text(key));
    }

    /** The urgency of a red flag; null if none is given. */
    @Nullable
    Urgency flagUrgency(YamlMapping entry, String key) {
        String word = entry.oneOf(key, RedFlag.URGENCIES);
        return word == null ? null : Urgency.of(word);
    }

    List<Urgency> urgencies(YamlMapping entry, String key) {
        return words(entry, key, URGENCIES).stream().map(Urgency::of).toList();
    }

    List<Verdict> verdicts(YamlMapping entry, String key) {
        List<Verdict> all = List.of(Verdict.values());
        List<String> words = words(entry, key, ids(all, Verdict::word));
        return words.stream()
                .map(word -> all.get(ids(all, Verdict::word).indexOf(word)))
                .toList();
    }

    /** The interventions that ids and tags stand for. */
    List<Intervention> interventions(YamlMapping entry, String key) {
        Set<Integer> indexes = new LinkedHashSet<>();
        for (String target : entry.texts(key)) {
            Set<Integer> own = catalogue.targets(target);
            if (own.isEmpty()) {
                faults.unknown(
                        entry.file(), entry.line(key), "the intervention or tag", target, catalogue.targetNames());
            }
            indexes.addAll(own);
        }
        return indexes.stream().map(catalogue.interventions()::get).toList();
    }

    private static <T> List<String> ids(Collection<T> all, Function<T, String> id) {
        return all.stream().map(id).toList();
    }

    /** A word, or a list of words. */
    private List<String> words(YamlMapping entry, String key, List<String> known) {
        List<String> words = entry.isList(key) ? entry.texts(key) : List.of(entry.text(key));
        for (String word : words) {
            if (!known.contains(word)) {
                entry.fault(key, "'" + word + "' should be one of " + known + DidYouMean.hint(word, known));
            }
        }
        return words.stream().filter(known::contains).toList();
    }

    private <T> Optional<T> find(
            YamlMapping entry, String key, String what, Function<String, T> byId, Collection<String> ids) {
        String id = entry.text(key);
        if (!ids.contains(id)) {
            faults.unknown(entry.file(), entry.line(key), what, id, ids);
            return Optional.empty();
        }
        return Optional.ofNullable(byId.apply(id));
    }
}
