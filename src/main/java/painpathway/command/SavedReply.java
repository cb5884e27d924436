package painpathway.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request and the reply to it, as a file keeps them.
 *
 * @param request with the policy that the reply was given under, even where the request itself left it to the default of its time
 */
record SavedReply(Map<String, Object> request, Map<String, Object> reply) {

    private static final JsonMapper READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A file that cannot be replayed, and why. */
    static final class Refused extends Exception {
        Refused(String why) {
            super(why);
        }
    }

    static SavedReply read(Path file) throws Refused {
        Map<String, Object> saved = object(json(file));
        if (!(saved.get("request") instanceof Map) || !(saved.get("reply") instanceof Map)) {
            throw new Refused("should be an object with 'request' and 'reply', as the API takes and returns them");
        }
        Map<String, Object> reply = object(saved.get("reply"));
        if (!(reply.get("knowledge") instanceof Map)) {
            throw new Refused("'reply' has no 'knowledge', so it is not a reply from the API");
        }
        Map<String, Object> request = new LinkedHashMap<>(object(saved.get("request")));
        request.putIfAbsent("policy", object(reply.get("knowledge")).get("policy"));
        return new SavedReply(request, reply);
    }

    private static Object json(Path file) throws Refused {
        try {
            return plain(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Refused("cannot be read");
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw new Refused(
                    "is not JSON" + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr()));
        }
    }

    /** JSON as maps, lists, texts and numbers. */
    static Object plain(byte[] json) {
        return READER.readValue(json, new TypeReference<Object>() {});
    }

    /** A JSON object; empty where the value is none. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }
}
