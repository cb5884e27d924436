package painpathway.web.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody has predicted so far in a quiz, case by case. */
record Predictions(List<Prediction> made) {

    private static final String BETWEEN = "-";

    /** What an address has of them; empty where it is no address of this quiz. */
    static Optional<Predictions> parse(String codes, List<QuizCase> cases) {
        List<Prediction> made = new ArrayList<>();
        String[] each = codes.isEmpty() ? new String[0] : codes.split(BETWEEN, QuizSet.MOST + 1);
        for (int i = 0; i < each.length; i++) {
            Optional<Prediction> prediction =
                    i < cases.size() ? Prediction.parse(each[i], cases.get(i)) : Optional.empty();
            if (prediction.isEmpty()) {
                return Optional.empty();
            }
            made.add(prediction.get());
        }
        return Optional.of(new Predictions(List.copyOf(made)));
    }

    String codes() {
        return made.stream().map(Prediction::code).collect(Collectors.joining(BETWEEN));
    }

    int count() {
        return made.size();
    }

    /** Those before a case, and this one about it. */
    Predictions with(int at, Prediction prediction) {
        List<Prediction> changed = new ArrayList<>(made.subList(0, at));
        changed.add(prediction);
        return new Predictions(List.copyOf(changed));
    }
}
