package painpathway.questionnaire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fact of the first stage: one patient's answers for one painful place. Immutable.
 * Only answers to questions that are certainly due count; an unanswered question makes every test false.
 */
public final class Answers {

    private final Questionnaire questionnaire;
    private final Answer[] given;
    private final Truth[] due;
    private final double[] numbers;
    private final String[] choices;
    private final Set<String>[] options;
    private final boolean[] assumed;

    @SuppressWarnings("unchecked")
    private Answers(Questionnaire questionnaire, Answer[] given, Truth[] due) {
        int size = questionnaire.questions().size();
        this.questionnaire = questionnaire;
        this.given = given;
        this.due = due;
        this.numbers = new double[size];
        this.choices = new String[size];
        this.options = new Set[size];
        this.assumed = new boolean[size];
        Arrays.fill(numbers, Double.NaN);
        for (Question question : questionnaire.questions()) {
            if (question.derived() && !question.copy()) {
                derive(question);
            } else if (due[question.index()] == Truth.MET) {
                Answer answer = given[questionnaire.original(question).index()];
                boolean blank = answer == null || answer instanceof Answer.NotKnown;
                assumed[question.index()] = blank && question.unknownAs() != null;
                read(question.index(), blank ? question.unknownAs() : answer);
            }
        }
    }

    /**
     * One {@code Answers} for each painful place, in their order. If there is no place, one for a place without any answers.
     * Whether a patient question is due can depend on every place, so all places are read together.
     */
    public static List<Answers> of(Questionnaire questionnaire, Assessment assessment) {
        List<Map<String, Answer>> pains = assessment.pains().isEmpty() ? List.of(Map.of()) : assessment.pains();
        int size = questionnaire.questions().size();
        int places = pains.size();
        Truth[][] due = new Truth[places][size];
        Answer[][] given = new Answer[places][size];
        for (Question question : questionnaire.asked()) {
            int q = question.index();
            for (int place = 0; place < places; place++) {
                Map<String, Answer> part = question.perPain() ? pains.get(place) : assessment.patient();
                given[place][q] = part.get(question.id());
            }
            for (int place = 0; place < places; place++) {
                if (!question.perPain() && place > 0) {
                    due[place][q] = due[0][q];
                    continue;
                }
                Truth truth = Truth.MET;
                for (Condition condition : question.askedWhen()) {
                    truth = truth.and(holds(questionnaire, condition, question.perPain(), place, due, given));
                }
                due[place][q] = truth;
            }
        }
        List<Answers> all = new ArrayList<>(places);
        for (int place = 0; place < places; place++) {
            for (Question question : questionnaire.questions()) {
                if (question.derived()) {
                    Truth truth = Truth.MET;
                    for (String input : question.inputs()) {
                        truth = truth.and(due[place][questionnaire.known(input).index()]);
                    }
                    due[place][question.index()] = truth;
                }
            }
            all.add(new Answers(questionnaire, given[place], due[place]));
        }
        return Collections.unmodifiableList(all);
    }

    private static Truth holds(
            Questionnaire questionnaire,
            Condition condition,
            boolean samePlace,
            int place,
            Truth[][] due,
            Answer[][] given) {
        Question parent = questionnaire.known(condition.question());
        if (samePlace || !parent.perPain()) {
            return holds(parent, condition, due[place], given[place]);
        }
        // A patient question looks at the places, and any of them is enough.
        Truth any = Truth.NOT_MET;
        for (int other = 0; other < due.length; other++) {
            any = any.or(holds(parent, condition, due[other], given[other]));
        }
        return any;
    }

    private static Truth holds(Question parent, Condition condition, Truth[] due, Answer[] given) {
        Answer answer = given[parent.index()];
        return switch (due[parent.index()]) {
            case NOT_MET -> Truth.NOT_MET;
            case UNKNOWN -> Truth.UNKNOWN;
            case MET ->
                answer == null || answer instanceof Answer.NotKnown
                        ? Truth.UNKNOWN
                        : condition.matches(answer) ? Truth.MET : Truth.NOT_MET;
        };
    }

    private void read(int index, @Nullable Answer answer) {
        if (answer instanceof Answer.Amount amount) {
            numbers[index] = amount.value();
        } else if (answer instanceof Answer.Choice choice) {
            choices[index] = choice.option();
        } else if (answer instanceof Answer.Choices several) {
            options[index] = several.options();
        }
    }

    private void derive(Question question) {
        Derivation derivation = Objects.requireNonNull(question.derivation());
        int counted = 0;
        for (String id : derivation.inputs()) {
            int input = questionnaire.known(id).index();
            if (due[input] != Truth.MET || !known(input)) {
                return;
            }
            assumed[question.index()] |= assumed[input];
            if (derivation instanceof Derivation.CountOf count) {
                Set<String> these = count.options().getOrDefault(id, Set.of());
                if (choices[input] != null) {
                    counted += these.contains(choices[input]) ? 1 : 0;
                } else {
                    for (String option : options[input]) {
                        counted += these.contains(option) ? 1 : 0;
                    }
                }
            }
        }
        numbers[question.index()] = derivation instanceof Derivation.CountOf
                ? counted
                : derivation.of(id -> numbers[questionnaire.known(id).index()]);
    }

    private boolean known(int index) {
        return !Double.isNaN(numbers[index]) || choices[index] != null || options[index] != null;
    }

    // ------------------------------------------------------------------ called by criterion rules

    /**
     * The number answered or derived; null if it is not known, so that every comparison is false.
     * Trap: with NaN instead, the compiled constraints of Drools say true to {@code <=} and {@code <} (the interpreted ones are right).
     */
    public @Nullable Double number(String question) {
        double number = numbers[questionnaire.known(question).index()];
        return Double.isNaN(number) ? null : (Double) number;
    }

    /** The option chosen, or null if it is not known. */
    public @Nullable String choice(String question) {
        return choices[questionnaire.known(question).index()];
    }

    /** The options ticked; empty if they are not known. */
    public Set<String> choices(String question) {
        Set<String> ticked = options[questionnaire.known(question).index()];
        return ticked == null ? Set.of() : ticked;
    }

    /** How many options are ticked, without {@code none}; -1 if that is not known. */
    public int count(String question) {
        return countAt(questionnaire.known(question).index());
    }

    // ------------------------------------------------------------------ called by the rest of the program

    /** The questionnaire that these are answers to. */
    public Questionnaire questionnaire() {
        return questionnaire;
    }

    /** The number at a question's index, NaN if not known. */
    public double numberAt(int index) {
        return numbers[index];
    }

    /** The option chosen at a question's index, or null. */
    public @Nullable String choiceAt(int index) {
        return choices[index];
    }

    /** How many options are ticked at a question's index, without {@code none}; -1 if that is not known. */
    public int countAt(int index) {
        Set<String> ticked = options[index];
        return ticked == null ? -1 : ticked.contains(Question.NONE) ? 0 : ticked.size();
    }

    /** The options ticked at a question's index, or null if not known. */
    public @Nullable Set<String> choicesAt(int index) {
        return options[index];
    }

    /** Whether the question must be asked: certainly, certainly not, or unknown because a parent is. */
    public Truth due(Question question) {
        return due[question.index()];
    }

    /** Certainly not due, or certainly due and known (also through {@code unknown-as}). */
    public boolean settled(Question question) {
        int index = question.index();
        return due[index] == Truth.NOT_MET || (due[index] == Truth.MET && known(index));
    }

    /** The answer given, whether it counts or not; null if blank. */
    public @Nullable Answer given(Question question) {
        return given[question.index()];
    }

    /** True if the question is certainly due and blank or "not known", whatever {@code unknown-as} says. */
    public boolean blank(Question question) {
        Answer answer = given[question.index()];
        return due[question.index()] == Truth.MET && (answer == null || answer instanceof Answer.NotKnown);
    }

    /** True if an answer was given that does not count because the question is not certainly due. */
    public boolean ignored(Question question) {
        Answer answer = given[question.index()];
        return answer != null && !(answer instanceof Answer.NotKnown) && due[question.index()] != Truth.MET;
    }

    /** True where the value used is the one of {@code unknown-as}, not one that was given. */
    public boolean assumed(Question question) {
        return assumed[question.index()];
    }

    /** The value in use, as a number, a text or a list; null where it is not known. For explanations. */
    public @Nullable Object value(Question question) {
        int index = question.index();
        if (choices[index] != null) {
            return choices[index];
        }
        if (options[index] != null) {
            List<String> ticked = new ArrayList<>(options[index].size());
            for (Question.Option option : question.options()) {
                if (options[index].contains(option.id())) {
                    ticked.add(option.id());
                }
            }
            return Collections.unmodifiableList(ticked);
        }
        double number = numbers[index];
        if (Double.isNaN(number)) {
            return null;
        }
        if (number == Math.rint(number)) {
            return (long) number;
        }
        return number;
    }
}
