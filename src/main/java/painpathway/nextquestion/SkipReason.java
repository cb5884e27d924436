package painpathway.nextquestion;

import org.jspecify.annotations.Nullable;
import painpathway.questionnaire.Question;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;

/** Why one way from a question to the advice leads nowhere, at one painful place. */
public sealed interface SkipReason {

    /** The painful place, from 0. */
    int place();

    /** The question is not asked because of the answer to {@code parent}. */
    record NotAsked(int place, Question parent) implements SkipReason {}

    /** No rule of the policy uses the question. */
    record NotUsed(int place) implements SkipReason {}

    /** It is certain whether the finding is met. */
    record FindingDecided(int place, Finding finding) implements SkipReason {}

    /** The finding can no longer be ruled out, and meeting it changes nothing. */
    record NeverRuledOut(int place, Finding finding) implements SkipReason {}

    /**
     * The rule can no longer be met.
     *
     * @param because the finding that prevents it; null where it is the answer itself
     */
    record NeverMet(int place, ClinicalRule rule, @Nullable Finding because) implements SkipReason {}

    /** The rule is about a part of the advice that nothing can change any more. */
    record NothingLeftToChange(int place, ClinicalRule rule) implements SkipReason {}
}
