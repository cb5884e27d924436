package painpathway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.SmallFolder;
import painpathway.folder.Faults;
import painpathway.questionnaire.Questionnaire;

/** What a client is told about questions, copies and units. */
class QuestionnaireJsonTest {

    private static final Questionnaire SMALL = Questionnaire.load(SmallFolder.good(), new Faults());

    @Test
    void aCopyNamesItsOriginalAndHasItsShape() {
        assertThat(KnowledgeJson.question(SMALL.question("pain.weeks-or-new")))
                .containsEntry("copyOf", "pain.weeks")
                .containsEntry("type", "integer")
                .containsEntry("unit", "weeks")
                .containsEntry("min", 0L)
                .containsEntry("max", 520L)
                .containsEntry("unknownAs", 0L)
                .containsEntry("whenUnknown", "Weeks not known, so treated as new")
                .doesNotContainKey("madeOf");
        assertThat(KnowledgeJson.question(SMALL.question("pain.site-or-back"))).containsEntry("unknownAs", "back");
        Map<String, Object> signs = KnowledgeJson.question(SMALL.question("pain.signs-or-none"));
        assertThat(signs).containsEntry("type", "choices").containsEntry("unknownAs", List.of("none"));
        assertThat((List<?>) signs.get("options")).hasSize(3);
    }

    @Test
    void copiesStandAmongWhatIsDerivedAndNotAmongWhatIsAsked() {
        Map<String, Object> json = KnowledgeJson.questionnaire(SMALL);
        assertThat(json.get("derived").toString()).contains("pain.weeks-or-new");
        assertThat(json.get("sections").toString()).doesNotContain("pain.weeks-or-new");
    }

    @Test
    void everyBlankThatCountsSaysWhatItWasTakenAs() {
        ShippedRules.BOOK
                .questionnaire()
                .questions()
                .forEach(q -> assertThat(KnowledgeJson.question(q).containsKey("whenUnknown"))
                        .as(q.id())
                        .isEqualTo(KnowledgeJson.question(q).containsKey("unknownAs"))
                        .isEqualTo(q.unknownAs() != null));
    }
}
