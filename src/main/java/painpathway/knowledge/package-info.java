/**
 * Everything the rules can name: interventions, red flags, obstacles, checks, notes, facts, sources, and the words
 * for patients.
 *
 * <p>May use: folder.
 */
@NullMarked
package painpathway.knowledge;

import org.jspecify.annotations.NullMarked;
