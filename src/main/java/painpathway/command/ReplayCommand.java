package painpathway.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import painpathway.advice.Advisor;
import painpathway.advice.RequestReader;
import painpathway.api.AdviceReply;
import painpathway.api.ProgramVersion;
import painpathway.api.ReplyFormat;
import painpathway.folder.FaultyKnowledge;
import painpathway.folder.RulesFolder;
import painpathway.questionnaire.AnswerFault;
import painpathway.questionnaire.AssessmentReader;
import painpathway.rules.RuleBook;
import painpathway.rules.RuleEngine;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code replay}: runs saved requests again and says which replies are the same byte for byte, and where the others differ. */
public final class ReplayCommand {

    /** The first word of the command line. */
    public static final String NAME = "replay";

    private static final String USAGE =
            "usage: replay <file or folder of {\"request\", \"reply\"} as JSON> [--rules <folder>]";
    private static final int MOST_LINES = 40;
    private static final Pattern ENTRY = Pattern.compile("/interventions/(\\d+)");
    private static final Pattern DECISIVE = Pattern.compile("/urgency |/interventions/\\d+/(verdict|underlying) ");
    private static final JsonMapper READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** Writes what the API writes. */
    private static final JsonMapper WRITER = ReplyFormat.mapper();

    private final Advisor advisor;
    private final PrintStream out;
    private int same;
    private int different;

    private ReplayCommand(Advisor advisor, PrintStream out) {
        this.advisor = advisor;
        this.out = out;
    }

    /** Returns the exit code: 0 if all are the same, 1 if some differ, 2 if the command, a file or the rules folder is refused. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        List<String> left = new ArrayList<>(arguments);
        int rules = left.indexOf("--rules");
        String folder = rules >= 0 && rules + 1 < left.size() ? left.get(rules + 1) : null;
        if (folder != null) {
            left.subList(rules, rules + 2).clear();
        }
        if (left.size() != 1 || left.get(0).startsWith("--")) {
            err.println(USAGE);
            return 2;
        }
        List<Path> files = files(Path.of(left.get(0)));
        if (files.isEmpty()) {
            err.println(left.get(0) + ": no file to replay");
            err.println(USAGE);
            return 2;
        }
        Map<Path, Map<String, Object>> saved = new LinkedHashMap<>();
        for (Path file : files) {
            try {
                saved.put(file, saved(file));
            } catch (Refused e) {
                err.println(file + ": " + e.getMessage());
            }
        }
        try {
            RuleBook book = RuleBook.load(folder == null ? RulesFolder.shipped() : RulesFolder.at(Path.of(folder)));
            if (saved.isEmpty()) {
                return 2;
            }
            ReplayCommand replay =
                    new ReplayCommand(new Advisor(RuleEngine.compile(book), ProgramVersion.current()), out);
            saved.forEach(replay::replay);
            out.println(replay.same + " the same, " + replay.different + " different; knowledge now " + book.version());
            return saved.size() < files.size() ? 2 : replay.different == 0 ? 0 : 1;
        } catch (FaultyKnowledge e) {
            e.faults().forEach(err::println);
            return 2;
        }
    }

    // ------------------------------------------------------------------ what was saved

    /** A file that cannot be replayed, and why. */
    private static final class Refused extends RuntimeException {
        Refused(String why) {
            super(why, null, false, false);
        }
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Files.isRegularFile(path) ? List.of(path) : List.of();
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(f -> f.toString().endsWith(".json") && Files.isRegularFile(f))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> saved(Path file) {
        Object value;
        try {
            value = READER.readValue(Files.readAllBytes(file), new TypeReference<Object>() {});
        } catch (IOException e) {
            throw new Refused("cannot be read");
        } catch (JacksonException e) {
            throw new Refused("is not JSON"
                    + (e.getLocation() == null
                            ? ""
                            : " at line " + e.getLocation().getLineNr() + ", column "
                                    + e.getLocation().getColumnNr()));
        }
        Map<String, Object> saved = object(value);
        if (saved == null || object(saved.get("request")) == null || object(saved.get("reply")) == null) {
            throw new Refused("should be an object with 'request' and 'reply', as the API takes and returns them");
        }
        if (object(object(saved.get("reply")).get("knowledge")) == null) {
            throw new Refused("'reply' has no 'knowledge', so it is not a reply from the API");
        }
        return saved;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : null;
    }

    // ------------------------------------------------------------------ then and now

    private void replay(Path file, Map<String, Object> saved) {
        Map<String, Object> then = object(saved.get("reply"));
        Map<String, Object> request = new LinkedHashMap<>(object(saved.get("request")));
        // A request without a policy used the default of its time, which may have changed; the reply says which one it
        // was.
        request.putIfAbsent("policy", object(then.get("knowledge")).get("policy"));
        RuleBook book = advisor.book();
        AssessmentReader.Result read = new RequestReader(book).read(request, 1);
        if (!read.faults().isEmpty()) {
            different++;
            out.println("different  " + file + ": these answers are now refused");
            read.faults().forEach(f -> out.println("  " + fault(f)));
            return;
        }
        AdviceReply reply = AdviceReply.of(advisor.advise(read.assessment()));
        // A saved reply may be one of ?explain=full.
        if (Arrays.equals(bytes(then), bytes(reply))
                || Arrays.equals(bytes(then), bytes(AdviceReply.of(advisor.explain(read.assessment()))))) {
            same++;
            out.println("same       " + file);
            return;
        }
        different++;
        List<String> lines = new ArrayList<>();
        Map<String, Object> now = object(plain(reply));
        differences("", plain(then), now, lines);
        boolean onlyVersions = lines.stream().allMatch(l -> l.startsWith("/knowledge/"));
        out.println("different  " + file
                + (lines.isEmpty()
                        ? ": only the order of keys"
                        : onlyVersions ? ": the same advice from another version" : ""));
        // First what was advised, then why.
        lines.sort(Comparator.comparing(l -> !DECISIVE.matcher(l).lookingAt()));
        lines.stream().limit(MOST_LINES).forEach(l -> out.println("  " + named(l, now)));
        if (lines.size() > MOST_LINES) {
            out.println("  and " + (lines.size() - MOST_LINES) + " more");
        }
    }

    /** A line about an entry, with the entry's id after its position in the list. */
    private static String named(String line, Map<String, Object> now) {
        Matcher entry = ENTRY.matcher(line);
        if (!entry.lookingAt()
                || !(now.get("interventions") instanceof List<?> entries)
                || Integer.parseInt(entry.group(1)) >= entries.size()) {
            return line;
        }
        Object id = object(entries.get(Integer.parseInt(entry.group(1)))).get("id");
        return entry.group() + " (" + id + ")" + line.substring(entry.end());
    }

    private static String fault(AnswerFault fault) {
        return (fault.pain() == null ? "" : "/pains/" + fault.pain() + "/") + fault.question() + ": " + fault.problem();
    }

    private static byte[] bytes(Object value) {
        return WRITER.writeValueAsBytes(value);
    }

    /** A value as it comes back from JSON, so that numbers on both sides have the same types. */
    private static Object plain(Object value) {
        return READER.readValue(bytes(value), new TypeReference<Object>() {});
    }

    /** One line for each place, as a JSON pointer, where two values differ. */
    private static void differences(String path, Object then, Object now, List<String> lines) {
        if (then instanceof Map<?, ?> a && now instanceof Map<?, ?> b) {
            Set<Object> keys = new LinkedHashSet<>(a.keySet());
            keys.addAll(b.keySet());
            for (Object key : keys) {
                String at = path + "/" + String.valueOf(key).replace("~", "~0").replace("/", "~1");
                if (a.containsKey(key) && b.containsKey(key)) {
                    differences(at, a.get(key), b.get(key), lines);
                } else {
                    lines.add(line(
                            at,
                            a.containsKey(key) ? shown(a.get(key)) : "absent",
                            b.containsKey(key) ? shown(b.get(key)) : "absent"));
                }
            }
        } else if (then instanceof List<?> a && now instanceof List<?> b) {
            for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
                String at = path + "/" + i;
                if (i < a.size() && i < b.size()) {
                    differences(at, a.get(i), b.get(i), lines);
                } else {
                    lines.add(line(
                            at, i < a.size() ? shown(a.get(i)) : "absent", i < b.size() ? shown(b.get(i)) : "absent"));
                }
            }
        } else if (!Objects.equals(then, now)) {
            lines.add(line(path, shown(then), shown(now)));
        }
    }

    private static String line(String path, String then, String now) {
        return path + "  then " + then + "  now " + now;
    }

    private static String shown(Object value) {
        String text = WRITER.writeValueAsString(value);
        return text.length() > 120 ? text.substring(0, 120) + "..." : text;
    }
}
