package painpathway.rules;

import java.util.Arrays;
import java.util.Map;
import painpathway.questionnaire.Truth;

/** The truth of findings, by id: the shape that {@link Criteria} and {@link Findings} share. Immutable. */
public abstract sealed class TruthTable permits Criteria, Findings {

    private final Map<String, Integer> indexes;
    private final Truth[] truths;

    TruthTable(Map<String, Integer> indexes, Truth[] truths) {
        this.indexes = indexes;
        this.truths = truths;
    }

    /** True if the finding is certainly met. */
    public boolean met(String finding) {
        return truth(finding) == Truth.MET;
    }

    /** True if the finding is certainly not met; false if it is unknown. */
    public boolean ruledOut(String finding) {
        return truth(finding) == Truth.NOT_MET;
    }

    /** The truth of the finding with this index. */
    public Truth truth(int finding) {
        return truths[finding];
    }

    private Truth truth(String finding) {
        Integer index = indexes.get(finding);
        if (index == null) {
            throw new IllegalArgumentException("there is no finding '" + finding + "'");
        }
        return truths[index];
    }

    Truth[] copyInto(int size) {
        return Arrays.copyOf(truths, size);
    }
}
