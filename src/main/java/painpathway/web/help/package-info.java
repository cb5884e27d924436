/**
 * How to use the advisor, and what its words mean.
 *
 * <p>May use: questionnaire, knowledge, rules, advice.
 */
@NullMarked
package painpathway.web.help;

import org.jspecify.annotations.NullMarked;
