/**
 * Starts the program: with its pages and its API on loopback, or as one of its commands. Nothing else uses it.
 */
package painpathway;
