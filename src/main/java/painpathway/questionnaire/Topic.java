package painpathway.questionnaire;

import java.util.List;
import java.util.Set;

/**
 * Questions that belong together when they are asked one by one, in the order in which they are asked.
 *
 * @param first     asked before every topic that is not, in the order of the file
 * @param questions ids
 * @param always    the ids of those that are asked even where no advice hangs on them
 */
public record Topic(String id, boolean first, List<String> questions, Set<String> always) {}
