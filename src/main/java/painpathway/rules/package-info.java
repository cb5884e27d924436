/**
 * The rules, read from DRL, cross-checked, and evaluated twice: by Drools, and in plain Java. Rule files import
 * {@code Criteria}, {@code Findings} and {@code RuleVerbs}, so these names stay.
 *
 * <p>May use: folder, questionnaire, knowledge, calculator.
 */
@NullMarked
package painpathway.rules;

import org.jspecify.annotations.NullMarked;
