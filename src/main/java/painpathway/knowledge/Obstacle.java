package painpathway.knowledge;

import java.util.Set;

/**
 * Something that makes the answers unusable as they are, and what to do about it.
 *
 * @param withholds indexes of the interventions that it withholds
 */
public record Obstacle(String id, String text, String action, Set<Integer> withholds, int line) {}
