/** The pages for nurses: the same answers and the same advice as the API, as HTML. They keep nothing themselves: drafts and records do. */
package painpathway.web;
