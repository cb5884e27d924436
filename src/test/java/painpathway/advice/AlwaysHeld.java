package painpathway.advice;

import java.util.List;
import painpathway.knowledge.Intervention;
import painpathway.rules.ClinicalRule;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/** Whether every indication of an intervention comes with a hold: then "conditional" is the most it can be. */
public final class AlwaysHeld {

    private AlwaysHeld() {}

    /** True where each suggesting rule's lines include all lines of some holding rule, under each policy. */
    public static boolean of(RuleBook book, Intervention intervention) {
        List<ClinicalRule> holds = book.forIntervention(intervention.index(), Verb.HOLD);
        for (ClinicalRule suggest : book.forIntervention(intervention.index(), Verb.SUGGEST)) {
            boolean held = holds.stream()
                    .anyMatch(h -> (h.policy() == null || h.policy().equals(suggest.policy()))
                            && suggest.literals().containsAll(h.literals()));
            if (!held) {
                return false;
            }
        }
        return true;
    }
}
