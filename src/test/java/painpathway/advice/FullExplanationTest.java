package painpathway.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import painpathway.Patients;
import painpathway.ShippedRules;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Verb;
import painpathway.vignette.Vignette;

/**
 * The full form of a reason says everything: from its lines alone, read as a person would read them, every verdict comes out again.
 * Nothing here asks the rule book whether something holds.
 */
class FullExplanationTest {

    private static final int GENERATED = 2_000;
    private static final Pattern COMPARISON = Pattern.compile("(>=|>|<=|<) (-?[0-9.]+)");
    private static final Pattern TICKED = Pattern.compile("at least (\\d+) ticked");

    private int lines;
    private int gaps;
    private int assumed;

    @Test
    void everyVerdictFollowsFromItsOwnTree() {
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            check(vignette.assessment());
        }
        Patients patients = new Patients(ShippedRules.BOOK, 3);
        for (int i = 0; i < GENERATED; i++) {
            check(
                    i % 3 == 0
                            ? patients.any(0.2 + 0.1 * (i % 9))
                            : patients.like(ShippedRules.VIGNETTES.get(i % ShippedRules.VIGNETTES.size()), 1 + i % 6));
        }
        assertThat(lines).isGreaterThan(1_000_000);
        assertThat(gaps).isPositive();
        assertThat(assumed).isPositive();
    }

    private void check(Assessment assessment) {
        Explained explained = ShippedRules.PLAIN.explain(assessment);
        assertThat(explained.explanations()).hasSameSizeAs(explained.advice().interventions());
        for (int i = 0; i < explained.explanations().size(); i++) {
            Explanation explanation = explained.explanations().get(i);
            InterventionAdvice entry = explained.advice().interventions().get(i);
            assertThat(explanation.intervention()).isEqualTo(entry.intervention());
            if (derived(explanation) != entry.underlying()) {
                throw new AssertionError(entry.intervention().id() + " is " + entry.underlying() + " but its tree says "
                        + derived(explanation) + " for " + assessment);
            }
        }
    }

    /** The table of the design, once more. */
    private Verdict derived(Explanation explanation) {
        Truth against = any(explanation, Verb.CONTRAINDICATE);
        Truth indicated = any(explanation, Verb.SUGGEST);
        Truth held = any(explanation, Verb.HOLD);
        if (against == Truth.MET) {
            return Verdict.CONTRAINDICATED;
        }
        if (indicated != Truth.MET) {
            return indicated == Truth.UNKNOWN ? Verdict.NEEDS_INFORMATION : Verdict.NOT_INDICATED;
        }
        if (against == Truth.UNKNOWN || held == Truth.UNKNOWN) {
            return Verdict.PROVISIONAL;
        }
        return held == Truth.MET ? Verdict.CONDITIONAL : Verdict.CANDIDATE;
    }

    private Truth any(Explanation explanation, Verb verb) {
        List<Truth> truths = new ArrayList<>();
        for (Reason reason : explanation.rules()) {
            if (reason.rule().verb() == verb) {
                assertThat(reason.because()).hasSameSizeAs(reason.rule().literals());
                truths.add(same(
                        reason.truth(), all(reason.because()), reason.rule().name()));
            }
        }
        return or(truths);
    }

    private Truth all(List<Reason.Line> because) {
        return because.stream()
                .map(line -> {
                    Truth truth = truth(line);
                    return line.ruledOut() ? turned(truth) : truth;
                })
                .max(java.util.Comparator.naturalOrder())
                .orElseThrow();
    }

    private Truth truth(Reason.Line line) {
        lines++;
        assertThat(line.rule().citation()).isNotNull();
        if (line instanceof Reason.OfAnswer answer) {
            gaps += answer.tested().gap() == null ? 0 : 1;
            assumed += line.assumed() ? 1 : 0;
            return same(line.truth(), ofAnswer(answer), line.text());
        }
        boolean anyOf = line instanceof Reason.OfFinding of && of.anyOf();
        Truth truth = anyOf ? or(line.because().stream().map(this::truth).toList()) : all(line.because());
        return same(line.truth(), truth, line.text());
    }

    private static Truth ofAnswer(Reason.OfAnswer line) {
        if (line.tested().due() == Truth.NOT_MET) {
            assertThat(line.assumed()).isFalse();
            assertThat(line.tested().answered()).isNull();
            return Truth.NOT_MET;
        }
        if (line.tested().answered() == null) {
            return Truth.UNKNOWN;
        }
        assertThat(line.tested().due()).isEqualTo(Truth.MET);
        return passes(line.tested().answered(), line.tested().needs()) ? Truth.MET : Truth.NOT_MET;
    }

    /** Reads the need as it is written. */
    private static boolean passes(Object answered, String needs) {
        Matcher comparison = COMPARISON.matcher(needs);
        if (answered instanceof Number number && comparison.matches()) {
            int sign = Double.compare(number.doubleValue(), Double.parseDouble(comparison.group(2)));
            return switch (comparison.group(1)) {
                case ">=" -> sign >= 0;
                case ">" -> sign > 0;
                case "<=" -> sign <= 0;
                default -> sign < 0;
            };
        }
        Matcher ticked = TICKED.matcher(needs);
        if (answered instanceof List<?> list) {
            long count = list.stream().filter(o -> !o.equals(Question.NONE)).count();
            return ticked.matches() ? count >= Integer.parseInt(ticked.group(1)) : list.contains(needs);
        }
        return Arrays.asList(needs.replaceFirst("^one of ", "").split(", ")).contains(answered);
    }

    private static Truth or(List<Truth> truths) {
        return truths.stream().min(java.util.Comparator.naturalOrder()).orElse(Truth.NOT_MET);
    }

    private static Truth turned(Truth truth) {
        return truth == Truth.MET ? Truth.NOT_MET : truth == Truth.NOT_MET ? Truth.MET : Truth.UNKNOWN;
    }

    private static Truth same(Truth stated, Truth found, String what) {
        if (stated != found) {
            throw new AssertionError("\"" + what + "\" is stated as " + stated + " but follows as " + found);
        }
        return stated;
    }

    @Test
    void everyRuleInForceIsThereOnceWithTheDecisiveOnesFirst() {
        for (Vignette vignette : ShippedRules.VIGNETTES.subList(0, 50)) {
            for (Explanation explanation :
                    ShippedRules.PLAIN.explain(vignette.assessment()).explanations()) {
                Map<Verb, List<Reason>> byVerb = new TreeMap<>();
                explanation
                        .rules()
                        .forEach(r -> byVerb.computeIfAbsent(r.rule().verb(), v -> new ArrayList<>())
                                .add(r));
                for (Verb verb : List.of(
                        Verb.SUGGEST, Verb.SUPPORT, Verb.CONTRAINDICATE, Verb.HOLD, Verb.CAUTION, Verb.STANCE)) {
                    List<ClinicalRule> all =
                            ShippedRules.BOOK
                                    .forIntervention(explanation.intervention().index(), verb)
                                    .stream()
                                    .filter(r -> r.inForce(vignette.assessment().policy()))
                                    .toList();
                    List<Reason> told = byVerb.getOrDefault(verb, List.of());
                    assertThat(told.stream().map(Reason::rule)).containsExactlyInAnyOrderElementsOf(all);
                    assertThat(told.stream().map(Reason::truth)).isSorted();
                }
            }
        }
    }

    @Test
    void aGapIsTheDistanceToTheNearestNumberThatServes() {
        int seen = 0;
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            for (Explanation explanation :
                    ShippedRules.PLAIN.explain(vignette.assessment()).explanations()) {
                for (Reason reason : explanation.rules()) {
                    for (Reason.OfAnswer leaf : leaves(reason.because())) {
                        Reason.Tested line = leaf.tested();
                        if (line.gap() != null
                                && line.answered() instanceof Number number
                                && line.question().type() == Question.Type.INTEGER) {
                            double by = line.gap().over()
                                    ? -line.gap().by()
                                    : line.gap().by();
                            boolean now = passes(number, line.needs());
                            assertThat(passes(number.doubleValue() + by, line.needs()))
                                    .isEqualTo(!now);
                            assertThat(passes(number.doubleValue() + by - Math.signum(by), line.needs()))
                                    .isEqualTo(now);
                            assertThat(line.gap().unit())
                                    .isEqualTo(line.question().unit());
                            seen++;
                        }
                    }
                }
            }
        }
        assertThat(seen).isPositive();
    }

    private static List<Reason.OfAnswer> leaves(List<Reason.Line> lines) {
        List<Reason.OfAnswer> leaves = new ArrayList<>();
        for (Reason.Line line : lines) {
            if (line instanceof Reason.OfAnswer leaf) {
                leaves.add(leaf);
            }
            leaves.addAll(leaves(line.because()));
        }
        return leaves;
    }
}
