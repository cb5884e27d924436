package painpathway.web.map;

import painpathway.web.learn.Subject;

/**
 * One thing that another one reads, from an answer towards a verdict.
 *
 * @param against it has to be ruled out, or it is a rule that stands against the intervention
 */
record Arrow(Subject from, Subject to, boolean against) {}
