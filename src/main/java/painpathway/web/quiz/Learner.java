package painpathway.web.quiz;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a class.
 *
 * @param nickname what they are called there
 * @param made     what they predicted, by the position of the case
 */
record Learner(Nickname nickname, Map<Integer, Prediction> made) {

    Learner(Nickname nickname) {
        this(nickname, new TreeMap<>());
    }

    /** What they predicted about a case; null where they have not. */
    @Nullable
    Prediction at(int position) {
        return made.get(position);
    }

    /** The same, which later predictions do not change. */
    Learner copy() {
        return new Learner(nickname, new TreeMap<>(made));
    }
}
