/**
 * A run of the rules over one case, step by step: the answers, each rule in the order in which Drools fired it, and the judging.
 *
 * <p>May use: folder, questionnaire, knowledge, rules, advice, web, web.advice, web.learn.
 */
@NullMarked
package painpathway.web.steps;

import org.jspecify.annotations.NullMarked;
