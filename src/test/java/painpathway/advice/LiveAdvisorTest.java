package painpathway.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import painpathway.folder.FaultyKnowledge;

/** A running advisor takes changed rules in whole, or not at all. */
class LiveAdvisorTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheSmallFolder() throws IOException {
        Path small = Path.of("src/test/rules/small");
        try (Stream<Path> files = Files.walk(small)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(small.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void takesChangedRulesInAndKeepsTheOldOnesWhereTheNewAreFaulty() throws IOException {
        LiveAdvisor live = new LiveAdvisor(folder, "test");
        Advisor before = live.now();
        live.reloadIfChanged();
        assertThat(live.now()).isSameAs(before);

        change("criteria/pain.drl", ">= 12", ">= 13");
        live.reloadIfChanged();
        Advisor after = live.now();
        assertThat(after.book().version()).isNotEqualTo(before.book().version());

        change("criteria/pain.drl", ">= 13", ">= 13 ||");
        live.reloadIfChanged();
        assertThat(live.now()).isSameAs(after);
        assertThat(live.book()).isSameAs(after.book());
    }

    @Test
    void refusesAFaultyFolder() throws IOException {
        change("criteria/pain.drl", ">= 12", ">= 12 ||");
        assertThatThrownBy(() -> new LiveAdvisor(folder, "test").book()).isInstanceOf(FaultyKnowledge.class)
                .hasMessageContaining("criteria/pain.drl:");
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }
}
