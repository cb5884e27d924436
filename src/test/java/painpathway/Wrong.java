package painpathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import painpathway.folder.RulesFolder;

/**
 * One thing made wrong in the small folder.
 *
 * @param name what is wrong, in words
 * @param old  the text that is replaced, where it stands first
 * @param by   what stands there instead
 * @param at   a text on the line that is blamed: of the lines with it, the one nearest to the change; empty = the whole file
 * @param says the part of the message that says what is wrong and what would be right
 */
public record Wrong(String name, String file, String old, String by, String at, String says) {

    /** Loads the changed folder and expects it to be refused for this reason, at this place. */
    public void isRefused() {
        RulesFolder folder = SmallFolder.with(file, old, by);
        String place = file + (at.isEmpty() ? "" : ":" + line(folder.text(file))) + ": ";
        assertThat(SmallFolder.faults(folder))
                .as(name + ", at " + place + says)
                .anyMatch(fault -> fault.startsWith(place) && fault.contains(says));
    }

    private int line(String changed) {
        List<String> lines = changed.lines().toList();
        int place = SmallFolder.good().text(file).indexOf(old);
        int here =
                (int) changed.substring(0, place).chars().filter(c -> c == '\n').count();
        return 1
                + IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).contains(at))
                        .boxed()
                        .min(Comparator.comparingInt(i -> Math.abs(i - here)))
                        .orElseThrow(() -> new AssertionError("'" + at + "' does not stand in " + file));
    }

    @Override
    public String toString() {
        return name;
    }
}
