/**
 * The map from one intervention to the next, and where a patient stands on it.
 *
 * <p>May use: folder, questionnaire, knowledge, rules, advice, counterfactual.
 */
@NullMarked
package painpathway.pathway;

import org.jspecify.annotations.NullMarked;
