package painpathway.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import painpathway.folder.Fault;
import painpathway.logic.NumericPartition;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.rules.RuleBook;
import painpathway.vignette.Vignette;

/** The laws of a folder tried on its vignettes and on drawn patients, by the rule book's own reading: Drools would take four times as long. */
final class LawCheck {

    /** How many patients are drawn. */
    static final int DRAWN = 2_000;

    private static final long SEED = 20261121L;

    private final List<Vignette> vignettes;
    private final List<String> policies;
    private final RandomPatients draw;
    private final LawTrial trial;
    private final Map<Law, Broken> broken = new LinkedHashMap<>();
    private final Set<Law> told = new HashSet<>();
    private int tried;

    /** How many patients break a law, and the first vignette among them. */
    private record Broken(int times, Optional<Vignette> first) {

        Broken and(Broken other) {
            return new Broken(times + other.times, first.or(() -> other.first));
        }

        /** The second half of a fault. */
        String words(int tried) {
            return "Not so for " + times + " of " + tried + " patients tried"
                    + first.map(v -> ", such as the vignette \"" + v.name() + "\".")
                            .orElse(" (`audit` shows the smallest such patient).");
        }
    }

    LawCheck(RuleBook book, AcceptedFiles files) {
        this.vignettes = files.vignettes();
        this.policies = List.copyOf(book.policies());
        NumericPartition partition = LawFormulas.withThoseOf(files.laws(), NumericPartition.toDrawBy(book), book);
        this.draw = new RandomPatients(book.questionnaire(), partition, SEED);
        this.trial = new LawTrial(book, files.laws(), draw);
    }

    /** Tries the laws on every place of every vignette. */
    void tryVignettes() {
        for (Vignette vignette : vignettes) {
            Assessment whole = vignette.assessment();
            List<Map<String, Answer>> places = whole.pains().isEmpty() ? List.of(Map.of()) : whole.pains();
            for (Map<String, Answer> place : places) {
                tryOn(new Assessment(whole.policy(), whole.patient(), List.of(place)), Optional.of(vignette));
            }
        }
    }

    /** Tries the laws on drawn patients. Half of them resemble a vignette, if there is any. */
    void tryDrawn() {
        for (int i = 0; i < DRAWN; i++) {
            String policy = policies.get(i / 2 % policies.size());
            Assessment drawn = i % 2 == 0 || vignettes.isEmpty()
                    ? draw.any(policy)
                    : draw.like(vignettes.get(i % vignettes.size()).assessment(), policy);
            tryOn(drawn, Optional.empty());
        }
    }

    private void tryOn(Assessment patient, Optional<Vignette> vignette) {
        tried++;
        trial.broken(patient).forEach(law -> broken.merge(law, new Broken(1, vignette), Broken::and));
    }

    /** How many patients the laws were tried on. */
    int tried() {
        return tried;
    }

    /** One fault for each law that somebody breaks and that was not among the faults before. */
    List<Fault> newFaults() {
        List<Fault> faults = new ArrayList<>();
        broken.forEach((law, by) -> {
            if (told.add(law)) {
                String problem = "the law '" + law.id() + "' fails: " + law.says() + " " + by.words(tried);
                faults.add(new Fault(Law.FILE, law.line(), problem));
            }
        });
        return faults;
    }
}
