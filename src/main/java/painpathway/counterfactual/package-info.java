/**
 * The smallest changes of the answers that would give an intervention another verdict.
 *
 * <p>May use: folder, questionnaire, knowledge, rules, advice, logic.
 */
@NullMarked
package painpathway.counterfactual;

import org.jspecify.annotations.NullMarked;
