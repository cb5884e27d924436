package painpathway.rules;

import java.util.List;

/** A run with its rules in the order in which they fired. */
public record RecordedRun(Conclusions conclusions, List<ClinicalRule> order) {}
