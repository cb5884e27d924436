package painpathway.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.logicng.datastructures.Assignment;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import painpathway.Patients;
import painpathway.ShippedRules;
import painpathway.advice.Advice;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Verdict;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Finding;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;

/** The formulas say what the program says: on hundreds of patients every finding, rule, verdict and urgency is the same. */
class RuleBookEncodingTest {

    private static final int PATIENTS = 300;

    private final RuleBook book = ShippedRules.BOOK;

    @ParameterizedTest
    @ValueSource(strings = {"us", "uk"})
    void formulasAndProgramAgree(String policy) {
        FormulaFactory f = new FormulaFactory();
        RuleBookEncoding encoding = RuleBookEncoding.of(f, book, policy, new NumericPartition(book));
        Solver solver = new Solver(f);
        solver.add(encoding.clauses());
        Patients patients = new Patients(book, 11);
        for (int i = 0; i < PATIENTS; i++) {
            Assessment drawn = i % 3 == 0
                    ? patients.any(0.7)
                    : patients.like(ShippedRules.VIGNETTES.get(i % ShippedRules.VIGNETTES.size()), i % 5);
            Assessment patient = new Assessment(policy, drawn.patient(), drawn.pains());
            check(solver.possible(answers(encoding, patient)), true, "that these are answers", patient);
            agree(encoding, solver.model(), patient);
        }
    }

    private void agree(RuleBookEncoding encoding, Assignment model, Assessment patient) {
        Answers answers = Answers.of(book.questionnaire(), patient).get(0);
        Conclusions run = new PlainEvaluator(book).run(answers, patient.policy());
        for (Question question : book.questionnaire().asked()) {
            same(
                    model,
                    encoding.branching().due(question),
                    encoding.branching().notDue(question),
                    answers.due(question),
                    "due " + question.id(),
                    patient);
        }
        for (ClinicalRule rule : book.rules()) {
            same(
                    model,
                    encoding.rules().met(rule),
                    encoding.rules().notMet(rule),
                    run.truth(rule),
                    rule.name(),
                    patient);
        }
        for (Finding finding : book.findings()) {
            same(
                    model,
                    encoding.rules().met(finding),
                    encoding.rules().notMet(finding),
                    run.findings().truth(finding.index()),
                    finding.id(),
                    patient);
        }
        Advice advice = ShippedRules.PLAIN.advise(patient);
        for (InterventionAdvice suggestion : advice.interventions()
                .subList(0, book.catalogue().interventions().size())) {
            for (Verdict verdict : Verdict.values()) {
                if (verdict != Verdict.WITHHELD) {
                    check(
                            holds(model, encoding.verdicts().underlying(suggestion.intervention(), verdict)),
                            suggestion.underlying() == verdict,
                            verdict + " underlying " + suggestion.intervention().id(),
                            patient);
                }
                if (patient.pains().size() == 1) {
                    check(
                            holds(model, encoding.verdicts().shown(suggestion.intervention(), verdict)),
                            suggestion.verdict() == verdict,
                            verdict + " " + suggestion.intervention().id(),
                            patient);
                }
            }
        }
        for (Urgency urgency : patient.pains().size() == 1 ? Urgency.values() : new Urgency[0]) {
            check(holds(model, encoding.urgency(urgency)), advice.urgency() == urgency, urgency.word(), patient);
        }
    }

    private static void same(
            Assignment model, Formula met, Formula notMet, Truth truth, String what, Assessment patient) {
        Truth found = holds(model, met) ? Truth.MET : holds(model, notMet) ? Truth.NOT_MET : Truth.UNKNOWN;
        if (found != truth || holds(model, met) && holds(model, notMet)) {
            throw new AssertionError(what + " is " + truth + " but the formulas say " + found + " for " + patient);
        }
    }

    private static void check(boolean formulas, boolean program, String what, Assessment patient) {
        if (formulas != program) {
            throw new AssertionError(
                    "the formulas say " + formulas + " and the program " + program + " to " + what + " for " + patient);
        }
    }

    private static boolean holds(Assignment model, Formula formula) {
        return formula.evaluate(model);
    }

    /** Everything that is known and not known about this patient, as assumptions. */
    private List<Formula> answers(RuleBookEncoding encoding, Assessment patient) {
        List<Formula> all = new ArrayList<>();
        for (Question question : book.questionnaire().asked()) {
            Map<String, Answer> part = question.perPain() ? patient.pains().get(0) : patient.patient();
            all.addAll(encoding.answers().literals(question, 0, part.get(question.id())));
        }
        for (int place = 1; place <= RuleBookEncoding.OTHER_PLACES; place++) {
            boolean exists = place < patient.pains().size();
            all.add(
                    exists
                            ? encoding.answers().exists(place)
                            : encoding.answers().exists(place).negate());
            for (Question question : encoding.seenElsewhere()) {
                all.addAll(encoding.answers()
                        .literals(
                                question,
                                place,
                                exists ? patient.pains().get(place).get(question.id()) : null));
            }
        }
        return all;
    }
}
