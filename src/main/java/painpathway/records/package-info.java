/**
 * The database: drafts with every answer ever given to them, closed records, and their frozen papers. It knows
 * neither pages nor questions.
 *
 * <p>May use: nothing else.
 */
@NullMarked
package painpathway.records;

import org.jspecify.annotations.NullMarked;
