package painpathway.folder;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a YAML file, read key by key. Each getter reports a missing key or a value of the wrong kind with its line;
 * {@link #done()} reports the keys that nobody asked for.
 */
public final class YamlMapping {

    private final String file;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final Faults faults;

    private YamlMapping(String file, Node node, Faults faults) {
        this.file = file;
        this.line = lineOf(node);
        this.faults = faults;
        if (!(node instanceof MappingNode mapping)) {
            faults.add(file, line, "should be a list of keys with values");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.put(key, tuple.getValueNode()) != null) {
                faults.add(file, lineOf(tuple.getKeyNode()), "key '" + key + "' is given twice");
            }
            lines.put(key, lineOf(tuple.getKeyNode()));
        }
    }

    /** The top mapping of a file; one without keys if the file is missing or is not YAML, which is reported. */
    public static YamlMapping read(RulesFolder folder, String file, Faults faults) {
        String text = folder.text(file);
        Node empty = new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);
        if (text == null) {
            faults.broken(file, 0, "this file is missing");
            return new YamlMapping(file, empty, faults);
        }
        try {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(0);
            Node node = new Yaml(options).compose(new StringReader(text));
            if (node == null) {
                faults.broken(file, 0, "this file is empty");
            }
            return new YamlMapping(file, node == null ? empty : node, faults);
        } catch (MarkedYAMLException e) {
            int at = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            faults.broken(file, at, "is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            faults.broken(file, 0, "is not YAML: " + e.getMessage());
        }
        return new YamlMapping(file, empty, faults);
    }

    /** The path of its file in the rules folder. */
    public String file() {
        return file;
    }

    /** The line of the first key, from 1; 0 if the file is missing. */
    public int line() {
        return line;
    }

    /** The line of a key, or of the mapping if the key is absent. */
    public int line(String key) {
        return lines.getOrDefault(key, line);
    }

    /** Whether the key is there, with or without a value. */
    public boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    /** The keys in the order of the file. For mappings whose keys are data. */
    public List<String> keys() {
        asked.addAll(values.keySet());
        return List.copyOf(values.keySet());
    }

    /** A required text; if it is missing, empty and a fault. */
    public String text(String key) {
        String text = optional(key);
        if (text == null || text.isBlank()) {
            fault(key, "'" + key + "' is missing");
            return "";
        }
        return text;
    }

    /** A text, or null if the key is absent. */
    public @Nullable String optional(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            return null;
        }
        return scalar(node, key);
    }

    /** A number, or null if the key is absent. */
    public @Nullable Double number(String key) {
        String text = optional(key);
        if (text == null) {
            return null;
        }
        // Plain decimals only: Java would also read NaN, Infinity, 0x1p3 and 12d.
        if (!text.matches("[-+]?\\d{1,15}(\\.\\d{1,15})?")) {
            fault(key, "'" + key + "' should be a number, but is '" + text + "'");
            return null;
        }
        return Double.valueOf(text);
    }

    /** True only for the value {@code true}; false if the key is absent. */
    public boolean flag(String key) {
        String text = optional(key);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            fault(key, "'" + key + "' should be true or false, but is '" + text + "'");
        }
        return "true".equals(text);
    }

    /** One of a closed list of words, or null if the key is absent. */
    public @Nullable String oneOf(String key, List<String> words) {
        String text = optional(key);
        if (text != null && !words.contains(text)) {
            fault(key, "'" + key + "' is '" + text + "' but should be one of " + words + DidYouMean.hint(text, words));
            return null;
        }
        return text;
    }

    /** One of the words of an enum; if it is missing or misspelt, a fault and the first of them. */
    public <E extends Enum<E>> E required(String key, Class<E> type) {
        List<String> words = EnumWords.all(type);
        E first = type.getEnumConstants()[0];
        if (optional(key) == null) {
            fault(key, "'" + key + "' is missing; it should be one of " + words);
            return first;
        }
        String word = oneOf(key, words);
        E found = word == null ? null : EnumWords.find(type, word);
        return found == null ? first : found;
    }

    /** A list of texts; empty if the key is absent. */
    public List<String> texts(String key) {
        asked.add(key);
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            String text = scalar(item, key);
            if (text != null) {
                if (texts.contains(text)) {
                    faults.add(file, lineOf(item), "'" + text + "' appears twice in '" + key + "'");
                }
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }

    /** A list of mappings; empty if the key is absent. */
    public List<YamlMapping> entries(String key) {
        asked.add(key);
        return items(key).stream()
                .map(item -> new YamlMapping(file, item, faults))
                .toList();
    }

    /** A list of mappings that must be there and must not be empty. */
    public List<YamlMapping> someEntries(String key) {
        List<YamlMapping> entries = entries(key);
        if (entries.isEmpty()) {
            fault(key, "'" + key + "' is missing");
        }
        return entries;
    }

    /** A mapping whose key is known to be there. */
    public YamlMapping part(String key) {
        YamlMapping part = entry(key);
        if (part == null) {
            throw new IllegalStateException("'" + key + "' was not looked for");
        }
        return part;
    }

    /** A mapping, or null if the key is absent. */
    public @Nullable YamlMapping entry(String key) {
        asked.add(key);
        Node node = values.get(key);
        return node == null ? null : new YamlMapping(file, node, faults);
    }

    /** True if the value of the key is a list. */
    public boolean isList(String key) {
        return values.get(key) instanceof SequenceNode;
    }

    /** True if the value of the key is a mapping. */
    public boolean isEntry(String key) {
        return values.get(key) instanceof MappingNode;
    }

    /** Adds a fault at a key of this mapping. */
    public void fault(String key, String problem) {
        faults.add(file, line(key), problem);
    }

    /** Call this once every key has been asked for; any other key is a fault. */
    public void done() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                fault(key, "key '" + key + "' is not known here" + DidYouMean.hint(key, asked));
            }
        }
    }

    private List<Node> items(String key) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        faults.add(file, lineOf(node), "'" + key + "' should be a list");
        return List.of();
    }

    private @Nullable String scalar(Node node, String key) {
        if (!(node instanceof ScalarNode scalar)) {
            faults.add(file, lineOf(node), "'" + key + "' should be a single value");
            return null;
        }
        // YAML 1.1 reads a bare yes or no as true or false, so an option id written like that would silently be a
        // different word.
        if (scalar.getTag().equals(Tag.BOOL) && !List.of("true", "false").contains(scalar.getValue())) {
            faults.add(file, lineOf(node), "put '" + scalar.getValue() + "' in quotes");
        }
        return scalar.getTag().equals(Tag.NULL) ? null : scalar.getValue();
    }

    private static int lineOf(Node node) {
        return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
    }
}
