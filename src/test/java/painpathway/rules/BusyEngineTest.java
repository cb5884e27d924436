package painpathway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import painpathway.folder.RulesFolder;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;

/**
 * Drools replaces a constraint by generated code once it was evaluated often enough. For "number &lt;= n" that code read an
 * unanswered question as a small number, so a server gave no more advice after some twenty patients.
 */
class BusyEngineTest {

    @Test
    void readsABlankAsUnknownHoweverOftenItRan() throws InterruptedException {
        RuleBook book = RuleBook.load(RulesFolder.shipped());
        RuleEngine engine = RuleEngine.compile(book);
        Answers blank = Answers.of(book.questionnaire(), new Assessment("us", Map.of(), List.of(Map.of())))
                .get(0);
        for (int round = 0; round < 10; round++) {
            for (int run = 0; run < 30; run++) {
                // Fails by itself where Drools and the second reading disagree.
                assertThat(engine.run(blank, "us").answers()).isSameAs(blank);
            }
            // The code is generated beside the runs.
            Thread.sleep(50);
        }
    }
}
