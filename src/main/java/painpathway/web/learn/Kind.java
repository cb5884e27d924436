package painpathway.web.learn;

import painpathway.folder.EnumWords;
import painpathway.rules.Stage;

/** The kinds of things that have a page, in the order in which they are listed. */
public enum Kind {
    INTERVENTIONS,
    RULES,
    PATTERNS,
    CRITERIA,
    QUESTIONS,
    RED_FLAGS,
    OBSTACLES,
    CHECKS,
    STANCES,
    NOTES,
    SOURCES,
    FACTS,
    LAWS,
    CASES;

    /** Its word in addresses and in the names of messages. */
    public String path() {
        return EnumWords.of(this);
    }

    /** What the rules of a stage are about. */
    static Kind of(Stage stage) {
        return switch (stage) {
            case CRITERIA -> CRITERIA;
            case PATTERNS -> PATTERNS;
            case ADVICE -> RULES;
        };
    }
}
