package painpathway.rules;

import java.util.List;

/**
 * A criterion or a pattern: met if any of its rules is.
 *
 * @param index position in {@link RuleBook#findings()}; criteria come first
 * @param label the sentence of its rule; of several rules, the words before the colon that they share, or else the first sentence
 */
public record Finding(int index, String id, Stage stage, String label, List<ClinicalRule> rules) {}
