package painpathway.knowledge;

import painpathway.knowledge.Source.Citation;

/** A named check that a conditional candidate waits for, and who does it. */
public record Check(String id, String text, String who, Citation citation, String evidence, int line) {
}
