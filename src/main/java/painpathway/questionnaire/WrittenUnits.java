package painpathway.questionnaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be written after a number, or instead of one, in the answer to one question.
 *
 * @param others  the units that a formula converts
 * @param joiners the words that can stand between two amounts, as in "1 year and 3 months"
 */
public record WrittenUnits(List<WrittenUnit> all, List<OtherUnit> others, List<String> joiners) {

    /** Of what has no unit. */
    static final WrittenUnits NONE = new WrittenUnits(List.of(), List.of(), List.of());

    /** The names of the units that are larger than the question's own, smallest first. */
    public List<String> larger() {
        return all.stream()
                .filter(u -> !u.alone() && u.size().compareTo(u.own()) > 0)
                .map(WrittenUnit::name)
                .toList();
    }

    /** The units that can be picked, with the spellings of each: the own one, the larger ones, and those that a formula converts. */
    public Map<String, List<String>> pickable() {
        Map<String, List<String>> units = new LinkedHashMap<>();
        all.stream()
                .filter(u -> !u.alone() && u.size().compareTo(u.own()) >= 0)
                .forEach(u -> units.put(u.name(), u.words()));
        others.forEach(u -> units.put(u.name(), u.words()));
        return units;
    }

    /** The unit with this word; null if there is none. */
    @Nullable
    WrittenUnit find(String written, boolean alone) {
        String word = WrittenUnit.word(written);
        for (WrittenUnit unit : all) {
            if (unit.alone() == alone && unit.words().contains(word)) {
                return unit;
            }
        }
        return null;
    }

    /** The unit with this word that a formula converts; null if there is none. */
    @Nullable
    OtherUnit other(String written) {
        String word = WrittenUnit.word(written);
        for (OtherUnit unit : others) {
            if (unit.words().contains(word)) {
                return unit;
            }
        }
        return null;
    }

    /** The text between two numbers without the comma or word that joins the second amount to the first. */
    String withoutJoiner(String written) {
        String word = WrittenUnit.word(written.strip().replaceAll(",$", ""));
        for (String joiner : joiners) {
            if (word.endsWith(" " + joiner)) {
                return word.substring(0, word.length() - joiner.length()).strip();
            }
        }
        return word;
    }
}
