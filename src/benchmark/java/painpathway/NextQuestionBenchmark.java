package painpathway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import painpathway.folder.RulesFolder;
import painpathway.nextquestion.NextQuestion;
import painpathway.nextquestion.Step;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.rules.RuleBook;
import painpathway.vignette.Vignette;
import painpathway.vignette.Vignettes;

/** One next question with its reasons, all shipped rules. The bar is 50 ms with every question blank. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
public class NextQuestionBenchmark {

    private static final Assessment BLANK = new Assessment("us", Map.of(), List.of(Map.of()));
    private static final Assessment BLANK_THREE_PLACES = new Assessment("us", Map.of(), List.of(Map.of(), Map.of(), Map.of()));

    private NextQuestion chooser;
    private final List<Assessment> moments = new ArrayList<>();
    private Assessment afterSafety;
    private int next;

    @Setup
    public void prepare() {
        RuleBook book = RuleBook.load(RulesFolder.shipped());
        chooser = new NextQuestion(book);
        List<Vignette> vignettes = Vignettes.load(book).stream().filter(v -> v.assessment().pains().size() == 1).toList();
        for (int i = 0; i < vignettes.size(); i += 25) {
            intake(vignettes.get(i).assessment());
        }
    }

    private void intake(Assessment patient) {
        Assessment soFar = new Assessment(patient.policy(), Map.of(), List.of(Map.of()));
        while (true) {
            moments.add(soFar);
            Item asked = chooser.next(soFar).next();
            if (asked == null) {
                return;
            }
            if (afterSafety == null && !asked.question().safety()) {
                afterSafety = soFar;
            }
            Answer answer = patient.answer(asked);
            soFar = soFar.with(asked, answer == null ? Answer.NOT_KNOWN : answer);
        }
    }

    /** Every question blank. */
    @Benchmark
    public Step blank() {
        return chooser.next(BLANK);
    }

    /** Every question blank at three painful places. */
    @Benchmark
    public Step blankThreePlaces() {
        return chooser.next(BLANK_THREE_PLACES);
    }

    /** Only the safety questions answered: the first choice among all others, the longest one of an intake. */
    @Benchmark
    public Step afterSafety() {
        return chooser.next(afterSafety);
    }

    /** The moments of many intakes, one after the other. */
    @Benchmark
    public Step typical() {
        next = (next + 1) % moments.size();
        return chooser.next(moments.get(next));
    }
}
