package painpathway.nextquestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import painpathway.Patients;
import painpathway.SmallFolder;
import painpathway.StepsFolder;
import painpathway.advice.Advisor;
import painpathway.nextquestion.Intake.Moment;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;

/** Made-up folders that are small enough to try every way of going on. */
class NextQuestionByHandTest {

    /** An end is proved by trying all ways, which can be this many; before it one that changes something is enough, of ten times as many. */
    private static final int MOST = 4_000;

    private static final int MOST_PATIENTS = 2_000;
    private static final int ENOUGH = 60;

    @ParameterizedTest
    @ValueSource(strings = {"small", "steps"})
    void completeIsSaidExactlyWhenNoWayOfGoingOnChangesAnything(String folder) {
        RuleBook book = folder.equals("small") ? RuleBook.load(SmallFolder.good()) : StepsFolder.BOOK;
        Advisor advisor = new Advisor(new PlainEvaluator(book), "test");
        NextQuestion chooser = new NextQuestion(book);
        Set<Assessment> seen = new HashSet<>();
        int complete = 0;
        int open = 0;
        int asked = 0;
        for (int i = 0; i < MOST_PATIENTS && (complete < ENOUGH || open < ENOUGH || asked < ENOUGH / 2); i++) {
            Patients patients = new Patients(book, i);
            Assessment drawn = patients.any(0.9);
            Assessment patient = i % 3 == 0
                    ? drawn
                    : new Assessment(
                            drawn.policy(), drawn.patient(), drawn.pains().subList(0, 1));
            for (Moment moment : Intake.of(chooser, patient)) {
                if (!seen.add(moment.soFar())) {
                    continue;
                }
                List<Item> blank = blank(book, moment.soFar());
                if (ways(book, blank) > (moment.step().complete() ? MOST : 10 * MOST)) {
                    continue;
                }
                Outcome now = Outcome.of(advisor.advise(moment.soFar()));
                boolean changes = any(
                        book,
                        moment.soFar(),
                        blank,
                        0,
                        later -> !Outcome.of(advisor.advise(later)).equals(now));
                boolean safety = openSafety(book, moment.soFar(), blank);
                assertThat(moment.step().complete())
                        .as("complete, after " + moment.soFar())
                        .isEqualTo(!changes && !safety);
                complete += moment.step().complete() ? 1 : 0;
                if (!moment.step().complete()) {
                    open++;
                    Item next = moment.step().next();
                    if (!next.question().safety()
                            && ways(book, blank) * values(book, next.question()).size() <= 10 * MOST) {
                        asked++;
                        List<Item> others =
                                blank.stream().filter(a -> !a.equals(next)).toList();
                        assertThat(any(book, moment.soFar(), others, 0, later -> matters(advisor, book, later, next)))
                                .as("asked in vain: " + next + " after " + moment.soFar())
                                .isTrue();
                    }
                }
            }
        }
        assertThat(complete).as("ends tried").isGreaterThanOrEqualTo(ENOUGH);
        assertThat(open).as("moments before the end tried").isGreaterThanOrEqualTo(ENOUGH);
        assertThat(asked).as("questions tried").isGreaterThanOrEqualTo(ENOUGH / 2);
    }

    private static boolean matters(Advisor advisor, RuleBook book, Assessment later, Item next) {
        Outcome without = Outcome.of(advisor.advise(later));
        return values(book, next.question()).stream()
                .anyMatch(a -> !Outcome.of(advisor.advise(later.with(next, a))).equals(without));
    }

    /** A safety question is asked though it may change nothing, such as beside an emergency. */
    private static boolean openSafety(RuleBook book, Assessment soFar, List<Item> blank) {
        List<Answers> now = Answers.of(book.questionnaire(), soFar);
        return blank.stream()
                .anyMatch(a -> a.question().safety() && now.get(a.place()).due(a.question()) != Truth.NOT_MET);
    }

    private static List<Item> blank(RuleBook book, Assessment soFar) {
        List<Item> blank = new ArrayList<>();
        List<Answers> now = Answers.of(book.questionnaire(), soFar);
        for (Item item : book.questionnaire().items(now.size())) {
            Answers there = now.get(item.place());
            if (there.given(item.question()) == null && there.due(item.question()) != Truth.NOT_MET) {
                blank.add(item);
            }
        }
        return blank;
    }

    private static double ways(RuleBook book, List<Item> blank) {
        return blank.stream()
                .mapToDouble(a -> values(book, a.question()).size() + 1)
                .reduce(1, (a, b) -> a * b);
    }

    /** Whether some way of answering, or leaving blank, each of these questions fits. */
    private static boolean any(
            RuleBook book, Assessment soFar, List<Item> blank, int from, Predicate<Assessment> fits) {
        if (from == blank.size()) {
            return fits.test(soFar);
        }
        if (any(book, soFar, blank, from + 1, fits)) {
            return true;
        }
        for (Answer answer : values(book, blank.get(from).question())) {
            if (any(book, soFar.with(blank.get(from), answer), blank, from + 1, fits)) {
                return true;
            }
        }
        return false;
    }

    /** Every answer that can differ to a rule: all sets of options, the ends of a range, every constant and its neighbours. */
    private static List<Answer> values(RuleBook book, Question question) {
        List<Answer> all = new ArrayList<>();
        if (question.type() == Question.Type.CHOICE) {
            question.optionIds().forEach(o -> all.add(new Answer.Choice(o)));
        } else if (question.type() == Question.Type.CHOICES) {
            List<String> options = question.optionIds().stream()
                    .filter(o -> !o.equals(Question.NONE))
                    .toList();
            for (int bits = 1; bits < 1 << options.size(); bits++) {
                Set<String> ticked = new LinkedHashSet<>();
                for (int o = 0; o < options.size(); o++) {
                    if ((bits >> o & 1) == 1) {
                        ticked.add(options.get(o));
                    }
                }
                all.add(new Answer.Choices(ticked));
            }
            if (question.option(Question.NONE) != null) {
                all.add(new Answer.Choices(Set.of(Question.NONE)));
            }
        } else {
            Set<Double> numbers = new TreeSet<>(List.of(question.min(), question.max()));
            for (ClinicalRule rule : book.rules()) {
                for (Literal literal : rule.literals()) {
                    if (literal instanceof Literal.Compare compare
                            && compare.question().equals(question)) {
                        numbers.addAll(List.of(compare.value() - 1, compare.value()));
                    }
                }
            }
            book.questionnaire()
                    .asked()
                    .forEach(q -> q.askedWhen().stream()
                            .filter(c -> c.question().equals(question.id()) && c.atLeast() != null)
                            .forEach(c -> numbers.addAll(List.of(c.atLeast() - 1, c.atLeast()))));
            for (double n = question.min(); question.max() <= 10 && n <= question.max(); n++) {
                numbers.add(n);
            }
            numbers.removeIf(n -> n < question.min() || n > question.max());
            numbers.forEach(n -> all.add(new Answer.Amount(n)));
        }
        return all;
    }
}
