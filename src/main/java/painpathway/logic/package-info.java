/**
 * The rules as propositional formulas for a SAT solver. It shares no code with the other two readings of the rules
 * beyond the names of things.
 *
 * <p>May use: folder, questionnaire, knowledge, rules, advice.
 */
@NullMarked
package painpathway.logic;

import org.jspecify.annotations.NullMarked;
