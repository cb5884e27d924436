package painpathway.web.quiz;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import painpathway.web.Messages;
import painpathway.web.learn.Subject;

/**
 * How somebody did in a whole quiz.
 *
 * @param read the pages about what was missed, each once
 */
record Results(List<CaseResult> cases, Collection<Subject> read) {

    /**
     * Of predictions about cases, in their order.
     *
     * @param address where each case is revealed
     */
    static Results of(
            QuizBook quiz,
            List<QuizCase> cases,
            List<Predicted> predicted,
            IntFunction<String> address,
            Messages words) {
        List<CaseResult> results = new ArrayList<>();
        Set<Subject> read = new LinkedHashSet<>();
        for (int i = 0; i < predicted.size(); i++) {
            Reveal reveal = quiz.reveal(cases.get(i), predicted.get(i), words);
            int parts = reveal.parts().size();
            results.add(new CaseResult(i + 1, reveal.vignette(), address.apply(i), reveal.right(), parts));
            reveal.parts().stream().filter(part -> !part.correct()).forEach(part -> read.addAll(part.read()));
        }
        return new Results(results, read);
    }

    /** How many parts were right. */
    public long right() {
        return cases.stream().mapToLong(CaseResult::right).sum();
    }

    /** How many parts there were. */
    public long of() {
        return cases.stream().mapToLong(CaseResult::of).sum();
    }
}
