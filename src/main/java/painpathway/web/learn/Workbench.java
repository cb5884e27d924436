package painpathway.web.learn;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import painpathway.advice.Advisor;
import painpathway.audit.StatedLaw;
import painpathway.rules.ClinicalRule;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;
import painpathway.vignette.Reach;
import painpathway.vignette.Vignette;
import painpathway.vignette.Vignettes;

/**
 * Everything that the pages for educators are made from.
 *
 * @param cases all vignettes, by file and line
 * @param summaries what the advisor says about each
 * @param reach which of them fire each rule, by their position in {@code cases}
 */
public record Workbench(
        RuleBook book,
        List<StatedLaw> laws,
        List<Vignette> cases,
        List<CaseSummary> summaries,
        Subjects subjects,
        Links links,
        Reach reach) {

    /** Slow: reads and runs every vignette. */
    static Workbench of(RuleBook book) {
        List<StatedLaw> laws = StatedLaw.all(book);
        List<Vignette> cases = Vignettes.load(book).stream()
                .sorted(Comparator.comparing(Vignette::file).thenComparing(Vignette::line))
                .toList();
        Subjects subjects = new Subjects(book, laws, cases);
        Advisor advisor = new Advisor(new PlainEvaluator(book), "");
        return new Workbench(
                book,
                laws,
                cases,
                cases.stream()
                        .map(v -> CaseSummary.of(v, subjects.known(Kind.CASES, v.id()), advisor))
                        .toList(),
                subjects,
                LinkReader.read(book, subjects, laws, cases),
                Reach.of(book, cases));
    }

    /** The advice rule with this id, which has to exist. */
    public ClinicalRule rule(String id) {
        return book.rules().stream()
                .filter(r -> r.stage() == Stage.ADVICE && r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Why the rules are there, of those that say so; where several rules make a finding, of all of them. */
    Map<Subject, String> reasons() {
        Map<Subject, String> reasons = new HashMap<>();
        book.rules()
                .forEach(rule -> reasons.merge(
                        subjects.of(rule),
                        rule.name() + " " + Objects.requireNonNullElse(rule.rationale(), ""),
                        (one, other) -> one + " " + other));
        return reasons;
    }

    /** Whether missing a rule by one line says something about a case: not if most cases do. */
    boolean telling(BitSet misses) {
        return 2 * misses.cardinality() < cases.size();
    }

    /** The page of a vignette. */
    public Subject subject(Vignette vignette) {
        return subjects.known(Kind.CASES, vignette.id());
    }
}
