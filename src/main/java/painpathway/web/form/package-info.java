/**
 * The questions as a form: sending, reading and showing them, section by section or one at a time.
 *
 * <p>May use: questionnaire, knowledge, calculator, rules, advice, nextquestion, records, web.
 */
@NullMarked
package painpathway.web.form;

import org.jspecify.annotations.NullMarked;
