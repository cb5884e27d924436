package painpathway.web.learn;

/** A word in a little frame; {@code look} is its class in the style sheet. */
public record Tag(String look, String text) {}
