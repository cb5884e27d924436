/**
 * What leaves the clinic on paper: the letter to the specialist and the sheet for the patient, as a page and as a
 * PDF.
 *
 * <p>May use: folder, questionnaire, knowledge, rules, advice, records, api, web, web.form, web.advice.
 */
@NullMarked
package painpathway.handover;

import org.jspecify.annotations.NullMarked;
