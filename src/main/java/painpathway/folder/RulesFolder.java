package painpathway.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The text files of one rules folder, read once: path inside the folder (with '/') to text.
 * Later changes on disk do not reach it, so a reload is always a whole new folder.
 */
public final class RulesFolder {

    private static final Set<String> NO_KNOWLEDGE = Set.of("samples.yaml", "laws.yaml", "body-chart.yaml");

    private final String name;
    private final SortedMap<String, String> files;

    private RulesFolder(String name, SortedMap<String, String> files) {
        this.name = name;
        this.files = files;
    }

    /** The folder that ships with the program. */
    public static RulesFolder shipped() {
        SortedMap<String, String> files = new TreeMap<>();
        try {
            for (String kind : List.of("**/*.yaml", "**/*.drl", "lessons/*.md")) {
                for (Resource resource :
                        new PathMatchingResourcePatternResolver().getResources("classpath:rules/" + kind)) {
                    String url = resource.getURL().toString();
                    String path = url.substring(url.lastIndexOf("rules/") + "rules/".length());
                    if (Arrays.stream(path.split("/")).noneMatch(Layout::hidden)) {
                        files.put(path, PlainText.of(path, resource.getContentAsByteArray()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RulesFolder("rules", files);
    }

    /** A folder on disk. Throws {@link FaultyKnowledge} with every file in it that cannot be read or would not be. */
    public static RulesFolder at(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return new RulesFolder(name == null ? folder.toString() : name.toString(), DiskFolder.read(folder));
    }

    /** A folder made of texts: path to content. For tests, for comparing, and for the playground of educators. */
    public static RulesFolder of(String name, Map<String, String> files) {
        SortedMap<String, String> plain = new TreeMap<>();
        files.forEach((path, text) -> plain.put(path, PlainText.of(text)));
        return new RulesFolder(name, plain);
    }

    /** The same folder with one file replaced or added. */
    public RulesFolder with(String path, String text) {
        SortedMap<String, String> changed = new TreeMap<>(files);
        changed.put(path, PlainText.of(text));
        return new RulesFolder(name, changed);
    }

    /** What it is called in messages: its path, or that it is the shipped one. */
    public String name() {
        return name;
    }

    /** The text of one file, or null. */
    public @Nullable String text(String path) {
        return files.get(path);
    }

    /** The paths of all files, ordered. */
    public Set<String> paths() {
        return Collections.unmodifiableSet(files.keySet());
    }

    /** The files below a sub-folder, in the order of their paths. */
    public Map<String, String> below(String subFolder) {
        return files.entrySet().stream()
                .filter(e -> e.getKey().startsWith(subFolder + "/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /**
     * The knowledge version: SHA-256 over every file that can change an advice (vignettes, lessons, samples, laws and the drawing cannot).
     * Line ends are read as \n, so the same knowledge has the same version on every system.
     */
    public String version() {
        return hash(
                path -> !path.startsWith("vignettes/") && !path.startsWith("lessons/") && !NO_KNOWLEDGE.contains(path));
    }

    /** SHA-256 over every file: where it is the same, nothing in the folder has changed. */
    public String fingerprint() {
        return hash(path -> true);
    }

    /** Adds a fault for each file that nothing would read, and for each sub-folder that is missing. */
    public void checkLayout(Faults faults) {
        Layout.check(paths(), faults);
    }

    private String hash(Predicate<String> counts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, text) -> {
                if (counts.test(path)) {
                    digest.update(path.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                    digest.update(text.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                }
            });
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
