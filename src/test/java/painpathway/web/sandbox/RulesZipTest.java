package painpathway.web.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import painpathway.ShippedRules;
import painpathway.folder.RulesFolder;

/** A zip comes in whole or not at all, and quickly either way. */
class RulesZipTest {

    static Stream<Arguments> hostile() {
        String bomb = "a".repeat(30 << 20);
        return Stream.of(
                refused("a bomb", zip(Map.of("advice/bomb.drl", bomb)), "bytes"),
                refused("a bomb that is no file of ours", zip(Map.of("picture.png", bomb)), "bytes"),
                refused("many small files", zip(many(301)), "files"),
                refused("a file above the folder", zip(Map.of("../advice.drl", "x")), "path"),
                refused("a file far above the folder", zip(Map.of("advice/../../x.drl", "x")), "path"),
                refused("an absolute path", zip(Map.of("/etc/rules.yaml", "x")), "path"),
                refused("a path of another system", zip(Map.of("advice\\x.drl", "x")), "path"),
                refused("a drive", zip(Map.of("C:/x.drl", "x")), "path"),
                refused("a line of a megabyte", zip(Map.of("advice/x.drl", "x".repeat(1 << 20))), "line"),
                refused("deep nesting", zip(Map.of("laws.yaml", "[".repeat(5_000))), "depth"),
                refused("bytes that are no text", zip("laws.yaml", new byte[] {(byte) 0xc3, 0x28}), "text"),
                refused("no rules", zip(Map.of("notes.txt", "hello")), "empty"),
                refused("no zip", "hello".getBytes(StandardCharsets.UTF_8), "empty"),
                refused("half a zip", half(zip(Map.of("laws.yaml", "x: y\n".repeat(3_000)))), "zip"),
                refused("a link", linked(zip(Map.of("laws.yaml", "/etc/passwd"))), "link"));
    }

    private static Arguments refused(String name, byte[] zip, String why) {
        return Arguments.of(Named.of(name, zip), why);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isRefusedWithTheReasonAndAtOnce(byte[] zip, String why) {
        long start = System.nanoTime();
        Refused refused = catchThrowableOfType(Refused.class, () -> RulesZip.read(zip));
        assertThat(refused).isNotNull();
        assertThat(refused.why()).isEqualTo(why);
        assertThat((System.nanoTime() - start) / 1e9).as("seconds").isLessThan(2);
    }

    @Test
    void bombsLeaveTheHeapAsItWas() {
        byte[] bomb = zip(Map.of("advice/bomb.drl", "a".repeat(30 << 20)));
        long before = used();
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> RulesZip.read(bomb)).isInstanceOf(Refused.class);
        }
        assertThat(used() - before).as("bytes kept of 900 MB").isLessThan(20L << 20);
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void whatWasTakenAwayComesBackTheSame() {
        RulesFolder shipped = ShippedRules.BOOK.folder();
        Map<String, String> back = RulesZip.read(RulesZip.write(shipped));
        assertThat(back).isEqualTo(Sandbox.files(shipped));
        assertThat(RulesFolder.of("sandbox", back).fingerprint()).isEqualTo(shipped.fingerprint());
    }

    @Test
    void whatSystemsAddToAZipIsLeftOut() {
        assertThat(RulesZip.read(zip(Map.of(
                        "mine/questionnaire.yaml", "a: b",
                        "mine/.DS_Store", "x",
                        "__MACOSX/mine/._laws.yaml", "x",
                        "mine/README.md", "x"))))
                .containsOnlyKeys("questionnaire.yaml");
    }

    @Test
    void aFileOfASandboxStaysInsideOfIt() {
        for (String path :
                new String[] {"../x.drl", "/x.drl", "advice/../x.drl", "x.exe", "a b.drl", "", "advice//x.drl"}) {
            assertThatThrownBy(() -> Limits.checkPath(path)).as(path).isInstanceOf(Refused.class);
        }
        Limits.checkPath("advice/mine.drl");
        Limits.checkPath("lessons/one-good-block.md");
    }

    private static Map<String, String> many(int count) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            files.put("advice/r" + i + ".drl", "x");
        }
        return files;
    }

    private static byte[] half(byte[] zip) {
        byte[] half = new byte[zip.length / 3];
        System.arraycopy(zip, 0, half, 0, half.length);
        return half;
    }

    /** Marks the only entry as a link, as a zip made under Unix does. */
    private static byte[] linked(byte[] zip) {
        for (int i = 0; i + 42 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 41] = (byte) 0xA1;
            }
        }
        return zip;
    }

    static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
