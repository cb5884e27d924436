package painpathway.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.folder.Fault;
import painpathway.folder.Faults;
import painpathway.folder.RulesFolder;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Policy;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.AssessmentReader;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.questionnaire.Truth;

/**
 * Everything in a rules folder, read once and cross-checked: the rules as logic, with the questionnaire and the catalogue.
 * Immutable and shared. It is also the second reading of the rules: {@link #run} evaluates them without Drools.
 */
public final class RuleBook implements Evaluator {

    private final RulesFolder folder;
    private final String version;
    private final Questionnaire questionnaire;
    private final Catalogue catalogue;
    private final List<ClinicalRule> rules;
    private final List<Finding> findings;
    private final Map<String, Integer> findingIndexes;
    private final int criteria;
    private final List<Fault> warnings;
    private final Map<String, ClinicalRule> byName = new HashMap<>();
    private final Map<String, InForce> inForce = new LinkedHashMap<>();
    private final List<Map<Verb, List<ClinicalRule>>> byIntervention = new ArrayList<>();
    private final Map<Verb, Map<String, List<ClinicalRule>>> byTarget = new EnumMap<>(Verb.class);

    /**
     * The rules of one policy, by stage. {@code tests} and {@code lines} are flat arrays of their literals, because every run goes through all of them:
     * a line is twice the index of its finding, plus one if the finding has to be ruled out. {@code anyOf} has the rules of each finding.
     */
    private record InForce(
            ClinicalRule[] criteria,
            ClinicalRule[] patterns,
            ClinicalRule[] advice,
            Literal.Test[][] tests,
            int[][] patternLines,
            int[][] adviceLines,
            int[][] anyOf,
            List<List<ClinicalRule>> byFinding) {}

    RuleBook(
            RulesFolder folder,
            Questionnaire questionnaire,
            Catalogue catalogue,
            List<ClinicalRule> rules,
            List<Finding> findings,
            List<Fault> warnings) {
        this.folder = folder;
        this.version = folder.version();
        this.questionnaire = questionnaire;
        this.catalogue = catalogue;
        this.rules = List.copyOf(rules);
        this.findings = List.copyOf(findings);
        this.findingIndexes = new HashMap<>();
        // Interned, like the constants in compiled rules, so that a look-up ends at the first comparison.
        findings.forEach(f -> findingIndexes.put(f.id().intern(), f.index()));
        this.criteria =
                (int) findings.stream().filter(f -> f.stage() == Stage.CRITERIA).count();
        this.warnings = List.copyOf(warnings);
        rules.forEach(r -> byName.put(r.name(), r));
        for (Policy policy : catalogue.policies()) {
            inForce.put(policy.id(), inForce(policy));
        }
        catalogue.interventions().forEach(i -> byIntervention.add(new EnumMap<>(Verb.class)));
        for (ClinicalRule rule : rules) {
            if (rule.target() != null) {
                byTarget.computeIfAbsent(rule.verb(), v -> new HashMap<>())
                        .computeIfAbsent(rule.target(), t -> new ArrayList<>())
                        .add(rule);
                for (int intervention : catalogue.targets(rule.target())) {
                    byIntervention
                            .get(intervention)
                            .computeIfAbsent(rule.verb(), v -> new ArrayList<>())
                            .add(rule);
                }
            }
        }
    }

    private InForce inForce(Policy policy) {
        ClinicalRule[] ofCriteria = of(Stage.CRITERIA, policy);
        ClinicalRule[] ofPatterns = of(Stage.PATTERNS, policy);
        ClinicalRule[] ofAdvice = of(Stage.ADVICE, policy);
        List<List<ClinicalRule>> byFinding = findings.stream()
                .map(f -> f.rules().stream().filter(r -> r.inForce(policy.id())).toList())
                .toList();
        return new InForce(
                ofCriteria,
                ofPatterns,
                ofAdvice,
                Arrays.stream(ofCriteria)
                        .map(r -> r.literals().toArray(Literal.Test[]::new))
                        .toArray(Literal.Test[][]::new),
                lines(ofPatterns),
                lines(ofAdvice),
                byFinding.stream()
                        .map(all -> all.stream().mapToInt(ClinicalRule::index).toArray())
                        .toArray(int[][]::new),
                byFinding);
    }

    private static int[][] lines(ClinicalRule[] rules) {
        return Arrays.stream(rules)
                .map(r -> r.literals().stream()
                        .mapToInt(
                                l -> 2 * ((Literal.OfFinding) l).finding() + (((Literal.OfFinding) l).wanted() ? 0 : 1))
                        .toArray())
                .toArray(int[][]::new);
    }

    private ClinicalRule[] of(Stage stage, Policy policy) {
        return rules.stream()
                .filter(r -> r.stage() == stage && r.inForce(policy.id()))
                .toArray(ClinicalRule[]::new);
    }

    /** Reads a folder with all its rules except drafts. Throws {@link painpathway.folder.FaultyKnowledge} with every fault. */
    public static RuleBook load(RulesFolder folder) {
        return load(folder, false);
    }

    /** Reads a folder; {@code drafts} also loads the rules marked as drafts, for educators. */
    public static RuleBook load(RulesFolder folder, boolean drafts) {
        Faults faults = new Faults();
        return new RuleBookLoader(folder, faults, drafts).load();
    }

    @Override
    public RuleBook book() {
        return this;
    }

    /** The folder that it was read from. */
    public RulesFolder folder() {
        return folder;
    }

    /** The knowledge version: a hash of the folder. */
    public String version() {
        return version;
    }

    /** The questions. */
    public Questionnaire questionnaire() {
        return questionnaire;
    }

    /** The knowledge besides the rules. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** All rules, by stage, file and line; a rule's position here is its index. */
    public List<ClinicalRule> rules() {
        return rules;
    }

    /** All criteria, then all patterns; a finding's position here is its index. */
    public List<Finding> findings() {
        return findings;
    }

    /** The finding with this id, or null. */
    public Finding finding(String id) {
        Integer index = findingIndexes.get(id);
        return index == null ? null : findings.get(index);
    }

    /** The rule with this sentence, or null. */
    public ClinicalRule rule(String name) {
        return byName.get(name);
    }

    /** What an author should look at, such as a criterion that nothing uses. */
    public List<Fault> warnings() {
        return warnings;
    }

    /** The ids of all policies. */
    public Collection<String> policies() {
        return inForce.keySet();
    }

    /** Reads a request with this book's questionnaire and policies; it needs at least this many painful places. */
    public AssessmentReader.Result read(Map<String, Object> request, int fewestPains) {
        return AssessmentReader.read(request, questionnaire, inForce.keySet(), catalogue.defaultPolicy(), fewestPains);
    }

    /** What of a request can be used by this book's questionnaire and policies: never nothing. */
    public Assessment usable(Map<String, Object> request) {
        return AssessmentReader.usable(request, questionnaire, inForce.keySet(), catalogue.defaultPolicy());
    }

    /** The advice rules of this verb that are about an intervention, by its id or one of its tags, under any policy. */
    public List<ClinicalRule> rulesFor(int intervention, Verb verb) {
        return byIntervention.get(intervention).getOrDefault(verb, List.of());
    }

    /** The advice rules of this verb with exactly this target (an intervention, tag, red flag or obstacle), under any policy. */
    public List<ClinicalRule> rulesAbout(Verb verb, String target) {
        return byTarget.getOrDefault(verb, Map.of()).getOrDefault(target, List.of());
    }

    /** The rules of a finding that count under a policy. */
    public List<ClinicalRule> rulesOf(Finding finding, String policy) {
        return rulesOf(policy).byFinding.get(finding.index());
    }

    /** The questions, as asked, that a rule depends on through every finding it reads. */
    public Set<Question> questionsBehind(ClinicalRule rule) {
        Set<Question> questions = new LinkedHashSet<>();
        questionsTested(rule).forEach(q -> questions.addAll(questionnaire.asksFor(q)));
        return questions;
    }

    /** The questions whose answers a rule tests, through every finding it reads; derived ones as they are. */
    public Set<Question> questionsTested(ClinicalRule rule) {
        Set<Question> questions = new LinkedHashSet<>();
        for (Literal literal : rule.literals()) {
            if (literal instanceof Literal.Test test) {
                questions.add(test.question());
            } else if (literal instanceof Literal.OfFinding of) {
                findings.get(of.finding()).rules().forEach(r -> questions.addAll(questionsTested(r)));
            }
        }
        return questions;
    }

    /** Evaluates every rule of a policy for one painful place, without Drools. */
    @Override
    public Conclusions run(Answers answers, String policy) {
        InForce now = rulesOf(policy);
        Truth[] truths = allNotMet();
        evaluateCriteria(now, answers, truths);
        Criteria criteriaFact = criteria(policy, truths);
        evaluate(now.patterns, now.patternLines, criteriaFact, truths);
        Findings findingsFact = findings(criteriaFact, policy, truths);
        evaluate(now.advice, now.adviceLines, findingsFact, truths);
        BitSet fired = new BitSet(truths.length);
        for (int i = 0; i < truths.length; i++) {
            if (truths[i] == Truth.MET) {
                fired.set(i);
            }
        }
        return new Conclusions(answers, policy, findingsFact, truths, fired);
    }

    private Truth[] allNotMet() {
        Truth[] truths = new Truth[rules.size()];
        Arrays.fill(truths, Truth.NOT_MET);
        return truths;
    }

    private static void evaluateCriteria(InForce now, Answers answers, Truth[] truths) {
        for (int i = 0; i < now.tests.length; i++) {
            Truth truth = Truth.MET;
            for (Literal.Test test : now.tests[i]) {
                truth = truth.and(test.truth(answers));
            }
            truths[now.criteria[i].index()] = truth;
        }
    }

    private static void evaluate(ClinicalRule[] rules, int[][] lines, TruthTable known, Truth[] truths) {
        for (int i = 0; i < lines.length; i++) {
            Truth truth = Truth.MET;
            for (int line : lines[i]) {
                Truth ofFinding = known.truth(line >> 1);
                truth = truth.and((line & 1) == 0 ? ofFinding : ofFinding.not());
                if (truth == Truth.NOT_MET) {
                    break;
                }
            }
            truths[rules[i].index()] = truth;
        }
    }

    // ------------------------------------------------------------------ completing the findings of Drools

    /** The truth of every criterion rule, given those that Drools fired. */
    Truth[] completeCriteria(Answers answers, String policy, BitSet drools) {
        InForce now = rulesOf(policy);
        Truth[] truths = allNotMet();
        evaluateCriteria(now, answers, truths);
        agree(now.criteria, truths, drools);
        return truths;
    }

    /** Adds the truth of every pattern rule, given those that Drools fired. */
    void completePatterns(Criteria known, String policy, Truth[] truths, BitSet drools) {
        InForce now = rulesOf(policy);
        complete(now.patterns, now.patternLines, known, truths, drools);
    }

    /** Adds the truth of every advice rule, given those that Drools fired. */
    void completeAdvice(Findings known, String policy, Truth[] truths, BitSet drools) {
        InForce now = rulesOf(policy);
        complete(now.advice, now.adviceLines, known, truths, drools);
    }

    private static void complete(ClinicalRule[] stage, int[][] lines, TruthTable known, Truth[] truths, BitSet drools) {
        evaluate(stage, lines, known, truths);
        agree(stage, truths, drools);
    }

    /**
     * Drools has open defects that silently lose a rule. No advice is better than a wrong one, so every run is
     * compared with the second reading, rule by rule; it costs a few microseconds.
     */
    private static void agree(ClinicalRule[] stage, Truth[] own, BitSet drools) {
        for (ClinicalRule rule : stage) {
            if ((own[rule.index()] == Truth.MET) != drools.get(rule.index())) {
                throw new IllegalStateException("Drools and the rule book disagree about the rule \"" + rule.name()
                        + "\" (" + rule.file() + ":" + rule.line() + ")");
            }
        }
    }

    /** The truth of every criterion: met if any of its rules is, not met if none of them can be. */
    Criteria criteria(String policy, Truth[] rules) {
        int[][] anyOf = rulesOf(policy).anyOf;
        Truth[] truths = new Truth[criteria];
        for (int i = 0; i < criteria; i++) {
            truths[i] = any(anyOf[i], rules);
        }
        return new Criteria(findingIndexes, truths);
    }

    /** The criteria with every pattern beside them. */
    Findings findings(Criteria known, String policy, Truth[] rules) {
        int[][] anyOf = rulesOf(policy).anyOf;
        Truth[] truths = known.copyInto(findings.size());
        for (int i = criteria; i < truths.length; i++) {
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

    private InForce rulesOf(String policy) {
        InForce now = inForce.get(policy);
        if (now == null) {
            throw new IllegalArgumentException("there is no policy '" + policy + "'");
        }
        return now;
    }
}
