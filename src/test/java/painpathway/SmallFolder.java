package painpathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import painpathway.folder.FaultyKnowledge;
import painpathway.folder.RulesFolder;
import painpathway.rules.RuleBook;

/** A complete rules folder that is small enough to read at a glance, and ways to break it. */
public final class SmallFolder {

    private SmallFolder() {}

    /** The folder as it stands on disk: no faults, no warnings. */
    public static RulesFolder good() {
        return RulesFolder.at(Path.of("src/test/rules/small"));
    }

    /** The good folder with the first occurrence of a text in one file replaced. */
    public static RulesFolder with(String file, String old, String replacement) {
        return change(good(), file, old, replacement);
    }

    /** A folder with the first occurrence of a text in one file replaced; the text must stand there. */
    public static RulesFolder change(RulesFolder folder, String file, String old, String replacement) {
        String text = folder.text(file);
        assertThat(text).as(file).contains(old);
        int at = text.indexOf(old);
        return folder.with(file, text.substring(0, at) + replacement + text.substring(at + old.length()));
    }

    /** Writes the good folder to disk, where a running advisor can watch it. */
    public static void copyTo(Path folder) throws IOException {
        RulesFolder good = good();
        for (String path : good.paths()) {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, good.text(path));
        }
    }

    /** Replaces a text in a file on disk; it must stand there. */
    public static void change(Path folder, String file, String old, String replacement) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).as(file).contains(old);
        Files.writeString(path, text.replace(old, replacement));
    }

    /** What is wrong with a folder, as {@code file:line: problem}; empty where it loads. */
    public static List<String> faults(RulesFolder folder) {
        try {
            RuleBook.load(folder);
            return List.of();
        } catch (FaultyKnowledge faulty) {
            return faulty.faults().stream().map(Object::toString).toList();
        }
    }

    /** What an author should look at in a folder that loads. */
    public static List<String> warnings(RulesFolder folder) {
        return RuleBook.load(folder).warnings().stream().map(Object::toString).toList();
    }
}
