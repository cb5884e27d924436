package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import painpathway.ShippedRules;

/** What a page weighs, how soon it is there, and how long an answer takes. */
class CostTest extends BrowserTest {

    private static final long MOST_BYTES = 300_000;
    private static final int WARM_UP = 60;
    private static final HttpClient CLIENT = HttpClient.newBuilder().build();

    @ParameterizedTest
    @ValueSource(strings = {"start", "intake", "advice"})
    void theFirstVisitIsLightAndQuick(String what) throws IOException, InterruptedException {
        // A server that has just started is slow for its first minutes; what counts is what a nurse sees all day.
        URI address = URI.create(where(what));
        for (int i = 0; i < WARM_UP; i++) {
            ask(HttpRequest.newBuilder(address).build());
        }
        double quickest = Double.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            Page page = visitor(WIDE);
            closeAfter(page, what);
            page.reload();
            Object paint = page.evaluate(
                    "() => new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))"
                            + ".observe({type: 'largest-contentful-paint', buffered: true}))");
            quickest = Math.min(quickest, ((Number) paint).doubleValue());
            page.context().close();
        }
        System.out.printf("%s: largest contentful paint after %.0f ms%n", what, quickest);
        assertThat(quickest)
                .as("milliseconds to the largest contentful paint of %s", what)
                .isLessThan(500);
        Page fresh = visitor(WIDE);
        fresh.navigate(where(what));
        fresh.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        List<?> parts = (List<?>)
                fresh.evaluate(
                        "() => performance.getEntries().filter(e => 'encodedBodySize' in e).map(e => [e.name.replace(/.*[/]/, ''), e.encodedBodySize])");
        long sum = parts.stream()
                .mapToLong(part -> ((Number) ((List<?>) part).get(1)).longValue())
                .sum();
        System.out.println(what + ": " + sum + " bytes sent: " + parts);
        assertThat(sum).as("bytes sent for %s: %s", what, parts).isBetween(1000L, MOST_BYTES);
    }

    private static void ask(HttpRequest request) throws IOException, InterruptedException {
        assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    private String where(String what) {
        Page page = visitor(WIDE);
        closeAfter(page, what);
        return page.url();
    }

    private static void closeAfter(Page page, String what) {
        page.navigate("/");
        if (!what.equals("start")) {
            page.locator(what.equals("advice") ? ".sample" : "form.begin button")
                    .first()
                    .click();
            page.waitForURL("**/intakes/*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one"})
    void theReplyToAnAnswerIsThereAtOnce(String lead) throws IOException, InterruptedException {
        String[] answers = {
            "q.patient.age=58",
            "q.patient.pregnant=no",
            "q.safety.cancer=never",
            "q.safety.weakness=none",
            "p0.pain.site=low-back",
            "p0.pain.weeks=30",
            "p0.pain.average=6",
            "q.safety.trauma=none",
            "p0.pain.spread=nearby",
            "q.health.diabetes=none",
            "p0.pain.worst=8",
            "q.safety.weight-loss=no"
        };
        double best = Double.MAX_VALUE;
        // The quietest of some rounds: the machine does other things too.
        for (int round = 0; round < 5; round++) {
            HttpResponse<Void> made = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(RunningApp.address() + "/intakes"))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            URI draft = URI.create(RunningApp.address())
                    .resolve(made.headers().firstValue("Location").orElseThrow());
            double[] times = new double[answers.length * 2];
            for (int i = 0; i < times.length; i++) {
                String given = String.join("&", Arrays.copyOf(answers, i % answers.length + 1));
                String body = given + (i < answers.length ? "" : "&q.safety.bone-weakening=none")
                        + "&places=1&revision=0&tab=t&whole=true&at=safety&ask=&lead="
                        + URLEncoder.encode(lead, StandardCharsets.UTF_8);
                HttpRequest request = HttpRequest.newBuilder(draft)
                        .header("HX-Request", "true")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
                long begin = System.nanoTime();
                ask(request);
                times[i] = (System.nanoTime() - begin) / 1e6;
            }
            Arrays.sort(times);
            best = Math.min(best, times[(int) Math.ceil(times.length * .95) - 1]);
        }
        System.out.printf("led '%s': an answer takes %.0f ms at the 95th percentile%n", lead, best);
        assertThat(best).as("milliseconds at the 95th percentile").isLessThan(100);
    }

    @ParameterizedTest
    @CsvSource({
        "a step, /cases/facet-001/steps?at=, 70, 100",
        "a change, /cases/facet-001/what-if?c=p0.pain.weeks:, 40, 100",
        "a strip, /cases/facet-001/sweep?of=p0.pain.average&c=p0.pain.weeks:, 40, 300",
        "the whole map, /map?case=facet-0, 20, 1000"
    })
    void aPageForEducatorsIsThereAtOnce(String what, String address, int count, double most)
            throws IOException, InterruptedException {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            double[] times = new double[count];
            for (int i = 0; i < count; i++) {
                String number = address.endsWith("facet-0") ? String.format("%02d", i + 1) : String.valueOf(i);
                long begin = System.nanoTime();
                ask(HttpRequest.newBuilder(URI.create(RunningApp.address() + address + number))
                        .build());
                times[i] = (System.nanoTime() - begin) / 1e6;
            }
            Arrays.sort(times);
            best = Math.min(best, times[(int) Math.ceil(times.length * .95) - 1]);
        }
        System.out.printf("%s takes %.0f ms at the 95th percentile%n", what, best);
        assertThat(best).as("milliseconds at the 95th percentile").isLessThan(most);
    }

    /** No page twice: what a page costs whoever opens it first. */
    @Test
    void thePageOfACaseOrARuleIsThereAtOnceTheFirstTime() throws IOException, InterruptedException {
        ask(HttpRequest.newBuilder(URI.create(RunningApp.address() + "/cases/facet-001"))
                .build());
        List<String> pages = ShippedRules.VIGNETTES.stream()
                .filter(v -> v.assessment().places() == 1)
                .limit(40)
                .map(v -> "/cases/" + v.id())
                .toList();
        double[] times = new double[pages.size()];
        for (int i = 0; i < times.length; i++) {
            long begin = System.nanoTime();
            ask(HttpRequest.newBuilder(URI.create(RunningApp.address() + pages.get(i)))
                    .build());
            times[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(times);
        double most = times[(int) Math.ceil(times.length * .95) - 1];
        System.out.printf("the first view of a case takes %.0f ms at the 95th percentile%n", most);
        assertThat(most).isLessThan(300);
    }
}
