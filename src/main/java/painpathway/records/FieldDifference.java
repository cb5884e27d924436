package painpathway.records;

import java.util.List;

/** One field in the version that a draft amends, in the draft itself, and in a later version. */
public record FieldDifference(String field, List<String> before, List<String> mine, List<String> theirs) {}
