package painpathway.web.quiz;

import painpathway.folder.EnumWords;

/** What makes a case harder to predict. Each can be counted, so that a level says something about the case and not about taste. */
enum Hardness {
    /** One answer of a vignette was changed to the nearest one that turns the verdict. */
    NEAR_MISS,
    /** The rule that decides has many lines. */
    LONG_RULE,
    /** Questions are open that can still change something. */
    OPEN_ANSWERS;

    /** A rule with so many lines is long. */
    static final int MANY_LINES = 5;

    /** Its word in the names of messages. */
    public String word() {
        return EnumWords.of(this);
    }
}
