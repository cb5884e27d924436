package painpathway.audit;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.rules.ClinicalRule;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/** The verdicts that an intervention should be able to get, judging by the verbs of its rules. */
public final class AllowedVerdicts {

    private AllowedVerdicts() {}

    /** Read from the verbs alone, so that rules which can never be met together show up as a verdict that is never reached. */
    public static Set<Verdict> of(RuleBook book, Intervention intervention) {
        Set<Verdict> verdicts = new TreeSet<>();
        boolean suggested = has(book, intervention, Verb.SUGGEST);
        if (suggested && !alwaysHeld(book, intervention)) {
            verdicts.add(Verdict.CANDIDATE);
        }
        if (suggested && has(book, intervention, Verb.HOLD)) {
            verdicts.add(Verdict.CONDITIONAL);
        }
        if (suggested && intervention.procedure()) {
            verdicts.addAll(List.of(Verdict.NOT_INDICATED, Verdict.NEEDS_INFORMATION, Verdict.WITHHELD));
            if (has(book, intervention, Verb.HOLD) || has(book, intervention, Verb.CONTRAINDICATE)) {
                verdicts.add(Verdict.PROVISIONAL);
            }
        }
        if (has(book, intervention, Verb.CONTRAINDICATE)) {
            verdicts.add(Verdict.CONTRAINDICATED);
        }
        return verdicts;
    }

    private static boolean has(RuleBook book, Intervention intervention, Verb verb) {
        return !book.forIntervention(intervention.index(), verb).isEmpty();
    }

    /** True if the lines of every suggesting rule include all lines of some holding rule, so it can be "conditional" at most. */
    private static boolean alwaysHeld(RuleBook book, Intervention intervention) {
        List<ClinicalRule> holds = book.forIntervention(intervention.index(), Verb.HOLD);
        return book.forIntervention(intervention.index(), Verb.SUGGEST).stream()
                .allMatch(suggest -> holds.stream()
                        .anyMatch(
                                hold -> (hold.policy() == null || hold.policy().equals(suggest.policy()))
                                        && suggest.literals().containsAll(hold.literals())));
    }
}
