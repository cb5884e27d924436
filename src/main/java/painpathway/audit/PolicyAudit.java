package painpathway.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import painpathway.questionnaire.Assessment;

/** Everything that is proved about one rule book under one policy. */
final class PolicyAudit {

    private final Proofs proofs;
    private final List<Law> laws;
    /** Patients for whom rules made a difference; options and thresholds are tried on them first. */
    private final List<Assessment> patients = new ArrayList<>();

    PolicyAudit(Proofs proofs, List<Law> laws) {
        this.proofs = proofs;
        this.laws = laws.stream().filter(l -> l.inForce(proofs.policy())).toList();
    }

    /** Works through these checks, and returns what is wrong whatever other policies show. */
    List<Defect> run(Set<Guarantee> checks) {
        for (Guarantee check : checks) {
            switch (check) {
                case RULES_MATTER -> patients.addAll(new RuleProofs(proofs).rulesMatter());
                case NOT_IMPLIED -> new RuleOverlapProofs(proofs).notImplied();
                case NOT_OPPOSITE -> new RuleOverlapProofs(proofs).notOpposite();
                case VERDICTS_REACHED -> new VerdictProofs(proofs).verdictsReached();
                case OPTIONS_MATTER -> new OptionProofs(proofs, patients).optionsMatter();
                case ONE_OUTCOME -> new VerdictProofs(proofs).oneOutcome();
                case NO_CANDIDATE_BESIDE_CONTRAINDICATION ->
                    new VerdictProofs(proofs).noCandidateBesideContraindication();
                case FLAGS_WITHHOLD -> new FlagProofs(proofs).flagsWithhold();
                case FLAGS_SPEAK -> new FlagProofs(proofs).flagsSpeak();
                case BLANK_SAFETY -> new BlankSafetyProofs(proofs).blanksAreCautious();
                case FINAL -> new FinalVerdictProofs(proofs).staysFinal();
                case LAWS -> new LawProofs(proofs, laws).laws();
                case ORDER -> new LawProofs(proofs, laws).unread();
                case POLICIES_DIFFER, READINGS_AGREE -> {
                    // The audit as a whole checks these, not policy by policy.
                }
            }
        }
        return proofs.defects();
    }

    int queries() {
        return proofs.prover().solver.queries();
    }
}
