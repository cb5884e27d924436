package painpathway.handover;

import java.util.List;
import java.util.stream.IntStream;
import painpathway.knowledge.LetterWording;
import painpathway.knowledge.LetterWording.Named;
import painpathway.web.advice.AdviceView;
import painpathway.web.advice.OpenQuestionView;
import painpathway.web.form.AdvisedAnswers;

/**
 * One page for the specialist: what one colleague tells another before the patient is seen. All reasons and answers are in the
 * hand-over.
 *
 * @param pains    each painful place; if there is only one, its red flags and its care are with those of the patient
 * @param care     so far, with its result
 * @param cautions what to take note of for this patient
 * @param missing  what is outstanding, the most important first
 */
record Letter(
        LetterPart who,
        List<LetterPain> pains,
        LetterPart redFlags,
        LetterPart care,
        LetterPart risks,
        List<Caution> cautions,
        FirstPage.Some<OpenQuestionView> missing) {

    /** Questions that a letter names; the others are counted. */
    private static final int MISSING = 5;

    static Letter of(AdviceView view, AdvisedAnswers answers, LetterWording wording) {
        boolean one = answers.assessment().places() == 1;
        List<LetterPain> pains = IntStream.range(0, answers.assessment().places())
                .mapToObj(place -> LetterPain.of(place, one, answers, wording))
                .toList();
        return new Letter(
                LetterPart.of(wording.who(), 0, answers),
                pains,
                LetterPart.of(one ? wording.redFlags() : general(wording.redFlags(), answers), 0, answers)
                        .split(),
                LetterPart.of(one ? wording.care() : general(wording.care(), answers), 0, answers),
                LetterPart.of(wording.risks(), 0, answers).split(),
                Caution.all(view),
                FirstPage.Some.of(view.asked(), MISSING));
    }

    private static List<Named> general(List<Named> names, AdvisedAnswers answers) {
        return names.stream().filter(n -> !LetterPain.asks(n, answers)).toList();
    }
}
