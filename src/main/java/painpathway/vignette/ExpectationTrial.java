package painpathway.vignette;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.advice.InterventionAdvice;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Finding;
import painpathway.rules.RuleBook;
import painpathway.vignette.Expectation.Listed;

/** Compares the advice for a vignette with what the vignette expects. */
final class ExpectationTrial {

    private final Expectation expected;
    private final RuleBook book;
    private final Advice advice;
    private final Set<String> fired;
    private final List<String> failures = new ArrayList<>();

    ExpectationTrial(Vignette vignette, Advisor advisor) {
        this.expected = vignette.expectation();
        this.advice = advisor.advise(vignette.assessment());
        this.book = advisor.book();
        this.fired = fired(vignette, book);
    }

    /** What differs; empty if nothing does. */
    List<String> failures() {
        if (expected.urgency() != null
                && !expected.urgency().equals(advice.urgency().word())) {
            failures.add("urgency should be " + expected.urgency() + " but is "
                    + advice.urgency().word() + " " + why());
        }
        for (EntryExpectation part : EntryExpectation.values()) {
            expected.of(part)
                    .forEach((key, ids) -> part.failure(key, ids, entry(key)).ifPresent(failures::add));
        }
        redFlags();
        contains(
                "obstacles",
                Listed.OBSTACLES,
                advice.obstacles().stream().map(o -> o.obstacle().id()).toList());
        contains(
                "answers that do not count",
                Listed.IGNORED,
                advice.ignored().stream().map(i -> i.question().id()).toList());
        expected.of(Listed.FIRES).stream()
                .filter(id -> !fired.contains(id))
                .forEach(id -> failures.add(named(id) + " should fire"));
        expected.of(Listed.DOES_NOT_FIRE).stream()
                .filter(fired::contains)
                .forEach(id -> failures.add(named(id) + " should not fire"));
        return failures;
    }

    private void redFlags() {
        List<String> raised = advice.redFlags().stream()
                .map(f -> f.flag().id() + " " + f.urgency().word())
                .toList();
        expected.redFlags()
                .forEach(
                        (flag, urgency) -> EntryExpectation.notAmong("red flags", List.of(flag + " " + urgency), raised)
                                .ifPresent(failures::add));
        for (String absent : expected.of(Listed.ABSENT_RED_FLAGS)) {
            if (advice.redFlags().stream().anyMatch(f -> f.flag().id().equals(absent))) {
                failures.add("the red flag " + absent + " should not be raised");
            }
        }
    }

    private void contains(String what, Listed list, List<String> found) {
        EntryExpectation.notAmong(what, expected.of(list), found).ifPresent(failures::add);
    }

    private InterventionAdvice entry(String key) {
        EntryKey wanted = EntryKey.of(key);
        return advice.interventions().stream()
                .filter(e -> e.pain() == wanted.place() && e.intervention().id().equals(wanted.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no entry for " + key));
    }

    /** An id; of one that a rule had formerly, with the rule's own. */
    private String named(String id) {
        return book.rules().stream()
                .filter(rule -> rule.formerly().contains(id))
                .findFirst()
                .map(rule -> id + " (now " + rule.id() + ")")
                .orElse(id);
    }

    private String why() {
        return "("
                + listed(
                        "red flags",
                        advice.redFlags().stream().map(f -> f.flag().id()).toList())
                + "; "
                + listed(
                        "obstacles",
                        advice.obstacles().stream().map(o -> o.obstacle().id()).toList())
                + "; "
                + listed(
                        "open questions",
                        advice.questions().stream()
                                .map(q -> q.question().id())
                                .limit(8)
                                .toList())
                + ")";
    }

    private static String listed(String what, List<String> ids) {
        return ids.isEmpty() ? "no " + what : what + ": " + String.join(", ", ids);
    }

    /** The ids of all rules, also those they had formerly, and of all findings that are met at any place. */
    private static Set<String> fired(Vignette vignette, RuleBook book) {
        Set<String> fired = new LinkedHashSet<>();
        for (Conclusions run : vignette.runs(book)) {
            for (ClinicalRule rule : book.rules()) {
                if (run.truth(rule) == Truth.MET) {
                    fired.addAll(rule.ids());
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
}
