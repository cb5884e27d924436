package painpathway.advice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;

/** One painful place, by its position among the patient's, with the run of the rules over its answers. */
record PlaceRun(int pain, Answers answers, Conclusions run, Assumptions assumptions, Explainer explainer) {

    /** Whether any of these rules is met: met if one is, not met if none can be. */
    Truth any(List<ClinicalRule> rules) {
        Truth any = Truth.NOT_MET;
        for (ClinicalRule rule : rules) {
            any = any.or(run.truth(rule));
        }
        return any;
    }

    /** Those of the rules that have this truth here. */
    List<ClinicalRule> with(Truth truth, List<ClinicalRule> rules) {
        List<ClinicalRule> found = new ArrayList<>();
        for (ClinicalRule rule : rules) {
            if (run.truth(rule) == truth && rule.inForce(run.policy())) {
                found.add(rule);
            }
        }
        return found;
    }

    /** Those of the rules that have this truth here, as reasons. */
    List<Reason> reasons(Truth truth, List<ClinicalRule> rules) {
        List<Reason> reasons = new ArrayList<>();
        for (ClinicalRule rule : rules) {
            if (run.truth(rule) == truth && rule.inForce(run.policy())) {
                reasons.add(explainer.reason(rule));
            }
        }
        return reasons;
    }

    /** Whether to look at a question here: one about the patient only at the first place, since it is the same at all of them. */
    boolean asksHere(Question question) {
        return question.perPain() || pain == 0;
    }

    /** The place that a question is about; null for one about the patient. */
    @Nullable
    Integer placeOf(Question question) {
        return question.perPain() ? pain : null;
    }
}
