package painpathway.advice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.knowledge.Intervention;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Finding;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;
import painpathway.rules.Verb;

/**
 * Turns the rules of one run into reasons. It uses the truths found in that run and evaluates nothing again.
 * The short form keeps the decisive lines; the full form has every line down to the answers.
 */
final class Explainer {

    /** The verbs that are about an intervention, the weightiest first. */
    private static final List<Verb> ABOUT_INTERVENTIONS =
            List.of(Verb.CONTRAINDICATE, Verb.SUGGEST, Verb.HOLD, Verb.SUPPORT, Verb.CAUTION, Verb.STANCE);

    private final RuleBook book;
    private final Nearness nearness;
    private final Conclusions run;
    private final Assumptions assumptions;
    private final boolean full;
    private final TestedAnswers answers;
    /** Many rules read the same finding, so its line is made once a run, for each way in which a rule can want it. */
    private final Reason.@Nullable Line[] made;

    private final @Nullable Reason[] reasons;

    Explainer(RuleBook book, Nearness nearness, Conclusions run, Assumptions assumptions, boolean full) {
        this.book = book;
        this.nearness = nearness;
        this.run = run;
        this.assumptions = assumptions;
        this.full = full;
        this.answers = new TestedAnswers(book.questionnaire(), run.answers(), full);
        this.made = new Reason.Line[4 * book.findings().size()];
        this.reasons = new Reason[book.rules().size()];
    }

    /** The rule with its lines. */
    Reason reason(ClinicalRule rule) {
        Reason reason = reasons[rule.index()];
        if (reason == null) {
            Truth truth = run.truth(rule);
            reason = new Reason(
                    rule,
                    truth,
                    Assumptions.said(assumptions.behind(rule)),
                    lines(rule, truth, !rule.verb().isAgainst()));
            reasons[rule.index()] = reason;
        }
        return reason;
    }

    /** Every rule of the policy about an intervention, deciding rules first. */
    List<Reason> everyRule(Intervention intervention) {
        List<Reason> all = new ArrayList<>();
        for (Verb verb : ABOUT_INTERVENTIONS) {
            List<ClinicalRule> rules = new ArrayList<>();
            for (ClinicalRule rule : book.forIntervention(intervention.index(), verb)) {
                if (rule.inForce(run.policy())) {
                    rules.add(rule);
                }
            }
            rules.sort(
                    Comparator.comparing((ClinicalRule rule) -> run.truth(rule)).thenComparing(nearest()));
            rules.forEach(rule -> all.add(reason(rule)));
        }
        return List.copyOf(all);
    }

    /** The order of rules that come to the same in this run: the nearest to the patient first. */
    Comparator<ClinicalRule> nearest() {
        return Comparator.comparingLong(rule -> nearness.rank(rule, run));
    }

    /** {@code wanted}: whether the patient is better off if the rule fires; gaps are shown for what prevents the better outcome. */
    private List<Reason.Line> lines(ClinicalRule rule, Truth truth, boolean wanted) {
        List<Reason.Line> lines = new ArrayList<>(rule.literals().size());
        for (Literal literal : full || truth == Truth.MET ? rule.literals() : nearness.decisiveFirst(rule)) {
            if (literal instanceof Literal.OfFinding of) {
                Truth holds = of.truth(run.findings().truth(of.finding()));
                // Short form: a line that is met does not explain why a rule failed, so only failed or open lines stay.
                if (full || holds == truth) {
                    lines.add(line(of, wanted));
                }
            } else {
                lines.add(answerLine(rule, (Literal.Test) literal, wanted));
            }
        }
        return lines;
    }

    private Reason.Line answerLine(ClinicalRule rule, Literal.Test test, boolean wanted) {
        List<String> assumed = Assumptions.said(assumptions.of(test.question()));
        Truth truth = test.truth(run.answers());
        return new Reason.OfAnswer(rule, truth, assumed, answers.tested(test, wanted));
    }

    private Reason.Line line(Literal.OfFinding literal, boolean wanted) {
        int index = 4 * literal.finding() + (literal.wanted() ? 0 : 2) + (wanted ? 0 : 1);
        Reason.Line line = made[index];
        if (line == null) {
            line = make(literal, wanted == literal.wanted());
            made[index] = line;
        }
        return line;
    }

    private Reason.Line make(Literal.OfFinding literal, boolean wanted) {
        Finding finding = book.findings().get(literal.finding());
        Truth truth = run.findings().truth(finding.index());
        List<ClinicalRule> rules = book.rulesOf(finding, run.policy());
        boolean ruledOut = !literal.wanted();
        if (rules.size() == 1
                && rules.get(0).stage() == Stage.CRITERIA
                && rules.get(0).literals().size() == 1) {
            ClinicalRule rule = rules.get(0);
            Literal.Test test = (Literal.Test) rule.literals().get(0);
            List<String> assumed = Assumptions.said(assumptions.of(test.question()));
            return new Reason.OfAnswer(finding, ruledOut, rule, truth, assumed, answers.tested(test, wanted));
        }
        List<Reason.Line> because = new ArrayList<>();
        for (ClinicalRule rule : decisive(rules, truth)) {
            Truth ofRule = run.truth(rule);
            List<Reason.Line> inner = lines(rule, ofRule, wanted);
            if (rules.size() == 1) {
                because.addAll(inner);
            } else if (inner.size() == 1 && rule.stage() == Stage.CRITERIA) {
                because.add(inner.get(0));
            } else {
                List<String> assumed = Assumptions.said(assumptions.behind(rule));
                because.add(new Reason.OfAlternative(rule, ofRule, assumed, inner));
            }
        }
        List<String> assumed = Assumptions.said(assumptions.behind(finding.index()));
        return new Reason.OfFinding(finding, ruledOut, truth, assumed, rules.size() != 1, because);
    }

    /** The rules that explain a finding's truth: one that is met, or else all of them (short form: the nearest). */
    private List<ClinicalRule> decisive(List<ClinicalRule> rules, Truth truth) {
        if (full) {
            return rules;
        }
        List<ClinicalRule> same = new ArrayList<>(rules.size());
        for (ClinicalRule rule : rules) {
            if (run.truth(rule) == truth) {
                same.add(rule);
            }
        }
        if (truth == Truth.MET) {
            // One that stands on answers says more than one that rests on a blank.
            return List.of(same.stream()
                    .filter(rule -> assumptions.behind(rule).isEmpty())
                    .findFirst()
                    .orElse(same.get(0)));
        }
        boolean alternativeAnswers = same.isEmpty() || same.get(0).stage() == Stage.CRITERIA;
        return alternativeAnswers ? same : List.of(Collections.min(same, nearest()));
    }
}
