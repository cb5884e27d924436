package painpathway.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import painpathway.advice.LiveAdvisor;
import painpathway.questionnaire.Question;
import painpathway.web.Failing;

/** A value of a request never gets into a log, however broken the request and whatever it breaks. Against the real server. */
@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class LogTest {

    /** Planted in every part of every request. No header, path, parameter or body brings it into a log, in any case. */
    private static final String MARK = "Zyxwvut";

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern ANY = Pattern.compile(MARK, Pattern.CASE_INSENSITIVE);

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private LiveAdvisor live;

    @Autowired
    private DataSource database;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final List<RequestMappingInfo> mappings = new ArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            String text = event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + " "
                    + event.getMessage() + " " + Arrays.toString(event.getArgumentArray()) + event.getMDCPropertyMap()
                    + event.getThreadName();
            for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
                text += "\n" + ThrowableProxyUtil.asString(cause);
            }
            logged.add(text);
        }
    };
    private Level before;

    @BeforeEach
    void listen() {
        // The tests are quieter than the program: here it says what it says when it is delivered.
        before = root.getLevel();
        root.setLevel(Level.INFO);
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
    }

    @AfterEach
    void nothingOfARequestWasLogged(CapturedOutput output) throws IOException {
        root.detachAppender(appender);
        root.setLevel(before);
        mappings.forEach(requestMappingHandlerMapping::unregisterMapping);
        assertThat(logged.stream()
                        .filter(line -> ANY.matcher(line).find())
                        .map(line -> line.substring(0, Math.min(600, line.length())))
                        .distinct()
                        .toList())
                .isEmpty();
        assertThat(output.getAll()
                        .lines()
                        .filter(line -> ANY.matcher(line).find())
                        .toList())
                .isEmpty();
        Path trace = Path.of(JdbcClient.create(database)
                        .sql("select database_path()")
                        .query(String.class)
                        .single() + ".trace.db");
        assertThat(Files.exists(trace)
                        && ANY.matcher(Files.readString(trace, StandardCharsets.ISO_8859_1))
                                .find())
                .as(trace.toString())
                .isFalse();
    }

    // ------------------------------------------------------------------ what cannot be decoded

    @Test
    void aParameterThatIsNotUtf8IsRefusedInPlainWords() throws Exception {
        String draft = draft("");
        for (String bad : List.of(
                "q.patient.age=" + MARK + "%FF",
                "%FF" + MARK + "=1",
                "who=%C3%28" + MARK,
                "reference=" + MARK + "%",
                "reference=" + MARK + "%Z" + MARK,
                "reference=%ED%A0%80" + MARK)) {
            for (String path : List.of(
                    "/intakes",
                    draft,
                    draft + "/close",
                    draft + "/left",
                    draft + "/carry-over",
                    "/records/x/handled",
                    "/nothing",
                    "/css/base.css")) {
                refused(post(path, FORM, bad, "Accept: text/html"), path + " " + bad);
            }
            for (String path : List.of(
                    "/",
                    draft,
                    draft + "/meanwhile",
                    draft + "/why",
                    draft + "/print",
                    draft + "/handover.pdf",
                    "/records",
                    "/records/x",
                    "/nothing",
                    "/css/base.css",
                    "/error")) {
                refused(get(path + "?" + bad, "Accept: text/html"), path + "?" + bad);
            }
            for (String path :
                    List.of("/api/advice", "/api/changes", "/api/pathway", "/api/next-question", "/api/nothing")) {
                String reply = post(path + "?explain=full&" + bad, "application/json", Requests.BARE);
                assertThat(reply)
                        .as(path + " " + bad)
                        .startsWith("HTTP/1.1 400")
                        .contains("application/problem+json")
                        .contains("not UTF-8")
                        .doesNotContain("Exception");
            }
        }
        byte[] raw = ("reference=" + MARK + "\u00FF\u00FE").getBytes(StandardCharsets.ISO_8859_1);
        send(
                "POST /intakes HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + FORM
                        + "\r\nContent-Length: " + raw.length + "\r\n\r\n",
                raw);
        assertThat(get(draft + "?htmx=" + MARK + "%FF", "HX-Request: true", "HX-Current-URL: http://x/" + MARK))
                .startsWith("HTTP/1.1 400");
    }

    private static void refused(String reply, String what) {
        assertThat(reply)
                .as(what)
                .startsWith("HTTP/1.1 400")
                .contains("text/html")
                .contains("could not be read")
                .contains("<span>Start</span>")
                .doesNotContain("Exception", "at our end");
    }

    @Test
    void paths() throws Exception {
        for (String path : List.of(
                "/" + MARK,
                "/" + MARK + "%FF",
                "/" + MARK + "%C3%28",
                "/" + MARK + "%00",
                "/" + MARK + "%2F..",
                "/../" + MARK,
                "/;" + MARK,
                "/a;b=" + MARK,
                "/{" + MARK + "}",
                "/<" + MARK + ">",
                "/" + MARK + "%",
                "/" + MARK + "%Z",
                "/css/META-INF/" + MARK,
                "/css/WEB-INF/" + MARK,
                "/css/..%2f" + MARK,
                "/css/%2e%2e/" + MARK,
                "/css/url:" + MARK,
                "/css/file:" + MARK,
                "/webjars/" + MARK,
                "/webjars/htmx.org/" + MARK,
                "/img/http:%2f%2f" + MARK,
                "/css/%5C" + MARK,
                "/css/..\\" + MARK,
                "/intakes/" + MARK,
                "/records/" + MARK + "/today",
                "/api/" + MARK,
                "/api/" + MARK + "%FF",
                "/error/" + MARK,
                "http://" + MARK + "/",
                "http://x/" + MARK + "%FF",
                "*" + MARK,
                MARK,
                "/" + "a".repeat(20_000) + MARK,
                "/\u00e9" + MARK,
                "/?" + MARK + "=|^`" + MARK,
                "/intakes/x/entries/" + MARK + "/rules",
                "/favicon.ico?" + MARK,
                "//" + MARK,
                "/%u" + MARK,
                "/css/base.css%3b" + MARK,
                "/%2e%2e%2f%2e%2e%2f" + MARK)) {
            for (String method : List.of(
                    "GET",
                    "HEAD",
                    "POST",
                    "PUT",
                    "DELETE",
                    "OPTIONS",
                    "TRACE",
                    "PATCH",
                    "CONNECT",
                    MARK,
                    MARK.toUpperCase(Locale.ROOT),
                    "GE T" + MARK,
                    "G\u0001" + MARK)) {
                noFaultOfOurs(
                        raw(method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
                        method + " " + path);
            }
        }
        for (String line : List.of(
                "GET / HTTP/" + MARK,
                "GET / " + MARK,
                MARK,
                "",
                "GET  /" + MARK + "  HTTP/1.1",
                "GET\t/" + MARK + "\tHTTP/1.1",
                "\u0016\u0003\u0001" + MARK)) {
            noFaultOfOurs(raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n"), line);
        }
    }

    @Test
    void headers() throws Exception {
        for (String header : List.of(
                "Host: " + MARK + " " + MARK,
                "Host: " + MARK + ":" + MARK,
                "Host: [" + MARK,
                "Content-Length: " + MARK,
                "Content-Length: -1" + MARK,
                "Transfer-Encoding: " + MARK,
                "Expect: " + MARK,
                "Cookie: a=\"" + MARK,
                "Cookie: " + MARK + "\u0001=1",
                "Cookie: $Version=" + MARK,
                "Cookie: " + MARK + "=\u00ff" + MARK,
                MARK,
                MARK + " " + MARK + ": 1",
                MARK + "\u0001: 1",
                MARK + ": a\u0000b" + MARK,
                "Accept: " + MARK,
                "Accept: */" + MARK + ";q=" + MARK,
                "Accept-Language: " + MARK,
                "Accept-Language: " + MARK + ";q=" + MARK,
                "Accept-Encoding: " + MARK,
                "Range: bytes=" + MARK,
                "If-Modified-Since: " + MARK,
                "If-None-Match: " + MARK,
                "If-Range: " + MARK,
                "Sec-Fetch-Site: " + MARK,
                "Origin: http://" + MARK,
                "Referer: " + MARK,
                "HX-Request: " + MARK,
                "HX-Current-URL: " + MARK,
                "HX-Target: " + MARK,
                "Forwarded: for=" + MARK,
                "X-Forwarded-For: " + MARK,
                "X-Forwarded-Host: " + MARK,
                "X-HTTP-Method-Override: " + MARK,
                "Upgrade: " + MARK + "\r\nConnection: Upgrade",
                "Upgrade: h2c\r\nHTTP2-Settings: " + MARK,
                "Authorization: Basic " + MARK,
                "Content-Type: " + MARK,
                "Content-Type: " + FORM + ";charset=" + MARK,
                "Content-Type: multipart/form-data",
                "Content-Type: multipart/form-data; boundary=" + MARK,
                "Content-Type: application/json;charset=" + MARK,
                "Content-Encoding: " + MARK,
                "X-Large: " + "a".repeat(100_000) + MARK,
                "Folded: a\r\n " + MARK,
                "Access-Control-Request-Method: " + MARK + "\r\nOrigin: http://" + MARK)) {
            for (String path : List.of(
                    "/", "/intakes", "/records", "/api/advice", "/api/knowledge", "/css/base.css", "/nothing")) {
                for (String method : List.of("GET", "POST", "OPTIONS")) {
                    String body = header.startsWith("Content-Length") || header.startsWith("Transfer")
                            ? ""
                            : "Content-Length: " + (10 + MARK.length()) + "\r\n";
                    noFaultOfOurs(
                            raw(method + " " + path + " HTTP/1.1\r\n" + (header.startsWith("Host") ? "" : "Host: x\r\n")
                                    + "Connection: close\r\n" + header + "\r\n" + body + "\r\nreference=" + MARK),
                            method + " " + path + " " + header);
                }
            }
        }
    }

    // ------------------------------------------------------------------ bodies

    @Test
    void json() throws Exception {
        for (String body : List.of(
                "{\"" + MARK,
                "{\"" + MARK + "\": 1}",
                "{\"answers\": {\"patient.age\": \"" + MARK + "\"}, \"pains\": [{}]}",
                "{\"answers\": {\"" + MARK + "\": 1}}",
                "{\"answers\": {\"patient.age\": 1, \"patient.age\": \"" + MARK + "\"}}",
                "{\"policy\": \"" + MARK + "\", \"pains\": [{}]}",
                "{\"pains\": \"" + MARK + "\"}",
                "{\"pains\": [{\"pain.site\": \"" + MARK + "\"}]}",
                "{\"pains\": [{\"pain.quality\": [\"" + MARK + "\"]}]}",
                "[" + MARK + "]",
                MARK,
                "\"" + MARK + "\"",
                "{\"answers\": {\"patient.age\": 1e99999" + MARK + "}}",
                "{\"a\": \"\\ud800" + MARK + "\"}",
                "{\"a\": \"\u0001" + MARK + "\"}",
                "{} " + MARK,
                "{'" + MARK + "': 1}",
                "{\"a\": \"" + MARK.repeat(50_000) + "\"}",
                "{\"a\":".repeat(50) + "\"" + MARK + "\"",
                "")) {
            for (String path : List.of(
                    "/api/advice",
                    "/api/advice?explain=" + MARK,
                    "/api/changes",
                    "/api/pathway",
                    "/api/pathway?policy=" + MARK,
                    "/api/next-question",
                    "/api/" + MARK)) {
                for (String type : List.of(
                        "application/json",
                        "application/json;charset=UTF-16",
                        "text/" + MARK,
                        FORM,
                        "no type " + MARK)) {
                    String reply = post(path, type, body);
                    assertThat(reply).as(path + " " + type + " " + body).containsPattern("^HTTP/1.1 4\\d\\d");
                }
            }
        }
        assertThat(get("/api/pathway?policy=" + MARK)).startsWith("HTTP/1.1 400");
    }

    @Test
    void multipart() throws Exception {
        String draft = draft("");
        assertThat(post("/intakes", "multipart/form-data; boundary=b", "--b\r\n" + MARK, "Accept: text/html"))
                .startsWith("HTTP/1.1 400")
                .contains("could not be read");
        String part = "--b\r\nContent-Disposition: form-data; name=\"reference\"\r\n\r\n" + MARK + "\r\n";
        for (String body : List.of(
                part,
                part + "--b--",
                part + "--" + MARK,
                MARK,
                "",
                "--b",
                "--b\r\n" + MARK,
                "--b\r\nContent-Disposition: " + MARK + "\r\n\r\n" + MARK + "\r\n--b--",
                "--b\r\nContent-Disposition: form-data\r\n\r\n" + MARK + "\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"" + MARK + "\u0000.txt\"\r\n\r\n" + MARK
                        + "\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"" + MARK + ".txt\"\r\n\r\n"
                        + MARK.repeat(300_000) + "\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"" + MARK + "\r\n\r\n1\r\n--b--",
                "--b\r\n" + "X: " + MARK.repeat(3_000) + "\r\n\r\n1\r\n--b--",
                part.repeat(400) + "--b--",
                "--b\r\nContent-Disposition: form-data; name=\"reference\"\r\n\r\n\u00ff" + MARK + "\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"a\"; filename*=UTF-8''" + MARK + "%FF\r\n\r\n1\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: multipart/mixed; boundary=" + MARK
                        + "\r\n\r\n1\r\n--b--")) {
            for (String type : List.of(
                    "multipart/form-data; boundary=b",
                    "multipart/form-data",
                    "multipart/form-data; boundary=" + MARK,
                    "multipart/form-data; boundary=\"" + MARK,
                    "multipart/mixed; boundary=b",
                    "multipart/" + MARK + "; boundary=b",
                    "multipart/form-data; boundary=" + "b".repeat(200) + MARK)) {
                for (String path : List.of("/intakes", draft, "/records/x/amend", "/nothing", "/api/advice")) {
                    noFaultOfOurs(
                            post(path, type, body),
                            path + " " + type + " " + body.substring(0, Math.min(200, body.length())));
                }
            }
        }
    }

    @Test
    void forms() throws Exception {
        StringBuilder all = new StringBuilder("reference=" + MARK + "&policy=" + MARK + "&who=" + MARK + "&tab=" + MARK
                + "&whole=true&touched=" + MARK + "&touched=q." + MARK + "&q." + MARK + "=" + MARK + "&at=" + MARK
                + "&ask=" + MARK + "&lead=one");
        for (Question question : live.book().questionnaire().asked()) {
            all.append(question.perPain() ? "&p0." : "&q.")
                    .append(question.id())
                    .append('=')
                    .append(MARK)
                    .append(URLEncoder.encode(" \u1234\ufffe\u202e\ud83e\uddb4", StandardCharsets.UTF_8));
        }
        String draft = draft(all.toString());
        for (String path : List.of(
                "",
                "?at=advice",
                "?lead=one&ask=" + MARK,
                "?since=0&tab=" + MARK,
                "/print",
                "/handover.pdf",
                "/patient-sheet",
                "/patient-sheet.pdf",
                "/meanwhile?since=0&tab=" + MARK + "&who=" + MARK,
                "/path",
                "/overtaken")) {
            assertThat(get(draft + path)).as(path).containsPattern("^HTTP/1.1 [23]");
        }
        for (String path : List.of(
                "?since=" + MARK,
                "/meanwhile?since=" + MARK + "&tab=" + MARK,
                "/meanwhile?" + MARK,
                "/why?field=" + MARK,
                "/why?" + MARK,
                "/entries/" + MARK,
                "/entries/" + MARK + "/rules")) {
            assertThat(get(draft + path)).as(path).containsPattern("^HTTP/1.1 4\\d\\d");
        }
        for (String path : List.of("", "/close", "/left", "/carry-over")) {
            noFaultOfOurs(
                    post(
                            draft + path,
                            FORM,
                            all + "&revision=" + MARK + "&turn=" + MARK + "&places=" + MARK + "&remove=" + MARK
                                    + "&clear=" + MARK + "&latest=" + MARK + "&choice." + MARK + "=mine"),
                    path);
            noFaultOfOurs(
                    post(draft + path, FORM, all.toString(), "HX-Request: true", "HX-Current-URL: http://x/" + MARK),
                    path);
        }
        // More parameters than the server takes, and more of a body.
        noFaultOfOurs(post(draft, FORM, ("q." + MARK + "=1&").repeat(20_000)), "many");
        noFaultOfOurs(post(draft, FORM, "reference=" + MARK.repeat(500_000)), "much");
        noFaultOfOurs(post("/intakes", FORM, "sample=" + MARK), "sample");
        String record = closed();
        assertThat(get(record + "?late=" + MARK)).startsWith("HTTP/1.1 400");
        for (String path : List.of("/handled", "/amend")) {
            assertThat(post(record + path, FORM, all.toString())).startsWith("HTTP/1.1 302");
        }
        assertThat(get("/records?kind=" + MARK + "&reference=" + MARK + "&urgency=" + MARK + "&from=" + MARK + "&to="
                        + MARK + "&page=" + MARK))
                .startsWith("HTTP/1.1 200");
        assertThat(get("/?" + all)).startsWith("HTTP/1.1 200");
    }

    @Test
    void aClientThatGoesAway() throws Exception {
        String draft = draft("q.patient.age=" + MARK);
        for (String start : List.of(
                "POST /intakes HTTP/1.1\r\nHost: x\r\nContent-Type: " + FORM
                        + "\r\nContent-Length: 900\r\n\r\nreference=" + MARK,
                "POST /intakes HTTP/1.1\r\nHost: x\r\nContent-Type: " + FORM + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + MARK,
                "POST /api/advice HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\""
                        + MARK,
                "POST /intakes HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 900\r\n\r\n--b\r\nContent-Disposition: form-data; name=\""
                        + MARK,
                "GET /" + MARK,
                "GET / HTTP/1.1\r\n" + MARK,
                "GET " + draft + "?" + MARK + " HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET " + draft + "/handover.pdf?" + MARK + " HTTP/1.1\r\nHost: x\r\n\r\n")) {
            for (int i = 0; i < 3; i++) {
                try (Socket socket = new Socket("127.0.0.1", port)) {
                    socket.setSoLinger(true, 0);
                    socket.getOutputStream().write(start.getBytes(StandardCharsets.UTF_8));
                    socket.getOutputStream().flush();
                    Thread.sleep(40);
                }
            }
        }
        Thread.sleep(1_000);
        assertThat(get("/api/knowledge")).startsWith("HTTP/1.1 200");
    }

    // ------------------------------------------------------------------ faults of ours

    /** The same below the API, where the errors of controllers are told in another way: that goes by their package. */
    static final class ApiFailing extends Failing {

        ApiFailing(DataSource database) {
            super(database);
        }
    }

    @Test
    void faultsOfOurs() throws Exception {
        for (String path : List.of("/failing", "/api/failing")) {
            RequestMappingInfo mapping = RequestMappingInfo.paths(path).build();
            requestMappingHandlerMapping.registerMapping(
                    mapping,
                    path.startsWith("/api") ? new ApiFailing(database) : new Failing(database),
                    Failing.class.getMethod("fail", String.class, String.class));
            mappings.add(mapping);
            for (String how : Failing.WAYS) {
                for (String accept : List.of("text/html", "application/json", MARK + "/" + MARK)) {
                    String reply = get(path + "?how=" + how + "&value=" + MARK, "Accept: " + accept);
                    assertThat(reply)
                            .as(how)
                            .containsPattern("^HTTP/1.1 [3-5]")
                            .doesNotContain("\tat ")
                            .doesNotContain("Exception:");
                    post(path, FORM, "how=" + how + "&value=" + MARK, "HX-Request: true", "Accept: " + accept);
                }
            }
            assertThat(get(path + "?how=" + MARK)).startsWith("HTTP/1.1 400");
        }
        assertThat(logged.stream().filter(line -> line.startsWith("ERROR painpathway.")))
                .as("they are told, by class and line")
                .isNotEmpty()
                .anyMatch(line -> line.contains("web.FaultFilter")
                        && line.contains("a request to /failing failed")
                        && line.contains("java.lang.NumberFormatException")
                        && line.contains("web.Failing.fail"))
                .anyMatch(line -> line.contains("web.FaultFilter") && line.contains("DataIntegrityViolationException"))
                .anyMatch(line -> line.contains("api.ApiErrors") && line.contains("DataIntegrityViolationException"));
        String page = get("/failing?how=state&value=" + MARK, "Accept: text/html");
        Matcher id = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}").matcher(page);
        assertThat(id.find()).as(page).isTrue();
        assertThat(logged).anyMatch(line -> line.contains(id.group()));
    }

    // ------------------------------------------------------------------ helpers

    private String draft(String form) throws IOException {
        String reply = post("/intakes", FORM, form);
        Matcher location = Pattern.compile("(?i)location: (?:http://[^/]+)?(/intakes/[\\w-]+)")
                .matcher(reply);
        assertThat(location.find()).as(reply).isTrue();
        return location.group(1);
    }

    private String closed() throws IOException {
        Matcher location = Pattern.compile("(?i)location: (?:http://[^/]+)?(/records/[\\w-]+)")
                .matcher(post(
                        draft("q.patient.age=58&reference=" + MARK) + "/close", FORM, "revision=1&asked=true&who=AB"));
        assertThat(location.find()).isTrue();
        return location.group(1);
    }

    private static void noFaultOfOurs(String reply, String what) {
        // 501 and 505 are the server's own words for a method or a protocol that nobody knows; empty is what is no HTTP
        // at all.
        assertThat(reply)
                .as(what)
                .matches(
                        r -> r.isEmpty()
                                || r.startsWith("HTTP/1.1 ")
                                        && (r.charAt(9) != '5' || r.startsWith("501", 9) || r.startsWith("505", 9)),
                        "no fault of ours");
    }

    private String get(String path, String... headers) throws IOException {
        return raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n" + lines(headers)
                + "\r\n");
    }

    private String post(String path, String type, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return send(
                "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\nContent-Type: "
                        + type + "\r\nContent-Length: " + bytes.length + "\r\n" + lines(headers) + "\r\n",
                bytes);
    }

    private static String lines(String... headers) {
        return Arrays.stream(headers).map(h -> h + "\r\n").collect(Collectors.joining());
    }

    private String raw(String request) throws IOException {
        return send(request, new byte[0]);
    }

    /** Sends it and gives what comes back before the server closes the connection. */
    private String send(String head, byte[] body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            StringBuilder reply = new StringBuilder();
            try {
                OutputStream out = socket.getOutputStream();
                out.write(head.getBytes(StandardCharsets.UTF_8));
                out.write(body);
                out.flush();
            } catch (SocketException e) {
                // The server has answered and stopped reading.
            }
            try {
                InputStream in = socket.getInputStream();
                byte[] buffer = new byte[1 << 16];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    reply.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                }
            } catch (SocketException e) {
                // As above: what came before is the answer.
            } catch (SocketTimeoutException e) {
                reply.append("HTTP/1.1 599 no answer");
            }
            return reply.toString();
        }
    }
}
