/**
 * What the program does from a command line, without a server.
 *
 * <p>May use: folder, questionnaire, rules, advice, vignette, audit, api.
 */
@NullMarked
package painpathway.command;

import org.jspecify.annotations.NullMarked;
