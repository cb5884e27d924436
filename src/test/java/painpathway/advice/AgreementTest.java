package painpathway.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import painpathway.Patients;
import painpathway.ShippedRules;
import painpathway.knowledge.Intervention;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Finding;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.rules.RuleEngine;
import painpathway.rules.Verb;
import painpathway.vignette.Vignette;

/**
 * Drools and the rule book read the same text independently. On every patient they have to agree on every rule,
 * and more answers may never take back what was final.
 */
class AgreementTest {

    private static final long SEED = 20261121L;
    private static final int PATIENTS = 100_000;
    private static final int CHUNKS = 200;
    private static final int LEAST_FIRINGS = 100;

    private final RuleBook book = ShippedRules.BOOK;
    private final RuleEngine engine = ShippedRules.ENGINE;
    private final AtomicIntegerArray firings =
            new AtomicIntegerArray(book.rules().size());

    @Test
    void droolsAndTheRuleBookAgreeOnEveryRuleForAHundredThousandPatientsAndEveryRuleFires() {
        IntStream.range(0, CHUNKS).parallel().forEach(chunk -> {
            Patients patients = new Patients(book, SEED + chunk);
            for (int i = 0; i < PATIENTS / CHUNKS; i++) {
                Assessment patient = patient(patients, chunk * 31 + i);
                List<Verdict> verdicts = agree(patient);
                staysFinal(underlying(patients.blanked(patient, 0.3)), verdicts, patient);
                if (i % 5 == 0) {
                    hidesNothing(verdicts, patient);
                }
            }
        });
        fireTheRest();
        Map<String, Integer> seldom = new TreeMap<>();
        for (ClinicalRule rule : book.rules()) {
            if (firings.get(rule.index()) < LEAST_FIRINGS) {
                seldom.put(rule.name(), firings.get(rule.index()));
            }
        }
        assertThat(seldom)
                .as("rules that fired fewer than %d times", LEAST_FIRINGS)
                .isEmpty();
    }

    /** Two of three are mutated vignettes, the rest random; complete, half-blank and nearly blank. */
    private Assessment patient(Patients patients, int i) {
        List<Vignette> vignettes = ShippedRules.VIGNETTES;
        Assessment patient = i % 3 == 0 ? patients.any(1.0) : patients.like(vignettes.get(i % vignettes.size()), i % 5);
        return i % 4 == 0 ? patients.blanked(patient, 0.5) : patient;
    }

    /** Gives the verdicts on which both agree. */
    private List<Verdict> agree(Assessment patient) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Answers answers : Answers.of(book.questionnaire(), patient)) {
            Conclusions drools = engine.run(answers, patient.policy());
            Conclusions own = new PlainEvaluator(book).run(answers, patient.policy());
            if (!drools.fired().equals(own.fired())) {
                throw new AssertionError("Drools and the rule book fire different rules for " + patient);
            }
            for (Finding finding : book.findings()) {
                if (drools.findings().truth(finding.index()) != own.findings().truth(finding.index())) {
                    throw new AssertionError("they differ about " + finding.id() + " for " + patient);
                }
            }
            for (ClinicalRule rule : book.rules()) {
                if (drools.truth(rule) != own.truth(rule)) {
                    throw new AssertionError("they differ about \"" + rule.name() + "\" for " + patient);
                }
            }
            own.fired().stream().forEach(firings::incrementAndGet);
            verdicts.addAll(underlying(own));
        }
        return verdicts;
    }

    /** The finality laws, on the patient with some of the answers taken away and then given again. */
    private void staysFinal(List<Verdict> earlier, List<Verdict> later, Assessment patient) {
        for (int i = 0; i < later.size(); i++) {
            Verdict before = earlier.get(i);
            Verdict after = later.get(i);
            boolean kept = switch (before) {
                case CANDIDATE, CONDITIONAL, CONTRAINDICATED -> after == before;
                case NOT_INDICATED -> after == Verdict.NOT_INDICATED || after == Verdict.CONTRAINDICATED;
                default -> true;
            };
            if (!kept) {
                List<Intervention> interventions = book.catalogue().interventions();
                throw new AssertionError(
                        interventions.get(i % interventions.size()).id() + " went from " + before + " to " + after
                                + " with more answers: " + patient);
            }
        }
    }

    /** The advice says these verdicts, and where it withholds one it says by what. */
    private static void hidesNothing(List<Verdict> verdicts, Assessment patient) {
        List<InterventionAdvice> said = ShippedRules.PLAIN.advise(patient).interventions();
        assertThat(said.stream().map(InterventionAdvice::underlying).toList()).isEqualTo(verdicts);
        for (InterventionAdvice each : said) {
            if ((each.verdict() == Verdict.WITHHELD) == each.withheldBy().isEmpty()
                    || each.verdict() != Verdict.WITHHELD && each.verdict() != each.underlying()) {
                throw new AssertionError(each.intervention().id() + " hides its underlying verdict: " + patient);
            }
        }
    }

    private List<Verdict> underlying(Assessment patient) {
        List<Verdict> verdicts = new ArrayList<>();
        Answers.of(book.questionnaire(), patient)
                .forEach(answers ->
                        verdicts.addAll(underlying(new PlainEvaluator(book).run(answers, patient.policy()))));
        return verdicts;
    }

    /** The verdicts before any red flag or obstacle, by the table of the design, in the order of the advice. */
    private List<Verdict> underlying(Conclusions run) {
        return book.catalogue().interventions().stream()
                .map(i ->
                        Verdict.of(any(run, i, Verb.CONTRAINDICATE), any(run, i, Verb.SUGGEST), any(run, i, Verb.HOLD)))
                .toList();
    }

    private Truth any(Conclusions run, Intervention intervention, Verb verb) {
        Truth any = Truth.NOT_MET;
        for (ClinicalRule rule : book.forIntervention(intervention.index(), verb)) {
            any = any.or(run.truth(rule));
        }
        return any;
    }

    /** Rules that need a rare patient: start from vignettes that fire them and change what does not matter. */
    private void fireTheRest() {
        Patients patients = new Patients(book, SEED - 1);
        for (ClinicalRule rule : book.rules()) {
            List<Vignette> fitting = new ArrayList<>();
            for (Vignette vignette :
                    firings.get(rule.index()) < LEAST_FIRINGS ? ShippedRules.VIGNETTES : List.<Vignette>of()) {
                if (vignette.runs(book).stream().anyMatch(run -> run.truth(rule) == Truth.MET)) {
                    fitting.add(vignette);
                }
            }
            Stream.iterate(0, i -> i + 1)
                    .limit(fitting.isEmpty() ? 0 : 20 * LEAST_FIRINGS)
                    .takeWhile(i -> firings.get(rule.index()) < LEAST_FIRINGS)
                    .forEach(i -> agree(patients.like(fitting.get(i % fitting.size()), 1 + i % 3)));
        }
    }
}
