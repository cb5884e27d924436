package painpathway.nextquestion;

import java.util.Arrays;
import java.util.List;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Urgency;
import painpathway.nextquestion.AdviceRules.AboutFlag;
import painpathway.nextquestion.AdviceRules.AboutObstacle;
import painpathway.nextquestion.ReachableAdvice.Entry;
import painpathway.nextquestion.RuleGraph.AnyOf;
import painpathway.nextquestion.RuleGraph.AskedWhen;
import painpathway.nextquestion.RuleGraph.Line;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;

/**
 * Which blank questions can still change the urgency, a verdict, a hold, a stance or a note. Those are relevant; so is every
 * safety question that may be due, and what is always asked, such as the complaint that a patient comes with.
 *
 * <p>It works backwards from the parts of the advice that are not certain yet: to the rules that decide them, the findings and
 * tests that decide those rules, and the questions behind the tests. For rules and findings it keeps apart whether being met
 * and not being met makes a difference. It never matters, for example, that a rule about a red flag is not met.
 *
 * <p>A question that is not relevant cannot change the advice. Its answer can get there only through tests, rules and findings,
 * and on each such way the analysis stopped somewhere: at a part of the advice that is certain, at a test, rule or finding that
 * is certain whatever is answered (see {@link ReachableTruths}), or at one that can change only in a way that makes no
 * difference further on. Answers only take possible values away, so what is irrelevant once stays irrelevant.
 */
final class RelevanceAnalysis {

    private final ReachableTruths reachable;
    private final ReachableAdvice advice;
    private final RuleGraph graph;
    // By place, and by the index of the rule, the finding or the question.
    private final TruthSet[][] rules;
    private final TruthSet[][] findings;
    private final boolean[][] questions;
    private int count;

    RelevanceAnalysis(ReachableTruths reachable) {
        this.reachable = reachable;
        this.advice = new ReachableAdvice(reachable);
        this.graph = reachable.graph();
        int places = reachable.places();
        this.rules = new TruthSet[places][graph.book().rules().size()];
        this.findings = new TruthSet[places][graph.findings().size()];
        this.questions = new boolean[places][graph.questions().size()];
        for (int place = 0; place < places; place++) {
            Arrays.fill(rules[place], TruthSet.NONE);
            Arrays.fill(findings[place], TruthSet.NONE);
        }
        markEntries();
        if (advice.raised(Urgency.EMERGENCY) != TruthSet.MET) {
            graph.advice().flags().forEach(this::markFlag);
            graph.advice().obstacles().forEach(this::markObstacle);
        }
        for (int place = 0; place < places; place++) {
            markRulesOfFindings(place);
            for (Question question : graph.alwaysAsked()) {
                markQuestion(question, place);
            }
        }
    }

    /** What the advice can still say. */
    ReachableAdvice advice() {
        return advice;
    }

    /** Whether an item is blank, can be due, and can still change something. */
    boolean relevant(Item item) {
        return questions[item.place()][item.question().index()];
    }

    /** How many items are relevant. */
    int count() {
        return count;
    }

    /** Whether it can still make a difference how a rule comes out. */
    boolean relevant(ClinicalRule rule, int place) {
        return rules[place][rule.index()] != TruthSet.NONE;
    }

    /** Whether it can still make a difference how a finding comes out. */
    boolean relevant(Finding finding, int place) {
        return findings[place][finding.index()] != TruthSet.NONE;
    }

    /** Whether it can still make a difference how a test comes out. */
    boolean relevant(AnswerTest test, int place) {
        TruthSet ofRule = rules[place][test.rule().index()];
        return reachable.test(test, place).openAmong(ofRule) != TruthSet.NONE;
    }

    /** Whether it can make a difference, at any place where the item counts, how a test of it comes out. */
    boolean relevant(AnswerTest test, Item item) {
        for (int place = 0; place < reachable.places(); place++) {
            if (item.countsAt(place) && relevant(test, place)) {
                return true;
            }
        }
        return false;
    }

    // ------------------------------------------------------------------ from the advice to its rules

    /**
     * Marks what makes a difference about some rules, as far as it is open: that they are met, that they are not, or both.
     * Follows each newly marked one backwards.
     */
    private void mark(AnyOf some, int place, TruthSet which) {
        if (which == TruthSet.NONE || reachable.any(some, place).certain()) {
            return;
        }
        TruthSet[] marks = rules[place];
        for (ClinicalRule rule : some.rules()) {
            TruthSet before = marks[rule.index()];
            TruthSet now = before.plus(reachable.rule(rule, place).openAmong(which));
            if (now != before) {
                marks[rule.index()] = now;
                markLines(rule, place);
                markTests(rule, place);
            }
        }
    }

    private void markEntries() {
        boolean urgencyDepends = advice.urgencyDependsOnSuggestions();
        for (int place = 0; place < advice.places(); place++) {
            for (Entry entry : advice.entries(place)) {
                // What is withheld can count for the urgency nevertheless.
                if (!entry.withheld()
                        || urgencyDepends && entry.about().intervention().procedure()) {
                    markVerdict(entry, place);
                }
                if (!entry.withheld() && entry.suggestable()) {
                    markShown(entry.about().cautions(), place);
                    markShown(entry.about().stances(), place);
                }
            }
        }
    }

    private void markVerdict(Entry entry, int place) {
        if (entry.refused()) {
            return;
        }
        // It matters that a rule is met until another of its kind certainly is. It matters that a rule is not met only
        // while the others can turn out not met, too.
        mark(entry.about().suggest(), place, entry.indicated().openAmong(TruthSet.MET_OR_NOT_MET));
        boolean suggestable = entry.suggestable();
        mark(
                entry.about().contraindicate(),
                place,
                entry.contraindicated().openAmong(suggestable ? TruthSet.MET_OR_NOT_MET : TruthSet.MET));
        if (suggestable) {
            markShown(entry.about().checks(), place);
            if (entry.contraindicated().can(Truth.NOT_MET)) {
                mark(entry.about().hold(), place, entry.held().openAmong(TruthSet.NOT_MET));
            }
        }
    }

    /** Rules that show a check, a note or a stance, in groups that show the same. Once one has shown it, the others add nothing. */
    private void markShown(List<AnyOf> groups, int place) {
        for (AnyOf same : groups) {
            mark(same, place, TruthSet.MET);
        }
    }

    private void markFlag(AboutFlag flag) {
        TruthSet raised = advice.raised(flag);
        boolean canWithhold = raised != TruthSet.MET && advice.anyLeft(flag.withholds());
        for (int place = 0; place < reachable.places(); place++) {
            for (Urgency urgency : AdviceRules.FLAG_URGENCIES) {
                if (canWithhold || urgencyDepends(urgency)) {
                    mark(flag.raise(urgency), place, TruthSet.MET);
                }
            }
        }
        for (int place = 0; place < advice.places(); place++) {
            for (Intervention intervention : raised.can(Truth.MET) ? flag.withholds() : List.<Intervention>of()) {
                if (!advice.entry(intervention, place).withheld()) {
                    mark(flag.allow(intervention), place, TruthSet.MET);
                }
            }
        }
    }

    /** Whether the urgency depends on flags of this urgency, where no emergency is certain. */
    private boolean urgencyDepends(Urgency urgency) {
        return switch (urgency) {
            case EMERGENCY -> true;
            case URGENT -> advice.raised(urgency) != TruthSet.MET;
            default -> advice.raised(urgency) != TruthSet.MET && advice.urgencyDependsOnSuggestions();
        };
    }

    private void markObstacle(AboutObstacle obstacle) {
        if (obstacle.contradiction()) {
            // It is there to catch a mistake in what was answered: nobody has to answer more for that.
            return;
        }
        boolean urgencyDepends = advice.raised(Urgency.URGENT) != TruthSet.MET && !advice.obstructed();
        if (advice.raised(obstacle) != TruthSet.MET && (urgencyDepends || advice.anyLeft(obstacle.withholds()))) {
            for (int place = 0; place < reachable.places(); place++) {
                mark(obstacle.raise(), place, TruthSet.MET);
            }
        }
    }

    // ------------------------------------------------------------------ from the rules to the questions

    private void markRulesOfFindings(int place) {
        // Patterns come after criteria and read nothing else, so a finding is complete when its turn comes.
        List<Finding> all = graph.findings();
        for (int i = all.size() - 1; i >= 0; i--) {
            TruthSet which = findings[place][i];
            if (which != TruthSet.NONE) {
                mark(graph.rulesOf(all.get(i)), place, which);
            }
        }
    }

    private void markLines(ClinicalRule rule, int place) {
        TruthSet ofRule = rules[place][rule.index()];
        TruthSet[] marks = findings[place];
        for (Line line : graph.lines(rule)) {
            int finding = line.finding().index();
            TruthSet ofLine = reachable.line(line, place).openAmong(ofRule);
            marks[finding] = marks[finding].plus(line.toFinding(ofLine));
        }
    }

    private void markTests(ClinicalRule criterion, int place) {
        for (AnswerTest test : graph.tests(criterion)) {
            if (relevant(test, place)) {
                test.inputs().forEach(q -> markQuestion(q, place));
            }
        }
    }

    /** Marks the question, if it is blank and can be due, and every blank question that decides whether it is due. */
    private void markQuestion(Question question, int place) {
        Item item = Item.at(question, place);
        AnswersSoFar answers = reachable.answers();
        TruthSet due = answers.due(item);
        if (answers.blank(item) && due.can(Truth.MET)) {
            if (relevant(item)) {
                return;
            }
            questions[item.place()][question.index()] = true;
            count++;
        }
        if (!due.certain()) {
            for (AskedWhen condition : graph.askedWhen(question)) {
                markParent(condition.parent(), question, place);
            }
        }
    }

    private void markParent(Question parent, Question question, int place) {
        if (question.perPain() || !parent.perPain()) {
            markQuestion(parent, place);
        } else {
            // The patient is asked if the answer about any place says so.
            for (int other = 0; other < reachable.places(); other++) {
                markQuestion(parent, other);
            }
        }
    }
}
