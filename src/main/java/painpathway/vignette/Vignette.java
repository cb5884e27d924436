package painpathway.vignette;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.advice.InterventionAdvice;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Finding;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;

/**
 * A made-up patient with the expected advice: a test of the rules and a case for teaching.
 *
 * @param name a sentence, unique over all files
 */
public record Vignette(String name, String file, int line, Assessment assessment, Expectation expectation) {

    /**
     * The expected advice. Whatever it leaves out is not checked. Keys such as {@code "1/<intervention>"} mean the second place;
     * keys without a number mean the first.
     */
    public record Expectation(
            String urgency,
            Map<String, List<String>> verdicts,
            Map<String, List<String>> underlying,
            Map<String, List<String>> notes,
            Map<String, List<String>> absentNotes,
            Map<String, List<String>> stances,
            Map<String, List<String>> conditions,
            Map<String, List<String>> reasons,
            Map<String, List<String>> redFlags,
            List<String> absentRedFlags,
            List<String> obstacles,
            List<String> ignored,
            List<String> fires,
            List<String> doesNotFire) {}

    /** What differs from the expected advice; empty if nothing does. */
    public List<String> failures(Advisor advisor) {
        Advice advice = advisor.advise(assessment);
        List<String> failures = new ArrayList<>();
        Expectation e = expectation;
        if (e.urgency != null && !e.urgency.equals(advice.urgency().word())) {
            failures.add("urgency should be " + e.urgency + " but is "
                    + advice.urgency().word() + " " + why(advice));
        }
        e.verdicts.forEach((key, wanted) -> same(
                failures,
                "verdict of " + key,
                wanted,
                List.of(entry(advice, key).verdict().word())));
        e.underlying.forEach((key, wanted) -> same(
                failures,
                "underlying verdict of " + key,
                wanted,
                List.of(entry(advice, key).underlying().word())));
        e.conditions.forEach((key, wanted) -> contains(
                failures,
                "conditions of " + key,
                wanted,
                entry(advice, key).conditions().stream()
                        .map(c -> c.check().id())
                        .toList()));
        e.stances.forEach((key, wanted) -> contains(
                failures,
                "stances of " + key,
                wanted,
                entry(advice, key).stances().stream().map(s -> s.stance().id()).toList()));
        e.reasons.forEach((key, wanted) -> contains(
                failures,
                "reasons of " + key,
                wanted,
                entry(advice, key).reasons().stream().map(r -> r.rule().id()).toList()));
        e.notes.forEach((key, wanted) -> contains(failures, "notes of " + key, wanted, notes(entry(advice, key))));
        e.absentNotes.forEach((key, unwanted) -> {
            List<String> found = new ArrayList<>(notes(entry(advice, key)));
            found.retainAll(unwanted);
            if (!found.isEmpty()) {
                failures.add("notes of " + key + " should not have " + found);
            }
        });
        List<String> flags = advice.redFlags().stream()
                .map(f -> f.flag().id() + " " + f.urgency().word())
                .toList();
        e.redFlags.forEach(
                (flag, urgency) -> contains(failures, "red flags", List.of(flag + " " + urgency.get(0)), flags));
        for (String absent : e.absentRedFlags) {
            if (advice.redFlags().stream().anyMatch(f -> f.flag().id().equals(absent))) {
                failures.add("the red flag " + absent + " should not be raised");
            }
        }
        contains(
                failures,
                "obstacles",
                e.obstacles,
                advice.obstacles().stream().map(o -> o.obstacle().id()).toList());
        contains(
                failures,
                "answers that do not count",
                e.ignored,
                advice.ignored().stream().map(i -> i.question().id()).toList());
        Set<String> fired = fired(advisor);
        e.fires.forEach(id -> {
            if (!fired.contains(id)) {
                failures.add(id + " should fire");
            }
        });
        e.doesNotFire.forEach(id -> {
            if (fired.contains(id)) {
                failures.add(id + " should not fire");
            }
        });
        return failures;
    }

    /** One run for each painful place, without Drools. */
    public List<Conclusions> runs(RuleBook book) {
        return Answers.of(book.questionnaire(), assessment).stream()
                .map(a -> new PlainEvaluator(book).run(a, assessment.policy()))
                .toList();
    }

    private Set<String> fired(Advisor advisor) {
        Set<String> fired = new LinkedHashSet<>();
        RuleBook book = advisor.book();
        for (Conclusions run : runs(book)) {
            for (ClinicalRule rule : book.rules()) {
                if (run.truth(rule) == Truth.MET) {
                    fired.add(rule.id());
                }
            }
            for (Finding finding : book.findings()) {
                if (run.findings().truth(finding.index()) == Truth.MET) {
                    fired.add(finding.id());
                }
            }
        }
        return fired;
    }

    private static InterventionAdvice entry(Advice advice, String key) {
        int slash = key.indexOf('/');
        int pain = slash < 0 ? 0 : Integer.parseInt(key.substring(0, slash));
        String id = key.substring(slash + 1);
        return advice.interventions().stream()
                .filter(s -> s.pain() == pain && s.intervention().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no entry for " + key));
    }

    private static List<String> notes(InterventionAdvice suggestion) {
        List<String> notes = new ArrayList<>();
        suggestion.riskNotes().forEach(n -> notes.add(n.note().id()));
        suggestion.notes().forEach(n -> notes.add(n.note().id()));
        return notes;
    }

    private static String why(Advice advice) {
        return "(flags " + advice.redFlags().stream().map(f -> f.flag().id()).toList() + ", obstacles "
                + advice.obstacles().stream().map(o -> o.obstacle().id()).toList() + ", open "
                + advice.questions().stream()
                        .map(q -> q.question().id())
                        .limit(8)
                        .toList() + ")";
    }

    private static void same(List<String> failures, String what, List<String> wanted, List<String> found) {
        if (!wanted.equals(found)) {
            failures.add(what + " should be " + wanted + " but is " + found);
        }
    }

    private static void contains(List<String> failures, String what, List<String> wanted, List<String> found) {
        if (!found.containsAll(wanted)) {
            failures.add(what + " should include " + wanted + " but are " + found);
        }
    }
}
