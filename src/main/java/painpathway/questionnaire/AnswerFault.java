package painpathway.questionnaire;

import java.util.List;

/**
 * One thing that is wrong in the answers given.
 *
 * @param question the question's id, or the part of the request that is wrong
 * @param pain     the painful place from 0, or null where it is not about a place
 * @param value    what was given, cut to a printable length; null where nothing was
 * @param problem  what is wrong with it
 * @param allowed  what would be right, where that can be listed
 */
public record AnswerFault(String question, Integer pain, String value, String problem, List<String> allowed) {
}
