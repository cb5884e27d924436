package painpathway.audit;

import painpathway.audit.Law.When;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;

/** Tries the conditions of laws on a patient. */
final class ConditionTrial {

    private ConditionTrial() {}

    /** Whether the condition is true of this patient. */
    static boolean met(When when, TriedPatient patient) {
        if (when instanceof When.Answered answered) {
            Question question = answered.anyOf().get(0).question();
            return patient.answers().due(question) == Truth.MET
                    && patient.given(question)
                    && answered.wanted() == answered.anyOf().stream().anyMatch(t -> t.passes(patient.answers()));
        }
        if (when instanceof When.Blank blank) {
            return patient.answers().blank(blank.question());
        }
        if (when instanceof When.OfFinding of) {
            Truth truth = patient.run().findings().truth(of.finding().index());
            return switch (of.how()) {
                case "met" -> truth == Truth.MET;
                case "ruled-out" -> truth == Truth.NOT_MET;
                default -> truth != Truth.MET;
            };
        }
        if (when instanceof When.OfFlag of) {
            return patient.raised(of.flag(), of.at());
        }
        if (when instanceof When.OfObstacle of) {
            return patient.has(of.obstacle());
        }
        return ((When.OfUrgency) when).anyOf().contains(patient.advice().urgency());
    }
}
