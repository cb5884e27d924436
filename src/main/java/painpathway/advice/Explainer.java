package painpathway.advice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Finding;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;

/**
 * Turns the rules of one run into reasons. It reads the truths of that very run and evaluates nothing anew.
 * The short form keeps the decisive lines; the full form has every line down to the answers.
 */
final class Explainer {

    private final RuleBook book;
    private final Conclusions run;
    private final boolean full;
    /** A finding is read by many rules; its line is made once a run: at twice its index, plus one where it has to be ruled out. */
    private final Reason.Line[] made;

    Explainer(RuleBook book, Conclusions run, boolean full) {
        this.book = book;
        this.run = run;
        this.full = full;
        this.made = new Reason.Line[2 * book.findings().size()];
    }

    /** The rule with its lines. */
    Reason reason(ClinicalRule rule) {
        Truth truth = run.truth(rule);
        return new Reason(rule, truth, lines(rule, truth));
    }

    /** How many lines keep the rule from holding: what orders near misses. */
    int lacking(ClinicalRule rule) {
        int lacking = 0;
        for (Literal literal : rule.literals()) {
            Literal.OfFinding of = (Literal.OfFinding) literal;
            Truth truth = of.truth(run.findings().truth(of.finding()));
            // A failed line weighs more than any number of open ones.
            lacking += truth == Truth.NOT_MET ? 100 : truth == Truth.UNKNOWN ? 1 : 0;
        }
        return lacking;
    }

    private List<Reason.Line> lines(ClinicalRule rule, Truth truth) {
        List<Reason.Line> lines = new ArrayList<>(rule.literals().size());
        for (Literal literal : rule.literals()) {
            if (literal instanceof Literal.OfFinding of) {
                Truth holds = of.truth(run.findings().truth(of.finding()));
                // Short form: what holds says nothing about why a rule failed, so only the failed (or open) lines stay.
                if (full || holds == truth) {
                    lines.add(line(of));
                }
            } else {
                lines.add(answerLine((Literal.Test) literal, rule));
            }
        }
        return lines;
    }

    private Reason.Line line(Literal.OfFinding literal) {
        int place = 2 * literal.finding() + (literal.wanted() ? 0 : 1);
        if (made[place] == null) {
            made[place] = make(literal);
        }
        return made[place];
    }

    private Reason.Line make(Literal.OfFinding literal) {
        Finding finding = book.findings().get(literal.finding());
        Truth truth = run.findings().truth(finding.index());
        List<ClinicalRule> rules = book.rulesOf(finding, run.policy());
        if (rules.size() == 1 && rules.get(0).stage() == Stage.CRITERIA && rules.get(0).literals().size() == 1) {
            ClinicalRule rule = rules.get(0);
            Reason.Line answer = answerLine((Literal.Test) rule.literals().get(0), rule);
            return new Reason.Line(finding, !literal.wanted(), rule.name(), rule, truth, answer.question(), answer.needs(), answer.answered(),
                    answer.due(), answer.assumed(), List.of());
        }
        List<Reason.Line> because = new ArrayList<>();
        for (ClinicalRule rule : decisive(rules, truth)) {
            Truth ofRule = run.truth(rule);
            List<Reason.Line> inner = lines(rule, ofRule);
            if (rules.size() == 1) {
                because.addAll(inner);
            } else if (inner.size() == 1 && rule.stage() == Stage.CRITERIA) {
                because.add(inner.get(0));
            } else {
                because.add(new Reason.Line(null, false, rule.name(), rule, ofRule, null, null, null, null, false, inner));
            }
        }
        return new Reason.Line(finding, !literal.wanted(), finding.label(), finding.rules().get(0), truth, null, null, null, null, false, because);
    }

    /** The rules of a finding that say why it has its truth: one that is met, or else all of them (short form: the nearest). */
    private List<ClinicalRule> decisive(List<ClinicalRule> rules, Truth truth) {
        if (full) {
            return rules;
        }
        List<ClinicalRule> same = new ArrayList<>(rules.size());
        for (ClinicalRule rule : rules) {
            if (run.truth(rule) == truth) {
                if (truth == Truth.MET) {
                    return List.of(rule);
                }
                same.add(rule);
            }
        }
        boolean alternativeAnswers = same.isEmpty() || same.get(0).stage() == Stage.CRITERIA;
        return alternativeAnswers ? same : List.of(Collections.min(same, Comparator.comparingInt(this::lacking)));
    }

    private Reason.Line answerLine(Literal.Test test, ClinicalRule rule) {
        Answers answers = run.answers();
        Question question = test.question();
        Truth due = answers.due(question);
        return new Reason.Line(null, false, rule.name(), rule, test.truth(answers), question, test.needs(), answers.value(question), due,
                answers.assumed(question) || due == Truth.NOT_MET, List.of());
    }
}
