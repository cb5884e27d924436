package painpathway.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.logicng.formulas.Formula;
import painpathway.logic.NumericPartition;
import painpathway.logic.RuleBookEncoding;
import painpathway.questionnaire.Question;
import painpathway.rules.ClinicalRule;
import painpathway.rules.RuleBook;

/** What all proofs about one policy share: the prover, the two kinds of claim, and the defects found. Not thread-safe. */
final class Proofs {

    private final RuleBook book;
    private final String policy;
    private final boolean backwards;
    private final SharedClaims shared;
    private final Prover prover;
    private final List<Defect> defects = new ArrayList<>();

    /** @param backwards goes through the shared claims from the end, so that two threads meet in the middle */
    Proofs(RuleBook book, String policy, NumericPartition partition, boolean backwards, SharedClaims shared) {
        this.book = book;
        this.policy = policy;
        this.backwards = backwards;
        this.shared = shared;
        this.prover = new Prover(book, policy, partition);
    }

    RuleBook book() {
        return book;
    }

    String policy() {
        return policy;
    }

    SharedClaims shared() {
        return shared;
    }

    Prover prover() {
        return prover;
    }

    /** The patient about whom everything is proved. */
    RuleBookEncoding patient() {
        return prover.patient;
    }

    /** What never happens must not happen under this policy either; this is what did. */
    List<Defect> defects() {
        return defects;
    }

    /** The rules that this policy applies, in the order in which shared claims are gone through. */
    List<ClinicalRule> rules() {
        return inTurn(book.rules().stream().filter(r -> r.inForce(policy)).toList());
    }

    <T> List<T> inTurn(List<T> all) {
        List<T> list = new ArrayList<>(all);
        if (backwards) {
            Collections.reverse(list);
        }
        return list;
    }

    /** Claims that all of this is possible together under some policy. */
    void possible(String claim, Defect otherwise, Formula... all) {
        if (!shared.isShown(claim)) {
            if (prover.possible(all)) {
                shared.show(claim);
            } else {
                shared.suspect(claim, otherwise);
            }
        }
    }

    /** Claims that all of this never happens together. Otherwise the smallest patient is the counterexample. */
    void never(Defect otherwise, Formula... all) {
        Counterexample example = prover.smallest(all);
        if (example != null) {
            defects.add(otherwise.plus(" (policy " + policy + ")").shownBy(example));
        }
    }

    /** Makes claims about the patient and another one who differs only in the answers to one question. */
    void twoPatients(Question question, Consumer<RuleBookEncoding> claims) {
        prover.twoPatients(question, other -> {
            claims.accept(other);
            return true;
        });
    }
}
