package painpathway.folder;

/** One thing that is wrong in a rules folder: where it is (file, line from 1; 0 = the whole file) and what would be right. */
public record Fault(String file, int line, String problem) implements Comparable<Fault> {

    @Override
    public int compareTo(Fault other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        return line != other.line ? Integer.compare(line, other.line) : problem.compareTo(other.problem);
    }

    @Override
    public String toString() {
        return (line == 0 ? file : file + ":" + line) + ": " + problem;
    }
}
