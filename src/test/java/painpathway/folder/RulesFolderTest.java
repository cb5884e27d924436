package painpathway.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesFolderTest {

    @TempDir
    Path folder;

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> RulesFolder.at(folder.resolve("none"))).isInstanceOf(FaultyKnowledge.class)
                .hasMessageContaining("is not a folder that can be read");
    }

    @Test
    void everyFileThatCannotBeReadIsNamedAtOnce() throws IOException {
        Files.write(folder.resolve("a.yaml"), new byte[] {(byte) 0xC3, (byte) 0x28});
        Files.write(folder.resolve("b.drl"), new byte[] {(byte) 0xFF, (byte) 0xFE});
        Files.write(folder.resolve("c.yaml"), new byte[(4 << 20) + 1]);
        Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0xFF});
        assertThatThrownBy(() -> RulesFolder.at(folder)).isInstanceOfSatisfying(FaultyKnowledge.class, faulty ->
                assertThat(faulty.faults()).map(Fault::toString)
                        .containsExactly("a.yaml:0: is not UTF-8 text", "b.drl:0: is not UTF-8 text", "c.yaml:0: is larger than 4 MiB"));
    }

    @Test
    void laterChangesOnDiskDoNotReachIt() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "a: 1");
        RulesFolder read = RulesFolder.at(folder);
        Files.writeString(folder.resolve("a.yaml"), "a: 2");
        assertThat(read.text("a.yaml")).isEqualTo("a: 1");
        assertThat(RulesFolder.at(folder).version()).isNotEqualTo(read.version());
    }

    @Test
    void theVersionIsTheSameForEveryKindOfLineEnd() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "a: 1\nb: 2\n");
        String version = RulesFolder.at(folder).version();
        Files.writeString(folder.resolve("a.yaml"), "a: 1\r\nb: 2\r\n");
        assertThat(RulesFolder.at(folder).version()).isEqualTo(version).startsWith("sha256:");
    }

    @Test
    void patientsAndLawsAreNoPartOfTheVersion() {
        RulesFolder plain = RulesFolder.of("x", Map.of("a.yaml", "a: 1"));
        assertThat(plain.with("vignettes/a.yaml", "x").with("laws.yaml", "y").with("samples.yaml", "z").version()).isEqualTo(plain.version());
        assertThat(plain.with("criteria/a.drl", "x").version()).isNotEqualTo(plain.version());
    }

    @Test
    void theNearestIdIsHintedAtOnlyWhereItIsNear() {
        assertThat(Nearest.hint("injektion", java.util.List.of("exercise", "injection"))).isEqualTo("; did you mean 'injection'?");
        assertThat(Nearest.hint("zebra", java.util.List.of("exercise", "injection"))).isEmpty();
    }
}
