package painpathway.knowledge;

import painpathway.folder.YamlMapping;

/** A set of guidelines that a rule can belong to; one policy is the default. */
public record Policy(String id, String name, String text, boolean byDefault, int line) {

    static Policy read(YamlMapping e) {
        return new Policy(e.text("id"), e.text("name"), e.text("text"), e.flag("default"), e.line());
    }
}
