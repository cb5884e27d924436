package painpathway.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import painpathway.advice.Advisor;
import painpathway.folder.Faults;
import painpathway.logic.NumericPartition;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.rules.RuleBook;
import painpathway.vignette.SamplePatients;
import painpathway.vignette.Vignette;
import painpathway.vignette.Vignettes;

/**
 * What a rules folder has to pass before anybody is advised by it: its other files are read as well, and its rules are tried on its own
 * vignettes, and on its own laws with those and with drawn patients.
 */
public final class Acceptance {

    private static final int DRAWN = 2_000;
    private static final long SEED = 20261121L;

    private final RuleBook book;
    private final Faults faults = new Faults();
    private final List<Vignette> vignettes;
    private final List<Law> laws;

    private Acceptance(RuleBook book) {
        this.book = book;
        this.vignettes = Vignettes.load(book, faults);
        this.laws = Laws.load(book, faults);
        SamplePatients.check(book, vignettes, faults);
        if (faults.none() && !book.catalogue().redFlags().isEmpty()) {
            if (laws.isEmpty()) {
                faults.add(Law.FILE, 0, "has no law: a folder with red flags needs laws to be tried on");
            }
            if (vignettes.isEmpty()) {
                faults.add("vignettes/", 0, "has no vignette: a folder with red flags needs vignettes to be tried on");
            }
        }
        faults.throwIfAny();
    }

    /** Reads vignettes, laws and samples against the rules. Throws {@link painpathway.folder.FaultyKnowledge} with everything that is wrong with them. */
    public static void read(RuleBook book) {
        new Acceptance(book);
    }

    /** The same, and tries the rules. Throws {@link painpathway.folder.FaultyKnowledge} with every vignette and law that they break. */
    public static void check(Advisor advisor) {
        new Acceptance(advisor.book()).tryOut(advisor);
    }

    private void tryOut(Advisor advisor) {
        for (Vignette vignette : vignettes) {
            List<String> failures = vignette.failures(advisor);
            if (!failures.isEmpty()) {
                faults.add(
                        vignette.file(),
                        vignette.line(),
                        "the vignette \"" + vignette.name() + "\" fails: " + String.join("; ", failures));
            }
        }
        RandomPatients sample = new RandomPatients(
                book.questionnaire(), LawFormulas.withThoseOf(laws, NumericPartition.toDrawBy(book), book), SEED);
        // By the rule book's own reading, with which Drools was just compared on every vignette: that takes a quarter
        // of the time.
        LawTrial trial = new LawTrial(book, laws, sample);
        Map<Law, Broken> broken = new LinkedHashMap<>();
        int tried = 0;
        for (Vignette vignette : vignettes) {
            Assessment whole = vignette.assessment();
            List<Map<String, Answer>> places = whole.pains().isEmpty() ? List.of(Map.of()) : whole.pains();
            for (Map<String, Answer> place : places) {
                tried++;
                trial.broken(new Assessment(whole.policy(), whole.patient(), List.of(place)))
                        .forEach(l ->
                                broken.computeIfAbsent(l, x -> new Broken()).by(vignette));
            }
        }
        List<String> policies = List.copyOf(book.policies());
        for (int i = 0; i < DRAWN; i++) {
            String policy = policies.get(i / 2 % policies.size());
            Assessment drawn = i % 2 == 0 || vignettes.isEmpty()
                    ? sample.any(policy)
                    : sample.like(vignettes.get(i % vignettes.size()).assessment(), policy);
            tried++;
            trial.broken(drawn)
                    .forEach(l -> broken.computeIfAbsent(l, x -> new Broken()).by(null));
        }
        for (Map.Entry<Law, Broken> entry : broken.entrySet()) {
            Law law = entry.getKey();
            faults.add(
                    Law.FILE,
                    law.line(),
                    "the law '" + law.id() + "' fails: " + law.says() + " "
                            + entry.getValue().said(tried));
        }
        faults.throwIfAny();
    }

    /** Who breaks a law. */
    private static final class Broken {

        private int times;
        private Vignette first;

        void by(Vignette vignette) {
            times++;
            first = first == null ? vignette : first;
        }

        String said(int tried) {
            return "Not so for " + times + " of " + tried + " patients tried"
                    + (first == null
                            ? " (`audit` shows the smallest such patient)."
                            : ", such as the vignette \"" + first.name() + "\".");
        }
    }
}
