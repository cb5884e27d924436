package painpathway.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.folder.DidYouMean;
import painpathway.folder.Faults;
import painpathway.folder.Location;
import painpathway.knowledge.Evidence;
import painpathway.knowledge.Review;

/** What the annotations of a rule have to say. */
final class RuleAnnotations {

    /** Without a hyphen, unlike its key in YAML: DRL has none in the name of an annotation. */
    static final String REVIEWED_BY = "reviewedBy";

    /** All that a rule can have. */
    static final List<String> NAMES = List.of(
            "criterion",
            "pattern",
            "id",
            "formerly",
            "source",
            "evidence",
            "rationale",
            "reviewed",
            REVIEWED_BY,
            "policy");

    static final String FORMERLY = "formerly";

    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String ADVICE_ID = ID + "-\\d{2,}";

    private RuleAnnotations() {}

    /**
     * Reports what is missing, misplaced or malformed.
     *
     * @param values  the annotations that could be read
     * @param present the names of all, so that one that could not be read is not reported as missing too
     */
    static void check(
            Stage stage, String rule, Map<String, String> values, Set<String> present, Location at, Faults faults) {
        for (String name : required(stage)) {
            if (!present.contains(name)) {
                faults.add(at, "'@" + name + "' is missing on rule \"" + rule + "\"");
            }
        }
        for (Stage other : Stage.values()) {
            if (other != stage && values.containsKey(other.annotation())) {
                faults.add(
                        at,
                        "'@" + other.annotation() + "' belongs in " + other.folder() + "/, not in " + stage.folder()
                                + "/");
            }
        }
        String about = values.get(stage.annotation());
        if (stage != Stage.ADVICE && about != null && !about.matches(ID)) {
            faults.add(at, "'" + about + "' should be small letters, digits and hyphens, such as some-finding");
        }
        if (stage == Stage.ADVICE && about != null && !about.matches(ADVICE_ID)) {
            faults.add(at, "the id '" + about + "' should be a family and a number, such as family-01");
        }
        checkFormerly(stage, values.get(FORMERLY), at, faults);
        String evidence = values.get("evidence");
        if (evidence != null && !Evidence.WORDS.contains(evidence)) {
            faults.add(
                    at,
                    "'@evidence' is '" + evidence + "' but should be one of " + Evidence.WORDS
                            + DidYouMean.hint(evidence, Evidence.WORDS));
        }
        if (!Review.names(values.getOrDefault(REVIEWED_BY, "a, b"))) {
            faults.add(at, "'@" + REVIEWED_BY + "' " + Review.NAME_AND_ROLE);
        }
        try {
            LocalDate.parse(values.getOrDefault("reviewed", "2000-01-01"));
        } catch (DateTimeParseException e) {
            faults.add(at, "'@reviewed' should be a date such as 2026-11-21, but is '" + values.get("reviewed") + "'");
        }
    }

    private static void checkFormerly(Stage stage, @Nullable String ids, Location at, Faults faults) {
        if (ids != null && stage != Stage.ADVICE) {
            faults.add(at, "'@formerly' belongs in advice/: only rules there have ids of their own");
        } else if (ids != null && !ids.matches(ADVICE_ID + "( *, *" + ADVICE_ID + ")*")) {
            faults.add(at, "'@formerly' should be ids with commas between them, such as family-02, family-03");
        }
    }

    /** The annotations without which a rule of this stage is refused. */
    private static List<String> required(Stage stage) {
        return stage == Stage.ADVICE
                ? List.of("id", "source", "evidence", "rationale", "reviewed")
                : List.of(stage.annotation(), "source", "evidence", "reviewed");
    }
}
