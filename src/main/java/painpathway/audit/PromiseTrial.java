package painpathway.audit;

import java.util.List;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Verdict;
import painpathway.audit.Law.Then;
import painpathway.knowledge.Intervention;
import painpathway.questionnaire.Truth;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/** Tries the promises of laws on a patient, except that an answer is unread: that takes more than one patient. */
record PromiseTrial(RuleBook book) {

    /** Whether the promise is kept for this patient. */
    boolean kept(Then then, TriedPatient patient) {
        if (then instanceof Then.Verdicts verdicts) {
            return verdicts.of().stream()
                    .map(patient::of)
                    .noneMatch(entry -> verdicts.never() == is(entry, verdicts.verdicts()));
        }
        if (then instanceof Then.Urgencies urgencies) {
            return urgencies.anyOf().contains(patient.advice().urgency());
        }
        if (then instanceof Then.Flag flag) {
            return flag.raised() == patient.raised(flag.flag(), flag.at());
        }
        if (then instanceof Then.Blocked blocked) {
            return patient.has(blocked.obstacle());
        }
        if (then instanceof Then.Checked checked) {
            return checked.of().stream().map(patient::of).allMatch(entry -> checked(entry, checked.check()));
        }
        if (then instanceof Then.Shown shown) {
            Verb verb = shown.stance() ? Verb.STANCE : Verb.CAUTION;
            return shown.of().stream().allMatch(i -> says(patient, i, verb, shown.id()));
        }
        throw new IllegalArgumentException("one patient does not show whether an answer is unread");
    }

    /** {@code withheld} means the verdict shown, the others the one underneath. */
    private static boolean is(InterventionAdvice entry, List<Verdict> verdicts) {
        return verdicts.contains(entry.underlying())
                || entry.verdict() == Verdict.WITHHELD && verdicts.contains(Verdict.WITHHELD);
    }

    private static boolean checked(InterventionAdvice entry, String check) {
        boolean open = entry.underlying() == Verdict.CONDITIONAL || entry.underlying() == Verdict.PROVISIONAL;
        return entry.underlying() != Verdict.CANDIDATE
                && (!open
                        || entry.conditions().stream()
                                .anyMatch(c -> c.check().id().equals(check)));
    }

    private boolean says(TriedPatient patient, Intervention intervention, Verb verb, String id) {
        return book.forIntervention(intervention.index(), verb).stream()
                .anyMatch(r -> id.equals(r.subject()) && patient.run().truth(r) == Truth.MET);
    }
}
