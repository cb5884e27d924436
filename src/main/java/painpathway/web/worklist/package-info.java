/**
 * Drafts and closed records, the most urgent first.
 *
 * <p>May use: knowledge, records, web, web.form.
 */
package painpathway.web.worklist;
