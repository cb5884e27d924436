package painpathway.web.learn;

import java.util.Optional;
import java.util.regex.Pattern;

/** What the words of a law or a vignette name. Options of a question name nothing, even where they are spelt like an id. */
final class IdsInYaml implements Excerpt.IdsInText {

    private static final Pattern OWN_ID = Pattern.compile("\\bid: $");
    private static final Pattern OPTIONS = Pattern.compile("\\b(any-of|none-of): \\[[^\\]]*$");
    private static final Pattern EXPECT = Pattern.compile("\\s*expect:.*");
    private static final Pattern ANSWERS = Pattern.compile("\\s*(answers|pains|change):.*");

    private final Subjects subjects;
    private boolean answers;

    IdsInYaml(Subjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public Optional<Subject> named(String before, String word) {
        String read = before + word + ":";
        if (ANSWERS.matcher(read).matches()) {
            answers = true;
        } else if (EXPECT.matcher(read).matches()) {
            answers = false;
        }
        boolean quoted = before.chars().filter(c -> c == '"').count() % 2 == 1;
        if (quoted || OWN_ID.matcher(before).find() || OPTIONS.matcher(before).find()) {
            return Optional.empty();
        }
        if (word.contains(".")) {
            return subjects.find(Kind.QUESTIONS, word);
        }
        return answers
                ? Optional.empty()
                : Excerpt.IdsInText.first(
                        subjects,
                        word,
                        Kind.INTERVENTIONS,
                        Kind.RULES,
                        Kind.PATTERNS,
                        Kind.CRITERIA,
                        Kind.RED_FLAGS,
                        Kind.OBSTACLES,
                        Kind.CHECKS,
                        Kind.STANCES,
                        Kind.NOTES,
                        Kind.FACTS);
    }
}
