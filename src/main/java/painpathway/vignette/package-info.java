/**
 * Made-up patients with the advice expected for them: tests of the rules, cases for teaching, and samples on the
 * start page.
 *
 * <p>May use: folder, questionnaire, knowledge, rules, advice.
 */
@NullMarked
package painpathway.vignette;

import org.jspecify.annotations.NullMarked;
