package painpathway.questionnaire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import painpathway.folder.YamlMapping;

/** How people write units, from the key {@code units} of a questionnaire. */
final class UnitTable {

    private record Line(WrittenUnit unit, YamlMapping at) {}

    private final List<Line> lines = new ArrayList<>();
    private final Set<Line> used = new HashSet<>();

    UnitTable(YamlMapping file) {
        for (YamlMapping entry : file.entries("units")) {
            lines.add(new Line(new WrittenUnit(words(entry)), entry));
            entry.done();
        }
    }

    private List<String> words(YamlMapping entry) {
        List<String> words = new ArrayList<>();
        for (String written : entry.texts("words")) {
            String word = WrittenUnit.word(written);
            if (word.isEmpty() || word.matches(".*[\\p{Nd},].*")) {
                entry.fault(
                        "words", "'" + written + "' cannot be told from a number; a unit has no digit and no comma");
            }
            if (words.contains(word) || line(word) != null) {
                entry.fault("words", "'" + written + "' stands for two units");
            }
            words.add(word);
        }
        if (words.isEmpty()) {
            entry.fault("words", "'words' is missing");
        }
        return List.copyOf(words);
    }

    /** What can stand after a number in this unit; only the unit's own words where the table does not have it. */
    List<WrittenUnit> of(@Nullable Unit unit, YamlMapping question) {
        if (unit == null) {
            return List.of();
        }
        String one = WrittenUnit.word(unit.one());
        String other = WrittenUnit.word(unit.other());
        Line own = line(other);
        if (!Objects.equals(own, line(one))) {
            question.fault(
                    "unit",
                    "'" + unit.one() + "' and '" + unit.other() + "' should stand in the same entry of 'units'");
        }
        if (own == null) {
            return List.of(new WrittenUnit(Stream.of(one, other).distinct().toList()));
        }
        used.add(own);
        return List.of(own.unit);
    }

    /** Adds a fault for every unit that no question has. */
    void refuseUnused() {
        lines.stream()
                .filter(line -> !used.contains(line))
                .forEach(line -> line.at.fault("words", "no question has this unit"));
    }

    private @Nullable Line line(String word) {
        for (Line line : lines) {
            if (line.unit.words().contains(word)) {
                return line;
            }
        }
        return null;
    }
}
