package painpathway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.SmallFolder;
import painpathway.folder.Faults;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a client is told about questions, copies and units. */
class QuestionnaireReplyTest {

    private static final Questionnaire SMALL = Questionnaire.load(SmallFolder.good(), new Faults());

    @Test
    void aCopyNamesItsOriginalAndHasItsShape() {
        assertThat(question(SMALL.question("pain.weeks-or-new")))
                .containsEntry("copyOf", "pain.weeks")
                .containsEntry("type", "integer")
                .containsEntry("unit", "weeks")
                .containsEntry("min", 0)
                .containsEntry("max", 520)
                .containsEntry("unknownAs", 0)
                .containsEntry("whenUnknown", "Weeks not known, so treated as new")
                .doesNotContainKey("madeOf");
        assertThat(question(SMALL.question("pain.site-or-back"))).containsEntry("unknownAs", "back");
        Map<String, Object> signs = question(SMALL.question("pain.signs-or-none"));
        assertThat(signs).containsEntry("type", "choices").containsEntry("unknownAs", List.of("none"));
        assertThat((List<?>) signs.get("options")).hasSize(3);
    }

    @Test
    void copiesStandAmongWhatIsDerivedAndNotAmongWhatIsAsked() {
        Map<String, Object> json = values(QuestionnaireReply.of(SMALL));
        assertThat(json.get("derived").toString()).contains("pain.weeks-or-new");
        assertThat(json.get("sections").toString()).doesNotContain("pain.weeks-or-new");
    }

    @Test
    void everyBlankThatCountsSaysWhatItWasTakenAs() {
        ShippedRules.BOOK
                .questionnaire()
                .questions()
                .forEach(q -> assertThat(question(q).containsKey("whenUnknown"))
                        .as(q.id())
                        .isEqualTo(question(q).containsKey("unknownAs"))
                        .isEqualTo(q.unknownAs() != null));
    }

    private static Map<String, Object> question(Question question) {
        return values(QuestionnaireReply.QuestionReply.of(question));
    }

    /** A reply as a client reads it. */
    private static Map<String, Object> values(Object reply) {
        JsonMapper json = ReplyFormat.mapper();
        return json.readValue(json.writeValueAsString(reply), new TypeReference<Map<String, Object>>() {});
    }
}
