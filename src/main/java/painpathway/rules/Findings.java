package painpathway.rules;

import java.util.Map;
import painpathway.questionnaire.Truth;

/** The fact of the third stage: every criterion and every pattern met, not met or unknown. */
public final class Findings extends TruthTable {
    Findings(Map<String, Integer> indexes, Truth[] truths) {
        super(indexes, truths);
    }
}
