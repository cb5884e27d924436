package painpathway.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import painpathway.advice.Advisor;
import painpathway.folder.Fault;
import painpathway.folder.FaultyKnowledge;
import painpathway.folder.RulesFolder;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.vignette.Coverage;
import painpathway.vignette.Vignette;

/**
 * A quick check of a rules folder for those who write rules: can it be used, do its vignettes pass, do they show every rule, and do its laws
 * hold for vignettes and drawn patients? Only {@link Audit} proves the laws.
 */
public final class RulesCheck {

    private final Progress progress;
    private final List<Part> parts = new ArrayList<>();

    /** The parts of a check, in their order. */
    public enum Step {
        LOAD("Rules"),
        VIGNETTES("Vignettes"),
        COVERAGE("Rules shown by vignettes"),
        LAWS_ON_VIGNETTES("Laws, tried on the vignettes"),
        LAWS_ON_DRAWN_PATIENTS("Laws, tried on drawn patients");

        private final String words;

        Step(String words) {
            this.words = words;
        }

        /** A heading for people. */
        public String words() {
            return words;
        }
    }

    /**
     * What one step found.
     *
     * @param count    how many rules, vignettes or patients it looked at; 0 where nothing could be read
     * @param open     how many of these it found something about, if it judges each of them
     * @param faults   what has to be corrected, by file and line
     * @param warnings what an author should look at
     */
    public record Part(Step step, int count, int open, List<Fault> faults, List<Fault> warnings, double seconds) {}

    /** What all steps found. A folder that cannot be loaded has only the first part, because everything else would follow from that. */
    public record Report(List<Part> parts) {

        /** True if nothing has to be corrected. */
        public boolean passed() {
            return faults().isEmpty();
        }

        /** Everything that has to be corrected, in the order of the steps: a fault may be the cause of later ones. */
        public List<Fault> faults() {
            return parts.stream().flatMap(p -> p.faults().stream()).toList();
        }
    }

    /** Hears how far a check is. */
    public interface Progress {

        /** A step begins. */
        default void begins(Step step) {}

        /** A step has ended. */
        default void ends(Part part) {}
    }

    private RulesCheck(Progress progress) {
        this.progress = progress;
    }

    /** Checks a folder, one step after the other. */
    public static Report of(RulesFolder folder, Progress progress) {
        RulesCheck check = new RulesCheck(progress);
        check.run(folder);
        return new Report(List.copyOf(check.parts));
    }

    /** What a step found, before it is known how long it took. */
    private record Found(int count, int open, List<Fault> faults, List<Fault> warnings) {

        Found(int count, List<Fault> faults) {
            this(count, 0, faults, List.of());
        }
    }

    /** A folder that can be used, ready to be tried. */
    private record Loaded(Advisor advisor, AcceptedFiles files) {}

    private void run(RulesFolder folder) {
        List<Loaded> loaded = new ArrayList<>();
        step(Step.LOAD, () -> load(folder, loaded));
        for (Loaded it : loaded) {
            RuleBook book = it.advisor.book();
            step(Step.VIGNETTES, () -> vignettes(it));
            step(Step.COVERAGE, () -> coverage(book, it.files));
            LawCheck laws = new LawCheck(book, it.files);
            step(Step.LAWS_ON_VIGNETTES, () -> {
                laws.tryVignettes();
                return new Found(laws.tried(), laws.newFaults());
            });
            int before = laws.tried();
            step(Step.LAWS_ON_DRAWN_PATIENTS, () -> {
                laws.tryDrawn();
                return new Found(laws.tried() - before, laws.newFaults());
            });
        }
    }

    private static Found load(RulesFolder folder, List<Loaded> loaded) {
        try {
            RuleBook book = RuleBook.load(folder);
            // The rule book's own reading gives the same advice as Drools and starts at once.
            loaded.add(new Loaded(new Advisor(new PlainEvaluator(book), ""), AcceptedFiles.read(book)));
            return new Found(book.rules().size(), 0, List.of(), book.warnings());
        } catch (FaultyKnowledge e) {
            return new Found(0, e.faults());
        }
    }

    private static Found vignettes(Loaded loaded) {
        List<Vignette> vignettes = loaded.files.vignettes();
        List<Fault> failures = Acceptance.failures(vignettes, loaded.advisor);
        return new Found(vignettes.size(), failures.size(), failures, List.of());
    }

    private static Found coverage(RuleBook book, AcceptedFiles files) {
        Coverage coverage = Coverage.of(book, files.vignettes());
        List<Fault> gaps = new ArrayList<>();
        coverage.neverFired().forEach(r -> gaps.add(gap(r, "fires for no vignette")));
        coverage.neverNearlyMissed().forEach(r -> gaps.add(gap(r, "is missed by exactly one line in no vignette")));
        coverage.oneSided().forEach(o -> gaps.add(gap(o.rule(), onOneSide(o))));
        Collections.sort(gaps);
        long notShown = Stream.of(
                        coverage.neverFired().stream(),
                        coverage.neverNearlyMissed().stream(),
                        coverage.oneSided().stream().map(Coverage.OneSided::rule))
                .flatMap(rules -> rules)
                .distinct()
                .count();
        return new Found(book.rules().size(), (int) notShown, List.of(), gaps);
    }

    private static String onOneSide(Coverage.OneSided rule) {
        if (rule.seen().contains(Truth.MET)) {
            return "is met in some vignettes, but in none is it certainly not met";
        }
        return rule.seen().contains(Truth.NOT_MET)
                ? "is met in no vignette"
                : "is open in every vignette, or its question is not asked";
    }

    private static Fault gap(ClinicalRule rule, String problem) {
        return new Fault(rule.at().file(), rule.at().line(), "\"" + rule.name() + "\" " + problem);
    }

    private void step(Step step, Supplier<Found> work) {
        progress.begins(step);
        long start = System.nanoTime();
        Found found = work.get();
        Part part = new Part(
                step, found.count, found.open, found.faults, found.warnings, (System.nanoTime() - start) / 1e9);
        parts.add(part);
        progress.ends(part);
    }
}
