/**
 * The rules as propositional formulas for a SAT solver. It shares with the other two readings the rules and questions as they were read,
 * and the arithmetic of derived numbers and comparisons; how lines make a rule, and rules a verdict, it says in its own way.
 *
 * <p>May use: folder, questionnaire, knowledge, rules, advice.
 */
@NullMarked
package painpathway.logic;

import org.jspecify.annotations.NullMarked;
