package painpathway.web.quiz;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import painpathway.knowledge.Intervention;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Finding;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;
import painpathway.web.quiz.QuizCase.FindingQuestion;

/** Makes the choice of findings: the one that decides, and others from the rules of the same intervention that certainly do not. */
record FindingOptions(RuleBook book, Conclusions run) {

    private static final int OPTIONS = 4;
    private static final int FEWEST = 3;
    private static final List<Verb> DECIDE = List.of(Verb.SUGGEST, Verb.CONTRAINDICATE, Verb.HOLD);

    /** Empty where too few others could be taken for the deciding one. */
    Optional<FindingQuestion> of(Intervention about, DecidingLine deciding, Random random) {
        Map<String, Finding> chosen = new LinkedHashMap<>();
        for (Finding finding : others(about, deciding, random)) {
            if (chosen.size() < OPTIONS - 1
                    && !finding.label().equals(deciding.finding().label())) {
                chosen.putIfAbsent(finding.label(), finding);
            }
        }
        List<Finding> options = new ArrayList<>(chosen.values());
        options.add(deciding.finding());
        Collections.shuffle(options, random);
        return options.size() < FEWEST
                ? Optional.empty()
                : Optional.of(new FindingQuestion(about, List.copyOf(options), options.indexOf(deciding.finding())));
    }

    /** Those in the deciding rule itself first, then those of rules that say the same, then all others that could decide. */
    private List<Finding> others(Intervention about, DecidingLine deciding, Random random) {
        ClinicalRule rule = deciding.reason().rule();
        List<Finding> others = new ArrayList<>(shuffled(List.of(rule), deciding, random));
        if (DECIDE.contains(rule.verb())) {
            others.addAll(shuffled(book.forIntervention(about.index(), rule.verb()), deciding, random));
            for (Verb verb : DECIDE) {
                others.addAll(shuffled(book.forIntervention(about.index(), verb), deciding, random));
            }
        } else {
            others.addAll(shuffled(
                    book.rules().stream().filter(r -> r.verb() == rule.verb()).toList(), deciding, random));
        }
        return others;
    }

    private List<Finding> shuffled(Collection<ClinicalRule> rules, DecidingLine deciding, Random random) {
        List<Finding> found = new ArrayList<>();
        for (ClinicalRule rule : rules) {
            if (rule.inForce(run.policy())) {
                rule.literals().stream()
                        .map(Literal.OfFinding.class::cast)
                        .filter(line -> cannotDecide(line, deciding.reason().truth()))
                        .map(line -> book.findings().get(line.finding()))
                        .filter(f -> deciding.reason().because().stream()
                                .noneMatch(line -> DecidingLine.finding(line).equals(f)))
                        .forEach(found::add);
            }
        }
        Collections.shuffle(found, random);
        return found;
    }

    /** What is absent makes no rule fire, what is as it should be keeps none from firing, and what is known leaves none open. */
    private boolean cannotDecide(Literal.OfFinding line, Truth deciding) {
        Truth truth = run.findings().truth(line.finding());
        return switch (deciding) {
            case MET -> line.wanted() && truth == Truth.NOT_MET;
            case NOT_MET -> line.truth(truth) == Truth.MET;
            case UNKNOWN -> truth != Truth.UNKNOWN;
        };
    }
}
