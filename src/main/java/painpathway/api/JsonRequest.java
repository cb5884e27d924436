package painpathway.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import painpathway.questionnaire.AnswerFault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a request's body as plain values: strict UTF-8, strict JSON, no key twice, small, shallow. */
final class JsonRequest {

    static final int LARGEST_BODY = 256 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonRequest() {}

    /** The body's values. Throws {@link BadRequest} where it is not what the contract asks for. */
    static Map<String, Object> read(HttpServletRequest request) {
        byte[] body = body(request);
        String text;
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            // Some editors and tools of Windows put it before every text.
            text = decoded.startsWith(BYTE_ORDER_MARK) ? decoded.substring(1) : decoded;
        } catch (CharacterCodingException e) {
            throw BadRequest.of("the body is not UTF-8 text");
        }
        try {
            Object value = STRICT.readValue(text, new TypeReference<Object>() {});
            if (value instanceof Map<?, ?> map) {
                @SuppressWarnings("unchecked")
                Map<String, Object> object = (Map<String, Object>) map;
                return object;
            }
            throw BadRequest.of("the body should be a JSON object");
        } catch (NumberFormatException e) {
            // With an exponent of more than ten digits Jackson lets the exception of BigDecimal through.
            throw BadRequest.of("the body is not valid JSON: a number is far out of range");
        } catch (JacksonException e) {
            // Only the place: Jackson's own message can quote what was sent.
            String place = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw BadRequest.of("the body is not valid JSON" + place + (duplicate(e) ? ": a key is given twice" : ""));
        }
    }

    private static byte[] body(HttpServletRequest request) {
        if (request.getContentLengthLong() > LARGEST_BODY) {
            throw BadRequest.tooLarge();
        }
        try {
            byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                throw BadRequest.tooLarge();
            }
            return body;
        } catch (IOException e) {
            throw BadRequest.of("the body ended too early");
        }
    }

    private static boolean duplicate(JacksonException e) {
        return String.valueOf(e.getOriginalMessage()).startsWith("Duplicate");
    }

    /** A request that cannot be answered, with everything that is wrong with it. */
    static final class BadRequest extends RuntimeException {

        private final HttpStatus status;
        private final transient List<ProblemFault> faults;

        private BadRequest(HttpStatus status, List<ProblemFault> faults) {
            super("a request that cannot be answered");
            this.status = status;
            this.faults = faults;
        }

        static BadRequest of(List<AnswerFault> faults) {
            return new BadRequest(
                    HttpStatus.BAD_REQUEST,
                    faults.stream().map(ProblemFault::of).toList());
        }

        static BadRequest of(String problem) {
            return new BadRequest(HttpStatus.BAD_REQUEST, List.of(ProblemFault.of(problem)));
        }

        static BadRequest tooLarge() {
            return new BadRequest(
                    HttpStatus.CONTENT_TOO_LARGE, List.of(ProblemFault.of("the body is larger than 256 KiB")));
        }

        /** It is no fault of the program, so nobody needs to know where it was found. */
        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }

        HttpStatus status() {
            return status;
        }

        List<ProblemFault> faults() {
            return faults;
        }
    }
}
