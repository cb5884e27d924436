package painpathway.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Verdict;
import painpathway.audit.Comparison.Shift;
import painpathway.folder.FaultyKnowledge;
import painpathway.logic.NumericPartition;
import painpathway.questionnaire.Assessment;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.vignette.Vignette;
import painpathway.vignette.Vignettes;

/**
 * Estimates from drawn patients how many people a shift concerns. Half of the patients resemble the vignettes of the first folder, if it has
 * any; the others are drawn freely.
 */
final class ShiftShares {

    /** How many patients are drawn. */
    static final int SAMPLED = 3_000;

    private static final long SEED = 20261121L;

    private final Reading first;
    private final Reading second;
    private final Map<String, Integer> counts = new HashMap<>();

    ShiftShares(Reading first, Reading second) {
        this.first = first;
        this.second = second;
        drawAndCount();
    }

    /** The shifts with their shares. */
    List<Shift> of(List<Shift> shifts) {
        return shifts.stream()
                .map(s -> s.withShare(counts.getOrDefault(key(s.about(), s.from(), s.to()), 0) / (double) SAMPLED))
                .toList();
    }

    private void drawAndCount() {
        RuleBook a = first.book();
        RuleBook b = second.book();
        NumericPartition partition = new NumericPartition(a, b);
        // Questions and options of the second folder alone must be drawn too.
        List<RandomPatients> draws = List.of(
                new RandomPatients(a.questionnaire(), partition, SEED),
                new RandomPatients(b.questionnaire(), partition, SEED + 1));
        List<Assessment> vignettes = vignettes(a);
        Advisor before = new Advisor(new PlainEvaluator(a), "");
        Advisor after = new Advisor(new PlainEvaluator(b), "");
        for (int i = 0; i < SAMPLED; i++) {
            RandomPatients draw = draws.get(i / 2 % 2);
            Assessment drawn = i % 2 == 0 || vignettes.isEmpty()
                    ? draw.any(first.policy())
                    : draw.like(vignettes.get(i % vignettes.size()), first.policy());
            Assessment underSecond = new Assessment(second.policy(), drawn.patient(), drawn.pains());
            count(before.advise(KnownAnswers.to(a, drawn)), after.advise(KnownAnswers.to(b, underSecond)));
        }
    }

    private void count(Advice before, Advice after) {
        count(Shifts.URGENCY, before.urgency().word(), after.urgency().word());
        Map<String, Verdict> verdicts = new HashMap<>();
        after.interventions().forEach(i -> verdicts.put(i.intervention().id(), i.verdict()));
        for (InterventionAdvice entry : before.interventions()) {
            Verdict to = verdicts.get(entry.intervention().id());
            count(entry.intervention().id(), entry.verdict().word(), to == null ? "" : to.word());
        }
    }

    private void count(String about, String from, String to) {
        counts.merge(key(about, from, to), 1, Integer::sum);
    }

    private static String key(String about, String from, String to) {
        return about + " " + from + " " + to;
    }

    private static List<Assessment> vignettes(RuleBook book) {
        try {
            return Vignettes.load(book).stream().map(Vignette::assessment).toList();
        } catch (FaultyKnowledge e) {
            // Vignettes are not compared; if they cannot be read, other patients do.
            return List.of();
        }
    }
}
