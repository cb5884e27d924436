package painpathway.knowledge;

import painpathway.folder.YamlMapping;
import painpathway.knowledge.Source.Citation;

/** A named check that has to be done before a conditional intervention, and who does it. */
public record Check(String id, String text, String who, Citation citation, Evidence evidence, int line) {

    static final String FILE = "knowledge/checks.yaml";

    static Check read(YamlMapping e, Citations citations) {
        Citation citation = citations.read(e);
        return new Check(
                e.text("id"), e.text("text"), e.text("who"), citation, citations.evidence(e, citation), e.line());
    }
}
