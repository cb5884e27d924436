package painpathway.web.quiz;

import painpathway.questionnaire.Answer;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;

/** One answer of a vignette that is another in a case made from it. */
record Change(Item item, Answer from, Answer to) {

    /** The same patient with the other answer. */
    Assessment of(Assessment assessment) {
        return assessment.with(item, to);
    }

    /** A text that is the same for the same change, also in another run of the program. */
    String key() {
        return item.field() + "=" + String.join(",", AnswerFormat.texts(item.question(), to));
    }
}
