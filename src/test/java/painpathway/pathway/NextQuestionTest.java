package painpathway.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import painpathway.Patients;
import painpathway.ShippedRules;
import painpathway.advice.Advice;
import painpathway.advice.Vignette;
import painpathway.pathway.Intake.Moment;
import painpathway.pathway.NextQuestion.Asked;
import painpathway.pathway.NextQuestion.End;
import painpathway.pathway.NextQuestion.Skipped;
import painpathway.pathway.NextQuestion.Why;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.rules.RuleBook;

/** Intakes with the shipped rules: short, never stopped too early, and every question that was left out left out for a reason. */
class NextQuestionTest {

    private static final long SEED = 20261123L;
    /** Every so many vignettes are tried with the solver and with the checker of certificates, which take long. */
    private static final int SAMPLE = 40;

    private static final RuleBook BOOK = ShippedRules.BOOK;
    private static final NextQuestion CHOOSER = new NextQuestion(BOOK);
    private static final Map<String, Completions> PROOFS = new ConcurrentHashMap<>();

    /** One line of the report. {@code needless} is -1 where it was not tried. */
    private record Line(Vignette vignette, int asked, int inFull, int needless, Advice advice) {

        double saving() {
            return 1 - (double) asked / inFull;
        }
    }

    // ------------------------------------------------------------------ how long an intake is

    @Test
    void intakesAreShortAndEndWithTheAdviceOnAllAnswersForEveryVignette() throws IOException {
        List<Line> lines = IntStream.range(0, ShippedRules.VIGNETTES.size()).parallel().mapToObj(this::line).toList();
        List<Double> savings = lines.stream().map(Line::saving).sorted().toList();
        double median = savings.get(savings.size() / 2);
        List<Line> acute = lines.stream().filter(NextQuestionTest::plainAcuteLowBack).toList();
        report(lines, acute, median);
        assertThat(median).as("median saving").isGreaterThanOrEqualTo(0.25);
        assertThat(acute).isNotEmpty();
        assertThat(acute).allSatisfy(l -> assertThat(l.asked).as(l.vignette.name()).isLessThan(25));
        assertThat(lines.stream().mapToInt(l -> Math.max(0, l.needless)).sum()).as("questions asked without need").isZero();
    }

    private Line line(int index) {
        Vignette vignette = ShippedRules.VIGNETTES.get(index);
        List<Moment> intake = Intake.of(CHOOSER, vignette.assessment());
        int asked = intake.size() - 1;
        boundFalls(intake, vignette.name());
        safetyFirst(intake, vignette.name());
        Advice advice = ShippedRules.PLAIN.advise(vignette.assessment());
        sameVerdicts(intake, vignette.assessment(), vignette.name());
        return new Line(vignette, asked, Intake.inFull(BOOK, vignette.assessment()), index % SAMPLE == 0 ? needless(intake) : -1, advice);
    }

    /** The patient of the bar: low back, under 6 weeks, nothing scanned, no more than the 35 to 39 questions due. */
    private static boolean plainAcuteLowBack(Line line) {
        Assessment patient = line.vignette.assessment();
        Map<String, Answer> pain = patient.pains().get(0);
        return patient.pains().size() == 1 && new Answer.Choice("low-back").equals(pain.get("pain.site"))
                && pain.get("pain.weeks") instanceof Answer.Amount weeks && weeks.value() < 6
                && new Answer.Choice("none").equals(pain.get("scan.kind")) && line.inFull <= 39;
    }

    private static void boundFalls(List<Moment> intake, String name) {
        int before = Integer.MAX_VALUE;
        for (int i = 0; i < intake.size(); i++) {
            int atMost = intake.get(i).step().atMost();
            assertThat(atMost).as("atMost of " + name + " after " + i).isLessThan(before).isGreaterThanOrEqualTo(intake.size() - 1 - i);
            before = atMost;
        }
        assertThat(before).isZero();
    }

    private static void safetyFirst(List<Moment> intake, String name) {
        Assessment last = intake.get(intake.size() - 1).soFar();
        assertThat(ShippedRules.PLAIN.advise(last).obstacles().stream().flatMap(o -> o.questions().stream())
                .filter(q -> Intake.answer(last, new Asked(q.question(), q.pain())) != Answer.NOT_KNOWN)).as(name).isEmpty();
        boolean others = false;
        for (Moment moment : intake.subList(0, intake.size() - 1)) {
            // Only a question that has just become due may be a safety question after others have begun.
            Question question = moment.step().next().question();
            assertThat(question.safety() && others && question.askedWhen().isEmpty()).as(name + ": " + question.id()).isFalse();
            others |= !question.safety();
        }
    }

    private static void sameVerdicts(List<Moment> intake, Assessment patient, String name) {
        assertThat(Outcome.verdicts(ShippedRules.PLAIN.advise(intake.get(intake.size() - 1).soFar()))).as(name)
                .isEqualTo(Outcome.verdicts(ShippedRules.PLAIN.advise(patient)));
    }

    private static void report(List<Line> lines, List<Line> acute, double median) throws IOException {
        List<String> text = new ArrayList<>();
        text.add("Questions asked one by one, against all due questions in order; a question is needless where, in every completion of the");
        text.add("other blank ones, its answer changes nothing that counts (proved by SAT for every " + SAMPLE + "th vignette; safety questions aside).");
        text.add("");
        text.add(String.format("%d vignettes, median saving %.0f %%", lines.size(), 100 * median));
        lines.stream().map(l -> l.advice.urgency()).distinct().sorted().forEach(u -> {
            List<Double> of = lines.stream().filter(l -> l.advice.urgency() == u).map(Line::saving).sorted().toList();
            text.add(String.format("  %-26s %4d vignettes, median saving %.0f %%", u.word(), of.size(), 100 * of.get(of.size() / 2)));
        });
        text.add(String.format("%d acute low back patients without a scan: %s questions", acute.size(), acute.stream().map(Line::asked).sorted().distinct().toList()));
        text.add(String.format("needless: %d of the questions of %d vignettes", lines.stream().mapToInt(l -> Math.max(0, l.needless)).sum(),
                lines.stream().filter(l -> l.needless >= 0).count()));
        text.add("");
        text.add("asked in-full saving needless urgency vignette");
        lines.forEach(l -> text.add(String.format("%5d %7d %4.0f %% %8s %s: %s", l.asked, l.inFull, 100 * l.saving(), l.needless < 0 ? "-" : l.needless,
                l.advice.urgency().word(), l.vignette.name())));
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/next-question.txt"), text);
    }

    // ------------------------------------------------------------------ never stopped too early, nothing asked in vain

    private static Completions proof(Assessment patient) {
        return PROOFS.computeIfAbsent(patient.policy() + patient.pains().size(), k -> new Completions(BOOK, patient.policy(), patient.pains().size()));
    }

    /** How many questions of an intake could change nothing when they were asked; also proves that its end is one. */
    private static int needless(List<Moment> intake) {
        int needless = 0;
        Completions proof = proof(intake.get(0).soFar());
        synchronized (proof) {
            for (Moment moment : intake) {
                if (moment.step().complete()) {
                    assertThat(proof.canChange(moment.soFar())).as("complete was said too early for " + moment.soFar()).isFalse();
                } else if (!moment.step().next().question().safety()) {
                    needless += proof.canChange(moment.soFar(), moment.step().next()) ? 0 : 1;
                }
            }
        }
        return needless;
    }

    @Test
    void theEndIsProvedOnGeneratedPatientsWithOneToThreePlacesUnderBothPolicies() {
        IntStream.range(0, 24).parallel().forEach(i -> needless(Intake.of(CHOOSER, patient(i))));
    }

    @Test
    void generatedPatientsGetTheAdviceOnAllTheirAnswers() {
        Map<String, Integer> kinds = new ConcurrentHashMap<>();
        IntStream.range(0, 400).parallel().forEach(i -> {
            Assessment patient = patient(i);
            List<Moment> intake = Intake.of(CHOOSER, patient);
            boundFalls(intake, "patient " + i);
            sameVerdicts(intake, patient, "patient " + i + " " + patient);
            kinds.merge(patient.policy() + " " + patient.pains().size(), 1, Integer::sum);
        });
        assertThat(kinds).containsOnlyKeys("us 1", "us 2", "us 3", "uk 1", "uk 2", "uk 3").allSatisfy((kind, many) -> assertThat(many).isGreaterThan(10));
    }

    /** A third drawn at random, the others vignettes with a few answers changed; some with many blanks. */
    private static Assessment patient(int i) {
        Patients patients = new Patients(BOOK, SEED + i);
        Assessment drawn = i % 3 == 0 ? patients.any(i % 2 == 0 ? 0.95 : 0.6)
                : patients.like(ShippedRules.VIGNETTES.get(i * 7 % ShippedRules.VIGNETTES.size()), 1 + i % 6);
        return i % 5 == 0 ? patients.blanked(drawn, 0.2) : drawn;
    }

    // ------------------------------------------------------------------ reasons

    @Test
    void everySkippedQuestionOfAnIntakeCarriesACertificateThatHolds() {
        List<Assessment> patients = new ArrayList<>();
        IntStream.range(0, ShippedRules.VIGNETTES.size()).filter(i -> i % (2 * SAMPLE) == 0).forEach(i -> patients.add(ShippedRules.VIGNETTES.get(i).assessment()));
        IntStream.range(0, 12).forEach(i -> patients.add(patient(i)));
        List<String> faults = patients.parallelStream().flatMap(p -> Intake.of(CHOOSER, p).stream()).flatMap(m -> {
            SkipChecker checker = new SkipChecker(BOOK, m.soFar());
            return m.step().skipped().stream().flatMap(s -> checker.faults(s).stream());
        }).distinct().toList();
        assertThat(faults).isEmpty();
    }

    @Test
    void theCheckerRefusesACertificateThatLeavesSomethingOutOrSaysWhatIsNotSo() {
        Assessment patient = ShippedRules.VIGNETTES.get(0).assessment();
        List<Moment> intake = Intake.of(CHOOSER, patient);
        Moment end = intake.get(intake.size() - 1);
        Moment start = intake.get(0);
        int refused = 0;
        for (Skipped skipped : end.step().skipped()) {
            boolean shortened = skipped.because().get(0).end() != End.NOT_ASKED && skipped.because().get(0).end() != End.NOT_READ;
            for (int i = 0; shortened && i < skipped.because().size(); i++) {
                List<NextQuestion.Ground> fewer = new ArrayList<>(skipped.because());
                fewer.remove(i);
                // A shorter certificate has a gap; the same one before anything was answered is not so.
                refused += new SkipChecker(BOOK, end.soFar()).faults(new Skipped(skipped.asked(), fewer)).isEmpty() ? 0 : 1;
            }
            if (shortened) {
                assertThat(new SkipChecker(BOOK, start.soFar()).faults(skipped)).as(skipped.asked().question().id()).isNotEmpty();
            }
        }
        assertThat(refused).isGreaterThan(20);
    }

    @Test
    void whyNamesEveryEntryThatAnAnswerMoves() {
        IntStream.range(0, 60).parallel().forEach(i -> {
            Assessment patient = patient(i);
            List<Moment> intake = Intake.of(CHOOSER, patient);
            for (int at = 0; at < intake.size() - 1; at++) {
                Outcome before = Outcome.of(ShippedRules.PLAIN.advise(intake.get(at).soFar()));
                Outcome after = Outcome.of(ShippedRules.PLAIN.advise(intake.get(at + 1).soFar()));
                List<Why> why = intake.get(at).step().why();
                assertThat(why).isNotEmpty();
                for (int e = 0; e < before.entries().size(); e++) {
                    int entry = e;
                    int interventions = BOOK.catalogue().interventions().size();
                    Why said = why.stream().filter(w -> w.pain() * interventions + w.intervention().index() == entry).findFirst().orElse(null);
                    if (!before.entries().get(e).equals(after.entries().get(e))) {
                        assertThat(said).as("entry " + e + " moved at " + intake.get(at).step().next() + " for " + intake.get(at).soFar()).isNotNull();
                        if (before.entries().get(e).verdict() != after.entries().get(e).verdict()) {
                            assertThat(said.canBecome()).contains(ShippedRules.PLAIN.advise(intake.get(at + 1).soFar()).interventions().get(e).verdict());
                        }
                    }
                }
            }
        });
    }

    @Test
    void withNothingAnsweredTheFirstQuestionIsASafetyQuestion() {
        Assessment nothing = new Assessment("us", Map.of(), List.of());
        assertThat(CHOOSER.next(nothing).next().question().safety()).isTrue();
        assertThat(CHOOSER.next(nothing).next()).isEqualTo(CHOOSER.next(new Assessment("us", Map.of(), List.of(Map.of()))).next());
    }
}
