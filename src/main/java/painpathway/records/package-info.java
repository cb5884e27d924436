/** The stored data: drafts with every answer ever given to them, and closed records. It knows neither pages nor questions. */
package painpathway.records;
