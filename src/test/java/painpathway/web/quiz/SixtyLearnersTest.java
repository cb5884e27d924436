package painpathway.web.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import painpathway.api.ApiTest;

/** A whole class over HTTP: sixty learners at once, who poll, answer, and send everything twice. */
@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class SixtyLearnersTest {

    private static final int LEARNERS = 60;
    private static final int CASES = 3;
    private static final String NAME = "Zyxwvut";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Pattern CHOICE =
            Pattern.compile("name=\"((?:urgency|verdict-\\d|finding))\"[^>]* value=\"([^\"]+)\"");

    @Value("${local.server.port}")
    private int port;

    /** A browser of its own, as far as cookies go. */
    private final class Window {

        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        HttpResponse<String> get(String path) throws Exception {
            return sent(HttpRequest.newBuilder(address(path)).build());
        }

        HttpResponse<String> post(String path, String form) throws Exception {
            return sent(HttpRequest.newBuilder(address(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build());
        }

        private HttpResponse<String> sent(HttpRequest request) throws Exception {
            HttpResponse<String> reply = client.send(request, BodyHandlers.ofString());
            assertThat(reply.statusCode()).as(request.uri().getPath()).isIn(200, 204);
            return reply;
        }

        private URI address(String path) {
            return URI.create("http://127.0.0.1:" + port + path);
        }
    }

    @Test
    void everyAnswerOfSixtyLearnersCountsOnce(CapturedOutput log) throws Exception {
        Window educator = new Window();
        String token = found(TOKEN, educator.get("/class").body());
        String lead = educator.post("/class", "topic=facet&level=any&count=" + CASES + "&token=" + token)
                .uri()
                .getPath();
        String code = lead.replace("/lead", "");
        List<Window> learners = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(LEARNERS);
        try {
            for (int i = 0; i < LEARNERS; i++) {
                learners.add(new Window());
            }
            all(threads, learners, (window, i) -> join(window, code, i));
            assertThat(educator.get(lead).body()).contains(LEARNERS + " learners are here");
            for (int at = 0; at < CASES; at++) {
                int now = at;
                educator.post(lead + "/on", "seen=" + (at == 0 ? "joining-0" : "revealed-" + (at - 1)));
                all(threads, learners, (window, i) -> answer(window, code, now));
                assertThat(educator.get(lead).body()).contains(LEARNERS + " of " + LEARNERS + " have answered");
                educator.post(lead + "/on", "seen=asking-" + at);
                all(
                        threads,
                        learners,
                        (window, i) -> assertThat(window.get(code + "/now?seen=asking-" + now)
                                        .body())
                                .contains("of 5 right"));
            }
        } finally {
            threads.shutdown();
            assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
        String csv = educator.get(lead + "/answers.csv").body();
        assertThat(csv.lines()).hasSize(1 + LEARNERS * CASES * 5);
        educator.post(lead + "/end", "");
        assertThat(learners.get(0).get(code + "/now?seen=revealed-2").body()).contains("There is no such class");
        assertThat(log.getAll()).doesNotContain(NAME, "ERROR");
    }

    private static void join(Window window, String code, int number) throws Exception {
        String token = found(TOKEN, window.get(code).body());
        String form = "token=" + token + "&nickname=" + URLEncoder.encode(NAME + " " + number, StandardCharsets.UTF_8);
        for (int twice = 0; twice < 2; twice++) {
            assertThat(window.post(code + "/join", form).body()).contains("You are in");
        }
        assertThat(window.get(code + "/now?seen=joining-0").statusCode()).isEqualTo(204);
    }

    /** Polls like the page, answers, and sends the same once more. */
    private static void answer(Window window, String code, int at) throws Exception {
        String page = window.get(code + "/now?seen=" + (at == 0 ? "joining-0" : "revealed-" + (at - 1)))
                .body();
        StringBuilder form = new StringBuilder("at=" + at);
        String last = "";
        Matcher choice = CHOICE.matcher(page);
        while (choice.find()) {
            if (!choice.group(1).equals(last)) {
                last = choice.group(1);
                form.append('&').append(last).append('=').append(choice.group(2));
            }
        }
        for (int twice = 0; twice < 2; twice++) {
            assertThat(window.post(code + "/answers", form.toString()).body()).contains("Your answer is in");
        }
        assertThat(window.get(code + "/now?seen=asking-" + at).statusCode()).isEqualTo(204);
    }

    private interface Deed {
        void of(Window window, int number) throws Exception;
    }

    private static void all(ExecutorService threads, List<Window> learners, Deed deed) throws Exception {
        List<Callable<Void>> deeds = new ArrayList<>();
        for (int i = 0; i < learners.size(); i++) {
            int number = i;
            deeds.add(() -> {
                deed.of(learners.get(number), number);
                return null;
            });
        }
        for (Future<Void> done : threads.invokeAll(deeds)) {
            done.get();
        }
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }
}
