package painpathway.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.questionnaire.Assessment;
import tools.jackson.databind.json.JsonMapper;

/** What is kept with a record can be read back, by this program and by later ones. */
class ReplyFormatTest {

    private final JsonMapper json = ReplyFormat.mapper();

    @Test
    void aReplyThatIsReadBackLosesNothing() {
        for (int i = 0; i < ShippedRules.VIGNETTES.size(); i += 50) {
            Assessment assessment = ShippedRules.VIGNETTES.get(i).assessment();
            String brief = json.writeValueAsString(AdviceReply.of(ShippedRules.ADVISOR.advise(assessment)));
            assertThat(json.writeValueAsString(json.readValue(brief, AdviceReply.class)))
                    .isEqualTo(brief);
            String full = json.writeValueAsString(AdviceReply.of(ShippedRules.ADVISOR.explain(assessment)));
            assertThat(json.writeValueAsString(json.readValue(full, AdviceReply.class)))
                    .isEqualTo(full);
            String request = json.writeValueAsString(AdviceRequest.of(assessment, ShippedRules.BOOK.questionnaire()));
            assertThat(json.writeValueAsString(json.readValue(request, AdviceRequest.class)))
                    .isEqualTo(request);
        }
    }

    @Test
    void aReplyOfAnotherVersionIsReadAsFarAsItIsKnown() {
        AdviceReply reply = json.readValue("""
                {"urgency": "urgent", "later": {"a": [1]}, "redFlags": [{"id": "f", "name": "Flag", "later": 2}],
                 "interventions": [{"id": "i", "name": "I", "verdict": "withheld", "reasons": [
                   {"text": "T", "truth": "met", "because": [
                     {"text": "L", "question": "q", "later": 3}, {"text": "M", "finding": "f"}, {"later": 4}]}]}]}""", AdviceReply.class);
        assertThat(reply.urgency()).isEqualTo("urgent");
        assertThat(reply.redFlags().get(0).assumptions()).isEmpty();
        assertThat(reply.questions()).isEmpty();
        VerdictReply verdict = reply.interventions().get(0);
        assertThat(verdict.explanation()).isEmpty();
        assertThat(verdict.reasons().get(0).because()).hasSize(3).first().isInstanceOf(LineReply.OfAnswer.class);
        AdviceRequest request = json.readValue("{\"later\": true}", AdviceRequest.class);
        assertThat(request.answers()).isEmpty();
        assertThat(request.pains()).isEmpty();
    }
}
