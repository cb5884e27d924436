package painpathway.rules;

import java.util.List;
import java.util.Set;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;

/** One constraint of a rule, as logic: either a test of one answer (stage one) or of one finding (later stages). */
public sealed interface Literal {

    /** A test of one question's answer. */
    sealed interface Test extends Literal {
        Question question();

        /** True only if the question is answered and the answer passes. */
        boolean passes(Answers answers);

        /** What the answer has to be, in short: {@code >= 12}, {@code one of a, b}. */
        String needs();

        /** Met, not met, or unknown if the question is open. */
        default Truth truth(Answers answers) {
            return passes(answers) ? Truth.MET : answers.settled(question()) ? Truth.NOT_MET : Truth.UNKNOWN;
        }
    }

    /** {@code number( "q" ) >= value}. */
    record Compare(Question question, Operator operator, double value, String needs) implements Test {
        /** A comparison whose bound is shown as a nurse would write it. */
        public Compare(Question question, Operator operator, double value) {
            this(question, operator, value, operator.sign + " " + AnswerFormat.text(value));
        }

        @Override
        public boolean passes(Answers answers) {
            return operator.holds(answers.numberAt(question.index()), value);
        }

        /** The number nearest to the other side that passes, or that does not: a whole one where the question takes those; else the bound. */
        public double nearest(boolean passing) {
            if (question.type() != Question.Type.INTEGER) {
                return value;
            }
            return switch (operator) {
                case AT_LEAST, LESS -> Math.ceil(value) - (passing == (operator == Operator.AT_LEAST) ? 0 : 1);
                case MORE, AT_MOST -> Math.floor(value) + (passing == (operator == Operator.MORE) ? 1 : 0);
            };
        }

        /** True where this one asks for at least or more than a value, and the other for less. */
        boolean excludes(Compare other) {
            boolean upwards = operator == Operator.AT_LEAST || operator == Operator.MORE;
            boolean otherDownwards = other.operator == Operator.AT_MOST || other.operator == Operator.LESS;
            boolean bothTouch = operator == Operator.AT_LEAST && other.operator == Operator.AT_MOST;
            return upwards && otherDownwards && (value > other.value || value == other.value && !bothTouch);
        }
    }

    /** {@code count( "q" ) >= value}. */
    record Ticked(Question question, int value, String needs) implements Test {
        /** At least so many options ticked, "none" left out. */
        public Ticked(Question question, int value) {
            this(question, value, "at least " + value + " ticked");
        }

        @Override
        public boolean passes(Answers answers) {
            return answers.countAt(question.index()) >= value;
        }
    }

    /** {@code choice( "q" ) == "option"} or {@code in ( ... )}. */
    record OneOf(Question question, List<String> options, String needs) implements Test {
        /** One of these options chosen. */
        public OneOf(Question question, List<String> options) {
            this(question, options, options.size() == 1 ? options.get(0) : "one of " + String.join(", ", options));
        }

        @Override
        public boolean passes(Answers answers) {
            String chosen = answers.choiceAt(question.index());
            return chosen != null && options.contains(chosen);
        }
    }

    /** {@code choices( "q" ) contains "option"}. */
    record Contains(Question question, String option) implements Test {
        @Override
        public boolean passes(Answers answers) {
            Set<String> ticked = answers.choicesAt(question.index());
            return ticked != null && ticked.contains(option);
        }

        @Override
        public String needs() {
            return option;
        }
    }

    /**
     * {@code met( "finding" )} or {@code ruledOut( "finding" )}.
     *
     * @param finding index of the finding in {@link RuleBook#findings()}
     * @param id      its id
     * @param wanted  true for {@code met}
     */
    record OfFinding(int finding, String id, boolean wanted) implements Literal {
        /** Whether this line is met, given the truth of its finding. */
        public Truth truth(Truth ofFinding) {
            return wanted ? ofFinding : ofFinding.not();
        }
    }

    /** The comparisons of the rule language. All are false for a number that is not known (NaN). */
    enum Operator {
        AT_LEAST(">="),
        MORE(">"),
        AT_MOST("<="),
        LESS("<");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        static Operator of(String sign) {
            for (Operator operator : values()) {
                if (operator.sign.equals(sign)) {
                    return operator;
                }
            }
            throw new IllegalArgumentException(sign);
        }

        /** How it is written in DRL. */
        public String sign() {
            return sign;
        }

        /** True where smaller numbers pass. */
        public boolean downwards() {
            return this == AT_MOST || this == LESS;
        }

        /** Whether the number passes; one that is not known (NaN) never does. */
        public boolean holds(double number, double value) {
            return switch (this) {
                case AT_LEAST -> number >= value;
                case MORE -> number > value;
                case AT_MOST -> number <= value;
                case LESS -> number < value;
            };
        }
    }
}
