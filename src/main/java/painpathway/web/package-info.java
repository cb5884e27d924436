/** The pages for nurses: the same answers and the same advice as the API, as HTML. Nothing is stored; the form carries it all. */
package painpathway.web;
