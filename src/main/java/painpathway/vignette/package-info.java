/**
 * Patients with the advice expected for them, made up or published by others: tests of the rules, cases for teaching, and samples on the
 * start page.
 *
 * <p>May use: folder, questionnaire, knowledge, rules, advice.
 */
@NullMarked
package painpathway.vignette;

import org.jspecify.annotations.NullMarked;
