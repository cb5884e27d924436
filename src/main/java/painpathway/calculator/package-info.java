/**
 * Sums beside a question, such as a dose made of several medicines: read from the rules folder, and worked out.
 *
 * <p>May use: folder, questionnaire, knowledge.
 */
@NullMarked
package painpathway.calculator;

import org.jspecify.annotations.NullMarked;
