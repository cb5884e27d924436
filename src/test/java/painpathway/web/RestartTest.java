package painpathway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import painpathway.Application;
import painpathway.records.Databases;

/** The whole program as a process of its own, in an empty folder and as it is delivered: killed and started again. */
class RestartTest {

    private static final String OURS = "application/x-www-form-urlencoded";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    /** As it is delivered: H2 in a file below the folder in which it runs. */
    @Test
    void everyAnswerThatWasAcknowledgedIsThereAfterAKill() throws Exception {
        killedAndStartedAgain();
        assertThat(folder.resolve("data/advisor.mv.db")).exists();
    }

    @Test
    void everyAnswerThatWasAcknowledgedIsThereAfterAKillOnPostgres() throws Exception {
        killedAndStartedAgain("--spring.datasource.url=" + Databases.postgres());
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private void killedAndStartedAgain(String... options) throws Exception {
        int port = freePort();
        String intake;
        int last = 0;
        Process first = start(port, options);
        try {
            intake = URI.create(post(port, "/intakes", "reference=Bed+7")
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .getPath();
            for (int age = 20; age < 30; age++) {
                HttpResponse<String> reply = post(
                        port,
                        intake,
                        "revision=1&at=patient&tab=t&turn=" + age + "&touched=q.patient.age&q.patient.age=" + age);
                assertThat(reply.statusCode()).isEqualTo(302);
                last = age;
            }
        } finally {
            kill(first);
        }
        Process second = start(port, options);
        try {
            HttpResponse<String> page = get(port, intake + "?at=patient");
            assertThat(page.body()).contains("value=\"" + last + "\"").contains("value=\"Bed 7\"");
            assertThat(get(port, "/").body()).contains("Bed 7").contains(intake);
        } finally {
            kill(second);
        }
    }

    private Process start(int port, String... options) throws Exception {
        Path log = folder.resolve("log-" + System.nanoTime() + ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                Application.class.getName(),
                "--server.port=" + port));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long until = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < until) {
            assertThat(process.isAlive()).as(() -> read(log)).isTrue();
            try {
                if (get(port, "/").statusCode() == 200) {
                    return process;
                }
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        kill(process);
        throw new AssertionError("the program did not start:\n" + read(log));
    }

    /** Without the tests' own resources, which would name another database. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .toList());
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(int port, String path, String form) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", OURS)
                        .timeout(Duration.ofSeconds(60))
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
