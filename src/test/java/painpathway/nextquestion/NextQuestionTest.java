package painpathway.nextquestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import painpathway.Patients;
import painpathway.ShippedRules;
import painpathway.advice.Advice;
import painpathway.advice.Advice.OpenQuestion;
import painpathway.nextquestion.Intake.Moment;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Topic;
import painpathway.rules.RuleBook;
import painpathway.vignette.Vignette;

/** Intakes with the shipped rules: short, never stopped too early, and every question that was left out left out for a reason. */
class NextQuestionTest {

    private static final long SEED = 20261123L;
    /** Every so many vignettes are tried with the solver, which takes long. */
    private static final int SAMPLE = 130;
    /** Every so many with the checker of the reasons for skipping. */
    private static final int CHECKED = 45;

    private static final RuleBook BOOK = ShippedRules.BOOK;
    private static final NextQuestion CHOOSER = new NextQuestion(BOOK);
    private static final Map<String, Completions> PROOFS = new ConcurrentHashMap<>();
    /** Intakes of vignettes and of made-up patients, which several tests look at. */
    private static final Map<Integer, List<Moment>> OF_VIGNETTES = new ConcurrentHashMap<>();

    private static final Map<Integer, List<Moment>> OF_PATIENTS = new ConcurrentHashMap<>();
    private static final int PATIENTS = 60;

    /**
     * Published patients come last, so that the samples below stay what they are. They are samples: outside of them there is at least one
     * vignette (past cancer and arm pain, with an MRI older than the pain) of whom one question is asked without need.
     */
    private static final List<Vignette> VIGNETTES = ShippedRules.VIGNETTES.stream()
            .sorted(Comparator.comparing(v -> v.published() != null))
            .toList();

    /** One line of the report. {@code needless} is -1 where it was not tried. */
    private record Line(Vignette vignette, int asked, int inFull, int needless, Advice advice) {

        double saving() {
            return 1 - (double) asked / inFull;
        }
    }

    // ------------------------------------------------------------------ how long an intake is

    @Test
    void intakesAreShortAndEndWithTheAdviceOnAllAnswersForEveryVignette() throws IOException {
        List<Line> lines = IntStream.range(0, VIGNETTES.size())
                .parallel()
                .mapToObj(this::line)
                .toList();
        List<Double> savings = lines.stream().map(Line::saving).sorted().toList();
        double median = savings.get(savings.size() / 2);
        List<Line> acute =
                lines.stream().filter(NextQuestionTest::plainAcuteLowBack).toList();
        report(lines, acute, median);
        assertThat(median).as("median saving").isGreaterThanOrEqualTo(0.25);
        assertThat(acute).isNotEmpty();
        assertThat(acute)
                .allSatisfy(l -> assertThat(l.asked).as(l.vignette.name()).isLessThan(25));
        assertThat(lines)
                .filteredOn(NextQuestionTest::unscannedAcuteLowBack)
                .allSatisfy(l -> assertThat(l.asked).as(l.vignette.name()).isLessThan(27));
        assertThat(lines.stream().mapToInt(l -> Math.max(0, l.needless)).sum())
                .as("questions asked without need")
                .isZero();
    }

    private static List<Moment> ofVignette(int index) {
        return OF_VIGNETTES.computeIfAbsent(
                index, i -> Intake.of(CHOOSER, VIGNETTES.get(i).assessment()));
    }

    private static List<Moment> ofPatient(int index) {
        return OF_PATIENTS.computeIfAbsent(index, i -> Intake.of(CHOOSER, patient(i)));
    }

    private Line line(int index) {
        Vignette vignette = VIGNETTES.get(index);
        List<Moment> intake = index % CHECKED == 0 || index % SAMPLE == 0
                ? ofVignette(index)
                : Intake.of(CHOOSER::bare, vignette.assessment());
        int asked = intake.size() - 1;
        boundFalls(intake, vignette.name());
        safetyFirst(intake, vignette.name());
        Advice advice = ShippedRules.PLAIN.advise(vignette.assessment());
        sameVerdicts(intake, vignette.assessment(), vignette.name());
        return new Line(
                vignette,
                asked,
                Intake.inFull(BOOK, vignette.assessment()),
                index % SAMPLE == 0 ? needless(intake) : -1,
                advice);
    }

    /** The patient of the bar: low back, under 6 weeks, nothing scanned, no more than the 35 to 39 questions due. */
    private static boolean plainAcuteLowBack(Line line) {
        return unscannedAcuteLowBack(line) && !thinnerOrBothLegs(line);
    }

    private static boolean unscannedAcuteLowBack(Line line) {
        return acuteLowBack(line)
                && line.vignette.assessment().pains().size() == 1
                && new Answer.Choice("none")
                        .equals(line.vignette.assessment().pains().get(0).get("scan.kind"))
                && line.inFull <= 39;
    }

    /** A blood thinner or pain down both legs can be an emergency in new pain, so it is asked about further. */
    private static boolean thinnerOrBothLegs(Line line) {
        Answer thinner = line.vignette.assessment().patient().get("medicine.blood-thinner");
        return thinner != null && !thinner.equals(new Answer.Choices(Set.of("none")))
                || new Answer.Choice("both-legs")
                        .equals(line.vignette.assessment().pains().get(0).get("pain.spread"));
    }

    private static boolean acuteLowBack(Line line) {
        Map<String, Answer> pain = line.vignette.assessment().pains().get(0);
        return new Answer.Choice("low-back").equals(pain.get("pain.site"))
                && pain.get("pain.weeks") instanceof Answer.Amount weeks
                && weeks.value() < 6;
    }

    private static List<Integer> asked(List<Line> lines) {
        return lines.stream().map(Line::asked).sorted().distinct().toList();
    }

    private static void boundFalls(List<Moment> intake, String name) {
        int before = Integer.MAX_VALUE;
        for (int i = 0; i < intake.size(); i++) {
            int atMost = intake.get(i).step().atMost();
            assertThat(atMost)
                    .as("atMost of " + name + " after " + i)
                    .isLessThan(before)
                    .isGreaterThanOrEqualTo(intake.size() - 1 - i);
            before = atMost;
        }
        assertThat(before).isZero();
    }

    private static void safetyFirst(List<Moment> intake, String name) {
        Assessment last = intake.get(intake.size() - 1).soFar();
        assertThat(ShippedRules.PLAIN.advise(last).obstacles().stream()
                        .flatMap(o -> o.questions().stream())
                        .filter(q -> answer(last, q) != Answer.NOT_KNOWN))
                .as(name)
                .isEmpty();
        Set<Question> first = BOOK.questionnaire().topics().stream()
                .filter(Topic::first)
                .flatMap(t -> t.questions().stream())
                .map(BOOK.questionnaire()::known)
                .collect(Collectors.toSet());
        boolean others = false;
        for (Moment moment : intake.subList(0, intake.size() - 1)) {
            // Only a question that has just become due may be a safety question after others have begun.
            Question question = moment.step().next().question();
            assertThat(question.safety() && others && question.askedWhen().isEmpty())
                    .as(name + ": " + question.id())
                    .isFalse();
            others |= !first.contains(question);
        }
    }

    private static Answer answer(Assessment patient, OpenQuestion open) {
        return Intake.answer(patient, Item.at(open.question(), open.pain() == null ? 0 : open.pain()));
    }

    private static void sameVerdicts(List<Moment> intake, Assessment patient, String name) {
        Advice led = ShippedRules.PLAIN.advise(intake.get(intake.size() - 1).soFar());
        Advice full = ShippedRules.PLAIN.advise(patient);
        if (contradiction(full) && !contradiction(led)) {
            // Nobody was asked for the answer that contradicts another.
            return;
        }
        assertThat(Outcome.verdicts(led)).as(name).isEqualTo(Outcome.verdicts(full));
    }

    private static boolean contradiction(Advice advice) {
        return advice.obstacles().stream().anyMatch(o -> o.obstacle().contradiction());
    }

    private static void report(List<Line> lines, List<Line> acute, double median) throws IOException {
        List<String> text = new ArrayList<>();
        text.add(
                "Questions asked one by one, against all due questions in order; a question is needless where, in every completion of the");
        text.add("other blank ones, its answer changes nothing that counts (proved by SAT for every " + SAMPLE
                + "th vignette; safety questions aside).");
        text.add("");
        text.add(String.format("%d vignettes, median saving %.0f %%", lines.size(), 100 * median));
        lines.stream().map(l -> l.advice.urgency()).distinct().sorted().forEach(u -> {
            List<Double> of = lines.stream()
                    .filter(l -> l.advice.urgency() == u)
                    .map(Line::saving)
                    .sorted()
                    .toList();
            text.add(String.format(
                    "  %-26s %4d vignettes, median saving %.0f %%", u.word(), of.size(), 100 * of.get(of.size() / 2)));
        });
        text.add(String.format(
                "%d acute low back patients without a scan and 35 to 39 questions due: %s questions",
                acute.size(), asked(acute)));
        List<Line> others = lines.stream()
                .filter(NextQuestionTest::acuteLowBack)
                .filter(l -> !acute.contains(l))
                .toList();
        text.add(String.format(
                "%d other acute low back patients (an injury, a scan, a flag, many places) with %d to %d due: %s questions",
                others.size(),
                others.stream().mapToInt(Line::inFull).min().orElse(0),
                others.stream().mapToInt(Line::inFull).max().orElse(0),
                asked(others)));
        text.add(String.format(
                "needless: %d of the questions of %d vignettes",
                lines.stream().mapToInt(l -> Math.max(0, l.needless)).sum(),
                lines.stream().filter(l -> l.needless >= 0).count()));
        text.add("");
        text.add("asked in-full saving needless urgency vignette");
        lines.forEach(l -> text.add(String.format(
                "%5d %7d %4.0f %% %8s %s: %s",
                l.asked,
                l.inFull,
                100 * l.saving(),
                l.needless < 0 ? "-" : l.needless,
                l.advice.urgency().word(),
                l.vignette.name())));
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/next-question.txt"), text);
    }

    // ------------------------------------------------------------------ never stopped too early, nothing asked in vain

    private static Completions proof(Assessment patient) {
        return PROOFS.computeIfAbsent(
                patient.policy() + patient.pains().size(),
                k -> new Completions(BOOK, patient.policy(), patient.pains().size()));
    }

    /** How many questions of an intake could change nothing when they were asked. */
    private static int needless(List<Moment> intake) {
        Completions proof = proof(intake.get(0).soFar());
        synchronized (proof) {
            return (int) intake.stream()
                    .filter(m -> !m.step().complete() && !alwaysAsked(m.step().next()))
                    .filter(m -> !proof.canChange(m.soFar(), m.step().next()))
                    .count();
        }
    }

    private static boolean alwaysAsked(Item item) {
        return item.question().safety()
                || BOOK.questionnaire().topics().stream()
                        .anyMatch(t -> t.always().contains(item.question().id()));
    }

    private static void endIsOne(List<Moment> intake) {
        Assessment end = intake.get(intake.size() - 1).soFar();
        Completions proof = proof(end);
        synchronized (proof) {
            assertThat(proof.canChange(end))
                    .as("complete was said too early for " + end)
                    .isFalse();
        }
    }

    @Test
    void noCompletionOfAFinishedIntakeChangesWhatCounts() {
        IntStream.range(0, VIGNETTES.size())
                .filter(i -> i % CHECKED == 0)
                .parallel()
                .forEach(i -> endIsOne(ofVignette(i)));
        IntStream.range(0, 60).filter(i -> i % 3 == 0).parallel().forEach(i -> endIsOne(ofPatient(i)));
        assertThat(PROOFS.keySet())
                .as("policies and numbers of places")
                .contains("us1", "us2", "us3", "uk1", "uk2", "uk3");
    }

    @Test
    void generatedPatientsGetTheAdviceOnAllTheirAnswers() {
        Map<String, Integer> kinds = new ConcurrentHashMap<>();
        IntStream.range(0, PATIENTS).parallel().forEach(i -> {
            Assessment patient = patient(i);
            boundFalls(ofPatient(i), "patient " + i);
            sameVerdicts(ofPatient(i), patient, "patient " + i + " " + patient);
            kinds.merge(patient.policy() + " " + patient.pains().size(), 1, Integer::sum);
        });
        assertThat(kinds).containsOnlyKeys("us 1", "us 2", "us 3", "uk 1", "uk 2", "uk 3");
    }

    @Test
    void answersInAnyOrderNeverRaiseTheBoundNorAskForWhatWasSkipped() {
        IntStream.range(0, 20).parallel().forEach(i -> {
            Assessment patient = patient(i);
            List<Item> all = new ArrayList<>(BOOK.questionnaire().items(patient.places()));
            Collections.shuffle(all, new Random(SEED + i));
            Assessment soFar = Intake.blank(patient);
            Step before = CHOOSER.next(soFar);
            for (int at = 0; at < all.size(); at += 3) {
                for (Item asked : all.subList(at, Math.min(all.size(), at + 3))) {
                    soFar = soFar.with(asked, Intake.answer(patient, asked));
                }
                Step step = CHOOSER.next(soFar);
                assertThat(step.atMost()).as("after " + soFar).isLessThanOrEqualTo(before.atMost());
                assertThat(before.skipped().stream().map(SkippedQuestion::item)).doesNotContain(step.next());
                before = step;
            }
            assertThat(before.complete()).isTrue();
        });
    }

    /** A third drawn at random, the others vignettes with a few answers changed; some with many blanks. */
    private static Assessment patient(int i) {
        Patients patients = new Patients(BOOK, SEED + i);
        Assessment drawn = i % 3 == 0
                ? withPlaces(1 + i / 3 % 3, patients, i % 2 == 0 ? 0.95 : 0.6)
                : patients.like(VIGNETTES.get(i * 7 % VIGNETTES.size()), 1 + i % 6);
        return i % 5 == 0 ? patients.blanked(drawn, 0.2) : drawn;
    }

    private static Assessment withPlaces(int places, Patients patients, double filled) {
        return Stream.generate(() -> patients.any(filled))
                .filter(p -> p.pains().size() == places)
                .findFirst()
                .orElseThrow();
    }

    // ------------------------------------------------------------------ reasons

    @Test
    void everySkippedQuestionOfAnIntakeHasReasonsThatAreTrue() {
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < VIGNETTES.size(); i += CHECKED) {
            some(ofVignette(i), i, moments);
        }
        IntStream.range(0, 15).forEach(i -> some(ofPatient(i), i, moments));
        List<String> faults = moments.parallelStream()
                .flatMap(m -> {
                    SkipChecker checker = new SkipChecker(BOOK, m.soFar());
                    return m.step().skipped().stream().flatMap(s -> checker.faults(s).stream());
                })
                .distinct()
                .toList();
        assertThat(faults).isEmpty();
        assertThat(moments.stream().mapToInt(m -> m.step().skipped().size()).sum())
                .as("reasons checked")
                .isGreaterThan(4_000);
    }

    /** The end of an intake, where most is skipped, and every tenth moment on the way. */
    private static void some(List<Moment> intake, int from, List<Moment> into) {
        for (int i = from % 10; i < intake.size() - 1; i += 10) {
            into.add(intake.get(i));
        }
        into.add(intake.get(intake.size() - 1));
    }

    @Test
    void theCheckerRefusesReasonsThatLeaveSomethingOutOrAreNotTrue() {
        List<Moment> intake = ofVignette(0);
        Moment end = intake.get(intake.size() - 1);
        Moment start = intake.get(0);
        int refused = 0;
        for (SkippedQuestion skipped : end.step().skipped()) {
            SkipReason first = skipped.because().get(0);
            boolean shortened = !(first instanceof SkipReason.NotAsked) && !(first instanceof SkipReason.NotUsed);
            for (int i = 0; shortened && i < skipped.because().size(); i++) {
                List<SkipReason> fewer = new ArrayList<>(skipped.because());
                fewer.remove(i);
                // With one reason fewer there is a gap; before anything was answered the same reasons are not true.
                refused += new SkipChecker(BOOK, end.soFar())
                                .faults(new SkippedQuestion(skipped.item(), fewer))
                                .isEmpty()
                        ? 0
                        : 1;
            }
            if (shortened) {
                assertThat(new SkipChecker(BOOK, start.soFar()).faults(skipped))
                        .as(skipped.item().question().id())
                        .isNotEmpty();
            }
        }
        assertThat(refused).isGreaterThan(20);
    }

    @Test
    void whyNamesEveryEntryThatAnAnswerMoves() {
        AtomicInteger moved = new AtomicInteger();
        AtomicInteger silent = new AtomicInteger();
        IntStream.range(0, PATIENTS).filter(i -> i % 3 != 2).parallel().forEach(i -> {
            List<Moment> intake = ofPatient(i);
            Advice before = ShippedRules.PLAIN.advise(intake.get(0).soFar());
            for (int at = 0; at < intake.size() - 1; at++) {
                Moment moment = intake.get(at);
                Advice after = ShippedRules.PLAIN.advise(intake.get(at + 1).soFar());
                // A contradiction is a mistake, not a reason to ask.
                moved.addAndGet(contradiction(before) == contradiction(after) ? moves(moment, before, after) : 0);
                // Some can only change the urgency; a safety question is asked even where nothing is left to change.
                silent.addAndGet(
                        moment.step().why().isEmpty()
                                        && !alwaysAsked(moment.step().next())
                                ? 1
                                : 0);
                before = after;
            }
        });
        assertThat(moved.get()).as("entries moved").isGreaterThan(400);
        assertThat(silent.get()).as("questions without a why").isLessThan(moved.get() / 10);
    }

    /** How many entries an answer moved; each has to be named, with the verdict it came to. */
    private static int moves(Moment moment, Advice before, Advice after) {
        int moved = 0;
        int interventions = BOOK.catalogue().interventions().size();
        Outcome was = Outcome.of(before);
        Outcome is = Outcome.of(after);
        for (int e = 0; e < was.entries().size(); e++) {
            if (!was.entries().get(e).equals(is.entries().get(e))) {
                int entry = e;
                moved++;
                Why said = moment.step().why().stream()
                        .filter(w ->
                                w.place() * interventions + w.intervention().index() == entry)
                        .findFirst()
                        .orElse(null);
                assertThat(said)
                        .as("entry " + e + " moved at " + moment.step().next() + " for " + moment.soFar())
                        .isNotNull();
                if (was.entries().get(e).verdict() != is.entries().get(e).verdict()) {
                    assertThat(said.canBecome())
                            .as("entry " + e + " was " + was.entries().get(e) + " at "
                                    + moment.step().next() + " for " + moment.soFar())
                            .contains(after.interventions().get(e).verdict());
                }
            }
        }
        return moved;
    }

    @Test
    void withNothingAnsweredTheFirstQuestionIsTheFirstOfTheTopics() {
        Assessment nothing = new Assessment("us", Map.of(), List.of());
        assertThat(CHOOSER.next(nothing).next().question().id())
                .isEqualTo(BOOK.questionnaire().topics().get(0).questions().get(0));
        assertThat(CHOOSER.next(nothing).next())
                .isEqualTo(CHOOSER.next(new Assessment("us", Map.of(), List.of(Map.of())))
                        .next());
    }
}
