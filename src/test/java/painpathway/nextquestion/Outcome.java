package painpathway.nextquestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import painpathway.advice.Advice;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Verdict;
import painpathway.knowledge.Urgency;

/** What the contract counts of an advice when it asks whether a question can still change something. */
record Outcome(Urgency urgency, List<Entry> entries) {

    record Entry(Verdict verdict, Set<String> holds, Set<String> notes, Set<String> stances) {}

    static Outcome of(Advice advice) {
        return new Outcome(
                advice.urgency(),
                advice.interventions().stream().map(Outcome::entry).toList());
    }

    /** Only what the advice on all answers has to share with the advice on those that were asked for. */
    static List<Object> verdicts(Advice advice) {
        List<Object> all = new ArrayList<>(List.of(advice.urgency()));
        advice.interventions().forEach(s -> all.add(closed(s.verdict())));
        return all;
    }

    private static Entry entry(InterventionAdvice suggestion) {
        Verdict verdict = closed(suggestion.verdict());
        Set<String> holds = new TreeSet<>();
        Set<String> notes = new TreeSet<>();
        Set<String> stances = new TreeSet<>();
        if (verdict == Verdict.CONDITIONAL || verdict == Verdict.PROVISIONAL) {
            suggestion.conditions().forEach(c -> holds.add(c.check().id()));
        }
        if (verdict == Verdict.CONDITIONAL || verdict == Verdict.PROVISIONAL || verdict == Verdict.CANDIDATE) {
            Stream.concat(suggestion.riskNotes().stream(), suggestion.notes().stream())
                    .filter(n -> !n.note().kind().explains())
                    .forEach(n -> notes.add(n.note().id()));
            suggestion.stances().forEach(s -> stances.add(s.stance().id()));
        }
        return new Entry(verdict, holds, notes, stances);
    }

    private static Verdict closed(Verdict verdict) {
        return verdict == Verdict.CONTRAINDICATED ? Verdict.NOT_INDICATED : verdict;
    }
}
