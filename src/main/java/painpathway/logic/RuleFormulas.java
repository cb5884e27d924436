package painpathway.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;
import painpathway.rules.Literal;
import painpathway.rules.Literal.OfFinding;
import painpathway.rules.Literal.Test;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;

/** Rules and findings under one policy. Each is certainly met, or certainly not met, or neither where something is unknown. */
public final class RuleFormulas {

    private final FormulaFactory f;
    private final RuleBook book;
    private final String policy;
    private final Definitions definitions;
    private final TestFormulas tests;
    private final ThreeValued[] rules;
    private final ThreeValued[] findings;

    /** Two formulas that are never both true. */
    private record ThreeValued(Formula met, Formula notMet) {}

    RuleFormulas(FormulaFactory f, RuleBook book, String policy, TestFormulas tests, Definitions definitions) {
        this.f = f;
        this.book = book;
        this.policy = policy;
        this.tests = tests;
        this.definitions = definitions;
        this.rules = new ThreeValued[book.rules().size()];
        this.findings = new ThreeValued[book.findings().size()];
        for (Stage stage : List.of(Stage.CRITERIA, Stage.PATTERNS)) {
            encodeRules(stage);
            encodeFindings(stage);
        }
        encodeRules(Stage.ADVICE);
    }

    /** Whether a rule is met. */
    public Formula met(ClinicalRule rule) {
        return rules[rule.index()].met;
    }

    /** Whether a rule is certainly not met. */
    public Formula notMet(ClinicalRule rule) {
        return rules[rule.index()].notMet;
    }

    /** Whether a finding is certainly met. */
    public Formula met(Finding finding) {
        return findings[finding.index()].met;
    }

    /** Whether a finding is certainly not met; neither of the two where it is unknown. */
    public Formula notMet(Finding finding) {
        return findings[finding.index()].notMet;
    }

    /** Whether a line of a rule about a finding is certainly met. */
    public Formula met(OfFinding line) {
        Finding finding = book.findings().get(line.finding());
        return line.wanted() ? met(finding) : notMet(finding);
    }

    private Formula notMet(OfFinding line) {
        Finding finding = book.findings().get(line.finding());
        return line.wanted() ? notMet(finding) : met(finding);
    }

    /** Whether one of these rules is met, of those that this policy applies and that are wanted. */
    Formula any(List<ClinicalRule> of, Predicate<ClinicalRule> wanted) {
        return f.or(applied(of).stream().filter(wanted).map(this::met).toList());
    }

    /** Whether each of these rules that this policy applies is certainly not met. */
    Formula none(List<ClinicalRule> of) {
        return f.and(applied(of).stream().map(this::notMet).toList());
    }

    private List<ClinicalRule> applied(List<ClinicalRule> all) {
        return all.stream().filter(r -> r.inForce(policy)).toList();
    }

    private void encodeRules(Stage stage) {
        for (ClinicalRule rule : book.rules()) {
            if (rule.stage() == stage) {
                rules[rule.index()] = rule.inForce(policy) ? encode(rule) : new ThreeValued(f.falsum(), f.verum());
            }
        }
    }

    private ThreeValued encode(ClinicalRule rule) {
        List<Formula> met = new ArrayList<>();
        List<Formula> notMet = new ArrayList<>();
        for (Literal literal : rule.literals()) {
            if (literal instanceof OfFinding line) {
                met.add(met(line));
                notMet.add(notMet(line));
            } else {
                met.add(tests.met((Test) literal));
                notMet.add(tests.notMet((Test) literal));
            }
        }
        return new ThreeValued(
                definitions.define("fires " + rule.index(), f.and(met)),
                definitions.define("fails " + rule.index(), f.or(notMet)));
    }

    private void encodeFindings(Stage stage) {
        for (Finding finding : book.findings()) {
            if (finding.stage() == stage) {
                List<ClinicalRule> of = book.rulesOf(finding, policy);
                Formula met = f.or(of.stream().map(this::met).toList());
                Formula notMet = f.and(of.stream().map(this::notMet).toList());
                findings[finding.index()] = new ThreeValued(
                        definitions.define("met " + finding.id(), met),
                        definitions.define("not met " + finding.id(), notMet));
            }
        }
    }
}
