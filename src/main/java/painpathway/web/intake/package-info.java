/**
 * One intake from the first question to its closing: the start page, saving, the advice beside the questions, and
 * amendments that somebody else overtook.
 *
 * <p>May use: questionnaire, knowledge, rules, advice, vignette, logic, nextquestion, counterfactual, pathway, records, api, handover, web, web.form, web.advice, web.record.
 */
@NullMarked
package painpathway.web.intake;

import org.jspecify.annotations.NullMarked;
