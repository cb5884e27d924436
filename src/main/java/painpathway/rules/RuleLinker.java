package painpathway.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import painpathway.folder.EnumWords;
import painpathway.folder.Faults;
import painpathway.folder.Location;
import painpathway.knowledge.Evidence;
import painpathway.knowledge.LoadedCatalogue;
import painpathway.knowledge.Policy;
import painpathway.knowledge.Review;
import painpathway.knowledge.Source.Citation;
import painpathway.questionnaire.Questionnaire;

/** Makes rules out of written ones: looks up every name in them, and reports rules that could never fire or say something twice. */
final class RuleLinker {

    private final LoadedCatalogue loaded;
    private final LineReader lines;
    private final ArgumentCheck arguments;
    private final Faults faults;
    /** The criterion rules with a threshold, by what they test. */
    private final Map<String, ClinicalRule> thresholds = new HashMap<>();

    RuleLinker(Questionnaire questionnaire, LoadedCatalogue loaded, FindingNames names, NamesRead read, Faults faults) {
        this.loaded = loaded;
        this.lines = new LineReader(questionnaire, names, read, faults);
        this.arguments = new ArgumentCheck(loaded.catalogue(), loaded.usage(), faults);
        this.faults = faults;
    }

    ClinicalRule link(int index, WrittenRule written) {
        List<Literal> literals = literals(written);
        if (written.stage() == Stage.CRITERIA) {
            checkOneQuestion(literals, written.at());
        }
        checkNotBothWays(literals, written.at());
        checkCanBeMet(literals, written.at());
        arguments.check(written.call(), written.calledAt());
        ClinicalRule rule = new ClinicalRule(
                index,
                Objects.requireNonNullElse(written.id(), ""),
                written.formerly(),
                written.name(),
                written.call(),
                List.copyOf(literals),
                policy(written),
                grounds(written),
                written.at());
        if (rule.stage() == Stage.CRITERIA) {
            checkThresholdIsNew(rule, written.at());
        }
        return rule;
    }

    private List<Literal> literals(WrittenRule written) {
        List<Literal> literals = new ArrayList<>();
        for (WrittenRule.Constraint constraint : written.constraints()) {
            Literal literal = lines.read(written.stage(), constraint.text(), constraint.at());
            if (literal != null) {
                if (literals.contains(literal)) {
                    faults.add(constraint.at(), "'" + constraint.text() + "' appears twice in one rule");
                }
                literals.add(literal);
            }
        }
        return literals;
    }

    private @Nullable String policy(WrittenRule written) {
        String policy = written.annotations().get("policy");
        List<String> known =
                loaded.catalogue().policies().stream().map(Policy::id).toList();
        if (policy != null && !known.contains(policy)) {
            faults.unknown(written.at(), "the policy", policy, known);
        }
        return policy;
    }

    private Grounds grounds(WrittenRule written) {
        Map<String, String> annotations = written.annotations();
        return new Grounds(
                citation(written),
                evidence(written),
                annotations.get("rationale"),
                annotations.getOrDefault("reviewed", ""),
                review(annotations));
    }

    /** A date that is none has been reported. */
    private static @Nullable Review review(Map<String, String> annotations) {
        String by = annotations.get(RuleAnnotations.REVIEWED_BY);
        String date = annotations.getOrDefault("reviewed", "");
        try {
            return by == null ? null : new Review(by, LocalDate.parse(date));
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    private Citation citation(WrittenRule written) {
        Map<String, String> annotations = written.annotations();
        Location at = written.at();
        String source = annotations.get("source");
        if (source == null) {
            return Citation.MISSING;
        }
        Citation citation = loaded.citations().read(source, at.file(), at.line());
        loaded.citations().checkEvidence(citation, evidence(written), at.file(), at.line());
        return citation;
    }

    /** One that is missing or misspelt has been reported, and then counts as the weakest. */
    private static Evidence evidence(WrittenRule written) {
        String word = written.annotations().getOrDefault("evidence", "");
        Evidence evidence = EnumWords.find(Evidence.class, word);
        return evidence == null ? Evidence.OURS : evidence;
    }

    private void checkOneQuestion(List<Literal> literals, Location at) {
        long questions = literals.stream()
                .map(l -> ((Literal.Test) l).question().id())
                .distinct()
                .count();
        if (questions > 1) {
            faults.add(at, "a criterion rule tests one question; use a pattern to bring several together");
        }
    }

    private void checkNotBothWays(List<Literal> literals, Location at) {
        for (Literal literal : literals) {
            if (literal instanceof Literal.OfFinding of
                    && literals.contains(new Literal.OfFinding(of.finding(), of.id(), !of.wanted()))) {
                faults.add(at, "needs '" + of.id() + "' both met and ruled out, so it can never fire");
                return;
            }
        }
    }

    /** A number cannot be above and below the same value. Such a rule would never fire, and nobody would notice. */
    private void checkCanBeMet(List<Literal> literals, Location at) {
        List<Literal.Compare> compares = literals.stream()
                .filter(Literal.Compare.class::isInstance)
                .map(Literal.Compare.class::cast)
                .toList();
        for (Literal.Compare one : compares) {
            if (compares.stream().anyMatch(other -> other.question() == one.question() && one.excludes(other))) {
                faults.add(
                        at,
                        "no answer to '" + one.question().id() + "' is "
                                + compares.stream().map(Literal.Compare::needs).collect(Collectors.joining(" and ")));
                return;
            }
        }
    }

    /** A threshold is in exactly one rule, so that an author who changes it changes it everywhere. */
    private void checkThresholdIsNew(ClinicalRule rule, Location at) {
        if (rule.literals().stream().noneMatch(l -> l instanceof Literal.Compare || l instanceof Literal.Ticked)) {
            return;
        }
        String tested = rule.literals().stream()
                        .map(l -> ((Literal.Test) l).question().id() + " " + ((Literal.Test) l).needs())
                        .sorted()
                        .toList()
                + " " + rule.policy();
        ClinicalRule before = thresholds.putIfAbsent(tested, rule);
        if (before != null) {
            faults.add(
                    at,
                    "'" + before.id() + "' (" + before.at()
                            + ") already has this test; keep each threshold in one rule");
        }
    }
}
