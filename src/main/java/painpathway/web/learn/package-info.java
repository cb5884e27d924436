/**
 * Pages to read for educators: everything in a rules folder that has an id has a page, with what it reads and what reads
 * it. All of it is made from the rules in use.
 *
 * <p>May use: folder, questionnaire, knowledge, rules, advice, vignette, logic, lesson, audit, records, web, web.form.
 */
@NullMarked
package painpathway.web.learn;

import org.jspecify.annotations.NullMarked;
