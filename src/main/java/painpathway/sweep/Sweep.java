package painpathway.sweep;

import java.util.ArrayList;
import java.util.List;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Verdict;
import painpathway.logic.NumericPartition;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Truth;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;

/** Tries every value of a question on one patient whose other answers stay as they are. Exact, since it knows where the rules cut a number. */
public final class Sweep {

    private final Advisor advisor;
    private final NumericPartition cuts;

    /** Finds the cuts of all rules, which takes a moment: keep it. */
    public Sweep(RuleBook book) {
        this.advisor = new Advisor(new PlainEvaluator(book), "");
        this.cuts = new NumericPartition(book);
    }

    /** A value with the verdicts that it leads to, by the index of the intervention, and the overall urgency as a word. */
    public record Outcome(Value value, List<Verdict> verdicts, String urgency) {}

    /** Every value that rules can tell apart, with what it leads to at a painful place (from 0). */
    public List<Outcome> of(Assessment patient, Item item, int place) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Value value : values(patient, item)) {
            outcomes.add(outcome(value, changed(patient, item, value), place));
        }
        return outcomes;
    }

    /** The same for two questions: a list for each value of the second, with every value of the first. */
    public List<List<Outcome>> of(Assessment patient, Item across, Item down, int place) {
        List<List<Outcome>> rows = new ArrayList<>();
        for (Value value : values(patient, down)) {
            rows.add(of(changed(patient, down, value), across, place));
        }
        return rows;
    }

    /** Whether a question is asked of this patient: no answer to another one counts. */
    public boolean asked(Assessment patient, Item item) {
        return Answers.of(advisor.book().questionnaire(), patient)
                        .get(item.place())
                        .due(item.question())
                == Truth.MET;
    }

    /** The values that are tried for an item. */
    public List<Value> values(Assessment patient, Item item) {
        return Value.of(item.question(), cuts, patient.answer(item));
    }

    private static Assessment changed(Assessment patient, Item item, Value value) {
        return value.answer() == null ? patient.without(item) : patient.with(item, value.answer());
    }

    private Outcome outcome(Value value, Assessment patient, int place) {
        Advice advice = advisor.advise(patient);
        return new Outcome(
                value,
                advice.interventions().stream()
                        .filter(entry -> entry.pain() == place)
                        .map(InterventionAdvice::verdict)
                        .toList(),
                advice.urgency().word());
    }
}
