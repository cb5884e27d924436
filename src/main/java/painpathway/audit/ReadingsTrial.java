package painpathway.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.logic.NumericPartition;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.rules.Conclusions;
import painpathway.rules.Finding;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.rules.RuleEngine;

/** Tries on drawn patients whether Drools and the rule book come to the same conclusions. */
final class ReadingsTrial {

    /** How many patients are drawn for each policy. */
    static final int SAMPLED = 1_000;

    private static final long SEED = 20261121L;

    private final RuleBook book;
    private final RuleEngine engine;

    private ReadingsTrial(RuleBook book) {
        this.book = book;
        this.engine = RuleEngine.compile(book);
    }

    /** The first difference; none if they agree about everybody. */
    static List<Defect> of(RuleBook book) {
        return new ReadingsTrial(book).run();
    }

    private List<Defect> run() {
        RandomPatients drawn = new RandomPatients(book.questionnaire(), new NumericPartition(book), SEED);
        for (String policy : book.policies()) {
            for (int i = 0; i < SAMPLED; i++) {
                Assessment patient = drawn.any(policy);
                for (Answers answers : Answers.of(book.questionnaire(), patient)) {
                    String difference = difference(answers, policy);
                    if (difference != null) {
                        return List.of(Defect.ofAll(Guarantee.READINGS_AGREE, difference)
                                .shownBy(new Counterexample(book.questionnaire(), patient)));
                    }
                }
            }
        }
        return List.of();
    }

    private @Nullable String difference(Answers answers, String policy) {
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
