package painpathway.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import painpathway.folder.RulesFolder;
import painpathway.rules.RuleBook;
import picocli.CommandLine.Option;

/** The rules folder that a command works on. */
final class RulesOption {

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "A rules folder. Without it, the rules shipped with the program are used.")
    private @Nullable Path folder;

    /** The folder as it lies there now. Throws {@link painpathway.folder.FaultyKnowledge} if it cannot be read. */
    RulesFolder read() {
        return folder == null ? RulesFolder.shipped() : RulesFolder.at(folder);
    }

    /** Its rules. Throws {@link painpathway.folder.FaultyKnowledge} with everything that is wrong with them. */
    RuleBook load() {
        return RuleBook.load(read());
    }

    /** The folder that was named, or null for the shipped rules, which never change. */
    @Nullable
    Path named() {
        return folder;
    }
}
