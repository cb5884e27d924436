package painpathway.web.quiz;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.folder.EnumWords;

/** How hard the cases of a quiz are: how many things make each of them harder. */
enum Level {
    ANY,
    PLAIN,
    HARDER,
    HARDEST;

    /** Its word in addresses and in the names of messages. */
    public String word() {
        return EnumWords.of(this);
    }

    /** The level with this word; {@link #ANY} for every other word. */
    static Level of(@Nullable String word) {
        Level level = word == null ? null : EnumWords.find(Level.class, word);
        return level == null ? ANY : level;
    }

    /** Whether a case with all this is of this level. */
    boolean fits(Set<Hardness> hard) {
        return switch (this) {
            case ANY -> true;
            case PLAIN -> hard.isEmpty();
            case HARDER -> hard.size() == 1;
            case HARDEST -> hard.size() > 1;
        };
    }

    /** Whether a case with a changed answer can be of this level. */
    boolean takesNearMisses() {
        return this != PLAIN;
    }
}
