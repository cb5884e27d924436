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
import painpathway.advice.Explained;
import painpathway.folder.RulesFolder;
import painpathway.questionnaire.Assessment;
import painpathway.rules.RuleBook;
import painpathway.rules.RuleEngine;
import painpathway.vignette.Vignette;
import painpathway.vignette.Vignettes;

/** What the full explanation of every entry adds to an advice. The bar: at most as much again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 9, time = 5)
@Measurement(iterations = 5, time = 3)
public class ExplanationBenchmark {

    private Advisor advisor;
    private List<Assessment> patients;
    private int next;

    @Setup
    public void prepare() {
        RuleBook book = RuleBook.load(RulesFolder.shipped());
        advisor = new Advisor(RuleEngine.compile(book), "benchmark");
        patients = Vignettes.load(book).stream().map(Vignette::assessment).filter(a -> a.pains().size() == 1).toList();
    }

    /** The advice with the short form of its reasons. */
    @Benchmark
    public Advice advice() {
        return advisor.advise(patients.get(turn()));
    }

    /** The advice, and every rule about each of its entries with every line. */
    @Benchmark
    public Explained adviceExplainedInFull() {
        return advisor.explain(patients.get(turn()));
    }

    private int turn() {
        next = (next + 1) % patients.size();
        return next;
    }
}
