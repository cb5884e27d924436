package painpathway.questionnaire;

import java.util.Set;

/** What was answered to one question. A blank question has no answer at all. */
public sealed interface Answer {

    /** A number in the unit of its question. */
    record Amount(double value) implements Answer {}

    /** One option of a choice. */
    record Choice(String option) implements Answer {}

    /** The ticked options of a list; never empty, and {@code none} only alone. */
    record Choices(Set<String> options) implements Answer {
        public Choices {
            options = Set.copyOf(options);
        }
    }

    /** "Not known": unknown to the rules like a blank, but kept for the record. */
    record NotKnown() implements Answer {}

    Answer NOT_KNOWN = new NotKnown();
}
