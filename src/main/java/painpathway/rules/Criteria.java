package painpathway.rules;

import java.util.Map;
import painpathway.questionnaire.Truth;

/** The fact of the second stage: every criterion met, not met or unknown. */
public final class Criteria extends TruthTable {
    Criteria(Map<String, Integer> indexes, Truth[] truths) {
        super(indexes, truths);
    }
}
