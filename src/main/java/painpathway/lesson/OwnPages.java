package painpathway.lesson;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import painpathway.folder.DidYouMean;
import painpathway.knowledge.Catalogue;
import painpathway.questionnaire.Question;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;
import painpathway.vignette.Vignette;

/** The addresses that a lesson can lead to: the pages of what a rules folder has, and those that are always there. */
final class OwnPages {

    private static final Set<String> ALWAYS =
            Set.of("/", "/learn", "/lessons", "/search", "/help", "/review", "/laws", "/cases", "/compare");
    private static final Pattern ADDRESS = Pattern.compile("(/[^?#]*)(?:\\?([^#]*))?(?:#(.*))?");
    private static final Pattern OF_ONE = Pattern.compile("/([a-z-]+)/([^/]+)(/steps|/what-if|/sweep)?");
    private static final Pattern STEP = Pattern.compile("(?:^|&)at=([^&]*)");
    private static final Pattern DECIDED = Pattern.compile("(?:^|&)of=([^&]*)");
    private static final Pattern COMPARED = Pattern.compile("(?:^|&)[ab]=([^&]*)");

    private final RuleBook book;
    private final Map<String, Vignette> cases = new HashMap<>();
    private final Map<String, Collection<String>> ids = new HashMap<>();
    private final Collection<String> laws;

    OwnPages(RuleBook book, List<Vignette> vignettes, Collection<String> lessons, Collection<String> laws) {
        this.book = book;
        this.laws = laws;
        vignettes.forEach(v -> cases.put(v.id(), v));
        Catalogue catalogue = book.catalogue();
        ids.put("cases", cases.keySet());
        ids.put("lessons", lessons);
        ids.put(
                "rules",
                book.rules().stream()
                        .filter(r -> r.stage() == Stage.ADVICE)
                        .map(ClinicalRule::id)
                        .toList());
        ids.put("criteria", findings(Stage.CRITERIA));
        ids.put("patterns", findings(Stage.PATTERNS));
        ids.put(
                "questions",
                book.questionnaire().questions().stream().map(Question::id).toList());
        ids.put(
                "interventions",
                catalogue.interventions().stream().map(i -> i.id()).toList());
        ids.put("map", ids.getOrDefault("interventions", List.of()));
        ids.put("red-flags", catalogue.redFlags().stream().map(f -> f.id()).toList());
        ids.put("obstacles", catalogue.obstacles().stream().map(o -> o.id()).toList());
        ids.put("checks", catalogue.checks().stream().map(c -> c.id()).toList());
        ids.put("stances", catalogue.stances().stream().map(s -> s.id()).toList());
        ids.put("notes", catalogue.notes().stream().map(n -> n.id()).toList());
        ids.put("sources", catalogue.sources().stream().map(s -> s.id()).toList());
        ids.put("facts", catalogue.facts().stream().map(f -> f.id()).toList());
    }

    private List<String> findings(Stage stage) {
        return book.findings().stream()
                .filter(f -> f.stage() == stage)
                .map(Finding::id)
                .toList();
    }

    /** What is wrong with an address that begins with a slash; null if there is such a page. */
    @Nullable
    String problem(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return "is not an address";
        }
        String path = parts.group(1);
        String query = String.valueOf(parts.group(2));
        if (path.equals("/laws") && parts.group(3) != null) {
            return unknown("law", parts.group(3), laws);
        }
        if (path.equals("/compare")) {
            return first(COMPARED, "page of cases", query, cases.keySet());
        }
        if (ALWAYS.contains(path) || ids.containsKey(path.substring(1))) {
            return null;
        }
        Matcher one = OF_ONE.matcher(path);
        if (!one.matches()
                || !ids.containsKey(one.group(1))
                || one.group(3) != null && !one.group(1).equals("cases")) {
            return "is none of our pages";
        }
        String problem = unknown("page of " + one.group(1), one.group(2), ids.getOrDefault(one.group(1), List.of()));
        return problem == null && "/steps".equals(one.group(3)) ? step(one.group(2), query) : problem;
    }

    private static @Nullable String unknown(String what, String id, Collection<String> known) {
        return known.contains(id) ? null : "there is no " + what + " '" + id + "'" + DidYouMean.hint(id, known);
    }

    /** What is wrong with the first value of a query that does not exist. */
    private static @Nullable String first(Pattern value, String what, String query, Collection<String> known) {
        Matcher values = value.matcher(query);
        while (values.find()) {
            String problem = unknown(what, values.group(1), known);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    /** The steps of a case are the rules that fire for its first painful place. */
    private @Nullable String step(String id, String query) {
        String decided = first(DECIDED, "intervention", query, ids.getOrDefault("interventions", List.of()));
        if (decided != null) {
            return decided;
        }
        Matcher at = STEP.matcher(query);
        Vignette vignette = cases.get(id);
        if (vignette == null || !at.find()) {
            return null;
        }
        int steps = vignette.runs(book).get(0).fired().cardinality();
        String step = at.group(1);
        boolean exists = step.matches("[1-9]\\d{0,5}") && Integer.parseInt(step) <= steps;
        return exists ? null : "the case '" + id + "' has no step '" + step + "', only 1 to " + steps;
    }
}
