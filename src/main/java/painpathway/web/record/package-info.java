/**
 * A closed record: reading, comparing, amending, and advising again by the rules of today.
 *
 * <p>May use: questionnaire, rules, advice, api, records, web, web.form.
 */
@NullMarked
package painpathway.web.record;

import org.jspecify.annotations.NullMarked;
