package painpathway;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Every sentence that somebody may read, with the file and line that it stands in. */
final class ShownTexts {

    /** One text; {@code line} is where it begins, from 1. */
    record Text(String file, int line, String text) {}

    /** Values that are not our words: names of sources and their sections, references to vignettes, drawings. */
    private static final Set<String> NOT_OURS = Set.of(
            "source",
            "section",
            "sections",
            "publisher",
            "via",
            "address",
            "like",
            "vignette",
            "body",
            "marks",
            "path");
    /** Values that are shown even if they are a single word, which elsewhere is an id. */
    private static final Set<String> SHOWN = Set.of(
            "text", "title", "name", "also", "group", "is", "can", "cannot", "who", "topic", "default", "ends", "one",
            "other", "help");

    private static final Pattern NAME_OR_RATIONALE =
            Pattern.compile("^\\s*rule \"([^\"]*)\"|@rationale\\(\\s*\"([^\"]*)\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private ShownTexts() {}

    /** Names and rationales of rules, values of YAML files, names of vignettes, and the pages about the rules. */
    static List<Text> ofRules(Path folder) throws IOException {
        List<Text> texts = new ArrayList<>();
        read(
                folder,
                ".drl",
                (file, text) -> lines(file, text, (line, at) -> add(texts, file, at, NAME_OR_RATIONALE.matcher(line))));
        read(folder, ".yaml", (file, text) -> yaml(texts, file, "", new Yaml().compose(new StringReader(text))));
        read(folder, ".md", (file, text) -> prose(texts, file, text));
        return texts;
    }

    /** The message bundle, templates, README and every literal of more than one word in the program. */
    static List<Text> ofProgram() throws IOException {
        List<Text> texts = new ArrayList<>();
        Path resources = Path.of("src/main/resources");
        read(
                resources,
                ".properties",
                (file, text) -> lines(file, text, (line, at) -> {
                    if (!line.startsWith("#") && line.contains("=")) {
                        texts.add(new Text(file, at, line.substring(line.indexOf('=') + 1)));
                    }
                }));
        read(
                resources.resolve("templates"),
                ".html",
                (file, text) -> lines(file, text, (line, at) -> {
                    String words = line.replaceAll("<[^>]*>", " ").strip();
                    if (words.matches("[^<>\"=]*\\p{L}.*")) {
                        texts.add(new Text(file, at, words));
                    }
                }));
        read(
                Path.of("src/main/java"),
                ".java",
                (file, text) -> lines(file, text, (line, at) -> {
                    Matcher literal = LITERAL.matcher(
                            line.strip().startsWith("*") || line.strip().startsWith("/") ? "" : line);
                    while (literal.find()) {
                        if (literal.group(1).strip().contains(" ")) {
                            texts.add(new Text(file, at, literal.group(1)));
                        }
                    }
                }));
        prose(texts, "README.md", Files.readString(Path.of("README.md")));
        return texts;
    }

    private static void yaml(List<Text> texts, String file, String key, Node node) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> {
                String inner = ((ScalarNode) entry.getKeyNode()).getValue();
                boolean ours = !NOT_OURS.contains(inner) && !(file.endsWith("sources.yaml") && inner.equals("title"));
                if (ours) {
                    yaml(texts, file, inner, entry.getValueNode());
                }
            });
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> yaml(texts, file, key, item));
        } else if (node instanceof ScalarNode scalar
                && (SHOWN.contains(key) || scalar.getValue().strip().contains(" "))) {
            texts.add(new Text(file, scalar.getStartMark().getLine() + 1, scalar.getValue()));
        }
    }

    /** Lines of Markdown without code between backticks. Blocks of code stay: they show what the program says. */
    private static void prose(List<Text> texts, String file, String text) {
        lines(file, text, (line, at) -> texts.add(new Text(file, at, line.replaceAll("`[^`]*`", "``"))));
    }

    private static void add(List<Text> texts, String file, int line, Matcher matcher) {
        while (matcher.find()) {
            texts.add(new Text(file, line, matcher.group(1) != null ? matcher.group(1) : matcher.group(2)));
        }
    }

    private static void lines(String file, String text, BiConsumer<String, Integer> each) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            each.accept(lines[i], i + 1);
        }
    }

    private static void read(Path folder, String ending, BiConsumer<String, String> each) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
                each.accept(file.toString().replace('\\', '/'), Files.readString(file));
            }
        }
    }
}
