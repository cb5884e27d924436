package painpathway.questionnaire;

import java.util.List;

/**
 * One thing that is wrong in the answers given.
 *
 * @param question the question's id, or the part of the request that is wrong
 * @param pain     the painful place from 0, or null if it is not about a place
 * @param value    the answer given, cut to a printable length; null if there was none
 * @param problem  what is wrong with it
 * @param allowed  what would be right, if that can be listed
 */
public record AnswerFault(String question, Integer pain, String value, String problem, List<String> allowed) {}
