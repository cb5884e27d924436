/**
 * The advisor as JSON over HTTP. The same answers always give the same bytes.
 *
 * <p>May use: folder, questionnaire, knowledge, rules, advice, logic, nextquestion, counterfactual, pathway.
 */
@NullMarked
package painpathway.api;

import org.jspecify.annotations.NullMarked;
