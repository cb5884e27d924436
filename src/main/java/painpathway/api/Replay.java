package painpathway.api;

import org.springframework.stereotype.Component;
import painpathway.advice.Advice;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Questionnaire;
import tools.jackson.databind.json.JsonMapper;

/** An assessment as a request to {@code POST /api/advice} and an advice as its reply, which together make a replay possible. */
@Component
public class Replay {

    private final JsonMapper json;

    Replay(JsonMapper json) {
        this.json = json;
    }

    /** The request that these answers make. */
    public String request(Assessment assessment, Questionnaire questionnaire) {
        return json.writeValueAsString(AdviceRequest.of(assessment, questionnaire));
    }

    /** The advice, byte for byte as the API returns it. */
    public String reply(Advice advice) {
        return json.writeValueAsString(AdviceReply.of(advice));
    }

    /** A request and its reply, unchanged, in one file. */
    public String file(String request, String reply) {
        return "{\"request\":" + request + ",\"reply\":" + reply + "}";
    }

    /** A request as it was kept. */
    public AdviceRequest readRequest(String text) {
        return json.readValue(text, AdviceRequest.class);
    }

    /** A reply as it was kept, perhaps by an older program: it may have other keys. */
    public AdviceReply readReply(String text) {
        return json.readValue(text, AdviceReply.class);
    }
}
