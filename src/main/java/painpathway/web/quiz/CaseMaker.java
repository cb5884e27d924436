package painpathway.web.quiz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import painpathway.advice.Advice;
import painpathway.advice.Advised;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Reason;
import painpathway.knowledge.Intervention;
import painpathway.rules.Finding;
import painpathway.rules.RuleBook;
import painpathway.vignette.EntryExpectation;
import painpathway.vignette.Reach;
import painpathway.vignette.Vignette;
import painpathway.web.quiz.QuizCase.Asked;
import painpathway.web.quiz.QuizCase.FindingQuestion;

/** Makes a case from a patient: which verdicts are asked, and which finding. The same patient gives the same questions. */
final class CaseMaker {

    private static final int VERDICTS = 3;

    private final RuleBook book;
    /** In how many vignettes each finding is met. */
    private final int[] met;

    CaseMaker(RuleBook book, Reach reach) {
        this.book = book;
        this.met = book.findings().stream()
                .mapToInt(finding -> reach.meets(finding).cardinality())
                .toArray();
    }

    /** The reason that decides about an entry of an advice; empty where no rule does. */
    Optional<DecidingLine> deciding(InterventionAdvice entry, Advice advice) {
        return DecidingLine.of(entry, advice, this::met);
    }

    /** The line that matters most in a reason that has lines. */
    Reason.Line line(Reason reason) {
        return DecidingLine.of(reason, this::met).line();
    }

    private int met(Finding finding) {
        return met[finding.index()];
    }

    /** A case about the first of these interventions of which a deciding finding can be asked; empty where there is none. */
    Optional<QuizCase> of(Patient patient, Advised advised, List<Intervention> about) {
        for (Intervention intervention : about) {
            // Of its own, so that it does not matter which others were tried before.
            Random random = new Random((patient.key() + intervention.id()).hashCode());
            InterventionAdvice entry = entry(advised, intervention);
            Optional<DecidingLine> deciding = deciding(entry, advised.advice());
            Optional<FindingQuestion> finding = deciding.flatMap(
                    line -> new FindingOptions(book, advised.runs().get(0)).of(intervention, line, random));
            if (finding.isPresent()) {
                return Optional.of(new QuizCase(
                        patient,
                        advised.advice().urgency(),
                        asked(advised, entry, random),
                        finding.get(),
                        hard(patient, advised, deciding.orElseThrow())));
            }
        }
        return Optional.empty();
    }

    /** The entry about an intervention; a case of a quiz has one painful place. */
    static InterventionAdvice entry(Advised advised, Intervention intervention) {
        return advised.advice().interventions().get(intervention.index());
    }

    /** The intervention that the finding is asked about, and others: as far as there are any, with other verdicts. */
    private static List<Asked> asked(Advised advised, InterventionAdvice about, Random random) {
        List<InterventionAdvice> left = new ArrayList<>(advised.advice().interventions());
        left.remove(about);
        Collections.shuffle(left, random);
        List<InterventionAdvice> chosen = new ArrayList<>(List.of(about));
        while (chosen.size() < VERDICTS && !left.isEmpty()) {
            InterventionAdvice next = left.stream()
                    .filter(e -> chosen.stream().noneMatch(c -> c.verdict() == e.verdict()))
                    .findFirst()
                    .orElse(left.get(0));
            left.remove(next);
            chosen.add(next);
        }
        return advised.advice().interventions().stream()
                .filter(chosen::contains)
                .map(e -> new Asked(e.intervention(), e.verdict()))
                .toList();
    }

    private static Set<Hardness> hard(Patient patient, Advised advised, DecidingLine deciding) {
        Set<Hardness> hard = EnumSet.noneOf(Hardness.class);
        if (patient.change() != null) {
            hard.add(Hardness.NEAR_MISS);
        }
        if (deciding.reason().rule().literals().size() >= Hardness.MANY_LINES) {
            hard.add(Hardness.LONG_RULE);
        }
        if (!advised.advice().questions().isEmpty()) {
            hard.add(Hardness.OPEN_ANSWERS);
        }
        return hard;
    }

    /** The interventions that a vignette can be about: those it was written for first, then those that can be considered. */
    List<Intervention> about(Vignette vignette, Advised advised) {
        Set<Intervention> about = new LinkedHashSet<>();
        for (String id : vignette.expectation().of(EntryExpectation.VERDICTS).keySet()) {
            Intervention named = book.catalogue().intervention(id);
            if (named != null) {
                about.add(named);
            }
        }
        List<InterventionAdvice> entries = advised.advice().interventions();
        entries.stream().filter(e -> e.verdict().considered()).forEach(e -> about.add(e.intervention()));
        List<Intervention> others = new ArrayList<>(
                entries.stream().map(InterventionAdvice::intervention).toList());
        Collections.shuffle(others, new Random(vignette.id().hashCode()));
        about.addAll(others);
        return List.copyOf(about);
    }
}
