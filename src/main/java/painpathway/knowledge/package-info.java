/**
 * Everything the rules can name: interventions, red flags, obstacles, checks, notes, facts, sources, and the words
 * for patients.
 *
 * <p>May use: folder.
 */
package painpathway.knowledge;
