package painpathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever starts the program is told where it cannot: what to put right, in a few lines, and exit code 2. */
class StartTest {

    @TempDir
    private Path folder;
    /** Where the program runs. */
    @TempDir
    private Path place;

    /** How a program ended, and what it wrote. */
    private record End(int code, String said) {}

    @Test
    void aFolderWithOneFaultIsToldAsOne() throws Exception {
        Path rules = folder.resolve("rules");
        SmallFolder.copyTo(rules);
        SmallFolder.change(rules, "criteria/pain.drl", ">= 12", ">= 40");
        End end = run(List.of(), "--server.port=0", "--advisor.rules=" + rules);
        assertThat(end.said)
                .contains(
                        "vignettes/all.yaml:2: the vignette \"Numb for 30 weeks: an injection is a candidate\" fails: ",
                        "One problem found. Fix it and start again.")
                .doesNotContain("\tat ");
        assertThat(end.code).isEqualTo(2);
    }

    @Test
    void aFolderWithSeveralFaultsIsToldAsSeveral() throws Exception {
        Path rules = folder.resolve("rules");
        SmallFolder.copyTo(rules);
        Files.move(rules.resolve("advice/all.drl"), rules.resolve("advice/all.drl.txt"));
        Files.move(rules.resolve("laws.yaml"), rules.resolve("laws.yml"));
        End end = run(List.of(), "--server.port=0", "--advisor.rules=" + rules);
        assertThat(end.said)
                .contains(
                        "advice/all.drl.txt: is not read: it should be called 'advice/all.drl'",
                        "laws.yml: is not read: it should be called 'laws.yaml'",
                        "2 problems found. Fix them and start again.")
                .doesNotContain("\tat ");
        assertThat(end.code).isEqualTo(2);
    }

    @Test
    void anUnreadableFolderIsAFault() throws Exception {
        List<String> asSomebody = withoutThePowersOfRoot();
        SmallFolder.copyTo(folder);
        Path closed = folder.resolve("criteria");
        Files.setPosixFilePermissions(folder.resolve("laws.yaml"), PosixFilePermissions.fromString("-wx------"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("-wx------"));
        try {
            for (String[] arguments : new String[][] {
                {"audit", "--rules", folder.toString()}, {"--server.port=0", "--advisor.rules=" + folder}
            }) {
                End end = run(asSomebody, arguments);
                assertThat(end.said)
                        .contains(
                                "criteria/: this folder cannot be read: permission denied",
                                "laws.yaml: cannot be read: permission denied")
                        .doesNotContain("\tat ");
                assertThat(end.code).isEqualTo(2);
            }
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aDatabaseThatIsOpenElsewhereIsToldInOneSentence() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("store") + ";WRITE_DELAY=0";
        End end;
        try (Connection open = DriverManager.getConnection(url)) {
            assertThat(open.isValid(1)).isTrue();
            end = run(List.of(), "--server.port=0", "--spring.datasource.url=" + url);
        }
        assertThat(end.said)
                .contains(
                        "The database file " + folder.resolve("store.mv.db").toRealPath()
                                + " is already open in another program",
                        "or start with another file: \"--spring.datasource.url=jdbc:h2:file:./data/another;WRITE_DELAY=0\"")
                .doesNotContain("Exception", "\tat ");
        if (Files.isReadable(Path.of("/proc/locks"))) {
            assertThat(end.said).contains("(process " + ProcessHandle.current().pid() + ", ");
        }
        assertThat(end.said.lines().count()).isLessThan(30);
        assertThat(end.code).isEqualTo(2);
    }

    /** Root may read everything: a test of what may not be read has to be run without that. */
    private static List<String> withoutThePowersOfRoot() {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "no way to give up what root may do");
        return List.of(
                "/usr/bin/setpriv",
                "--bounding-set=-dac_override,-dac_read_search",
                "--inh-caps=-dac_override,-dac_read_search");
    }

    /** The program as it is delivered, without the tests' own settings. */
    private End run(List<String> before, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        String classPath = String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .toList());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                Application.class.getName()));
        command.addAll(List.of(arguments));
        Path log = place.resolve("log.txt");
        Process process = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        process.destroyForcibly();
        String said = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        return new End(process.exitValue(), said);
    }
}
