/**
 * A case with other answers: what follows from a change, from every value of a question, and what parts two cases.
 *
 * <p>May use: folder, questionnaire, knowledge, rules, advice, vignette, counterfactual, sweep, web, web.form, web.learn.
 */
@NullMarked
package painpathway.web.whatif;

import org.jspecify.annotations.NullMarked;
