package painpathway.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.SmallFolder;
import painpathway.advice.Advice.RaisedFlag;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;

/** What is assumed is told as assumed, where it matters and only there. */
class AssumptionsTest {

    private static final RuleBook BOOK = RuleBook.load(SmallFolder.good());
    private static final Advisor ADVISOR = new Advisor(new PlainEvaluator(BOOK), "test");
    private static final String NEW = "Weeks not known, so treated as new";
    private static final String BACK = "Place not known, so treated as the back";
    private static final String FAST = "Pace not known, so treated as fast";
    private static final Set<String> BOTH = Set.of("numb", "weak");

    // ------------------------------------------------------------------ red flags

    @Test
    void aFlagThatRestsOnBlanksSaysWhichOnes() {
        assertThat(flag("pain.signs", BOTH, "pain.signs-pace", "slow").assumptions())
                .containsExactly(NEW, BACK);
        assertThat(flag("pain.signs", BOTH, "pain.signs-pace", "slow", "pain.site", "back")
                        .assumptions())
                .containsExactly(NEW);
        assertThat(flag(
                                "pain.signs",
                                BOTH,
                                "pain.signs-pace",
                                "slow",
                                "pain.weeks",
                                Answer.NOT_KNOWN,
                                "pain.site",
                                "back")
                        .assumptions())
                .containsExactly(NEW);
    }

    @Test
    void aFlagThatRestsOnAnswersSaysNothing() {
        assertThat(flag("pain.signs", BOTH, "pain.signs-pace", "slow", "pain.weeks", 3.0, "pain.site", "back")
                        .assumptions())
                .isEmpty();
    }

    @Test
    void anUnknownAsOfTheQuestionItselfIsSaidToo() {
        assertThat(flag("pain.signs", Set.of("numb")).assumptions()).containsExactly(FAST);
    }

    /** The fast change was answered, so the flag stands without any blank; the other rule still tells its own. */
    @Test
    void oneRuleThatStandsOnAnswersIsEnough() {
        RaisedFlag flag = flag("pain.signs", BOTH, "pain.signs-pace", "fast");
        assertThat(flag.assumptions()).isEmpty();
        assertThat(flag.reasons())
                .extracting(r -> r.rule().id() + " " + r.assumptions())
                .containsExactly("flag-01 []", "flag-03 [" + NEW + ", " + BACK + "]");
    }

    @Test
    void ofTwoPlacesTheOneThatStandsOnAnswersIsTold() {
        Map<String, Answer> blank = place("pain.signs", BOTH, "pain.signs-pace", "slow");
        Map<String, Answer> known =
                place("pain.signs", BOTH, "pain.signs-pace", "slow", "pain.weeks", 3.0, "pain.site", "back");
        for (List<Map<String, Answer>> pains : List.of(List.of(blank, known), List.of(known, blank))) {
            assertThat(ADVISOR.advise(new Assessment("us", Map.of(), pains))
                            .redFlags()
                            .get(0)
                            .assumptions())
                    .isEmpty();
        }
        assertThat(ADVISOR.advise(new Assessment("us", Map.of(), List.of(blank, blank)))
                        .redFlags()
                        .get(0)
                        .assumptions())
                .containsExactly(NEW, BACK);
    }

    @Test
    void whatIsAssumedIsAskedToo() {
        assertThat(ADVISOR.advise(new Assessment(
                                "us",
                                Map.of("patient.faints", new Answer.Choice("no")),
                                List.of(place("pain.signs", BOTH, "pain.signs-pace", "slow"))))
                        .questions())
                .extracting(q -> q.question().id())
                .contains("pain.weeks", "pain.site")
                .doesNotContain("pain.weeks-or-new");
    }

    // ------------------------------------------------------------------ lines

    @Test
    void aLineSaysWhatWasAssumedInTheShortFormAndInTheFullOne() {
        Assessment patient = new Assessment(
                "us", Map.of(), List.of(place("pain.signs", BOTH, "pain.signs-pace", "slow", "pain.site", "back")));
        List<Reason.Line> lines =
                ADVISOR.advise(patient).redFlags().get(0).reasons().get(0).because();
        assertThat(lines)
                .extracting(l -> l.finding().id() + " " + l.assumptions())
                .containsExactly("several-signs []", "surely-old [" + NEW + "]", "surely-leg []");
        assertThat(lines.get(1)).isInstanceOfSatisfying(Reason.OfAnswer.class, line -> {
            assertThat(line.tested().question().id()).isEqualTo("pain.weeks-or-new");
            assertThat(line.tested().answered()).isEqualTo(0L);
        });
    }

    @Test
    void aCopyIsMadeOfTheQuestionThatIsAskedAndThatIsBlank() {
        Assessment patient = new Assessment("us", Map.of(), List.of(place("pain.signs", BOTH)));
        Reason.OfAnswer known = leaves(ADVISOR.explain(patient))
                .filter(l -> l.tested().question().id().equals("pain.pace-or-slow"))
                .findFirst()
                .orElseThrow();
        assertThat(known.assumptions()).containsExactly("Pace not known, so treated as slow");
        assertThat(known.tested().inputs())
                .singleElement()
                .isEqualTo(new Reason.Input(BOOK.questionnaire().question("pain.signs-pace"), "fast", Truth.MET, true));
    }

    @Test
    void aDerivedNumberSaysWhatItsPartsAssume() {
        Assessment patient = new Assessment("us", Map.of(), List.of(place("pain.signs", BOTH)));
        Answers answers = Answers.of(BOOK.questionnaire(), patient).get(0);
        Assumptions assumptions = new Assumptions(BOOK, new PlainEvaluator(BOOK).run(answers, "us"));
        assertThat(Assumptions.said(assumptions.of(BOOK.questionnaire().question("pain.sign-count"))))
                .containsExactly(FAST);
        assertThat(Assumptions.said(
                        assumptions.behind(BOOK.finding("many-signs").index())))
                .containsExactly(FAST);
    }

    /** "Not asked here" and "assumed" are two things, whatever the patient. */
    @Test
    void whatIsNotAskedIsNotAssumed() {
        int notAsked = 0;
        int assumed = 0;
        for (int i = 0; i < ShippedRules.VIGNETTES.size(); i += 7) {
            for (Reason.OfAnswer line : leaves(ShippedRules.PLAIN.explain(
                            ShippedRules.VIGNETTES.get(i).assessment()))
                    .toList()) {
                notAsked += line.tested().due() == Truth.NOT_MET ? 1 : 0;
                assumed += line.assumed() ? 1 : 0;
                assertThat(line.tested().due() != Truth.MET && line.assumed()).isFalse();
                line.tested()
                        .inputs()
                        .forEach(input -> assertThat(input.due() != Truth.MET && input.assumed())
                                .isFalse());
            }
        }
        assertThat(notAsked).isPositive();
        assertThat(assumed).isPositive();
    }

    /** A flag that tells of no assumption stays as pressing whatever the real answer to a blank turns out to be. */
    @Test
    void everyShippedFlagThatWouldNotStandWithoutABlankSaysSo() {
        List<Question> assumable = ShippedRules.BOOK.questionnaire().assumable();
        int told = 0;
        int tried = 0;
        for (int i = 0; i < ShippedRules.VIGNETTES.size(); i += 3) {
            Assessment patient = ShippedRules.VIGNETTES.get(i).assessment();
            for (Question question : assumable) {
                Question asked = ShippedRules.BOOK.questionnaire().original(question);
                Assessment blank = without(patient, asked.id());
                for (RaisedFlag flag : ShippedRules.PLAIN.advise(blank).redFlags()) {
                    told += flag.assumptions().isEmpty() ? 0 : 1;
                    if (flag.assumptions().isEmpty()
                            && Answers.of(ShippedRules.BOOK.questionnaire(), blank).stream()
                                    .allMatch(a -> a.due(asked) == Truth.MET)) {
                        assertThat(everyAnswer(asked)
                                        .map(a -> with(blank, asked, a))
                                        .map(ShippedRules.PLAIN::advise))
                                .as(question.id() + " in "
                                        + ShippedRules.VIGNETTES.get(i).name())
                                .allSatisfy(advice -> assertThat(advice.redFlags())
                                        .anyMatch(f -> f.flag() == flag.flag()
                                                && f.urgency().compareTo(flag.urgency()) <= 0));
                        tried++;
                    }
                }
            }
        }
        assertThat(told).isPositive();
        assertThat(tried).isPositive();
    }

    private static Stream<Answer> everyAnswer(Question question) {
        return question.type().isNumber()
                ? Stream.of(question.min(), question.max()).map(Answer.Amount::new)
                : question.optionIds().stream()
                        .map(o -> question.type() == Question.Type.CHOICES
                                ? new Answer.Choices(Set.of(o))
                                : new Answer.Choice(o));
    }

    private static Assessment without(Assessment patient, String id) {
        return with(patient, id, null);
    }

    private static Assessment with(Assessment patient, Question question, Answer answer) {
        return with(patient, question.id(), answer);
    }

    private static Assessment with(Assessment patient, String id, Answer answer) {
        boolean perPain = ShippedRules.BOOK.questionnaire().question(id).perPain();
        return new Assessment(
                patient.policy(),
                perPain ? patient.patient() : put(patient.patient(), id, answer),
                patient.pains().stream()
                        .map(p -> perPain ? put(p, id, answer) : p)
                        .toList());
    }

    private static Map<String, Answer> put(Map<String, Answer> answers, String id, Answer answer) {
        Map<String, Answer> more = new LinkedHashMap<>(answers);
        more.remove(id);
        if (answer != null) {
            more.put(id, answer);
        }
        return more;
    }

    private static RaisedFlag flag(Object... answers) {
        List<RaisedFlag> flags = ADVISOR.advise(new Assessment("us", Map.of(), List.of(place(answers))))
                .redFlags();
        assertThat(flags).hasSize(1);
        return flags.get(0);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Answer> place(Object... answers) {
        Map<String, Answer> place = new LinkedHashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            Object value = answers[i + 1];
            place.put(
                    (String) answers[i],
                    value instanceof Answer answer
                            ? answer
                            : value instanceof Double number
                                    ? new Answer.Amount(number)
                                    : value instanceof Set<?> options
                                            ? new Answer.Choices((Set<String>) options)
                                            : new Answer.Choice((String) value));
        }
        return place;
    }

    private static Stream<Reason.OfAnswer> leaves(Explained explained) {
        return explained.explanations().stream()
                .flatMap(e -> e.rules().stream())
                .flatMap(r -> leaves(r.because()).stream());
    }

    private static List<Reason.OfAnswer> leaves(List<Reason.Line> lines) {
        List<Reason.OfAnswer> leaves = new ArrayList<>();
        for (Reason.Line line : lines) {
            if (line instanceof Reason.OfAnswer leaf) {
                leaves.add(leaf);
            }
            leaves.addAll(leaves(line.because()));
        }
        return leaves;
    }
}
