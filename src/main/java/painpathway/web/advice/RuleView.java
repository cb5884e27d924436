package painpathway.web.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Reason;
import painpathway.rules.ClinicalRule;
import painpathway.rules.RuleBook;
import painpathway.web.Messages;

/**
 * A rule for or against an intervention, with its lines.
 *
 * @param role     what it does here: holds, supports, against, open or lacking
 * @param policy   the name of the one policy it belongs to; null if it belongs to all
 * @param ruledOut the lines about what only had to be ruled out
 */
public record RuleView(
        String role,
        ClinicalRule rule,
        @Nullable String policy,
        Sourced source,
        List<LineView> lines,
        List<LineView> ruledOut) {

    /** A rule with every line in its place. */
    public static RuleView of(Reason reason, RuleBook book, Messages words) {
        return new RuleViews(book, new Sources(book.catalogue()), words).whole(reason);
    }

    /**
     * One line of a rule: a finding or an answer.
     *
     * @param mark     met, ruled-out, failed, present or unknown
     * @param answered the answer behind it, in words; null if there is none
     * @param aside    where the answer comes from if it was not simply given; null otherwise
     * @param assumed  whether {@code aside} says what was assumed because nobody knew the answer
     */
    public record LineView(
            String mark,
            String text,
            @Nullable String answered,
            @Nullable String aside,
            boolean assumed,
            Sourced source,
            List<LineView> because) {

        boolean isRuledOut() {
            return mark.equals(RuleViews.RULED_OUT);
        }
    }

    /** Every rule that has something to say about this patient, and how many others were left out. */
    public record RuleTree(List<RuleView> rules, int others) {}
}
