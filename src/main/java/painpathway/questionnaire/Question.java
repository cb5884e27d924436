package painpathway.questionnaire;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One question of the questionnaire, or one derived from others: a number made of them, or a copy.
 *
 * @param derivation how a derived question is made; null for a question that is asked
 */
public record Question(
        Origin origin,
        Wording wording,
        AnswerKind kind,
        Branching branching,
        Handling handling,
        Change change,
        @Nullable Derivation derivation) {

    /**
     * Where it stands.
     *
     * @param index position in {@link Questionnaire#questions()}; asked questions come first, derived ones after them
     * @param line  in the questionnaire's file, from 1
     */
    public record Origin(int index, String id, String section, int line) {}

    /**
     * When it is asked.
     *
     * @param perPain   asked once for each painful place, not once for the patient
     * @param askedWhen every condition must hold for the question to be due; empty = always due
     */
    public record Branching(boolean perPain, List<Condition> askedWhen) {}

    /** A question that is asked. */
    static Question asked(
            Origin origin, Wording wording, AnswerKind kind, Branching branching, Handling handling, Change change) {
        return new Question(origin, wording, kind, branching, handling, change, null);
    }

    /** The option that says "none of these" and excludes every other one. */
    public static final String NONE = "none";

    /** The word of {@code can-change} for an answer that nothing changes. */
    public static final String NEVER = "never";

    /** The word of {@code can-change} for an answer that a test gives. */
    static final String BY_TEST = "by-test";

    /** The kind of answer. */
    public enum Type {
        INTEGER,
        DECIMAL,
        CHOICE,
        CHOICES;

        /** True for whole and decimal numbers. */
        public boolean isNumber() {
            return this == INTEGER || this == DECIMAL;
        }

        /** Its word in YAML and in the JSON contract. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One option; {@code recordOnly}: no rule reads it, on purpose; {@code also}: its clinical words; {@code group}: its heading, or null. */
    public record Option(
            String id,
            String text,
            boolean recordOnly,
            List<String> also,
            @Nullable String group) {}

    /** Position in {@link Questionnaire#questions()}. */
    public int index() {
        return origin.index;
    }

    /** Its id, unique in the questionnaire. */
    public String id() {
        return origin.id;
    }

    /** The id of its section. */
    public String section() {
        return origin.section;
    }

    /** Its line in the questionnaire. */
    public int line() {
        return origin.line;
    }

    /** The question itself. */
    public String text() {
        return wording.text();
    }

    /** Help shown with it, or null. */
    public @Nullable String help() {
        return wording.help();
    }

    /** Why it is asked, in a sentence to say aloud; null in a folder that says so of no question. */
    public @Nullable String why() {
        return wording.why();
    }

    /** What a note beside the answer is for; null where there is none. */
    public @Nullable String note() {
        return wording.note();
    }

    /** The kind of answer. */
    public Type type() {
        return kind.type();
    }

    /** The options of a choice; empty for a number. */
    public List<Option> options() {
        return kind.options();
    }

    /** The unit of a number, or null. */
    public @Nullable Unit measure() {
        return kind.range() == null ? null : kind.range().unit();
    }

    /** What can be written after a number. */
    public WrittenUnits writtenUnits() {
        return kind.range() == null ? WrittenUnits.NONE : kind.range().written();
    }

    /** The least number allowed, or null. */
    public @Nullable Double min() {
        return kind.range() == null ? null : kind.range().min();
    }

    /** The greatest number allowed, or null. */
    public @Nullable Double max() {
        return kind.range() == null ? null : kind.range().max();
    }

    /** The least number allowed; only for a number that is asked. */
    public double lowest() {
        return Objects.requireNonNull(min(), id());
    }

    /** The greatest number allowed; only for a number that is asked. */
    public double highest() {
        return Objects.requireNonNull(max(), id());
    }

    /** What the least and the greatest number mean; often empty. */
    public List<String> ends() {
        return kind.range() == null ? List.of() : kind.range().ends();
    }

    /** Whether it is asked about each painful place. */
    public boolean perPain() {
        return branching.perPain;
    }

    /** The conditions under which it is due. */
    public List<Condition> askedWhen() {
        return branching.askedWhen;
    }

    /** Whether a blank answer makes the information insufficient. */
    public boolean safety() {
        return handling.safety();
    }

    /** Whether no rule reads it, on purpose. */
    public boolean recordOnly() {
        return handling.recordOnly();
    }

    /** The answer that a blank counts as, or null. */
    public @Nullable Answer unknownAs() {
        return handling.unknownAs();
    }

    /** The sentence that says what a blank was taken as, or null. */
    public @Nullable String whenUnknown() {
        return handling.whenUnknown();
    }

    /** What can change the answer, see {@link Change#by()}; or null. */
    public @Nullable String canChange() {
        return change.by();
    }

    /** Whether a number can only grow, or a list only get longer. */
    public boolean onlyMore() {
        return change.onlyMore();
    }

    /** The intervention whose result this answer is, or null. */
    public @Nullable String resultOf() {
        return change.resultOf();
    }

    /** By id, which is unique: a question has many parts, and every run uses questions as keys. */
    @Override
    public int hashCode() {
        return id().hashCode();
    }

    /** The word for its unit as the JSON contract has it, whatever the number: weeks. Null where it is no number, or one without a unit. */
    public @Nullable String unit() {
        Unit unit = measure();
        return unit == null ? null : unit.other();
    }

    /** Whether a number lies between the bounds. False for what is no number. */
    boolean allows(double number) {
        Double min = min();
        Double max = max();
        return min != null && max != null && number >= min && number <= max;
    }

    /** Its bounds in words: 0 to 10 points. Empty where it has none. */
    public String rangeText() {
        Double min = min();
        Double max = max();
        return min == null || max == null ? "" : AnswerFormat.text(min) + " to " + amount(max);
    }

    /** A number with its unit, as one says it: 1 week, 12 weeks. */
    public String amount(double number) {
        return amount(AnswerFormat.text(number));
    }

    /** The same for a number as it was written. */
    public String amount(String number) {
        Unit unit = measure();
        return unit == null ? number : unit.with(number);
    }

    /** How a derived question is made; only for one that is derived. */
    public Derivation made() {
        return Objects.requireNonNull(derivation, id());
    }

    /** The ids of the questions that it is made of; empty for a question that is asked. */
    public Set<String> inputs() {
        return derivation == null ? Set.of() : derivation.inputs();
    }

    /** True where it is not asked but made of other answers. */
    public boolean derived() {
        return derivation != null;
    }

    /** True where it has the answer of another question and differs from it only in what a blank counts as. */
    public boolean copy() {
        return derivation instanceof Derivation.CopyOf;
    }

    /** The same question, where a blank counts as this answer and a reader is told so. */
    Question withUnknownAs(@Nullable Answer answer, @Nullable String told) {
        Handling assuming = new Handling(handling.safety(), handling.recordOnly(), answer, told);
        return new Question(origin, wording, kind, branching, assuming, change, derivation);
    }

    /** The option with this id, or null. */
    public @Nullable Option option(String id) {
        for (Option option : kind.options()) {
            if (option.id().equals(id)) {
                return option;
            }
        }
        return null;
    }

    /**
     * Whether care, a test or time can change the answer once it is given. The result of an intervention that was a test
     * stays, because the past is not a next step.
     */
    public boolean changeable() {
        String by = change.by();
        return by != null && !by.equals(NEVER) && !(change.resultOf() != null && by.equals(BY_TEST));
    }

    /** The ids of the options, in their order. */
    public List<String> optionIds() {
        return kind.options().stream().map(Option::id).toList();
    }
}
