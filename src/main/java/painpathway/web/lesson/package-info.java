/**
 * The pages of lessons: to read on one page, and to present part by part.
 *
 * <p>May use: lesson, web.learn.
 */
@NullMarked
package painpathway.web.lesson;

import org.jspecify.annotations.NullMarked;
