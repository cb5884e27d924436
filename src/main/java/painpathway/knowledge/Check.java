package painpathway.knowledge;

import painpathway.knowledge.Source.Citation;

/** A named check that has to be done before a conditional intervention, and who does it. */
public record Check(String id, String text, String who, Citation citation, String evidence, int line) {}
