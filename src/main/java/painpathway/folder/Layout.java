package painpathway.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the files of a rules folder belong, so that one with a wrong name or ending is not lost without a word. */
final class Layout {

    static final String QUESTIONNAIRE = "questionnaire.yaml";

    private static final List<String> OF_RULES = List.of("criteria", "patterns", "advice");
    private static final String KNOWLEDGE = "knowledge";
    private static final String VIGNETTES = "vignettes";
    private static final String LESSONS = "lessons";
    private static final List<String> FOLDERS =
            List.of("criteria", "patterns", "advice", KNOWLEDGE, VIGNETTES, LESSONS);

    /** The files with a fixed name. */
    private static final Set<String> FILES = new TreeSet<>(List.of(
            QUESTIONNAIRE,
            "body-chart.yaml",
            "samples.yaml",
            "laws.yaml",
            "knowledge/calculators.yaml",
            "knowledge/checks.yaml",
            "knowledge/glossary.yaml",
            "knowledge/documents.yaml",
            "knowledge/interventions.yaml",
            "knowledge/notes.yaml",
            "knowledge/obstacles.yaml",
            "knowledge/plain.yaml",
            "knowledge/policies.yaml",
            "knowledge/red-flags.yaml",
            "knowledge/sources.yaml",
            "knowledge/stances.yaml"));

    /** A name with an ending of ours in any writing, perhaps with the .txt that some editors add. */
    private static final Pattern ENDING = Pattern.compile("(.+)\\.(drl|ya?ml)(\\.txt)?", Pattern.CASE_INSENSITIVE);

    /** What editors, merges and desktops leave behind; most of it is hidden anyway. */
    private static final Pattern LEFT_BEHIND =
            Pattern.compile(".*~|#.*#|.*\\.(swp|swo|bak|orig|tmp)|Thumbs\\.db|desktop\\.ini", Pattern.CASE_INSENSITIVE);

    private Layout() {}

    /** True for a file or folder that is no part of the rules wherever it lies: hidden, or what a Mac adds to an archive. */
    static boolean hidden(String name) {
        return name.startsWith(".") || name.equals("__MACOSX");
    }

    /** True for a file that an editor, a merge or a desktop left behind. */
    static boolean leftBehind(String name) {
        return LEFT_BEHIND.matcher(name).matches();
    }

    /** True for a folder that only is a part of the rules folder above it. */
    static boolean isPart(Path folder, Path above) {
        return Files.exists(above.resolve(QUESTIONNAIRE))
                && Stream.concat(Stream.of(QUESTIONNAIRE), FOLDERS.stream())
                        .noneMatch(part -> Files.exists(folder.resolve(part)));
    }

    /** True where something reads a file with this path. */
    static boolean isRead(String path) {
        String folder = folder(path);
        return FILES.contains(path)
                || OF_RULES.contains(folder) && path.endsWith(".drl")
                || folder.equals(VIGNETTES) && path.endsWith(".yaml")
                || folder.equals(LESSONS) && path.endsWith(".md") && path.lastIndexOf('/') == LESSONS.length();
    }

    /** What is wrong with a path: null where the file is read, or where nobody would expect that it is. */
    static @Nullable String problem(String path) {
        if (isRead(path)) {
            return null;
        }
        String right = rightPath(path);
        if (right != null) {
            return "is not read: it should be called '" + right + "'";
        }
        String folder = folder(path);
        if (OF_RULES.contains(folder)) {
            return "only .drl files belong in " + folder + "/";
        }
        if (folder.equals(VIGNETTES)) {
            return "only .yaml files belong in " + folder + "/";
        }
        if (folder.equals(LESSONS)) {
            return "only .md files belong in " + folder + "/, and no folders";
        }
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (ending.equals("drl")) {
            return "rules stand in one of the folders " + OF_RULES + ": nothing would read this file";
        }
        if (folder.equals(KNOWLEDGE) || ending.equals("yaml")) {
            return "nothing reads this file"
                    + (folder.isEmpty() || folder.equals(KNOWLEDGE)
                            ? DidYouMean.hint(path, FILES)
                            : DidYouMean.hint(folder, FOLDERS));
        }
        return null;
    }

    /** Adds a fault for each path that nothing would read, and for each folder without which there are no rules. */
    static void check(Set<String> paths, Faults faults) {
        for (String path : paths) {
            String problem = problem(path);
            if (problem != null) {
                faults.broken(path, 0, problem);
            }
        }
        Stream.concat(OF_RULES.stream(), Stream.of(KNOWLEDGE))
                .filter(f -> paths.stream().noneMatch(p -> p.startsWith(f + "/") && isRead(p)))
                .forEach(f -> faults.broken(f + "/", 0, "this folder is missing, or nothing in it can be read"));
    }

    /** The path that was meant, where only the ending or the capitals are wrong; else null. */
    private static @Nullable String rightPath(String path) {
        Matcher ending = ENDING.matcher(path.strip());
        if (!ending.matches()) {
            return null;
        }
        String right = ending.group(1) + (ending.group(2).equalsIgnoreCase("drl") ? ".drl" : ".yaml");
        String folder = folder(path);
        String inFolder = folder.toLowerCase(Locale.ROOT) + right.substring(folder.length());
        for (String candidate : List.of(right, inFolder, right.toLowerCase(Locale.ROOT))) {
            if (isRead(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.indexOf('/')));
    }
}
