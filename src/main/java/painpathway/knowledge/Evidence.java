package painpathway.knowledge;

import java.util.List;
import painpathway.folder.EnumWords;

/** How well a statement is supported, the strongest first; a source's status says the same of the source. */
public enum Evidence {
    /** The text was read. */
    SEEN,
    /** Only someone else's summary was read. */
    SUMMARY,
    /** From memory or convention. */
    UNVERIFIED,
    /** A threshold or reading of the project's own, which claims nothing of a source that is named beside it. */
    OURS;

    /** All words, the strongest first. */
    public static final List<String> WORDS = EnumWords.all(Evidence.class);

    /** Its word in rule files, in JSON, and in the names of messages. */
    public String word() {
        return EnumWords.of(this);
    }

    @Override
    public String toString() {
        return word();
    }
}
