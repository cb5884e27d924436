package painpathway.vignette;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import painpathway.advice.Verdict;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Urgency;
import painpathway.rules.RuleBook;
import painpathway.vignette.Expectation.Listed;

/** The names that vignettes can expect, as one rules folder defines them. */
final class ExpectedNames {

    private final RuleBook book;
    private final Catalogue catalogue;
    private final Kind rulesAndFindings;

    /** What something is called in a fault, and all there are. */
    record Kind(String what, Collection<String> names) {}

    ExpectedNames(RuleBook book) {
        this.book = book;
        this.catalogue = book.catalogue();
        List<String> ids = new ArrayList<>();
        book.rules().forEach(r -> ids.addAll(r.ids()));
        book.findings().forEach(f -> ids.add(f.id()));
        this.rulesAndFindings =
                new Kind("the rule or finding", ids.stream().distinct().toList());
    }

    Kind of(EntryExpectation part) {
        return switch (part) {
            case VERDICTS -> new Kind("the verdict", verdicts());
            case UNDERLYING ->
                new Kind(
                        "the underlying verdict",
                        verdicts().stream()
                                .filter(v -> !v.equals(Verdict.WITHHELD.word()))
                                .toList());
            case CONDITIONS ->
                new Kind(
                        "the check",
                        catalogue.checks().stream().map(c -> c.id()).toList());
            case STANCES ->
                new Kind(
                        "the stance",
                        catalogue.stances().stream().map(s -> s.id()).toList());
            case REASONS -> rulesAndFindings;
            case NOTES -> new Kind("the note", notes());
            case ABSENT_NOTES -> new Kind("the note or fact", notesAndFacts());
        };
    }

    Kind of(Listed list) {
        return switch (list) {
            case ABSENT_RED_FLAGS -> redFlags();
            case OBSTACLES ->
                new Kind(
                        "the obstacle",
                        catalogue.obstacles().stream().map(o -> o.id()).toList());
            case IGNORED -> new Kind("the question", book.questionnaire().ids());
            case FIRES, DOES_NOT_FIRE -> rulesAndFindings;
        };
    }

    Kind urgencies() {
        return new Kind(
                "the urgency",
                Arrays.stream(Urgency.values()).map(Urgency::word).toList());
    }

    Kind redFlags() {
        return new Kind(
                "the red flag", catalogue.redFlags().stream().map(f -> f.id()).toList());
    }

    Kind interventions() {
        return new Kind(
                "the intervention",
                catalogue.interventions().stream().map(i -> i.id()).toList());
    }

    private static List<String> verdicts() {
        return Arrays.stream(Verdict.values()).map(Verdict::word).toList();
    }

    private List<String> notes() {
        return catalogue.notes().stream().map(n -> n.id()).toList();
    }

    /** A fact that is no note, such as a promotional claim, can be expected not to be shown. */
    private List<String> notesAndFacts() {
        List<String> all = new ArrayList<>(notes());
        catalogue.facts().forEach(f -> all.add(f.id()));
        return all;
    }
}
