/**
 * The advice in the order in which a nurse reads it.
 *
 * <p>May use: questionnaire, knowledge, rules, advice, web, web.form.
 */
@NullMarked
package painpathway.web.advice;

import org.jspecify.annotations.NullMarked;
