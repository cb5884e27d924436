/** The pages for nurses: the same answers and the same advice as the API, as HTML. Drafts and records do the storing. */
package painpathway.web;
