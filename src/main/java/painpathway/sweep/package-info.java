/**
 * One question over all of its values, with what each of them does to every verdict.
 *
 * <p>May use: questionnaire, knowledge, rules, advice, logic.
 */
@NullMarked
package painpathway.sweep;

import org.jspecify.annotations.NullMarked;
