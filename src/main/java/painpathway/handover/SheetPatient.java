package painpathway.handover;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.knowledge.PatientWording;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.web.form.AdvisedAnswers;
import painpathway.web.form.PlaceNames;

/**
 * What the sheet has to know of its patient.
 *
 * @param places  as the questionnaire names them
 * @param met     every finding that is met at one of them
 * @param newPain whether the pain is new at all of them
 */
record SheetPatient(List<String> places, Set<String> met, boolean newPain) {

    static SheetPatient of(AdvisedAnswers answers, PatientWording plain) {
        return new SheetPatient(
                PlaceNames.sites(answers.assessment(), answers.questionnaire()),
                answers.advised().met(answers.book()),
                newPain(answers.assessment(), plain.newPain()));
    }

    private static boolean newPain(Assessment assessment, PatientWording.@Nullable NewPain newPain) {
        return newPain != null
                && assessment.places() > 0
                && assessment.pains().stream()
                        .allMatch(pain -> pain.get(newPain.question()) instanceof Answer.Amount amount
                                && amount.value() < newPain.below());
    }
}
