package painpathway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import painpathway.SmallFolder;
import painpathway.folder.RulesFolder;
import painpathway.knowledge.PatientWording;

/** The words for patients belong to the other files: what is missing or aims at nothing is refused, with its line. */
class PlainWordsTest {

    private static final String FILE = "knowledge/plain.yaml";
    private static final String GOOD = """
            opening: ["Hello."]
            medicines: "Keep taking them."
            open: "More is needed."
            risks-default: "Nothing is named."
            urgencies:
              - {id: emergency, text: "Go."}
              - {id: urgent, text: "Go soon."}
              - {id: insufficient-information, text: "We ask more."}
              - {id: routine, text: "We talk."}
              - {id: conservative-first, text: "We wait."}
            red-flags:
              - id: nerve-loss
                now:
                  urgent: "See a doctor."
                help: "It gets worse."
                only-with: [nerve, lasting]
            interventions:
              - {id: injection, name: "A needle", is: "A needle goes in.", risks: "It may be sore."}
              - {id: exercise, name: "Moving", is: "You move.", risks: default}
            checks:
              - {id: blood-test, text: "Your blood is looked at."}
            questions: ["What now?"]
            """;

    @Test
    void aFolderMayDoWithout() {
        assertThat(RuleBook.load(SmallFolder.good()).catalogue().plain()).isNull();
    }

    @Test
    void theWordsAreRead() {
        RulesFolder folder = SmallFolder.good().with(FILE, GOOD);
        assertThat(SmallFolder.faults(folder)).isEmpty();
        PatientWording plain = RuleBook.load(folder).catalogue().plain();
        assertThat(plain.texts()).hasSize(20).contains("A needle", "It gets worse.", "We wait.");
        assertThat(plain.treatments().values())
                .extracting(PatientWording.Treatment::risks)
                .containsExactly("It may be sore.", "Nothing is named.");
        assertThat(plain.signs().get("nerve-loss").onlyWith()).containsExactly("nerve", "lasting");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(
                        "  - {id: exercise, name: \"Moving\", is: \"You move.\", risks: default}\n",
                        "",
                        "17: plain words for 'exercise' are missing"),
                Arguments.of(
                        "id: exercise",
                        "id: exercises",
                        "19: the intervention 'exercises' does not exist; did you mean 'exercise'?"),
                Arguments.of("id: exercise", "id: injection", "19: 'injection' is defined twice"),
                Arguments.of(
                        "id: conservative-first", "id: conservative", "10: the urgency 'conservative' does not exist"),
                Arguments.of(
                        "id: nerve-loss",
                        "id: nerve-los",
                        "12: the red flag 'nerve-los' does not exist; did you mean 'nerve-loss'?"),
                Arguments.of(
                        "      urgent: \"See a doctor.\"",
                        "      emergency: \"See a doctor.\"",
                        "14: 'nerve-loss' has no action for 'emergency', only for [urgent]"),
                Arguments.of(
                        "      urgent: \"See a doctor.\"",
                        "      emergency: \"See a doctor.\"",
                        "13: 'urgent' is missing: 'nerve-loss' can have this urgency"),
                Arguments.of(
                        "    help: \"It gets worse.\"\n    only-with: [nerve, lasting]\n",
                        "",
                        "12: 'help' is missing: when to get help at once"),
                Arguments.of("id: blood-test", "id: blood", "21: the check 'blood' does not exist"),
                Arguments.of("questions: [\"What now?\"]\n", "", "'questions' is missing"),
                Arguments.of("medicines: \"Keep taking them.\"\n", "", "'medicines' is missing"),
                Arguments.of(
                        "open: \"More is needed.\"",
                        "opens: \"More is needed.\"",
                        "3: key 'opens' is not known here; did you mean 'open'?"),
                Arguments.of(", risks: \"It may be sore.\"", "", "18: 'risks' is missing"),
                Arguments.of("risks-default: \"Nothing is named.\"\n", "", "'risks-default' is missing"),
                Arguments.of(
                        "only-with: [nerve, lasting]",
                        "only-with: [nerve, lastin]",
                        "16: the criterion or pattern 'lastin' does not exist; did you mean 'lasting'?"),
                Arguments.of("only-with: [nerve, lasting]", "only-with: []", "16: 'only-with' names no finding"),
                Arguments.of(
                        "text: \"Go.\"}",
                        "text: \"Go.\", at-once: true, first: [nerve-los]}",
                        "6: the red flag 'nerve-los' does not exist; did you mean 'nerve-loss'?"),
                Arguments.of(
                        "text: \"Go.\"}", "text: \"Go.\", at-once: maybe}", "6: 'at-once' should be true or false"),
                Arguments.of(
                        "questions: [", "new-pain: {question: weekz, below: 6}\nquestions: [", "the question 'weekz'"),
                Arguments.of(
                        "questions: [",
                        "letter: {who: [{question: agee, name: Age}], complaint: [{question: age, name: Age}]}\nquestions: [",
                        "the question 'agee'"),
                Arguments.of(
                        "questions: [",
                        "letter: {who: [{question: age, name: Age}]}\nquestions: [",
                        "'complaint' is missing"),
                Arguments.of("questions: [", "new-pain: {question: weeks}\nquestions: [", "'below' is missing"),
                Arguments.of(
                        "    help: \"It gets worse.\"\n    only-with: [nerve, lasting]\n",
                        "    help-with: nerve-loss\n",
                        "15: 'nerve-loss' is no red flag with a 'help' that concerns everybody"),
                Arguments.of("    help: \"It gets worse.\"\n", "", "15: 'only-with' stands without a 'help'"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wordsThatAreWrongAreRefused(String old, String replacement, String fault) {
        assertThat(GOOD).contains(old);
        assertThat(SmallFolder.faults(SmallFolder.good().with(FILE, GOOD.replace(old, replacement))))
                .anyMatch(f -> f.startsWith(FILE) && f.contains(fault));
    }
}
