/**
 * What is asked and what was answered: questions, branching, answers, and tests of them that know a third truth,
 * unknown. {@code Answers} is the fact that the first rules read.
 *
 * <p>May use: folder.
 */
@NullMarked
package painpathway.questionnaire;

import org.jspecify.annotations.NullMarked;
