/**
 * From one set of answers to the whole advice: a verdict for every intervention, the reasons, and what is missing.
 *
 * <p>May use: folder, questionnaire, knowledge, rules.
 */
@NullMarked
package painpathway.advice;

import org.jspecify.annotations.NullMarked;
