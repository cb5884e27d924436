/**
 * Drafts and closed records, the most urgent first.
 *
 * <p>May use: questionnaire, knowledge, rules, advice, records, api, web, web.form.
 */
@NullMarked
package painpathway.web.worklist;

import org.jspecify.annotations.NullMarked;
