package painpathway.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.folder.Faults;
import painpathway.folder.YamlMapping;
import painpathway.questionnaire.AnswerKind.Range;
import painpathway.questionnaire.Question.Branching;
import painpathway.questionnaire.Question.Origin;
import painpathway.questionnaire.Question.Type;

/** Reads the last part of a questionnaire: numbers made of answers, and copies of questions that read a blank in another way. */
final class DerivedQuestions {

    private final Map<String, Question> byId;
    private final Faults faults;

    DerivedQuestions(Map<String, Question> byId, Faults faults) {
        this.byId = byId;
        this.faults = faults;
    }

    Question read(YamlMapping entry, int index) {
        return entry.has("copy-of") ? copy(entry, index) : number(entry, index);
    }

    private Question number(YamlMapping entry, int index) {
        String id = entry.text("id");
        boolean perPain = perPain(entry);
        List<Derivation> ways = new ArrayList<>();
        if (entry.has("mean-of")) {
            ways.add(new Derivation.MeanOf(entry.texts("mean-of")));
        }
        if (entry.has("sum-of")) {
            ways.add(new Derivation.SumOf(factors(entry.part("sum-of"))));
        }
        if (entry.has("count-of")) {
            YamlMapping counted = entry.part("count-of");
            Map<String, Set<String>> map = new LinkedHashMap<>();
            counted.keys().forEach(q -> map.put(q, new LinkedHashSet<>(counted.texts(q))));
            ways.add(new Derivation.CountOf(map));
        }
        if (ways.size() != 1 || ways.get(0).inputs().isEmpty()) {
            entry.fault(
                    "id",
                    "a derived number needs one of 'mean-of', 'sum-of' or 'count-of', with at least one question; a copy needs 'copy-of'");
        }
        Derivation derivation = ways.isEmpty() ? new Derivation.MeanOf(List.of()) : ways.get(0);
        for (String input : derivation.inputs()) {
            checkInput(entry, input, perPain, derivation);
        }
        Question question = new Question(
                new Origin(index, id, section(id), entry.line()),
                Wording.derived(entry),
                new AnswerKind(Type.DECIMAL, Range.unbounded(Unit.read(entry)), List.of()),
                new Branching(perPain, List.of()),
                Handling.of(false, entry.flag("record-only")),
                Change.UNSAID,
                derivation);
        entry.done();
        return question;
    }

    private static Map<String, Double> factors(YamlMapping entry) {
        Map<String, Double> factors = new LinkedHashMap<>();
        for (String q : entry.keys()) {
            Double factor = entry.number(q);
            if (entry.optional(q) == null || factor != null && factor == 0) {
                entry.fault(q, "'" + q + "' needs a factor, such as 1 or -1");
            }
            factors.put(q, factor == null ? Double.valueOf(1) : factor);
        }
        return factors;
    }

    private void checkInput(YamlMapping entry, String input, boolean perPain, Derivation derivation) {
        Question question = byId.get(input);
        if (question == null || question.derived()) {
            faults.unknown(entry.file(), entry.line(), "the question", input, byId.keySet());
            return;
        }
        if (question.perPain() && !perPain) {
            entry.fault("id", "needs 'per: pain', because '" + input + "' is asked for each place");
        }
        if (derivation instanceof Derivation.CountOf count) {
            for (String option : count.options().getOrDefault(input, Set.of())) {
                if (question.option(option) == null) {
                    faults.unknown(
                            entry.file(), entry.line(), "in '" + input + "' the option", option, question.optionIds());
                }
            }
        } else if (!question.type().isNumber()) {
            entry.fault("id", "'" + input + "' is not a number");
        }
    }

    /** The same question once more, in which a blank counts as another answer. */
    private Question copy(YamlMapping entry, int index) {
        String id = entry.text("id");
        boolean perPain = perPain(entry);
        String of = entry.text("copy-of");
        Question original = byId.get(of);
        if (original == null) {
            faults.unknown(entry.file(), entry.line("copy-of"), "the question", of, byId.keySet());
        } else if (original.derived()) {
            entry.fault(
                    "copy-of", "'" + of + "' is made of other answers: only a question that is asked can be copied");
        } else if (original.perPain() != perPain) {
            entry.fault(
                    "copy-of",
                    original.perPain()
                            ? "needs 'per: pain', because '" + of + "' is asked for each place"
                            : "'per: pain' does not fit: '" + of + "' is asked once for the patient");
        }
        // Without an original there is a fault already; a number stands in, so that what reads the copy can still be
        // checked.
        boolean lost = original == null || original.derived();
        Question copy = new Question(
                new Origin(index, id, section(id), entry.line()),
                Wording.derived(entry),
                original == null || lost ? AnswerKind.ANY_NUMBER : original.kind(),
                new Branching(perPain, List.of()),
                Handling.of(false, entry.flag("record-only")),
                Change.UNSAID,
                lost ? new Derivation.MeanOf(List.of()) : new Derivation.CopyOf(of));
        if (entry.optional("unknown-as") == null) {
            entry.fault("id", "a copy needs 'unknown-as': without it, it would be the same as '" + of + "'");
        }
        if (!lost) {
            copy = withUnknownAs(entry, copy, faults);
            entry.done();
        }
        return copy;
    }

    private static String section(String id) {
        return id.contains(".") ? id.substring(0, id.indexOf('.')) : id;
    }

    static boolean perPain(YamlMapping entry) {
        return "pain".equals(entry.oneOf("per", List.of("pain")));
    }

    /** The question with what a blank counts as, and the sentence that tells a reader so; neither stands without the other. */
    static Question withUnknownAs(YamlMapping entry, Question question, Faults faults) {
        boolean counts = entry.optional("unknown-as") != null;
        String told = entry.optional("when-unknown");
        if (counts && (told == null || told.isBlank())) {
            entry.fault(
                    "unknown-as",
                    "'when-unknown' is missing: the sentence that tells a reader what the blank was taken as");
        } else if (!counts && told != null) {
            entry.fault("when-unknown", "'when-unknown' goes with 'unknown-as' only");
        }
        return counts ? question.withUnknownAs(unknownAs(entry, question, faults), told) : question;
    }

    /** What a blank counts as; null (and a fault where something else stands there) without it. */
    private static @Nullable Answer unknownAs(YamlMapping entry, Question question, Faults faults) {
        String text = entry.optional("unknown-as");
        if (text == null) {
            return null;
        }
        boolean list = question.type() == Type.CHOICES && question.copy();
        if (question.type() == Type.CHOICE || list) {
            if (question.option(text) == null) {
                faults.unknown(entry.file(), entry.line("unknown-as"), "the option", text, question.optionIds());
            }
            return list ? new Answer.Choices(Set.of(text)) : new Answer.Choice(text);
        }
        Double number = question.type().isNumber() ? entry.number("unknown-as") : null;
        if (number == null
                || !question.allows(number)
                || question.type() == Type.INTEGER && number != Math.rint(number)) {
            entry.fault("unknown-as", "should be one option of a choice, or a number within its range");
            return null;
        }
        return new Answer.Amount(number);
    }
}
