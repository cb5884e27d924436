package painpathway;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import painpathway.folder.RulesFolder;
import painpathway.rules.RuleBook;
import painpathway.rules.RuleEngine;

/** Reading and compiling all rules again, as a running advisor does on a reload. The bar is 3 s. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 8)
public class ReloadBenchmark {

    @Benchmark
    public RuleBook read() {
        return RuleBook.load(RulesFolder.shipped());
    }

    @Benchmark
    public RuleEngine readAndCompile() {
        return RuleEngine.compile(RuleBook.load(RulesFolder.shipped()));
    }
}
