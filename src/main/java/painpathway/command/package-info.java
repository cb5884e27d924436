/**
 * What the program does from a command line, without a server.
 *
 * <p>May use: folder, questionnaire, rules, advice, vignette, audit, api.
 */
package painpathway.command;
