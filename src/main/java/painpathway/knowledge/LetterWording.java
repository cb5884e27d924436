package painpathway.knowledge;

import java.util.List;
import java.util.stream.Stream;

/**
 * The answers that the letter to the specialist gives, each part in the order of {@code knowledge/plain.yaml}.
 *
 * @param who       about the patient
 * @param complaint about each painful place
 * @param redFlags  asked because the answer could be a red flag
 * @param care      what was done so far, and with which result
 * @param risks     what matters for procedures in general
 */
public record LetterWording(
        List<Named> who, List<Named> complaint, List<Named> redFlags, List<Named> care, List<Named> risks) {

    /** A question under the short name that it has in a letter. */
    public record Named(String question, String name, int line) {}

    /** Every question named. */
    public List<Named> all() {
        return Stream.of(who, complaint, redFlags, care, risks)
                .flatMap(List::stream)
                .toList();
    }
}
