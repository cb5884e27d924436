package painpathway.web.quiz;

import painpathway.folder.EnumWords;

/**
 * Where a class stands.
 *
 * @param at the position of the case, from 0; the number of cases when all are over
 */
record Standing(Phase phase, int at) {

    /** What happens to a case. */
    enum Phase {
        JOINING,
        ASKING,
        REVEALED,
        OVER
    }

    static final Standing FIRST = new Standing(Phase.JOINING, 0);

    /** What comes after it in a class with so many cases. */
    Standing next(int cases) {
        return switch (phase) {
            case JOINING -> new Standing(Phase.ASKING, 0);
            case ASKING -> new Standing(Phase.REVEALED, at);
            case REVEALED -> at + 1 < cases ? new Standing(Phase.ASKING, at + 1) : new Standing(Phase.OVER, cases);
            case OVER -> this;
        };
    }

    /** Whether there is a case to look at. */
    public boolean hasCase() {
        return phase == Phase.ASKING || phase == Phase.REVEALED;
    }

    /** The word of its phase in the names of messages. */
    public String step() {
        return EnumWords.of(phase);
    }

    /** A word for it, by which a page tells whether it is still up to date. */
    public String word() {
        return step() + "-" + at;
    }
}
