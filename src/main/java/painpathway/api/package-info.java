/**
 * The advisor as JSON over HTTP. The same answers always give the same bytes.
 *
 * <p>May use: folder, questionnaire, knowledge, rules, advice, logic, nextquestion, counterfactual, pathway.
 */
package painpathway.api;
