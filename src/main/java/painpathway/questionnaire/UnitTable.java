package painpathway.questionnaire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import painpathway.folder.DidYouMean;
import painpathway.folder.YamlMapping;

/** How people write units, from the keys {@code units} and {@code between-units} of a questionnaire. */
final class UnitTable {

    private record Line(List<String> words, Size size, boolean alone, YamlMapping at) {}

    /** How much one of it is in the smallest unit that it is made of, which names what is measured. */
    private record Size(String measure, BigDecimal amount) {}

    private final List<Line> lines = new ArrayList<>();
    private final Set<String> measured = new HashSet<>();
    private final List<String> joiners;

    UnitTable(YamlMapping file) {
        for (YamlMapping entry : file.entries("units")) {
            List<String> words = words(entry, known());
            boolean alone = entry.flag("alone");
            if (alone && !entry.has("of")) {
                entry.fault("alone", "what stands without a number needs 'is' and 'of'");
            }
            lines.add(new Line(words, size(entry, words), alone, entry));
            entry.done();
        }
        joiners = file.texts("between-units").stream().map(WrittenUnit::word).toList();
        if (joiners.stream().anyMatch(j -> !isWord(j) || known().contains(j))) {
            file.fault("between-units", "a word between two amounts has no digit and no comma, and is no unit");
        }
    }

    /** The spellings of a unit, none of which may be known already. */
    static List<String> words(YamlMapping entry, List<String> known) {
        List<String> words = new ArrayList<>();
        for (String written : entry.texts("words")) {
            String word = WrittenUnit.word(written);
            if (!isWord(word)) {
                entry.fault(
                        "words", "'" + written + "' cannot be told from a number; a unit has no digit and no comma");
            }
            if (words.contains(word) || known.contains(word)) {
                entry.fault("words", "'" + written + "' stands for two units");
            }
            words.add(word);
        }
        if (words.isEmpty()) {
            entry.fault("words", "'words' is missing");
        }
        return List.copyOf(words);
    }

    private static boolean isWord(String word) {
        return !word.isEmpty() && !word.matches(".*[\\p{Nd},].*");
    }

    private List<String> known() {
        return lines.stream().flatMap(line -> line.words.stream()).toList();
    }

    private Size size(YamlMapping entry, List<String> words) {
        Size itself = new Size(words.isEmpty() ? "" : words.get(0), BigDecimal.ONE);
        Double is = entry.number("is");
        String of = entry.optional("of");
        if (is == null && of == null) {
            return itself;
        }
        if (is == null || of == null || is <= 0) {
            entry.fault("is", "'is' and 'of' say how many of which unit it is, such as 'is: 7, of: days'");
            return itself;
        }
        Line part = line(of);
        if (part == null) {
            entry.fault("of", "'" + of + "' is no unit of an earlier entry" + DidYouMean.hint(of, known()));
            return itself;
        }
        return new Size(part.size.measure, part.size.amount.multiply(BigDecimal.valueOf(is)));
    }

    /** What can be written in the answer to a question; only the unit's own words where the table does not have it. */
    WrittenUnits of(@Nullable Unit unit, YamlMapping question) {
        if (unit == null) {
            return WrittenUnits.NONE;
        }
        Line own = line(unit.other());
        if (own != line(unit.one())) {
            question.fault(
                    "unit",
                    "'" + unit.one() + "' and '" + unit.other() + "' should stand in the same entry of 'units'");
        }
        if (own == null) {
            List<String> words = Stream.of(unit.one(), unit.other())
                    .map(WrittenUnit::word)
                    .distinct()
                    .toList();
            return written(List.of(WrittenUnit.own(words)), question);
        }
        measured.add(own.size.measure);
        List<WrittenUnit> all = lines.stream()
                .filter(line -> line.size.measure.equals(own.size.measure))
                .map(line -> new WrittenUnit(line.words, line.size.amount, own.size.amount, line.alone))
                .sorted(Comparator.comparing(WrittenUnit::size))
                .toList();
        return written(all, question);
    }

    private WrittenUnits written(List<WrittenUnit> units, YamlMapping question) {
        return new WrittenUnits(units, OtherUnit.read(question, units), joiners);
    }

    /** Adds a fault for every unit that no question can be answered in. */
    void refuseUnused() {
        lines.stream()
                .filter(line -> !measured.contains(line.size.measure))
                .forEach(line -> line.at.fault("words", "no question has this unit"));
    }

    /** The entry with this unit word; null if there is none. */
    private @Nullable Line line(String written) {
        String word = WrittenUnit.word(written);
        for (Line line : lines) {
            if (!line.alone && line.words.contains(word)) {
                return line;
            }
        }
        return null;
    }
}
