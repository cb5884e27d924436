/**
 * Lessons written in Markdown: read, checked against the rules folder that they are part of, and made into safe HTML. The only
 * package that knows the Markdown library.
 *
 * <p>May use: folder, questionnaire, knowledge, rules, vignette.
 */
@NullMarked
package painpathway.lesson;

import org.jspecify.annotations.NullMarked;
