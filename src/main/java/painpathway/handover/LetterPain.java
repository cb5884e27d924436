package painpathway.handover;

import java.util.List;
import painpathway.knowledge.LetterWording;
import painpathway.knowledge.LetterWording.Named;
import painpathway.questionnaire.Question;
import painpathway.web.form.AdvisedAnswers;
import painpathway.web.form.PlaceNames;

/** One painful place in a letter. The red flags and the care of an only place are told with those of the patient. */
record LetterPain(String place, LetterPart complaint, LetterPart redFlags, LetterPart care) {

    static LetterPain of(int place, boolean only, AdvisedAnswers answers, LetterWording wording) {
        return new LetterPain(
                name(place, only, answers),
                LetterPart.of(own(wording.complaint(), answers), place, answers),
                LetterPart.of(only ? List.of() : own(wording.redFlags(), answers), place, answers)
                        .split(),
                LetterPart.of(only ? List.of() : own(wording.care(), answers), place, answers));
    }

    private static String name(int place, boolean only, AdvisedAnswers answers) {
        List<String> sites = PlaceNames.sites(answers.assessment(), answers.questionnaire());
        return only && sites.size() == 1 ? sites.get(0) : answers.places().all().get(place);
    }

    private static List<Named> own(List<Named> names, AdvisedAnswers answers) {
        return names.stream().filter(n -> asks(n, answers)).toList();
    }

    /** Whether a question is about a painful place. */
    static boolean asks(Named named, AdvisedAnswers answers) {
        Question question = answers.questionnaire().question(named.question());
        return question != null && question.perPain();
    }
}
