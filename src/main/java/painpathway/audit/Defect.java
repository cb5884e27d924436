package painpathway.audit;

import java.util.Comparator;

/**
 * One thing that an audit found.
 *
 * @param file    path in the rules folder, or null if it has no single place
 * @param line    from 1; 0 = the whole file
 * @param example the smallest patient who shows it, or null if there is none
 * @param warning true if an author should look at it although nothing is wrong
 */
public record Defect(Guarantee check, String file, int line, String problem, Counterexample example, boolean warning)
        implements Comparable<Defect> {

    private static final Comparator<Defect> ORDER = Comparator.comparing(Defect::warning)
            .thenComparing(Defect::check)
            .thenComparing(Defect::where)
            .thenComparingInt(Defect::line)
            .thenComparing(Defect::problem);

    /** {@code file:line}, or an empty text. */
    public String where() {
        return file == null ? "" : line == 0 ? file : file + ":" + line;
    }

    @Override
    public int compareTo(Defect other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return (file == null ? "" : where() + ": ") + problem;
    }
}
