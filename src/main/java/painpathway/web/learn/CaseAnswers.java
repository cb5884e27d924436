package painpathway.web.learn;

import java.util.ArrayList;
import java.util.List;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.web.learn.Block.Row;
import painpathway.web.learn.Block.Rows;

/** The answers of a case in words, in the order of the questionnaire. */
public record CaseAnswers(PageParts parts, Assessment assessment) {

    /** The patient's own answers, then those about each painful place. */
    public List<Rows> tables() {
        List<Rows> tables = new ArrayList<>(List.of(ofPatient()));
        for (int place = 0; place < assessment.places(); place++) {
            tables.add(ofPlace(place));
        }
        return tables;
    }

    /** The answers that are the same at every place. */
    public Rows ofPatient() {
        return rows("learn.case.patient", -1);
    }

    /** The answers about one painful place, from 0. */
    public Rows ofPlace(int place) {
        return rows("place.numbered", place);
    }

    private Rows rows(String label, int place) {
        List<Row> rows = new ArrayList<>();
        for (Item item : parts.book().questionnaire().items(assessment.places())) {
            Answer answer = assessment.answer(item);
            int at = item.question().perPain() ? item.place() : -1;
            if (at == place && answer != null) {
                rows.add(new Row(
                        parts.bench()
                                .subjects()
                                .known(Kind.QUESTIONS, item.question().id()),
                        item.question().text(),
                        parts.words().answers().of(item.question(), answer)));
            }
        }
        return new Rows(parts.say(label, place + 1), rows);
    }
}
