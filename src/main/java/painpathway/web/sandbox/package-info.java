/**
 * A copy of the rules to try changes in: edited in the browser, checked in a process of its own, and kept for a day at most. Nothing in a
 * sandbox reaches the rules in use.
 *
 * <p>May use: folder, questionnaire, knowledge, rules, advice, vignette, logic, audit, web.
 */
@NullMarked
package painpathway.web.sandbox;

import org.jspecify.annotations.NullMarked;
