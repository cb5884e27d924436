package painpathway;

import java.util.List;
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
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.folder.RulesFolder;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.rules.Conclusions;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.rules.RuleEngine;
import painpathway.vignette.Vignette;
import painpathway.vignette.Vignettes;

/**
 * One advice for one painful place with all shipped rules, and where its time goes. The patients are the vignettes with one place,
 * one after the other, so that no patient's branch is learned by heart. Compare the lines of one run with each other: machines differ.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 9, time = 5)
@Measurement(iterations = 5, time = 3)
public class AdviceBenchmark {

    private RuleBook book;
    private RuleEngine engine;
    private Advisor overDrools;
    private Advisor overBook;
    private List<Assessment> patients;
    private List<Answers> answers;
    private int next;

    @Setup
    public void prepare() {
        book = RuleBook.load(RulesFolder.shipped());
        engine = RuleEngine.compile(book);
        overDrools = new Advisor(engine, "benchmark");
        overBook = new Advisor(new PlainEvaluator(book), "benchmark");
        patients = Vignettes.load(book).stream().map(Vignette::assessment).filter(a -> a.pains().size() == 1).toList();
        answers = patients.stream().map(p -> Answers.of(book.questionnaire(), p).get(0)).toList();
    }

    /** The whole: answers in, advice with full reasons and notes out. The bar is 300 us. */
    @Benchmark
    public Advice advice() {
        return overDrools.advise(patients.get(turn()));
    }

    /** The same over the rule book's own reading: the difference is what Drools costs. */
    @Benchmark
    public Advice adviceWithoutDrools() {
        return overBook.advise(patients.get(turn()));
    }

    /** Three stages in Drools, with every run compared with the second reading. */
    @Benchmark
    public Conclusions rulesInDrools() {
        return engine.run(answers.get(turn()), patients.get(next).policy());
    }

    /** The same rules in plain Java. The bar for Drools is ten times this. */
    @Benchmark
    public Conclusions rulesInPlainJava() {
        return new PlainEvaluator(book).run(answers.get(turn()), patients.get(next).policy());
    }

    /** Finding out which questions are due and what counts. */
    @Benchmark
    public List<Answers> dueAndDerived() {
        return Answers.of(book.questionnaire(), patients.get(turn()));
    }

    private int turn() {
        next = (next + 1) % patients.size();
        return next;
    }
}
