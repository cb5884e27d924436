/** What leaves the clinic on paper: PDF, and the sheet in plain words for the patient. It knows no page and no store. */
package painpathway.handover;
