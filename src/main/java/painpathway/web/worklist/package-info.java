/**
 * Drafts and closed records, the most urgent first.
 *
 * <p>May use: knowledge, records, web, web.form.
 */
@NullMarked
package painpathway.web.worklist;

import org.jspecify.annotations.NullMarked;
