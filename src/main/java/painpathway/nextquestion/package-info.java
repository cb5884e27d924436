/**
 * What to ask next: which answers can still change the advice, which question gets there soonest, and why the others
 * can be skipped. It works on truth values and needs no solver.
 *
 * <p>May use: folder, questionnaire, knowledge, rules, advice.
 */
@NullMarked
package painpathway.nextquestion;

import org.jspecify.annotations.NullMarked;
