package painpathway.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import painpathway.knowledge.Intervention;
import painpathway.logic.NumericPartition;
import painpathway.rules.RuleBook;

/** Proves what a rule book must get right for every patient, or finds the smallest patient for whom it does not. */
public final class Audit {

    private final RuleBook book;
    private final List<Law> laws;
    private final SharedClaims shared = new SharedClaims();
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
        List<Defect> defects = new ArrayList<>(inThreads(work(checks)));
        defects.addAll(shared.defects());
        AnswerSpace space = AnswerSpace.of(book, laws);
        return new AuditReport(
                book.folder().name(),
                book.version(),
                List.copyOf(book.policies()),
                checks,
                defects.stream().distinct().sorted().toList(),
                book.rules().size(),
                laws.size(),
                space.digits(),
                space.cells(),
                queries.get(),
                checks.contains(Guarantee.READINGS_AGREE) ? ReadingsTrial.SAMPLED : 0,
                (System.nanoTime() - start) / 1e9);
    }

    private List<Callable<List<Defect>>> work(EnumSet<Guarantee> checks) {
        List<String> policies = List.copyOf(book.policies());
        List<Callable<List<Defect>>> work = new ArrayList<>();
        EnumSet<Guarantee> proved = EnumSet.copyOf(checks);
        proved.removeAll(EnumSet.of(Guarantee.READINGS_AGREE, Guarantee.POLICIES_DIFFER));
        for (int i = 0; i < policies.size() && !proved.isEmpty(); i++) {
            boolean backwards = i % 2 == 1;
            String policy = policies.get(i);
            work.add(() -> proved(policy, backwards, proved));
        }
        if (checks.contains(Guarantee.READINGS_AGREE)) {
            work.add(() -> ReadingsTrial.of(book));
        }
        for (int i = 1; i < policies.size() && checks.contains(Guarantee.POLICIES_DIFFER); i++) {
            Reading first = new Reading(book, policies.get(0));
            Reading second = new Reading(book, policies.get(i));
            work.add(() -> policiesDiffer(first, second));
        }
        return work;
    }

    private static List<Defect> inThreads(List<Callable<List<Defect>>> work) {
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.max(1, Math.min(2, Runtime.getRuntime().availableProcessors())));
        try {
            List<Defect> defects = new ArrayList<>();
            for (Future<List<Defect>> done : threads.invokeAll(work)) {
                defects.addAll(done.get());
            }
            return defects;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Defect> proved(String policy, boolean backwards, Set<Guarantee> checks) {
        Proofs proofs = new Proofs(book, policy, LawFormulas.partition(book, laws), backwards, shared);
        PolicyAudit audit = new PolicyAudit(proofs, laws);
        List<Defect> defects = audit.run(checks);
        queries.addAndGet(audit.queries());
        return defects;
    }

    private List<Defect> policiesDiffer(Reading first, Reading second) {
        DifferentialProver prover = new DifferentialProver(first, second, new NumericPartition(book));
        List<Defect> defects = new ArrayList<>();
        for (Intervention intervention : book.catalogue().interventions()) {
            Counterexample example = prover.smallest(prover.differWithoutStance(intervention));
            if (example != null) {
                String problem = "'" + intervention.id() + "' gets a different verdict under " + second.policy()
                        + " than under " + first.policy() + ", and no stance is shown";
                defects.add(Defect.of(Guarantee.POLICIES_DIFFER, intervention, problem)
                        .shownBy(example)
                        .asWarning());
            }
        }
        queries.addAndGet(prover.queries());
        return defects;
    }
}
