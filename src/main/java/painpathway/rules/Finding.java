package painpathway.rules;

import java.util.List;

/**
 * A criterion or a pattern: met where any of its rules is.
 *
 * @param index position in {@link RuleBook#findings()}; criteria come first
 * @param label the sentence of its first rule
 */
public record Finding(int index, String id, Stage stage, String label, List<ClinicalRule> rules) {
}
