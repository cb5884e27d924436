package painpathway.calculator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import painpathway.knowledge.Evidence;
import painpathway.knowledge.Source.Citation;
import painpathway.questionnaire.Question;

/**
 * A sum beside a question.
 *
 * @param beside the question that it stands with, and fills if it gives a number
 */
public record Calculator(String id, Question beside, Sum sum, Texts texts, Citation citation, Evidence evidence) {

    /** What a person reads of it. */
    public record Texts(String title, @Nullable String about, List<String> cautions) {}

    /** Whether somebody enters something into it. */
    public boolean entered() {
        return sum instanceof Doses || sum instanceof Items;
    }

    /** What comes of these fields of a draft; nothing for a calculator that nobody enters anything into. */
    public Working work(Entered entered) {
        if (sum instanceof Doses doses) {
            return doses.work(entered);
        }
        return sum instanceof Items items ? items.work(entered) : Working.NOTHING;
    }

    /** The number that may be offered as the answer: rounded down, so that no threshold is reached too early. */
    public Optional<BigDecimal> offer(Working working) {
        return Optional.ofNullable(working.total())
                .map(t -> beside.type() == Question.Type.INTEGER ? t.setScale(0, RoundingMode.FLOOR) : t)
                .filter(t -> t.doubleValue() >= beside.lowest() && t.doubleValue() <= beside.highest());
    }
}
