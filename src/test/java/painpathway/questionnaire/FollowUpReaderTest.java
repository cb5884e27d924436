package painpathway.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import painpathway.SmallFolder;
import painpathway.folder.RulesFolder;
import painpathway.rules.RuleBook;

/** What a follow-up takes over is refused, with file and line, where it could be dangerous by now. */
class FollowUpReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- pain.felt-in | - safety.cancer | carried | safety.cancer' is a safety question",
                "- pain.felt-in | - pain.weeks | carried | the answer to 'pain.weeks' changes with time",
                "- pain.felt-in | - pain.felt | carried | a question that is asked 'pain.felt'",
                "- prior.epidurals-last-year | - prior.epidural | first | a question that is asked 'prior.epidural'",
                "carried: | carry: | carry | carry'",
            })
    void aFaultIsToldWithItsLine(String good, String bad, String key, String problem) {
        RulesFolder shipped = RulesFolder.shipped();
        String text = shipped.text(Questionnaire.FILE);
        int from = text.indexOf("\nfollow-up:");
        String followUp = text.substring(from);
        assertThat(followUp).contains(good);
        String broken = text.substring(0, from) + followUp.replaceFirst(good, bad);
        long line = broken.substring(0, broken.indexOf("  " + key + ":", from))
                        .lines()
                        .count()
                + 1;
        assertThat(SmallFolder.faults(shipped.with(Questionnaire.FILE, broken)))
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith(Questionnaire.FILE + ":" + line + ":")
                        .contains(problem));
    }

    @Test
    void aFolderMayDoWithout() {
        FollowUp none = RuleBook.load(SmallFolder.good()).questionnaire().followUp();
        assertThat(none.carried()).isEmpty();
        assertThat(none.first()).isEmpty();
    }
}
