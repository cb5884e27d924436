package painpathway.logic;

import painpathway.questionnaire.Question;

/** A question at a place, seen from one place: 0 is that place and also stands for the patient, 1 and 2 are the other places. */
public record PlacedQuestion(Question question, int place) {}
