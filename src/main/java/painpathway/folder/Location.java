package painpathway.folder;

/** A line of a file in a rules folder, counted from 1. */
public record Location(String file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
