package painpathway.rules;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.calculator.Calculators;
import painpathway.folder.Fault;
import painpathway.folder.RulesFolder;
import painpathway.knowledge.Catalogue;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;

/**
 * Everything in a rules folder, read once and cross-checked: the rules as logic, with the questionnaire and the catalogue.
 * Immutable and shared.
 */
public final class RuleBook {

    private final RulesFolder folder;
    private final String version;
    private final Questionnaire questionnaire;
    private final Catalogue catalogue;
    private final Calculators calculators;
    private final List<ClinicalRule> rules;
    private final List<Finding> findings;
    private final Map<String, Finding> byId = new HashMap<>();
    private final List<Fault> warnings;
    private final Map<String, ClinicalRule> byName = new HashMap<>();
    private final Map<String, PolicyRules> byPolicy = new LinkedHashMap<>();
    private final RulesByTarget byTarget;

    RuleBook(
            RulesFolder folder,
            Questionnaire questionnaire,
            Catalogue catalogue,
            Calculators calculators,
            List<ClinicalRule> rules,
            List<Finding> findings,
            List<Fault> warnings) {
        this.folder = folder;
        this.version = folder.version();
        this.questionnaire = questionnaire;
        this.catalogue = catalogue;
        this.calculators = calculators;
        this.rules = List.copyOf(rules);
        this.findings = List.copyOf(findings);
        this.warnings = List.copyOf(warnings);
        this.byTarget = new RulesByTarget(rules, catalogue);
        findings.forEach(f -> byId.put(f.id(), f));
        rules.forEach(r -> byName.put(r.name(), r));
        catalogue
                .policies()
                .forEach(policy -> byPolicy.put(policy.id(), new PolicyRules(this.rules, this.findings, policy.id())));
    }

    /** Reads a folder with all its rules. Throws {@link painpathway.folder.FaultyKnowledge} with every fault. */
    public static RuleBook load(RulesFolder folder) {
        return RuleBookLoader.load(folder);
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

    /** The sums beside questions. */
    public Calculators calculators() {
        return calculators;
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
    public @Nullable Finding finding(String id) {
        return byId.get(id);
    }

    /** The rule with this sentence, or null. */
    public @Nullable ClinicalRule rule(String name) {
        return byName.get(name);
    }

    /** What an author should look at, such as a criterion that nothing uses. */
    public List<Fault> warnings() {
        return warnings;
    }

    /** The ids of all policies. */
    public Set<String> policies() {
        return Collections.unmodifiableSet(byPolicy.keySet());
    }

    /** The advice rules of this verb that are about an intervention, by its id or one of its tags, under any policy. */
    public List<ClinicalRule> forIntervention(int intervention, Verb verb) {
        return byTarget.forIntervention(intervention, verb);
    }

    /** The advice rules of this verb that name this red flag, obstacle, check, note or stance, under any policy. */
    public List<ClinicalRule> naming(Verb verb, String subject) {
        return byTarget.naming(verb, subject);
    }

    /** The rules of a finding that count under a policy. */
    public List<ClinicalRule> rulesOf(Finding finding, String policy) {
        return under(policy).of(finding);
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

    /** The rules of a policy. */
    PolicyRules under(String policy) {
        PolicyRules rules = byPolicy.get(policy);
        if (rules == null) {
            throw new IllegalArgumentException("there is no policy '" + policy + "'");
        }
        return rules;
    }
}
