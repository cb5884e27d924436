/** What is kept: drafts with every answer ever given to them, and closed records. It knows no page and no question. */
package painpathway.records;
