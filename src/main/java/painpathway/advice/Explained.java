package painpathway.advice;

import java.util.List;

/** An advice and, for each of its entries in the same order, every rule about it. */
public record Explained(Advice advice, List<Explanation> explanations) {}
