package painpathway.web.quiz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import painpathway.web.Messages;
import painpathway.web.learn.Subject;

/**
 * How a class did.
 *
 * @param cases of all learners together
 * @param missed the pages about what was missed, most often missed first
 */
record ClassSummary(List<CaseResult> cases, List<Missed> missed) {

    /** So many are worth talking about. */
    private static final int TALKED_ABOUT = 6;

    /** A page about something that so many predictions missed. */
    record Missed(Subject read, int times) {}

    static ClassSummary of(Classroom classroom, Messages words) {
        List<CaseResult> results = new ArrayList<>();
        Map<Subject, Integer> missed = new LinkedHashMap<>();
        List<Learner> learners = classroom.learners();
        for (int at = 0; at < classroom.cases().size(); at++) {
            QuizCase about = classroom.cases().get(at);
            Reveal reveal = classroom.quiz().reveal(about, Predicted.NOTHING, words);
            int position = at;
            List<List<Boolean>> made = learners.stream()
                    .map(l -> l.at(position))
                    .filter(Objects::nonNull)
                    .map(p -> p.right(about))
                    .toList();
            long right = made.stream().flatMap(List::stream).filter(r -> r).count();
            results.add(new CaseResult(
                    at + 1,
                    reveal.vignette(),
                    "",
                    right,
                    made.size() * reveal.parts().size()));
            for (int part = 0; part < reveal.parts().size(); part++) {
                int asked = part;
                int wrong = (int) made.stream().filter(r -> !r.get(asked)).count();
                if (wrong > 0) {
                    reveal.parts().get(part).read().forEach(s -> missed.merge(s, wrong, Integer::sum));
                }
            }
        }
        return new ClassSummary(results, sorted(missed));
    }

    private static List<Missed> sorted(Map<Subject, Integer> missed) {
        return missed.entrySet().stream()
                .map(e -> new Missed(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingInt(Missed::times).reversed())
                .limit(TALKED_ABOUT)
                .toList();
    }
}
