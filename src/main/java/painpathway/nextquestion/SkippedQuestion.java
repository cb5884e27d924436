package painpathway.nextquestion;

import java.util.List;
import painpathway.questionnaire.Item;

/** A question that is not worth asking, and why every way from it to the advice leads nowhere. */
public record SkippedQuestion(Item item, List<SkipReason> because) {}
