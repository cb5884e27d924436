package painpathway.web.learn;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import painpathway.folder.Location;
import painpathway.folder.RulesFolder;

/**
 * One entry of a file of the rules folder, as it is written there, in which every id can be a link.
 *
 * @param at    where it begins
 * @param lines without the indentation that all of them share
 */
public record Excerpt(Location at, List<String> lines, boolean drl) {

    private static final Pattern QUOTED = Pattern.compile("(?<=\")[^\"]+(?=\")");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)+|[a-z0-9]+");
    private static final Pattern END_OF_RULE = Pattern.compile("\\s*end\\s*");

    /** A line with its number in the file. */
    public record Line(int number, List<Piece> pieces) {}

    /** A part of a line, which may lead to a page; {@code address} is empty where it does not. */
    public record Piece(String text, String address) {}

    /** The rule that begins here, up to its end. */
    public static Excerpt drl(RulesFolder folder, Location at) {
        List<String> lines = new ArrayList<>();
        for (String line : from(folder, at)) {
            lines.add(line);
            if (END_OF_RULE.matcher(line).matches()) {
                break;
            }
        }
        return new Excerpt(at, lines, true);
    }

    /** The entry of a list that begins here, up to the next one. */
    static Excerpt yaml(RulesFolder folder, String file, int line) {
        Location at = new Location(file, line);
        List<String> lines = new ArrayList<>();
        int indent = 0;
        for (String text : from(folder, at)) {
            if (lines.isEmpty()) {
                indent = indent(text);
            } else if (!text.isBlank() && indent(text) <= indent) {
                break;
            }
            lines.add(text.length() > indent ? text.substring(indent) : "");
        }
        while (lines.size() > 1 && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        return new Excerpt(at, lines, false);
    }

    private static List<String> from(RulesFolder folder, Location at) {
        List<String> all =
                Objects.requireNonNullElse(folder.text(at.file()), "").lines().toList();
        return all.subList(Math.min(all.size(), Math.max(0, at.line() - 1)), all.size());
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Every line, with the ids in it as links. */
    public List<Line> linked(Subjects subjects) {
        List<Line> linked = new ArrayList<>();
        IdsInText ids = drl ? new IdsInDrl(subjects) : new IdsInYaml(subjects);
        for (int i = 0; i < lines.size(); i++) {
            linked.add(new Line(at.line() + i, pieces(lines.get(i), ids::named)));
        }
        return linked;
    }

    /** Everything that it names. */
    Set<Subject> mentioned(Subjects subjects) {
        Set<Subject> mentioned = new LinkedHashSet<>();
        IdsInText ids = drl ? new IdsInDrl(subjects) : new IdsInYaml(subjects);
        lines.forEach(line -> pieces(line, (before, word) -> {
            Optional<Subject> named = ids.named(before, word);
            named.ifPresent(mentioned::add);
            return named;
        }));
        return mentioned;
    }

    private List<Piece> pieces(String line, BiFunction<String, String, Optional<Subject>> named) {
        List<Piece> pieces = new ArrayList<>();
        Matcher word = (drl ? QUOTED : WORD).matcher(line);
        int done = 0;
        while (word.find()) {
            Optional<Subject> subject = named.apply(line.substring(0, word.start()), word.group());
            if (subject.isPresent()) {
                pieces.add(new Piece(line.substring(done, word.start()), ""));
                pieces.add(new Piece(word.group(), subject.get().address()));
                done = word.end();
            }
        }
        pieces.add(new Piece(line.substring(done), ""));
        return pieces.stream().filter(p -> !p.text.isEmpty()).toList();
    }

    /** Knows what the words of a text name; told of them in their order. */
    interface IdsInText {

        /** What a word names, with the line before it; empty if it names nothing that has a page. */
        Optional<Subject> named(String before, String word);

        /** The first of these kinds that has something with this id. */
        static Optional<Subject> first(Subjects subjects, String id, Kind... kinds) {
            return Stream.of(kinds)
                    .flatMap(kind -> subjects.find(kind, id).stream())
                    .findFirst();
        }
    }
}
