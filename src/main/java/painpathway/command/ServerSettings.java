package painpathway.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import painpathway.folder.DidYouMean;

/** The server's own settings. Those of Spring are not checked: Spring has no list of them. */
public final class ServerSettings {

    /** Names a rules folder to use instead of the shipped one. */
    public static final String RULES = "advisor.rules";

    private static final List<String> OWN = List.of(RULES);
    private static final String OURS = "advisor.";

    private ServerSettings() {}

    /** A setting has a dot in its name. Anything else that looks like one is most likely an option of a command, typed without it. */
    static boolean setting(String argument) {
        String name = argument.replaceFirst("=.*", "");
        return name.startsWith("--") && name.contains(".")
                || List.of("--debug", "--trace").contains(name);
    }

    /** What is wrong with the first setting that looks like one of ours and is none: Spring would ignore it without a word. */
    static Optional<String> problem(String... arguments) {
        return Arrays.stream(arguments)
                .filter(ServerSettings::setting)
                .map(argument -> argument.substring(2).replaceFirst("=.*", ""))
                .filter(name -> !OWN.contains(name))
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(OURS)
                        || !DidYouMean.hint(name, OWN).isEmpty())
                .findFirst()
                .map(name -> "There is no setting '" + name + "'" + DidYouMean.hint(name, OWN));
    }
}
