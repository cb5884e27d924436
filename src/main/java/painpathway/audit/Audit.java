package painpathway.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.logicng.formulas.FormulaFactory;
import painpathway.knowledge.Intervention;
import painpathway.logic.NumericPartition;
import painpathway.logic.RuleBookEncoding;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.rules.Conclusions;
import painpathway.rules.Finding;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.rules.RuleEngine;

/** Proves what a rule book must get right for every patient, or finds the smallest patient for whom it does not. */
public final class Audit {

    private static final int SAMPLED = 1_000;
    private static final long SEED = 20261121L;

    private final RuleBook book;
    private final List<Law> laws;
    private final Set<String> shown = ConcurrentHashMap.newKeySet();
    private final Map<String, Defect> suspects = new ConcurrentHashMap<>();
    private final AtomicInteger queries = new AtomicInteger();

    private Audit(RuleBook book) {
        this.book = book;
        this.laws = Laws.load(book);
    }

    /** All checks. Throws {@link painpathway.folder.FaultyKnowledge} if the folder's laws cannot be read. */
    public static AuditReport of(RuleBook book) {
        return of(book, EnumSet.allOf(Guarantee.class));
    }

    /** Only these checks. */
    public static AuditReport of(RuleBook book, Collection<Guarantee> checks) {
        return new Audit(book).run(EnumSet.copyOf(checks));
    }

    private AuditReport run(EnumSet<Guarantee> checks) {
        long start = System.nanoTime();
        List<String> policies = List.copyOf(book.policies());
        List<Callable<List<Defect>>> work = new ArrayList<>();
        EnumSet<Guarantee> proved = EnumSet.copyOf(checks);
        proved.removeAll(EnumSet.of(Guarantee.READINGS_AGREE, Guarantee.POLICIES_DIFFER));
        if (!proved.isEmpty()) {
            for (int i = 0; i < policies.size(); i++) {
                boolean backwards = i % 2 == 1;
                String policy = policies.get(i);
                work.add(() -> proved(policy, backwards, proved));
            }
        }
        if (checks.contains(Guarantee.READINGS_AGREE)) {
            work.add(this::readingsAgree);
        }
        if (checks.contains(Guarantee.POLICIES_DIFFER)) {
            for (int i = 1; i < policies.size(); i++) {
                String first = policies.get(0);
                String second = policies.get(i);
                work.add(() -> policiesDiffer(first, second));
            }
        }
        List<Defect> defects = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.max(1, Math.min(2, Runtime.getRuntime().availableProcessors())));
        try {
            for (Future<List<Defect>> done : threads.invokeAll(work)) {
                defects.addAll(done.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
        suspects.forEach((key, defect) -> {
            if (!shown.contains(key)) {
                defects.add(defect);
            }
        });
        Map<String, Double> cells = cells();
        double digits = cells.values().stream().mapToDouble(Math::log10).sum();
        return new AuditReport(
                book.folder().name(),
                book.version(),
                policies,
                checks,
                defects.stream().distinct().sorted().toList(),
                book.rules().size(),
                laws.size(),
                digits,
                cells,
                queries.get(),
                checks.contains(Guarantee.READINGS_AGREE) ? SAMPLED : 0,
                (System.nanoTime() - start) / 1e9);
    }

    private Map<String, Double> cells() {
        RuleBookEncoding encoding = new RuleBookEncoding(
                new FormulaFactory(), book, book.catalogue().defaultPolicy(), LawFormulas.cuts(book, laws), "", "");
        Map<String, Double> cells = new LinkedHashMap<>();
        for (Question question : book.questionnaire().asked()) {
            cells.put(question.id(), encoding.cells(question));
        }
        return cells;
    }

    private List<Defect> proved(String policy, boolean backwards, Set<Guarantee> checks) {
        PolicyAudit audit = new PolicyAudit(book, policy, laws, backwards, shown, suspects);
        List<Defect> defects = audit.run(checks);
        queries.addAndGet(audit.queries());
        return defects;
    }

    private List<Defect> policiesDiffer(String first, String second) {
        DifferentialProver readings = new DifferentialProver(book, first, book, second, new NumericPartition(book));
        List<Defect> defects = new ArrayList<>();
        for (Intervention intervention : book.catalogue().interventions()) {
            Counterexample example = readings.smallest(readings.differWithoutStance(intervention));
            if (example != null) {
                defects.add(new Defect(
                        Guarantee.POLICIES_DIFFER,
                        "knowledge/interventions.yaml",
                        intervention.line(),
                        "'" + intervention.id() + "' gets a different verdict under " + second + " than under " + first
                                + ", and no stance is shown",
                        example,
                        true));
            }
        }
        queries.addAndGet(readings.solver.queries());
        return defects;
    }

    private List<Defect> readingsAgree() {
        RuleEngine engine = RuleEngine.compile(book);
        RandomPatients sample = new RandomPatients(book.questionnaire(), new NumericPartition(book), SEED);
        List<Defect> defects = new ArrayList<>();
        for (String policy : book.policies()) {
            for (int i = 0; i < SAMPLED && defects.isEmpty(); i++) {
                Assessment assessment = sample.any(policy);
                for (Answers answers : Answers.of(book.questionnaire(), assessment)) {
                    String difference = difference(engine, answers, policy);
                    if (difference != null) {
                        defects.add(new Defect(
                                Guarantee.READINGS_AGREE,
                                null,
                                0,
                                difference,
                                new Counterexample(book.questionnaire(), assessment),
                                false));
                    }
                }
            }
        }
        return defects;
    }

    private String difference(RuleEngine engine, Answers answers, String policy) {
        try {
            Conclusions drools = engine.run(answers, policy);
            Conclusions own = new PlainEvaluator(book).run(answers, policy);
            for (Finding finding : book.findings()) {
                if (drools.findings().truth(finding.index()) != own.findings().truth(finding.index())) {
                    return "they differ about '" + finding.id() + "'";
                }
            }
            return drools.fired().equals(own.fired()) ? null : "they fire different rules";
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }
}
