package painpathway.web.sandbox;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import painpathway.folder.RulesFolder;

/** Starts trials of sandboxes, each in a process of its own: two at a time, and each for a minute at most. */
@Component
class Trials {

    static final int AT_A_TIME = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Trials.class);
    private static final List<String> LIMITED =
            List.of("-Xmx384m", "-Xss2m", "-XX:+UseSerialGC", "-XX:-DontCompileHugeMethods");

    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(r -> daemon(r, "sandbox-clock"));
    private final Duration longest;

    Trials() {
        this(Duration.ofSeconds(60));
    }

    /** {@code longest}: after that a trial is ended, and says what it had finished. */
    Trials(Duration longest) {
        this.longest = longest;
    }

    /** Begins a trial of a sandbox; false if one of it is running, or as many as may run at a time. */
    boolean begin(Sandbox sandbox, String kind, RulesFolder inUse) {
        if (!places.tryAcquire()) {
            return false;
        }
        Trial trial = new Trial(kind);
        if (!sandbox.begin(trial)) {
            places.release();
            return false;
        }
        RulesFolder tried = sandbox.folder();
        daemon(() -> run(trial, tried, inUse), "sandbox-trial").start();
        return true;
    }

    private void run(Trial trial, RulesFolder tried, RulesFolder inUse) {
        try {
            Path place = Files.createTempDirectory("advisor-sandbox");
            try {
                write(tried, place.resolve(TrialProcess.SANDBOX));
                write(inUse, place.resolve(TrialProcess.IN_USE));
                listen(trial, start(trial, place));
            } finally {
                FileSystemUtils.deleteRecursively(place);
            }
        } catch (IOException e) {
            LOG.warn("A sandbox could not be tried: {}", e.getClass().getName());
            trial.ends(Trial.State.FAILED);
        } finally {
            trial.ends(Trial.State.DONE);
            places.release();
        }
    }

    /** The paths have been checked: none leads out of the folder. */
    private static void write(RulesFolder folder, Path to) throws IOException {
        for (Map.Entry<String, String> file : Sandbox.files(folder).entrySet()) {
            Path path = to.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static Process start(Trial trial, Path place) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new java.util.ArrayList<>(List.of(java));
        command.addAll(LIMITED);
        command.addAll(List.of("-cp", classPath(), TrialProcess.class.getName(), trial.kind()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(place.toFile()).redirectErrorStream(true);
        // No secret of this process is any business of the other.
        builder.environment().clear();
        return builder.start();
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void listen(Trial trial, Process process) throws IOException {
        trial.runs(process);
        clock.schedule(() -> trial.ends(Trial.State.OUT_OF_TIME), longest.toMillis(), TimeUnit.MILLISECONDS);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                trial.says(line);
            }
        }
        try {
            if (process.waitFor() != 0) {
                trial.ends(Trial.State.FAILED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            trial.ends(Trial.State.FAILED);
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
