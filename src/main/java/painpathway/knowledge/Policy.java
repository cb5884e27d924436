package painpathway.knowledge;

/** A set of guidelines that a rule can belong to; one policy is the default. */
public record Policy(String id, String name, String text, boolean byDefault, int line) {}
