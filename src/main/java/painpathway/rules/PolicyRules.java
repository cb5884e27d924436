package painpathway.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Truth;

/** The rules of one policy, laid out in arrays to be evaluated in plain Java, because every run goes through all of them. */
final class PolicyRules {

    private final int rules;
    private final ClinicalRule[] criteria;
    private final ClinicalRule[] patterns;
    private final ClinicalRule[] advice;
    private final Literal.Test[][] tests;
    private final Literal.OfFinding[][] ofPatterns;
    private final Literal.OfFinding[][] ofAdvice;
    private final List<List<ClinicalRule>> byFinding;
    /** The indexes of the rules of each finding. */
    private final int[][] anyOf;

    private final int criteriaCount;
    private final Map<String, Integer> findingIndexes = new HashMap<>();

    PolicyRules(List<ClinicalRule> all, List<Finding> findings, String policy) {
        this.rules = all.size();
        this.criteria = of(all, Stage.CRITERIA, policy);
        this.patterns = of(all, Stage.PATTERNS, policy);
        this.advice = of(all, Stage.ADVICE, policy);
        this.tests = Arrays.stream(criteria)
                .map(r -> r.literals().toArray(Literal.Test[]::new))
                .toArray(Literal.Test[][]::new);
        this.ofPatterns = lines(patterns);
        this.ofAdvice = lines(advice);
        this.byFinding = findings.stream()
                .map(f -> f.rules().stream().filter(r -> r.inForce(policy)).toList())
                .toList();
        this.anyOf = byFinding.stream()
                .map(own -> own.stream().mapToInt(ClinicalRule::index).toArray())
                .toArray(int[][]::new);
        this.criteriaCount =
                (int) findings.stream().filter(f -> f.stage() == Stage.CRITERIA).count();
        // Interned, like the constants in compiled rules, so that a look-up ends at the first comparison.
        findings.forEach(f -> findingIndexes.put(f.id().intern(), f.index()));
    }

    private static ClinicalRule[] of(List<ClinicalRule> all, Stage stage, String policy) {
        return all.stream().filter(r -> r.stage() == stage && r.inForce(policy)).toArray(ClinicalRule[]::new);
    }

    private static Literal.OfFinding[][] lines(ClinicalRule[] rules) {
        return Arrays.stream(rules)
                .map(r -> r.literals().toArray(Literal.OfFinding[]::new))
                .toArray(Literal.OfFinding[][]::new);
    }

    /** The rules of a stage. */
    ClinicalRule[] of(Stage stage) {
        return switch (stage) {
            case CRITERIA -> criteria;
            case PATTERNS -> patterns;
            case ADVICE -> advice;
        };
    }

    List<ClinicalRule> of(Finding finding) {
        return byFinding.get(finding.index());
    }

    /** The truth of every rule, by index; so far only criterion rules can be anything but not met. */
    Truth[] evaluateCriteria(Answers answers) {
        Truth[] truths = new Truth[rules];
        Arrays.fill(truths, Truth.NOT_MET);
        for (int i = 0; i < tests.length; i++) {
            Truth truth = Truth.MET;
            for (Literal.Test test : tests[i]) {
                truth = truth.and(test.truth(answers));
            }
            truths[criteria[i].index()] = truth;
        }
        return truths;
    }

    /** Adds the truth of every pattern rule. */
    void evaluatePatterns(Criteria known, Truth[] truths) {
        evaluate(patterns, ofPatterns, known, truths);
    }

    /** Adds the truth of every advice rule. */
    void evaluateAdvice(Findings known, Truth[] truths) {
        evaluate(advice, ofAdvice, known, truths);
    }

    private static void evaluate(ClinicalRule[] rules, Literal.OfFinding[][] lines, TruthTable known, Truth[] truths) {
        for (int i = 0; i < lines.length; i++) {
            Truth truth = Truth.MET;
            for (Literal.OfFinding line : lines[i]) {
                truth = truth.and(line.truth(known.truth(line.finding())));
                if (truth == Truth.NOT_MET) {
                    break;
                }
            }
            truths[rules[i].index()] = truth;
        }
    }

    /** The truth of every criterion: met if any of its rules is, not met if none of them can be. */
    Criteria criteria(Truth[] rules) {
        Truth[] truths = new Truth[criteriaCount];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = any(anyOf[i], rules);
        }
        return new Criteria(findingIndexes, truths);
    }

    /** The criteria with every pattern beside them. */
    Findings findings(Criteria known, Truth[] rules) {
        Truth[] truths = known.copyInto(anyOf.length);
        for (int i = criteriaCount; i < truths.length; i++) {
            truths[i] = any(anyOf[i], rules);
        }
        return new Findings(findingIndexes, truths);
    }

    private static Truth any(int[] anyOf, Truth[] rules) {
        Truth any = Truth.NOT_MET;
        for (int rule : anyOf) {
            any = any.or(rules[rule]);
        }
        return any;
    }
}
