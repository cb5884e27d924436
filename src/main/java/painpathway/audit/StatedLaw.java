package painpathway.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.rules.RuleBook;

/**
 * A law of a rules folder as people read it.
 *
 * @param policy the policy that it is about; null if it is about every policy
 * @param line   of {@link #FILE}
 */
public record StatedLaw(String id, String says, @Nullable String policy, int line) {

    /** The file with the laws. */
    public static final String FILE = Law.FILE;

    /** All laws, in the order of the file. */
    public static List<StatedLaw> all(RuleBook book) {
        return Laws.load(book).stream()
                .map(law -> new StatedLaw(law.id(), law.says(), law.policy(), law.line()))
                .toList();
    }
}
