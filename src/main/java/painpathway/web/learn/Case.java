package painpathway.web.learn;

import painpathway.questionnaire.Assessment;

/** A patient to learn from, with the page that tells of it. */
public record Case(Subject subject, Assessment assessment) {}
