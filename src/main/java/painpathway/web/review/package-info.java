/**
 * The review pack: every rule, red flag and disagreement for a clinician to read and sign, and how much has been reviewed.
 *
 * <p>May use: folder, questionnaire, knowledge, rules, advice, web, web.learn.
 */
@NullMarked
package painpathway.web.review;

import org.jspecify.annotations.NullMarked;
