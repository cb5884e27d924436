package painpathway.web.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import painpathway.folder.RulesFolder;

/** A rules folder as a zip, in and out. Nothing of it is ever written to a disk under a name that it chose. */
final class RulesZip {

    private static final int CENTRAL_ENTRY = 0x02014b50;
    private static final int CENTRAL_LENGTH = 46;
    private static final int UNIX_KIND = 0xF000;
    private static final int UNIX_LINK = 0xA000;

    private RulesZip() {}

    /** The texts in a zip, by their paths; a single folder around all of them is left out. Throws {@link Refused} at the first thing not allowed. */
    static SortedMap<String, String> read(byte[] zip) {
        refuseLinks(zip);
        SortedMap<String, String> files = new TreeMap<>();
        int bytes = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                if (name.contains("..") || name.startsWith("/") || name.contains("\\") || name.contains(":")) {
                    throw new Refused("path", name.substring(0, Math.min(name.length(), 100)));
                }
                if (!entry.isDirectory() && ours(name)) {
                    // Never more than is allowed is unpacked, whatever the entry says its size is.
                    byte[] content = in.readNBytes(Limits.BYTES - bytes + 1);
                    bytes += content.length;
                    if (bytes > Limits.BYTES) {
                        throw new Refused("bytes", Limits.BYTES >> 20);
                    }
                    files.put(name, text(name, content));
                } else if (in.readNBytes(Limits.BYTES + 1).length > Limits.BYTES) {
                    throw new Refused("bytes", Limits.BYTES >> 20);
                }
                if (files.size() > Limits.FILES) {
                    throw new Refused("files", Limits.FILES);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused("zip", "");
        }
        if (files.isEmpty()) {
            throw new Refused("empty", "");
        }
        SortedMap<String, String> inside = withoutTop(files);
        Limits.check(inside);
        return inside;
    }

    private static boolean ours(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return !last.startsWith(".")
                && !name.startsWith("__MACOSX")
                && last.matches("(?i).*\\.(ya?ml|drl|md)")
                && !last.equalsIgnoreCase("README.md");
    }

    private static String text(String name, byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refused("text", name);
        }
    }

    private static SortedMap<String, String> withoutTop(SortedMap<String, String> files) {
        String first = files.firstKey();
        int slash = first.indexOf('/');
        String top = slash < 0 ? "" : first.substring(0, slash + 1);
        if (top.isEmpty()
                || files.containsKey("questionnaire.yaml")
                || !files.containsKey(top + "questionnaire.yaml")) {
            return files;
        }
        SortedMap<String, String> inside = new TreeMap<>();
        files.forEach((path, text) -> {
            if (path.startsWith(top)) {
                inside.put(path.substring(top.length()), text);
            }
        });
        return inside;
    }

    /** A link is marked only in the directory at the end of a zip, which a stream never reads. */
    private static void refuseLinks(byte[] zip) {
        ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + CENTRAL_LENGTH <= zip.length; at++) {
            if (zip[at] == 'P' && buffer.getInt(at) == CENTRAL_ENTRY) {
                int mode = buffer.getInt(at + 38) >>> 16;
                if ((mode & UNIX_KIND) == UNIX_LINK) {
                    throw new Refused("link", "");
                }
            }
        }
    }

    /** The folder as a zip. */
    static byte[] write(RulesFolder folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : Sandbox.files(folder).entrySet()) {
                out.putNextEntry(new ZipEntry("rules/" + file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
