/**
 * The pathway as a picture: from what is asked to what is advised, the whole of it folded by family or one intervention, with one
 * patient laid over it. Drawn from the rules in use. The only package that knows the layout library.
 *
 * <p>May use: folder, questionnaire, knowledge, rules, advice, pathway, web, web.learn.
 */
@NullMarked
package painpathway.web.map;

import org.jspecify.annotations.NullMarked;
