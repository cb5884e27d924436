package painpathway.vignette;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Advisor;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.rules.Conclusions;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;

/**
 * A patient, made up or published by others, with the expected advice: a test of the rules and a case for teaching.
 *
 * @param id   part of its address, unique over all files and never given to another
 * @param name a sentence, unique over all files
 * @param published what is known of the patient whom it is about; null where the patient is made up
 */
public record Vignette(
        String id,
        String name,
        String file,
        int line,
        Assessment assessment,
        @Nullable Published published,
        Expectation expectation) {

    /** What differs from the expected advice; empty if nothing does. */
    public List<String> failures(Advisor advisor) {
        return new ExpectationTrial(this, advisor).failures();
    }

    /** One run for each painful place, without Drools. */
    public List<Conclusions> runs(RuleBook book) {
        return Answers.of(book.questionnaire(), assessment).stream()
                .map(a -> new PlainEvaluator(book).run(a, assessment.policy()))
                .toList();
    }
}
