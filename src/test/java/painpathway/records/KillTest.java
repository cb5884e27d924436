package painpathway.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import painpathway.records.Databases.Open;

/**
 * A process that saves is killed in the middle of it, again and again on the same database: every answer that it was told is
 * saved is there, none is there by half, and the store opens and goes on. How often: the system property {@code kills}.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("kills", 20);
    /** A child needs the store and its libraries only; the rest of the class path makes it start late. */
    private static final List<String> LIBRARIES = List.of(
            "classes", "spring-", "h2", "postgresql", "slf4j", "logback", "commons-logging", "micrometer", "jspecify");

    @ParameterizedTest
    @MethodSource("painpathway.records.Databases#empty")
    void aKillLosesNothingThatWasAcknowledged(String address) throws Exception {
        Random random = new Random(4);
        String draft;
        try (Open store = Databases.open(address)) {
            draft = store.create(Map.of(), 1);
        }
        int next = 1;
        int inMidSave = 0;
        Set<Integer> acknowledged = new TreeSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(killed(address, draft, next, random.nextInt(120)));
            try (Open store = Databases.open(address)) {
                Set<Integer> one = saved(store, draft, SavingProcess.ONE);
                assertThat(one).as("after kill %s of %s", kill + 1, address).containsAll(acknowledged);
                assertThat(saved(store, draft, SavingProcess.OTHER))
                        .as("a save is there as a whole or not at all")
                        .isEqualTo(one);
                int last = one.stream().max(Integer::compare).orElseThrow();
                assertThat(store.drafts().find(draft).orElseThrow().fields().get(SavingProcess.ONE))
                        .containsExactly(String.valueOf(last));
                // Saved, but killed before it could say so: the kill came between the two.
                inMidSave += acknowledged.contains(last) ? 0 : 1;
                acknowledged.addAll(one);
                next = last + 1;
            }
        }
        System.out.printf(
                "%s: %d kills, %d answers, %d kills between a commit and its acknowledgement%n",
                address.substring(0, address.indexOf(':', 5)), KILLS, acknowledged.size(), inMidSave);
    }

    /** Lets a process save for a moment after its first save, kills it, and gives the numbers that it has said. */
    private static Set<Integer> killed(String address, String draft, int first, int millis)
            throws IOException, InterruptedException {
        Path errors = Files.createTempFile(Path.of("target"), "saving", ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx128m",
                        "-cp",
                        classPath(),
                        SavingProcess.class.getName(),
                        address,
                        draft,
                        String.valueOf(first))
                .redirectError(errors.toFile())
                .start();
        Set<Integer> said = new TreeSet<>();
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            assertThat(line).as(() -> read(errors)).isNotNull();
            said.add(Integer.valueOf(line));
            TimeUnit.MILLISECONDS.sleep(millis);
            // Through the handle: the process itself would close its pipe, and with it what stands in there.
            process.toHandle().destroyForcibly();
            // What stood in the pipe had been said before the kill. A number that was cut off had not.
            StringBuilder rest = new StringBuilder();
            for (int c = lines.read(); c >= 0; c = lines.read()) {
                rest.append((char) c);
            }
            rest.substring(0, rest.lastIndexOf("\n") + 1)
                    .lines()
                    .map(Integer::valueOf)
                    .forEach(said::add);
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as("ended by the kill and by nothing else")
                    .isEqualTo(128 + 9);
        }
        Files.delete(errors);
        return said;
    }

    private static Set<Integer> saved(Open store, String draft, String field) {
        return new TreeSet<>(JdbcClient.create(store.source())
                .sql("select answer from answer_change where draft = ? and field = ?")
                .params(draft, field)
                .query(Integer.class)
                .list());
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        LIBRARIES.stream().anyMatch(Path.of(entry).getFileName().toString()::startsWith)
                                || entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
