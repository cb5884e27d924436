package painpathway.nextquestion;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import painpathway.advice.Verdict;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Question.Condition;
import painpathway.rules.ClinicalRule;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/**
 * What is still at stake, given an {@link ReachableTruths}: which rules and findings can still change the urgency, a verdict, a hold, a stance or a
 * note, and therefore which blank questions can. It works backwards from the advice: whatever cannot reach anything open is not at stake.
 * For rules and findings it tracks separately whether being met and being ruled out matters. More answers only ever take
 * questions away.
 */
final class RelevanceAnalysis {

    private static final byte BOTH = TruthSet.MET | TruthSet.NOT_MET;
    private static final int[] NONE = {};
    private static final List<Urgency> FLAG_URGENCIES = List.of(Urgency.EMERGENCY, Urgency.URGENT, Urgency.ROUTINE);

    private final ReachableTruths outlook;
    private final RuleGraph wiring;
    private final RuleBook book;
    private final Catalogue catalogue;
    private final List<Intervention> interventions;
    /** By place and intervention: whether any indication, contraindication or hold can be met. */
    final byte[][] indicated;

    final byte[][] contraindicated;
    final byte[][] held;
    /** By place and intervention: whether a red flag or an obstacle withholds it for good. */
    final boolean[][] withheld;

    final byte[][] ruleStake;
    private final byte[][] findingStake;
    private final boolean[][] question;
    private final byte[] raised;
    private final byte[] raisedAt = new byte[Urgency.values().length];
    private final byte[] obstacle;
    private boolean blankSafety;
    private final boolean emergency;
    private final boolean urgent;
    private final boolean obstructed;
    /** Whether the urgency still depends on what is suggested, even if that is withheld. */
    private final boolean bySuggestions;

    RelevanceAnalysis(ReachableTruths outlook) {
        this.outlook = outlook;
        this.wiring = outlook.wiring();
        this.book = wiring.book;
        this.catalogue = book.catalogue();
        this.interventions = wiring.interventions;
        int places = outlook.places;
        this.indicated = new byte[places][interventions.size()];
        this.contraindicated = new byte[places][interventions.size()];
        this.held = new byte[places][interventions.size()];
        this.withheld = new boolean[places][interventions.size()];
        this.ruleStake = new byte[places][book.rules().size()];
        this.findingStake = new byte[places][book.findings().size()];
        this.question = new boolean[places][wiring.asked.size()];
        this.raised = new byte[wiring.flags.size()];
        for (int place = 0; place < places; place++) {
            for (int i = 0; i < interventions.size(); i++) {
                indicated[place][i] = outlook.any(wiring.rules(Verb.SUGGEST, i), place);
                contraindicated[place][i] = outlook.any(wiring.rules(Verb.CONTRAINDICATE, i), place);
                held[place][i] = outlook.any(wiring.rules(Verb.HOLD, i), place);
            }
        }
        raise();
        this.obstacle = new byte[wiring.obstacles.size()];
        boolean obstruct = false;
        for (int o = 0; o < obstacle.length; o++) {
            obstacle[o] = obstacle(o);
            obstruct |= obstacle[o] == TruthSet.MET;
        }
        this.emergency = raised(Urgency.EMERGENCY) == TruthSet.MET;
        this.urgent = raised(Urgency.URGENT) == TruthSet.MET;
        this.obstructed = obstruct;
        withholdings();
        this.bySuggestions = !emergency
                && !urgent
                && !obstructed
                && !suggestedForGood()
                && (raised(Urgency.ROUTINE) != TruthSet.MET || canStayOpen());
        stakes();
        propagate();
    }

    /** Whether a blank question can still change something, as far as the structure of the rules shows. Patient questions: place 0. */
    boolean open(Question asked, int place) {
        return question[asked.perPain() ? place : 0][asked.index()];
    }

    /** Whether it is at stake that a finding is met or ruled out. */
    boolean atStake(int finding, int place) {
        return findingStake[place][finding] != 0;
    }

    /** Whether it is at stake how a test of an answer comes out. */
    boolean testAtStake(int check, int place) {
        return openOnes(outlook.check[place][check], ruleStake[place][wiring.ruleOf[check]]) != 0;
    }

    /** Whether it is at stake if an answer passes one test; for a patient's question, at any place. */
    boolean matters(int check, Question asked, int place) {
        for (int at = asked.perPain() ? place : 0; at < (asked.perPain() ? place + 1 : outlook.places); at++) {
            if (testAtStake(check, at)) {
                return true;
            }
        }
        return false;
    }

    /** How many questions are at stake. */
    int count() {
        int count = 0;
        for (boolean[] place : question) {
            for (boolean one : place) {
                count += one ? 1 : 0;
            }
        }
        return count;
    }

    // ------------------------------------------------------------------ the certain part of the outcome

    private byte anywhere(int[] rules) {
        byte any = TruthSet.NOT_MET;
        for (int place = 0; place < outlook.places; place++) {
            any = TruthSet.or(any, outlook.any(rules, place));
        }
        return any;
    }

    private void raise() {
        Arrays.fill(raisedAt, TruthSet.NOT_MET);
        for (int f = 0; f < raised.length; f++) {
            raised[f] = TruthSet.NOT_MET;
            for (Urgency level : FLAG_URGENCIES) {
                byte of = anywhere(wiring.flagRules[f][level.ordinal()]);
                raised[f] = TruthSet.or(raised[f], of);
                raisedAt[level.ordinal()] = TruthSet.or(raisedAt[level.ordinal()], of);
            }
        }
    }

    private byte raised(Urgency urgency) {
        return raisedAt[urgency.ordinal()];
    }

    private byte obstacle(int index) {
        if (wiring.obstacles.get(index) == catalogue.blankSafetyQuestion()) {
            for (int place = 0; place < outlook.places; place++) {
                for (Question asked : wiring.safety) {
                    if (outlook.due[place][asked.index()] == TruthSet.MET && outlook.notKnown(asked, place)) {
                        return TruthSet.MET;
                    }
                    blankSafety |= TruthSet.can(outlook.due[place][asked.index()], TruthSet.MET)
                            && outlook.blank(asked, place);
                }
            }
            // A blank one is asked anyway, and the outcome stays open until then.
        }
        return anywhere(wiring.obstacleRules[index]);
    }

    private boolean suggestedForGood() {
        for (Intervention intervention : interventions) {
            for (int place = 0; place < outlook.places && intervention.procedure(); place++) {
                int i = intervention.index();
                if (indicated[place][i] == TruthSet.MET
                        && contraindicated[place][i] == TruthSet.NOT_MET
                        && !TruthSet.can(held[place][i], TruthSet.UNKNOWN)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a procedure that is not withheld can still end up undecided. */
    private boolean canStayOpen() {
        for (int place = 0; place < outlook.places; place++) {
            for (Intervention intervention : interventions) {
                int i = intervention.index();
                boolean undecided = TruthSet.can(indicated[place][i], TruthSet.UNKNOWN)
                        || suggestable(i, place)
                                && TruthSet.can((byte) (contraindicated[place][i] | held[place][i]), TruthSet.UNKNOWN);
                if (intervention.procedure()
                        && !withheld[place][i]
                        && contraindicated[place][i] != TruthSet.MET
                        && undecided) {
                    return true;
                }
            }
        }
        return false;
    }

    private void withholdings() {
        for (int place = 0; place < outlook.places; place++) {
            for (int i = 0; i < interventions.size(); i++) {
                withheld[place][i] = emergency && wiring.emergencyWithholds[i];
            }
            for (int o = 0; o < obstacle.length; o++) {
                for (int i : obstacle[o] == TruthSet.MET ? wiring.obstacleWithholds[o] : NONE) {
                    withheld[place][i] = true;
                }
            }
            for (int f = 0; f < raised.length; f++) {
                for (int i : raised[f] == TruthSet.MET ? wiring.flagWithholds[f] : NONE) {
                    withheld[place][i] |= !TruthSet.can(outlook.any(wiring.allows(f, i), place), TruthSet.MET);
                }
            }
        }
    }

    /** Whether this verdict is final: not indicated, contraindicated or withheld for good. */
    boolean closed(int intervention, int place) {
        return withheld[place][intervention]
                || indicated[place][intervention] == TruthSet.NOT_MET
                || contraindicated[place][intervention] == TruthSet.MET;
    }

    /** The verdicts that an entry can still get. */
    Set<Verdict> verdicts(int intervention, int place) {
        Set<Verdict> can = EnumSet.noneOf(Verdict.class);
        byte indication = indicated[place][intervention];
        byte against = contraindicated[place][intervention];
        byte hold = held[place][intervention];
        if (withheld(intervention)) {
            can.add(Verdict.WITHHELD);
        }
        if (withheld[place][intervention]) {
            return can;
        }
        add(can, Verdict.CONTRAINDICATED, TruthSet.can(against, TruthSet.MET) && indication != TruthSet.NOT_MET);
        if (against == TruthSet.MET) {
            return can;
        }
        add(can, Verdict.NOT_INDICATED, TruthSet.can(indication, TruthSet.NOT_MET));
        add(can, Verdict.NEEDS_INFORMATION, TruthSet.can(indication, TruthSet.UNKNOWN));
        if (TruthSet.can(indication, TruthSet.MET)) {
            boolean free = TruthSet.can(against, TruthSet.NOT_MET);
            add(
                    can,
                    Verdict.PROVISIONAL,
                    TruthSet.can(against, TruthSet.UNKNOWN) || free && TruthSet.can(hold, TruthSet.UNKNOWN));
            add(can, Verdict.CONDITIONAL, free && TruthSet.can(hold, TruthSet.MET));
            add(can, Verdict.CANDIDATE, free && TruthSet.can(hold, TruthSet.NOT_MET));
        }
        return can;
    }

    private static void add(Set<Verdict> verdicts, Verdict verdict, boolean possible) {
        if (possible) {
            verdicts.add(verdict);
        }
    }

    /** Whether some red flag or obstacle can withhold an intervention. */
    private boolean withheld(int intervention) {
        boolean can = wiring.emergencyWithholds[intervention] && TruthSet.can(raised(Urgency.EMERGENCY), TruthSet.MET);
        for (int f = 0; f < raised.length; f++) {
            can |= TruthSet.can(raised[f], TruthSet.MET)
                    && wiring.flags.get(f).withholds().contains(intervention);
        }
        for (int o = 0; o < obstacle.length; o++) {
            boolean stands = TruthSet.can(obstacle[o], TruthSet.MET)
                    || blankSafety && wiring.obstacles.get(o) == catalogue.blankSafetyQuestion();
            can |= stands && wiring.obstacles.get(o).withholds().contains(intervention);
        }
        return can;
    }

    // ------------------------------------------------------------------ what each part of the outcome depends on

    private void stakes() {
        for (int place = 0; place < outlook.places; place++) {
            for (Intervention intervention : interventions) {
                int i = intervention.index();
                if (!withheld[place][i] || bySuggestions && intervention.procedure()) {
                    verdict(i, place);
                }
                if (!withheld[place][i] && suggestable(i, place)) {
                    byArgument(Verb.CAUTION, i, place);
                }
                if (!withheld[place][i]) {
                    byArgument(Verb.STANCE, i, place);
                }
            }
        }
        flags();
        obstacles();
    }

    /** Whether the entry can become candidate, conditional or provisional. */
    boolean suggestable(int intervention, int place) {
        return TruthSet.can(indicated[place][intervention], TruthSet.MET)
                && contraindicated[place][intervention] != TruthSet.MET;
    }

    private void verdict(int i, int place) {
        byte indication = indicated[place][i];
        byte contraindication = contraindicated[place][i];
        if (indication == TruthSet.NOT_MET || contraindication == TruthSet.MET) {
            return;
        }
        // That a rule fails matters only while all of its kind can fail; that it is met matters only until another one
        // is.
        stake(wiring.rules(Verb.SUGGEST, i), place, openOnes(indication, BOTH));
        boolean suggestable = TruthSet.can(indication, TruthSet.MET);
        stake(
                wiring.rules(Verb.CONTRAINDICATE, i),
                place,
                openOnes(contraindication, suggestable ? BOTH : TruthSet.MET));
        if (suggestable) {
            byArgument(Verb.HOLD, i, place);
            if (TruthSet.can(contraindication, TruthSet.NOT_MET)) {
                stake(wiring.rules(Verb.HOLD, i), place, openOnes(held[place][i], TruthSet.NOT_MET));
            }
        }
    }

    /** Rules that show a check, a note or a stance. Once one of them has shown it, the others add nothing. */
    private void byArgument(Verb verb, int intervention, int place) {
        for (int[] same : wiring.byArgument(verb, intervention)) {
            if (outlook.any(same, place) != TruthSet.MET) {
                stake(same, place, TruthSet.MET);
            }
        }
    }

    private void flags() {
        if (emergency) {
            return;
        }
        for (int f = 0; f < raised.length; f++) {
            boolean withholds = raised[f] != TruthSet.MET && anyLeft(wiring.flagWithholds[f]);
            for (int place = 0; place < outlook.places; place++) {
                for (Urgency level : FLAG_URGENCIES) {
                    boolean urgency = level == Urgency.EMERGENCY
                            || level == Urgency.URGENT && !urgent
                            || level == Urgency.ROUTINE && bySuggestions && raised(level) != TruthSet.MET;
                    if (urgency || withholds) {
                        stake(wiring.flagRules[f][level.ordinal()], place, TruthSet.MET);
                    }
                }
                for (int i : wiring.flagWithholds[f]) {
                    int[] allows = wiring.allows(f, i);
                    if (TruthSet.can(raised[f], TruthSet.MET)
                            && !withheld[place][i]
                            && outlook.any(allows, place) != TruthSet.MET) {
                        stake(allows, place, TruthSet.MET);
                    }
                }
            }
        }
    }

    private void obstacles() {
        if (emergency) {
            return;
        }
        for (int o = 0; o < obstacle.length; o++) {
            if (obstacle[o] != TruthSet.MET && (!urgent && !obstructed || anyLeft(wiring.obstacleWithholds[o]))) {
                for (int place = 0; place < outlook.places; place++) {
                    stake(wiring.obstacleRules[o], place, TruthSet.MET);
                }
            }
        }
    }

    private boolean anyLeft(int[] some) {
        for (int i : some) {
            for (int place = 0; place < outlook.places; place++) {
                if (!withheld[place][i]) {
                    return true;
                }
            }
        }
        return false;
    }

    private void stake(int[] rules, int place, int which) {
        for (int rule : rules) {
            ruleStake[place][rule] |= openOnes(outlook.rule[place][rule], which);
        }
    }

    private static byte openOnes(byte truths, int which) {
        return (byte) ((TruthSet.open(truths, TruthSet.MET) ? which & TruthSet.MET : 0)
                | (TruthSet.open(truths, TruthSet.NOT_MET) ? which & TruthSet.NOT_MET : 0));
    }

    // ------------------------------------------------------------------ back to the questions

    private void propagate() {
        for (int place = 0; place < outlook.places; place++) {
            for (ClinicalRule rule : wiring.advice) {
                lines(rule, place);
            }
            // Patterns come after criteria and read nothing else.
            for (int finding = wiring.rulesOf.length - 1; finding >= 0; finding--) {
                if (findingStake[place][finding] != 0) {
                    stake(wiring.rulesOf[finding], place, findingStake[place][finding]);
                    for (int rule : wiring.rulesOf[finding]) {
                        if (wiring.isCriterion(rule)) {
                            checks(rule, place);
                        } else {
                            lines(book.rules().get(rule), place);
                        }
                    }
                }
            }
            for (Question asked : wiring.safety) {
                mark(asked, place);
            }
        }
    }

    private void lines(ClinicalRule rule, int place) {
        byte which = ruleStake[place][rule.index()];
        if (which != 0) {
            for (int line : wiring.parts[rule.index()]) {
                byte truths = outlook.line(line, place);
                byte open = openOnes(truths, which);
                findingStake[place][line >> 1] |= (line & 1) == 0 ? open : TruthSet.not(open);
            }
        }
    }

    private void checks(int rule, int place) {
        byte which = ruleStake[place][rule];
        if (which != 0) {
            for (int part : wiring.parts[rule]) {
                if (openOnes(outlook.check[place][part], which) != 0) {
                    for (Question asked : wiring.inputs[part]) {
                        mark(asked, place);
                    }
                }
            }
        }
    }

    /** The question, if it is blank and can be due, and every blank question that decides whether it is due. */
    private void mark(Question asked, int place) {
        int at = asked.perPain() ? place : 0;
        byte due = outlook.due[at][asked.index()];
        if (outlook.blank(asked, at) && TruthSet.can(due, TruthSet.MET)) {
            if (question[at][asked.index()]) {
                return;
            }
            question[at][asked.index()] = true;
        }
        if (due != TruthSet.MET && due != TruthSet.UNKNOWN && due != TruthSet.NOT_MET) {
            for (Condition condition : asked.askedWhen()) {
                Question parent = wiring.questionnaire.question(condition.question());
                if (asked.perPain() || !parent.perPain()) {
                    mark(parent, place);
                } else {
                    for (int other = 0; other < outlook.places; other++) {
                        mark(parent, other);
                    }
                }
            }
        }
    }
}
