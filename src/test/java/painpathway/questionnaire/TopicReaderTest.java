package painpathway.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import painpathway.SmallFolder;
import painpathway.folder.FaultyKnowledge;
import painpathway.folder.RulesFolder;
import painpathway.rules.RuleBook;

/** The topics are refused with file and line where they do not fit the questions. */
class TopicReaderTest {

    private static final RulesFolder SHIPPED = RulesFolder.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "questions: [patient.age]}              | questions: [patient.aeg]}                | a question that is asked 'patient.aeg'",
                "questions: [medicine.blood-thinner, medicine.inr]| questions: [medicine.blood-thinner] | medicine.inr' is in no topic",
                "questions: [diagnosis.known]           | questions: [diagnosis.known, patient.age] | patient.age' is in a topic already",
                "id: red-flags\\n    first: true       | id: red-flags                            | safety.cancer' is a safety question",
                "{id: night, questions                  | {id: spread, questions                   | topic 'spread' is defined twice",
                "{id: diagnosis, questions              | {id: diagnosis, first: true, questions   | should stand before all others",
                "always: [pain.quality,                 | always: [pain.night,                     | in this topic the question 'pain.night'",
            })
    void aFaultIsToldWithItsLine(String good, String bad, String problem) {
        String text = SHIPPED.text(Questionnaire.FILE);
        String from = good.replace("\\n", "\n");
        assertThat(text).contains(from);
        RulesFolder folder = SHIPPED.with(Questionnaire.FILE, text.replace(from, bad));
        FaultyKnowledge refused = catchThrowableOfType(FaultyKnowledge.class, () -> RuleBook.load(folder));
        assertThat(refused.faults()).anySatisfy(f -> {
            assertThat(f.toString()).contains(problem);
            assertThat(f.toString()).contains(Questionnaire.FILE + ":");
        });
    }

    @Test
    void withoutTopicsTheSafetyQuestionsComeFirst() {
        Questionnaire questionnaire = RuleBook.load(SmallFolder.good()).questionnaire();
        Topic first = questionnaire.topics().get(0);
        assertThat(first.first()).isTrue();
        assertThat(first.questions())
                .isNotEmpty()
                .allSatisfy(id -> assertThat(questionnaire.known(id).safety()).isTrue());
        assertThat(questionnaire.topics().stream().flatMap(t -> t.questions().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        questionnaire.asked().stream().map(Question::id).toList());
    }
}
