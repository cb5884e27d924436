package painpathway.nextquestion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Derivation;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;

/**
 * One test of an answer by one criterion.
 *
 * @param index  its position among all tests of the policy
 * @param rule   the criterion that it belongs to
 * @param inputs the asked questions that it depends on: one, or those that a derived number is made of
 * @param ofAny  how the test can come out if its question is answered; used only where there is one input
 */
record AnswerTest(int index, ClinicalRule rule, Literal.Test test, List<Question> inputs, TruthSet ofAny) {

    AnswerTest(int index, ClinicalRule rule, Literal.Test test, List<Question> inputs) {
        this(index, rule, test, inputs, ofAnyAnswer(test));
    }

    private static TruthSet ofAnyAnswer(Literal.Test test) {
        Question question = test.question();
        if (calculated(question)) {
            return TruthSet.MET_OR_NOT_MET;
        }
        if (test instanceof Literal.Compare compare) {
            return NumberRange.of(question).truths(compare);
        }
        if (test instanceof Literal.OneOf oneOf) {
            return truths(!oneOf.options().isEmpty(), !oneOf.options().containsAll(question.optionIds()));
        }
        int options = question.options().size();
        if (test instanceof Literal.Contains) {
            return truths(true, options > 1);
        }
        // An answer ticks something, so a count of 0 needs the option "none", which is not counted.
        int most = question.option(Question.NONE) == null ? options : options - 1;
        int fewest = most == options ? 1 : 0;
        int needed = ((Literal.Ticked) test).value();
        return truths(most >= needed, fewest < needed);
    }

    private static TruthSet truths(boolean canPass, boolean canFail) {
        return (canPass ? TruthSet.MET : TruthSet.NONE).plus(canFail ? TruthSet.NOT_MET : TruthSet.NONE);
    }

    /** Whether it tests a number that is calculated from several answers. */
    boolean calculated() {
        return calculated(test.question());
    }

    private static boolean calculated(Question question) {
        return question.derived() && !question.copy();
    }

    /** Whether an answer to the only input passes. */
    private boolean passes(Answer answer) {
        if (test instanceof Literal.Compare compare) {
            return NumberRange.only(((Answer.Amount) answer).value()).canPass(compare);
        }
        if (test instanceof Literal.OneOf oneOf) {
            return oneOf.options().contains(((Answer.Choice) answer).option());
        }
        Set<String> ticked = ((Answer.Choices) answer).options();
        if (test instanceof Literal.Contains contains) {
            return ticked.contains(contains.option());
        }
        return (ticked.contains(Question.NONE) ? 0 : ticked.size()) >= ((Literal.Ticked) test).value();
    }

    /** All that the test notices of an answer to one of its inputs. Answers with the same trace are the same to it. */
    Object trace(Question input, Answer answer) {
        if (!calculated()) {
            return passes(answer);
        }
        return test.question().derivation() instanceof Derivation.CountOf count
                ? (Object) range(count, input, answer).low()
                : answer;
    }

    /** How the test can come out at one place, given the answers so far. */
    TruthSet truths(AnswersSoFar answers, int place) {
        TruthSet due = TruthSet.MET;
        for (Question input : inputs) {
            due = due.and(answers.due(input, place));
        }
        // A test of a question that is not asked is not met; while it is unknown whether it is asked, so is the test.
        TruthSet notDue = due.minus(TruthSet.MET);
        if (!due.can(Truth.MET)) {
            return notDue;
        }
        return notDue.plus(calculated() ? ofSeveral(answers, place) : ofOne(answers, place));
    }

    private TruthSet ofOne(AnswersSoFar answers, int place) {
        Answer answer = answers.given(inputs.get(0), place);
        if (answer != null && !(answer instanceof Answer.NotKnown)) {
            return TruthSet.of(passes(answer));
        }
        Answer unknownAs = test.question().unknownAs();
        TruthSet ifLeft = unknownAs == null ? TruthSet.UNKNOWN : TruthSet.of(passes(unknownAs));
        return answer == null ? ifLeft.plus(ofAny) : ifLeft;
    }

    private TruthSet ofSeveral(AnswersSoFar answers, int place) {
        Derivation derivation = Objects.requireNonNull(test.question().derivation());
        Map<String, Double> least = new HashMap<>();
        Map<String, Double> most = new HashMap<>();
        TruthSet ifLeft = TruthSet.NONE;
        for (Question input : inputs) {
            Answer answer = answers.given(input, place);
            boolean known = answer != null && !(answer instanceof Answer.NotKnown);
            Answer countsAs = known ? answer : input.unknownAs();
            if (countsAs == null) {
                ifLeft = TruthSet.UNKNOWN;
                if (answer != null) {
                    return TruthSet.UNKNOWN;
                }
            }
            NumberRange range = answer == null || countsAs == null
                    ? rangeOfAny(derivation, input)
                    : range(derivation, input, countsAs);
            boolean grows = derivation.factor(input.id()) >= 0;
            least.put(input.id(), grows ? range.low() : range.high());
            most.put(input.id(), grows ? range.high() : range.low());
        }
        NumberRange total = new NumberRange(derivation.of(least::get), derivation.of(most::get));
        return ifLeft.plus(total.truths((Literal.Compare) test));
    }

    /** What one input can add to the number while any answer to it is possible. */
    private static NumberRange rangeOfAny(Derivation derivation, Question input) {
        if (derivation instanceof Derivation.CountOf count) {
            boolean one = input.type() == Question.Type.CHOICE;
            return new NumberRange(0, one ? 1 : counted(count, input).size());
        }
        return NumberRange.of(input);
    }

    private static NumberRange range(Derivation derivation, Question input, Answer answer) {
        if (!(derivation instanceof Derivation.CountOf count)) {
            return NumberRange.only(((Answer.Amount) answer).value());
        }
        Set<String> counted = counted(count, input);
        if (answer instanceof Answer.Choice choice) {
            return NumberRange.only(counted.contains(choice.option()) ? 1 : 0);
        }
        Set<String> ticked = ((Answer.Choices) answer).options();
        return NumberRange.only(ticked.stream().filter(counted::contains).count());
    }

    private static Set<String> counted(Derivation.CountOf count, Question input) {
        return Objects.requireNonNull(count.options().get(input.id()));
    }
}
