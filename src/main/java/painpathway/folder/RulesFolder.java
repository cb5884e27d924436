package painpathway.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The text files of one rules folder, read once: path inside the folder (with '/') to text.
 * Later changes on disk do not reach it, so a reload is always a whole new folder.
 */
public final class RulesFolder {

    private static final long LARGEST_FILE = 4 << 20;
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
            for (String kind : List.of("yaml", "drl")) {
                for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath:rules/**/*." + kind)) {
                    String url = resource.getURL().toString();
                    String path = url.substring(url.lastIndexOf("rules/") + "rules/".length());
                    files.put(path, text(path, resource.getContentAsByteArray()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RulesFolder("rules", files);
    }

    /** A folder on disk. Throws {@link FaultyKnowledge} where it cannot be read. */
    public static RulesFolder at(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new FaultyKnowledge(List.of(new Fault(folder.toString(), 0, "is not a folder that can be read")));
        }
        SortedMap<String, String> files = new TreeMap<>();
        Faults faults = new Faults();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList()) {
                String relative = folder.relativize(path).toString().replace('\\', '/');
                if (!relative.endsWith(".yaml") && !relative.endsWith(".drl")) {
                    continue;
                }
                if (Files.size(path) > LARGEST_FILE) {
                    faults.add(relative, 0, "is larger than 4 MiB");
                    continue;
                }
                try {
                    files.put(relative, text(relative, Files.readAllBytes(path)));
                } catch (FaultyKnowledge e) {
                    e.faults().forEach(f -> faults.add(f.file(), f.line(), f.problem()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faults.throwIfAny();
        return new RulesFolder(folder.getFileName().toString(), files);
    }

    /** A folder made of texts: path to content. For tests, for comparing, and for the playground of educators. */
    public static RulesFolder of(String name, Map<String, String> files) {
        return new RulesFolder(name, new TreeMap<>(files));
    }

    /** The same folder with one file replaced or added. */
    public RulesFolder with(String path, String text) {
        SortedMap<String, String> changed = new TreeMap<>(files);
        changed.put(path, text);
        return new RulesFolder(name, changed);
    }

    /** What it is called in messages: its path, or that it is the shipped one. */
    public String name() {
        return name;
    }

    /** The text of one file, or null. */
    public String text(String path) {
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
     * The knowledge version: SHA-256 over every file that can change an advice (vignettes, samples, laws and the drawing cannot).
     * Line ends are read as \n, so the same knowledge has the same version on every system.
     */
    public String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, text) -> {
                if (!path.startsWith("vignettes/") && !NO_KNOWLEDGE.contains(path)) {
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

    private static String text(String path, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().replace("\r\n", "\n");
        } catch (CharacterCodingException e) {
            throw new FaultyKnowledge(List.of(new Fault(path, 0, "is not UTF-8 text")));
        }
    }
}
