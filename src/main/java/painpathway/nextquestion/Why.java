package painpathway.nextquestion;

import java.util.List;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;

/** An entry that a question can change: its verdict to one of these or, if there are none, only the notes beside it. */
public record Why(Intervention intervention, int place, Verdict now, List<Verdict> canBecome) {}
