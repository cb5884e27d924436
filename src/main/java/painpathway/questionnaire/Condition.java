package painpathway.questionnaire;

import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One entry of {@code asked-when}: the parent's answer is one of these options, or lies between these numbers. */
public record Condition(
        String question,
        Set<String> anyOf,
        @Nullable Double atLeast,
        @Nullable Double atMost) {

    /** Whether an answer to the parent meets this condition. */
    public boolean matches(Answer answer) {
        if (answer instanceof Answer.Choice choice) {
            return anyOf.contains(choice.option());
        }
        if (answer instanceof Answer.Choices choices) {
            return !Collections.disjoint(choices.options(), anyOf);
        }
        if (answer instanceof Answer.Amount amount) {
            return (atLeast == null || amount.value() >= atLeast) && (atMost == null || amount.value() <= atMost);
        }
        return false;
    }
}
