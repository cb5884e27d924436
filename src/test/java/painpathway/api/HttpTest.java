package painpathway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What only a real connection shows: chunks, bodies that are cut or too large, and what the servlet container says on its own. */
@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class HttpTest {

    private static final String JSON = "application/json";

    @Value("${local.server.port}")
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aRightRequestIsAnsweredWithAndWithoutAContentLength() throws Exception {
        HttpResponse<String> plain = post(BodyPublishers.ofString(Requests.candidate()), JSON);
        HttpResponse<String> chunked = post(chunked(Requests.candidate().getBytes(StandardCharsets.UTF_8)), JSON);
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.headers().firstValue("Content-Type")).contains(JSON);
        assertThat(chunked.body()).isEqualTo(plain.body());
    }

    @ParameterizedTest
    @ValueSource(ints = {256 * 1024 + 1, 1_500_000})
    void aBodyOverTheLimitIsRefusedWithAndWithoutAContentLength(int size) throws Exception {
        byte[] large = new byte[size];
        Arrays.fill(large, (byte) ' ');
        refused(post(BodyPublishers.ofByteArray(large), JSON), 413);
        refused(post(chunked(large), JSON), 413);
    }

    @Test
    void aBodyWithoutEndIsCutOff() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    "POST /api/advice HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            long sent = 0;
            try {
                while (sent < 64L << 20) {
                    out.write(chunk);
                    sent += chunk.length;
                }
            } catch (IOException closed) {
                // What should happen: the server stops reading.
            }
            assertThat(sent).isLessThan(64L << 20);
        }
        isStillThere();
    }

    @Test
    void aBodyThatIsNotUtf8IsRefused() throws Exception {
        byte[] latin = "{\"pains\": [{\"pain.site\": \"r\u00FCcken\"}]}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refused(post(BodyPublishers.ofByteArray(latin), JSON), 400).body())
                .contains("the body is not UTF-8 text");
        refused(post(BodyPublishers.ofByteArray(latin), "application/json;charset=ISO-8859-1"), 400);
        refused(
                post(
                        BodyPublishers.ofString(Requests.BARE, StandardCharsets.UTF_16),
                        "application/json;charset=UTF-16"),
                400);
        refused(post(BodyPublishers.ofByteArray(new byte[] {(byte) 0xC0, (byte) 0x80}), JSON), 400);
    }

    @Test
    void aRequestThatBreaksOffIsNoFaultOfOurs(CapturedOutput log) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(
                            ("POST /api/advice HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"answers\"")
                                    .getBytes(StandardCharsets.US_ASCII));
        }
        isStillThere();
        assertThat(log.getAll()).doesNotContain("ERROR");
    }

    @Test
    void whatIsRefusedOutsideOfTheControllersIsAProblemToo() throws Exception {
        assertThat(refused(get("/api/advice"), 405).headers().firstValue("Allow"))
                .contains("POST");
        refused(get("/api/nothing"), 404);
        refused(post(BodyPublishers.ofString("a=b"), "application/x-www-form-urlencoded"), 415);
        refused(post(BodyPublishers.ofString(Requests.BARE), "no such type"), 415);
    }

    @Test
    void theErrorPageAskedForByItselfDoesNotExist() throws Exception {
        assertThat(get("/error").statusCode()).isEqualTo(404);
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/%00 HTTP/1.1",
                "GET /api/{x} HTTP/1.1",
                "GET /api/..%2f..%2fetc HTTP/1.1",
                "NONSENSE",
                "GET /api/knowledge HTTP/9.9",
                "FROB /api/advice HTTP/1.1",
                "GET /error HTTP/1.1",
                "GET /nothing HTTP/1.1",
                "TRACE /api/advice HTTP/1.1"
            })
    void whatTheContainerSaysItselfShowsNoStack(String line) throws IOException {
        String reply = raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(reply).startsWith("HTTP/1.1 ").doesNotContain("Exception", "\tat ", "painpathway", "Apache Tomcat");
    }

    private void isStillThere() {
        try {
            assertThat(post(BodyPublishers.ofString(Requests.BARE), JSON).statusCode())
                    .isEqualTo(200);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> post(BodyPublisher body, String contentType) throws Exception {
        return client.send(
                HttpRequest.newBuilder(address("/api/advice"))
                        .header("Content-Type", contentType)
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private static HttpResponse<String> refused(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body())
                .contains("\"status\":" + status)
                .doesNotContain("Exception", "\tat ", "painpathway");
        return response;
    }
}
