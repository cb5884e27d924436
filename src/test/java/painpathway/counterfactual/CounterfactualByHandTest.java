package painpathway.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;
import static painpathway.StepsFolder.BOOK;
import static painpathway.StepsFolder.patient;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.advice.Verdict;
import painpathway.pathway.Pathway;
import painpathway.pathway.PathwayStatus;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.rules.PlainEvaluator;

/** What would change an advice, where everyone can see what the answer must be. */
class CounterfactualByHandTest {

    private final Advisor advisor = new Advisor(new PlainEvaluator(BOOK), "test");
    private final CounterfactualFinder changes = new CounterfactualFinder(BOOK);

    private CounterfactualResult prospect(String intervention, Assessment patient) {
        Advice advice = advisor.advise(patient);
        return changes.of(patient, advice).stream()
                .filter(p -> p.intervention().id().equals(intervention))
                .findFirst()
                .orElseThrow();
    }

    private CounterfactualResult injection(Object... differing) {
        return prospect("injection", patient(differing));
    }

    /** Each set as "question kind text", joined. */
    private static List<List<String>> sets(CounterfactualResult prospect) {
        return prospect.sets().stream()
                .map(s -> s.changes().stream()
                        .map(c -> c.kind().word() + " " + c.text())
                        .toList())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1, -, -, -, at least 1 week",
                "-, 1, -, -, more than 1 week",
                "-, -, 1, -, at most 1 week",
                "-, -, -, 1, less than 1 week",
                "1, -, 1, -, 1 week",
                "0, -, 1, -, 0 to 1 week",
                "1, -, 2, -, 1 to 2 weeks",
                "-, 1, -, 3, more than 1 and less than 3 weeks",
                "-, 0, -, 1, more than 0 and less than 1 week",
                "-, -, -, -, any number of weeks"
            })
    void aNumberIsSaidWithTheWordThatGoesWithIt(
            Double atLeast, Double moreThan, Double atMost, Double lessThan, String said) {
        AnswerChange change = new AnswerChange(
                BOOK.questionnaire().question("pain.weeks"),
                0,
                new Answer.Amount(5),
                new Answer.Amount(5),
                new AnswerChange.Values.Range(bound(atLeast, moreThan), bound(atMost, lessThan)),
                AnswerChange.Kind.WITH_TIME);
        assertThat(change.text()).isEqualTo("the answer to \u201cFor how many weeks?\u201d were " + said);
    }

    private static AnswerChange.Bound bound(Double included, Double excluded) {
        if (included == null) {
            return excluded == null ? null : new AnswerChange.Bound(excluded, false);
        }
        return new AnswerChange.Bound(included, true);
    }

    @Test
    void fourMoreWeeks() {
        CounterfactualResult prospect = injection("pain.weeks", 8);
        assertThat(prospect.underlying()).isEqualTo(Verdict.NOT_INDICATED);
        assertThat(prospect.target()).isEqualTo(Verdict.CANDIDATE);
        assertThat(prospect.found()).isEqualTo(1);
        assertThat(sets(prospect))
                .containsExactly(List.of("with-time the answer to “For how many weeks?” were at least 12 weeks"));
        assertThat(prospect.sets().get(0).text())
                .isEqualTo("if the answer to “For how many weeks?” were at least 12 weeks");
    }

    @Test
    void twoThingsAtOnce() {
        assertThat(sets(injection("pain.weeks", 8, "care.weeks", 2)))
                .containsExactly(List.of(
                        "with-time the answer to “For how many weeks?” were at least 12 weeks",
                        "with-care the answer to “How many weeks of exercise?” were at least 6 weeks"));
    }

    @Test
    void aChangeThatMakesAnotherQuestionDueCountsBoth() {
        assertThat(sets(injection("test.scan", "no", "test.report", null)))
                .containsExactly(
                        List.of(
                                "by-test the answer to “Was there a scan?” were “Yes”",
                                "by-test the answer to “What does the report say?” included “A nerve is pressed” or “A nerve is stuck”"));
        // Care not begun: weeks and result.
        assertThat(sets(injection("care.weeks", 0, "care.result", null)))
                .containsExactly(List.of(
                        "with-care the answer to “How many weeks of exercise?” were at least 6 weeks",
                        "with-care the answer to “How much did it help?” were “Not at all” or “Some”"));
    }

    @Test
    void anAnswerThatWasNotAskedForYetCountsAgain() {
        // The report lies there, only the scan is said not to have been made.
        assertThat(sets(injection("test.scan", "no")))
                .containsExactly(List.of("by-test the answer to “Was there a scan?” were “Yes”"));
    }

    @Test
    void whatIsOpenOnlyHasToBeAsked() {
        assertThat(sets(injection("care.result", null)))
                .containsExactly(List.of("missing the answer to “How much did it help?” were “Not at all” or “Some”"));
        assertThat(sets(injection("patient.faints", "not-known", "pain.site", null)))
                .containsExactly(List.of(
                        "missing the answer to “Does the patient faint at the sight of needles?” were “No”",
                        "missing the answer to “Where does it hurt?” were “Leg”"));
    }

    @Test
    void bothWaysAreToldWhereTheyAreEquallyShort() {
        // The place is open and exercise was good: the leg needs a poorer result, the back a needle that helped.
        CounterfactualResult prospect =
                injection("pain.site", null, "care.result", "good", "test.needles", List.of("first"));
        assertThat(prospect.found()).isEqualTo(2);
        assertThat(sets(prospect))
                .containsExactly(
                        List.of(
                                "missing the answer to “Where does it hurt?” were “Back”",
                                "missing the answer to “How much did the first one help?” were more than 80 percent"),
                        List.of(
                                "missing the answer to “Where does it hurt?” were “Leg”",
                                "with-care the answer to “How much did it help?” were “Not at all” or “Some”"));
    }

    @Test
    void whatATestHasShownIsNotAskedToBeAnother() {
        // A needle that helped by four fifths is over: only the leg with a poorer result of the exercise is left as a
        // way.
        CounterfactualResult prospect = injection(
                "pain.site", null, "care.result", "good", "test.needles", List.of("first"), "test.relief", 80);
        assertThat(sets(prospect))
                .containsExactly(List.of(
                        "missing the answer to “Where does it hurt?” were “Leg”",
                        "with-care the answer to “How much did it help?” were “Not at all” or “Some”"));
        CounterfactualResult back = injection("pain.site", "back", "test.needles", List.of("first"), "test.relief", 80);
        assertThat(back.target()).isNull();
        CounterfactualResult helped =
                injection("pain.site", "back", "test.needles", List.of("first"), "test.relief", 90);
        assertThat(helped.losses().stream()
                        .filter(l -> l.change().question().id().equals("test.relief"))
                        .map(l -> l.change().kind()))
                .containsOnly(AnswerChange.Kind.NEVER);
    }

    @Test
    void whatWasDoneIsNotUndone() {
        CounterfactualResult prospect = injection("pain.site", "back", "test.needles", List.of("other"));
        assertThat(sets(prospect))
                .containsExactly(List.of(
                        "by-test the answer to “Which needles so far?” included “A first one”",
                        "by-test the answer to “How much did the first one help?” were more than 80 percent"));
        assertThat(prospect.sets().get(0).changes().get(0).to())
                .hasToString("Choices[options=" + java.util.Set.of("other", "first") + "]");
        // Weeks only grow: pain that is no longer new stays so.
        CounterfactualResult exercise = prospect("exercise", patient("pain.weeks", 4));
        assertThat(exercise.target()).isNull();
        assertThat(exercise.sets()).isEmpty();
        assertThat(exercise.blockedBy()).hasSize(1);
        assertThat(exercise.blockedBy().get(0).rule().id()).isEqualTo("care-01");
        assertThat(exercise.blockedBy().get(0).lines().stream()
                        .map(l -> l.finding().id()))
                .containsExactly("new");
    }

    @Test
    void aContraindicationThatStaysIsNamed() {
        CounterfactualResult prospect = injection("patient.faints", "yes", "pain.weeks", 8);
        assertThat(prospect.target()).isNull();
        assertThat(prospect.sets()).isEmpty();
        assertThat(prospect.blockedBy().stream().map(b -> b.rule().id())).containsExactly("needle-03");
    }

    @Test
    void whereNoCandidateIsPossibleConditionalIsTheTarget() {
        CounterfactualResult now = injection("patient.bleeds", "yes");
        assertThat(now.underlying()).isEqualTo(Verdict.CONDITIONAL);
        assertThat(now.target()).isNull();
        assertThat(now.blockedBy().stream().map(b -> b.rule().id())).containsExactly("needle-04");
        CounterfactualResult later = injection("patient.bleeds", "yes", "pain.weeks", 8);
        assertThat(later.target()).isEqualTo(Verdict.CONDITIONAL);
        assertThat(sets(later))
                .containsExactly(List.of("with-time the answer to “For how many weeks?” were at least 12 weeks"));
        assertThat(later.blockedBy().stream().map(b -> b.rule().id())).containsExactly("needle-04");
    }

    @Test
    void aCandidateNamesEveryAnswerItRestsOn() {
        CounterfactualResult prospect = injection();
        assertThat(prospect.underlying()).isEqualTo(Verdict.CANDIDATE);
        assertThat(prospect.losses().stream()
                        .map(l -> l.change().kind().word() + " " + l.change().text() + ": "
                                + l.becomes().word()))
                .containsExactlyInAnyOrder(
                        "never the answer to “Does the patient faint at the sight of needles?” were “Yes”: contraindicated",
                        "never the answer to “Does the patient bleed easily?” were “Yes”: conditional",
                        "never the answer to “Where does it hurt?” were “Back”: needs-information"
                                .replace("needs-information", backVerdict()),
                        "never the answer to “For how many weeks?” were at most 11 weeks: not-indicated",
                        "never the answer to “How many weeks of exercise?” were at most 5 weeks: not-indicated",
                        "with-care the answer to “How much did it help?” were “Well enough”: not-indicated",
                        "by-test the answer to “Was there a scan?” were “No”: not-indicated",
                        "by-test the answer to “What does the report say?” did not include “A nerve is pressed”: not-indicated");
    }

    private String backVerdict() {
        return advisor.advise(patient("pain.site", "back"))
                .interventions()
                .get(0)
                .underlying()
                .word();
    }

    @Test
    void stepsFollowThePathway() {
        Assessment patient = patient(
                "pain.weeks", 8, "care.weeks", 2, "test.scan", "no", "test.report", null, "patient.faints", null);
        Pathway pathway = new Pathway(BOOK, "us");
        Advice advice = advisor.advise(patient);
        PathwayStatus standing =
                pathway.standings(patient, advice, changes.of(patient, advice)).get(0);
        assertThat(standing.steps().stream()
                        .map(c -> c.kind().word() + " " + c.question().id()))
                .containsExactly(
                        "missing patient.faints",
                        "with-care care.weeks",
                        "by-test test.scan",
                        "by-test test.report",
                        "with-time pain.weeks");
        assertThat(standing.state()).isEqualTo(PathwayStatus.State.WITHHELD);
    }

    @Test
    void thePathwayIsReadFromTheRules() {
        Pathway pathway = new Pathway(BOOK, "us");
        assertThat(pathway.edges().stream()
                        .map(e -> e.from().id() + " > " + e.to().id() + " "
                                + e.rules().stream().map(r -> r.id()).toList()))
                .containsExactly("injection > injection [needle-02]", "exercise > injection [needle-01]");
        assertThat(pathway.nodes().stream()
                        .map(n -> n.results().stream().map(q -> q.id()).toList()))
                .containsExactly(List.of("test.relief"), List.of("care.weeks", "care.result"));
        assertThat(pathway.nodes().stream().map(n -> pathway.before(n.intervention())))
                .containsExactly(1, 0);
    }

    @Test
    void behindThePatientIsWhatHasAResult() {
        assertThat(done(patient())).containsExactly("exercise");
        assertThat(done(patient("care.weeks", 0, "care.result", null))).isEmpty();
        // Nothing gained by a needle is a result all the same; an answer that does not count is none.
        assertThat(done(patient("test.needles", List.of("first"), "test.relief", 0)))
                .containsExactly("injection", "exercise");
        assertThat(done(patient("test.relief", 90))).containsExactly("exercise");
    }

    private List<String> done(Assessment patient) {
        Advice advice = advisor.advise(patient);
        return new Pathway(BOOK, "us")
                .standings(patient, advice, changes.of(patient, advice)).stream()
                        .filter(PathwayStatus::done)
                        .map(s -> s.entry().intervention().id())
                        .toList();
    }
}
