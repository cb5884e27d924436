package painpathway;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import painpathway.counterfactual.CounterfactualFinder;
import painpathway.counterfactual.CounterfactualResult;
import painpathway.folder.RulesFolder;
import painpathway.pathway.Pathway;
import painpathway.questionnaire.Assessment;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.vignette.Vignette;
import painpathway.vignette.Vignettes;

/** Smallest changes of all interventions for one patient with one place. The bar is 200 ms; sampled, so that the slowest patients show. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 5)
@Measurement(iterations = 5, time = 10)
public class ChangesBenchmark {

    private RuleBook book;
    private CounterfactualFinder changes;
    private List<Assessment> patients;
    private List<Advice> advices;
    private int next;

    @Setup
    public void prepare() {
        book = RuleBook.load(RulesFolder.shipped());
        Advisor advisor = new Advisor(new PlainEvaluator(book), "benchmark");
        changes = new CounterfactualFinder(book);
        List<Assessment> all = Vignettes.load(book).stream().map(Vignette::assessment).filter(a -> a.pains().size() == 1).toList();
        // Every fifth, so that a few seconds see them all; and the patient about whom nothing is known.
        patients = IntStream.range(0, all.size() / 5 + 1).mapToObj(i -> i == 0 ? new Assessment("us", java.util.Map.of(), List.of(java.util.Map.of()))
                : all.get(5 * i - 1)).toList();
        advices = patients.stream().map(advisor::advise).toList();
    }

    @Benchmark
    public List<CounterfactualResult> changesOfAllInterventions() {
        next = (next + 1) % patients.size();
        return changes.of(patients.get(next), advices.get(next));
    }

    /** Reading the pathway from the rules. */
    @Benchmark
    public Pathway pathway() {
        return new Pathway(book, "us");
    }
}
