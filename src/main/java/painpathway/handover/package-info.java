/** What leaves the clinic on paper: PDF, and the sheet in plain words for the patient. It knows neither pages nor the database. */
package painpathway.handover;
