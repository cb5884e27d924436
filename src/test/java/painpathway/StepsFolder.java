package painpathway;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.folder.RulesFolder;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.AssessmentReader;
import painpathway.rules.RuleBook;

/** A made-up folder of five rules, of which one sees by hand what would change what. */
public final class StepsFolder {

    public static final RuleBook BOOK = RuleBook.load(folder());

    private StepsFolder() {}

    private static RulesFolder folder() {
        Map<String, String> files = new LinkedHashMap<>(SmallFolder.good().below("knowledge"));
        RulesFolder own = RulesFolder.at(Path.of("src/test/rules/steps"));
        own.paths().forEach(path -> files.put(path, own.text(path)));
        return RulesFolder.of("steps", files);
    }

    /** The patient for whom an injection is a candidate, with some answers changed: question, value, question, value ... null blanks. */
    public static Assessment patient(Object... changes) {
        Map<String, Object> patient = new LinkedHashMap<>(Map.of("patient.faints", "no", "patient.bleeds", "no"));
        Map<String, Object> pain = new LinkedHashMap<>(Map.of(
                "pain.site",
                "leg",
                "pain.weeks",
                new BigDecimal(12),
                "care.weeks",
                new BigDecimal(6),
                "care.result",
                "some",
                "test.scan",
                "yes",
                "test.report",
                List.of("bulge", "pressed"),
                "test.needles",
                List.of("none")));
        for (int i = 0; i < changes.length; i += 2) {
            String question = (String) changes[i];
            Object value = changes[i + 1] instanceof Integer number ? new BigDecimal(number) : changes[i + 1];
            (question.startsWith("patient.") ? patient : pain).put(question, value);
        }
        AssessmentReader.Result result = AssessmentReader.read(
                Map.of("answers", patient, "pains", List.of(pain)),
                BOOK.questionnaire(),
                Set.copyOf(BOOK.policies()),
                "us",
                AssessmentReader.Places.advised(1));
        if (!result.faults().isEmpty()) {
            throw new IllegalArgumentException(result.faults().toString());
        }
        return result.assessment();
    }
}
