package painpathway.advice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Truth;
import painpathway.rules.Conclusions;
import painpathway.rules.RuleBook;

/**
 * The advice on an assessment together with the runs of the rules behind it, one for each painful place. Whoever shows the advice
 * takes the answers from here and need not evaluate them again.
 */
public record Advised(Assessment assessment, Advice advice, List<Conclusions> runs) {

    /** The answers as the rules read them at one painful place. */
    public Answers answers(int place) {
        return runs.get(place).answers();
    }

    /** The ids of all criteria and patterns that are met at one painful place or more. */
    public Set<String> met(RuleBook book) {
        Set<String> met = new LinkedHashSet<>();
        for (Conclusions run : runs) {
            book.findings().stream()
                    .filter(f -> run.findings().truth(f.index()) == Truth.MET)
                    .forEach(f -> met.add(f.id()));
        }
        return met;
    }
}
