package painpathway.web.learn;

import java.util.Optional;
import java.util.regex.Pattern;

/** What the quoted words of a rule name: by the function that they stand in. */
record IdsInDrl(Subjects subjects) implements Excerpt.IdsInText {

    private static final Pattern FINDING = Pattern.compile("\\b(met|ruledOut)\\(\\s*\"$");
    private static final Pattern QUESTION = Pattern.compile("\\b(number|choice|choices|count)\\(\\s*\"$");
    private static final Pattern SOURCE = Pattern.compile("@source\\(\\s*\"$");
    private static final Pattern CALL = Pattern.compile("\\bkcontext\\b");

    @Override
    public Optional<Subject> named(String before, String word) {
        if (FINDING.matcher(before).find()) {
            return Excerpt.IdsInText.first(subjects, word, Kind.PATTERNS, Kind.CRITERIA);
        }
        if (QUESTION.matcher(before).find()) {
            return subjects.find(Kind.QUESTIONS, word);
        }
        if (SOURCE.matcher(before).find()) {
            String id = word.split(",")[0].strip();
            return Excerpt.IdsInText.first(subjects, id, Kind.FACTS, Kind.SOURCES);
        }
        return CALL.matcher(before).find()
                ? Excerpt.IdsInText.first(
                        subjects,
                        word,
                        Kind.INTERVENTIONS,
                        Kind.CHECKS,
                        Kind.NOTES,
                        Kind.STANCES,
                        Kind.RED_FLAGS,
                        Kind.OBSTACLES)
                : Optional.empty();
    }
}
