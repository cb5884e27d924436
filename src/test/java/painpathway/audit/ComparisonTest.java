package painpathway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.advice.Advisor;
import painpathway.questionnaire.Assessment;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;

/** Two rule sets compared: which rules differ, and exactly which patients get another verdict. */
class ComparisonTest {

    @Test
    void otherWordsOnlyChangeNobody() {
        RuleBook a = new SmallFolder().book();
        RuleBook b = RuleBook.load(a.folder()
                .with(
                        "advice/all.drl",
                        a.folder()
                                .text("advice/all.drl")
                                .replace(
                                        "rule \"needle-01: met old, met kind-a -> suggest needle\"",
                                        "rule \"Said in another way\"")));
        Comparison comparison = Comparison.of(a, b);
        assertThat(comparison.sameForEverybody()).isTrue();
        assertThat(comparison.rules()).singleElement().satisfies(r -> {
            assertThat(r.kind()).isEqualTo(RuleChange.Kind.REWORDED);
            assertThat(r.after()).isEqualTo("Said in another way");
            assertThat(r.changes()).isEmpty();
        });
        assertThat(comparison.text()).contains("No patient gets a different verdict or urgency (proved");
    }

    @Test
    void aThresholdOneHigherShiftsExactlyOneAge() {
        Comparison comparison = Comparison.of(
                new SmallFolder().book(),
                new SmallFolder().criterion("old: number( \"q.age\" ) >= 11").book());
        assertThat(comparison.rules())
                .singleElement()
                .satisfies(r -> assertThat(r.changes()).containsExactly("- q.age >= 10", "+ q.age >= 11"));
        // At 10 years: no longer indicated for kind a; rest stays a candidate, for the other reason. Without a kind
        // either way: not known.
        assertThat(comparison.shifts()).extracting(Comparison.Shift::about).containsOnly("needle", "urgency");
        assertThat(comparison.shifts())
                .filteredOn(s -> s.policy().equals("one") && s.about().equals("needle"))
                .extracting(s -> s.from() + " -> " + s.to())
                .containsExactlyInAnyOrder(
                        "candidate -> not-indicated", "conditional -> not-indicated", "provisional -> not-indicated");
        assertThat(comparison.shifts())
                .allSatisfy(s -> assertThat(s.example().request().get("answers").toString())
                        .contains("q.age=10"));
    }

    @Test
    void aRuleThatHasBecomePartOfAnother() {
        RuleBook a = new SmallFolder()
                .rule("needle-01: met old, met kind-a -> suggest needle")
                .rule("rest-09: met old, met kind-a -> support rest")
                .rule("needle-09: met old, met kind-a -> support needle")
                .book();
        RuleBook split = new SmallFolder()
                .rule("needle-01: met old, met kind-a -> suggest needle")
                .rule("needle-09: met old, met kind-a -> support needle rest")
                .book();
        RuleBook b = RuleBook.load(split.folder()
                .with(
                        "advice/all.drl",
                        split.folder()
                                .text("advice/all.drl")
                                .replace("@id(\"needle-09\")", "@id(\"needle-09\") @formerly(\"rest-09\")")));
        Comparison comparison = Comparison.of(a, b);
        assertThat(comparison.sameForEverybody()).isTrue();
        assertThat(comparison.lostIds()).isEmpty();
        assertThat(comparison.rules())
                .extracting(r -> r.kind().word() + " " + r.changes())
                .containsExactlyInAnyOrder(
                        "changed [support needle -> support needle rest]",
                        "merged [support rest -> support needle rest]");
        assertThat(comparison.text())
                .contains("needle-09: met old, met kind-a -> support needle rest")
                .contains("was: rest-09: met old, met kind-a -> support rest");
    }

    @Test
    void anIdThatIsLostOrMeansAnotherRuleIsTold() {
        RuleBook a = new SmallFolder()
                .rule("rest-09: met has-x, met kind-a -> support rest")
                .book();
        RuleBook b = new SmallFolder()
                .rule("needle-03: met more, met old -> support rest")
                .rule("needle-08: met has-y -> hold needle ask")
                .rule("needle-01: met old, met kind-a, met has-x -> suggest needle")
                .book();
        Comparison comparison = Comparison.of(a, b);
        assertThat(comparison.lostIds())
                .containsExactly(
                        "the id 'needle-03' now means another rule: give that rule an id of its own",
                        "the id 'rest-09' is gone: name it in @formerly of the rule that took its place, if there is one");
        assertThat(comparison.text()).contains("  the id 'rest-09' is gone");
        assertThat(Comparison.of(b, b).lostIds()).isEmpty();
    }

    @Test
    void aChangedVerbAddedAndRemovedRules() {
        RuleBook a = new SmallFolder().book();
        RuleBook b = new SmallFolder()
                .rule("needle-01: met old, met kind-a -> support needle")
                .without("needle-03")
                .rule("needle-09: met has-y, met old -> contraindicate needle")
                .book();
        Comparison comparison = Comparison.of(a, b);
        assertThat(comparison.rules())
                .extracting(r -> r.kind().word() + " " + r.changes())
                .containsExactlyInAnyOrder("changed [suggest needle -> support needle]", "removed []", "added []");
        assertThat(comparison.shifts())
                .extracting(s -> s.about() + " " + s.from() + " -> " + s.to())
                .contains("needle candidate -> not-indicated", "needle conditional -> contraindicated")
                .doesNotContain("needle not-indicated -> candidate");
    }

    @Test
    void anotherFileThatDiffers() {
        Comparison comparison = Comparison.of(
                new SmallFolder().book(),
                new SmallFolder()
                        .replace("knowledge/red-flags.yaml", "withholds: [procedure]", "withholds: [care]")
                        .book());
        assertThat(comparison.rules()).isEmpty();
        assertThat(comparison.files()).containsExactly("knowledge/red-flags.yaml");
        assertThat(comparison.shifts())
                .extracting(s -> s.about() + " " + s.from() + " -> " + s.to())
                .contains("rest candidate -> withheld", "needle withheld -> candidate");
    }

    @Test
    void everyExampleOnTheShippedRulesWithOneThresholdShiftedIsConfirmedByTheProgram() {
        RuleBook a = ShippedRules.BOOK;
        String path = a.finding("pain-12-weeks").rules().get(0).at().file();
        RuleBook b = RuleBook.load(a.folder()
                .with(
                        path,
                        a.folder()
                                .text(path)
                                .replace("number( \"pain.weeks\" ) >= 12", "number( \"pain.weeks\" ) >= 13")));
        Comparison comparison = Comparison.of(a, b);
        assertThat(comparison.rules())
                .singleElement()
                .satisfies(r -> assertThat(r.changes()).containsExactly("- pain.weeks >= 12", "+ pain.weeks >= 13"));
        assertThat(comparison.shifts())
                .extracting(Comparison.Shift::about)
                .contains("facet-joint-injection", "discography", "multidisciplinary-care")
                .doesNotContain("kyphoplasty", "peripheral-nerve-block", "conservative-care");
        confirmed(comparison.shifts(), a, b, null);
        assertThat(comparison.shifts())
                .allSatisfy(s -> assertThat(s.example().request().get("pains").toString())
                        .contains("pain.weeks=12"));
    }

    @Test
    void thePoliciesOfTheShippedRules() {
        RuleBook book = ShippedRules.BOOK;
        Comparison comparison = Comparison.ofPolicies(book, "us", "uk");
        assertThat(comparison.shifts())
                .extracting(Comparison.Shift::about)
                .contains("radiofrequency-ablation", "epidural-steroid-injection")
                .doesNotContain("conservative-care", "kyphoplasty");
        confirmed(comparison.shifts(), book, book, "uk");
    }

    @Test
    void anOptionThatOnlyOneHasIsNoAnswerToTheOther() {
        SmallFolder more = new SmallFolder()
                .replace("questionnaire.yaml", "{id: c, text: \"C\"}", "{id: c, text: \"C\"}, {id: d, text: \"D\"}")
                .criterion("kind-d: choice( \"q.kind\" ) == \"d\"")
                .rule("needle-05: met kind-d, met old -> suggest needle");
        RuleBook a = new SmallFolder().book();
        RuleBook b = more.book();
        Comparison added = Comparison.of(a, b);
        assertThat(added.shifts())
                .extracting(s -> s.about() + " " + s.from() + " -> " + s.to())
                .contains("needle needs-information -> candidate")
                .doesNotContain("needle candidate -> not-indicated");
        assertThat(added.shifts())
                .anySatisfy(s -> assertThat(s.example().lines()).contains("Kind? D  (q.kind)"));
        confirmed(added.shifts(), a, b, null);
        Comparison removed = Comparison.of(b, a);
        assertThat(removed.shifts())
                .extracting(s -> s.about() + " " + s.from() + " -> " + s.to())
                .contains("needle candidate -> needs-information");
        confirmed(removed.shifts(), b, a, null);
    }

    @Test
    void anExampleHasTheAnswersThatOnlyTheSecondAsksFor() {
        RuleBook a = new SmallFolder().book();
        RuleBook b = new SmallFolder()
                .replace(
                        "questionnaire.yaml",
                        "      - {id: q.place",
                        "      - {id: q.new, text: \"New?\", type: choices, options: [{id: none, text: \"None\"}, {id: z, text: \"Z\"}]}\n      - {id: q.place")
                .criterion("has-z: choices( \"q.new\" ) contains \"z\"")
                .rule("needle-06: met has-z -> contraindicate needle")
                .book();
        Comparison comparison = Comparison.of(a, b);
        assertThat(comparison.shifts())
                .extracting(s -> s.about() + " " + s.from() + " -> " + s.to())
                .contains("needle candidate -> contraindicated");
        assertThat(comparison.shifts())
                .filteredOn(s -> s.to().equals("contraindicated"))
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.example().lines()).contains("New? Z  (q.new)"))
                .anySatisfy(s -> assertThat(s.share()).isPositive());
        confirmed(comparison.shifts(), a, b, null);
    }

    @Test
    void whatOnlyOneHasIsNamedAndNotProvedAbout() {
        RuleBook a = new SmallFolder().book();
        Comparison comparison = Comparison.of(
                a,
                new SmallFolder()
                        .replace("knowledge/policies.yaml", "id: two", "id: three")
                        .book());
        assertThat(comparison.apart())
                .containsExactly("only in the first: policy two", "only in the second: policy three");
        assertThat(comparison.sameForEverybody()).isFalse();
        assertThat(comparison.text())
                .contains(
                        "only in the second: policy three",
                        "No patient gets a different verdict or urgency from what both contain (proved");
    }

    @Test
    void anotherSourceOrEvidenceIsToldAndChangesNobody() {
        RuleBook a = new SmallFolder()
                .replace(
                        "knowledge/sources.yaml",
                        "sources:\n",
                        "sources:\n  - {id: read, kind: guideline, title: R, status: summary, reviewed: \"2026-11-21\", sections: [page 2]}\n")
                .book();
        String old = a.folder().text("advice/all.drl");
        RuleBook b = RuleBook.load(a.folder()
                .with(
                        "advice/all.drl",
                        old.replaceFirst("@evidence\\(\"ours\"\\)", "@evidence(\"summary\")")
                                .replaceFirst("s, all", "read, page 2")));
        Comparison comparison = Comparison.of(a, b);
        assertThat(comparison.sameForEverybody()).isTrue();
        assertThat(comparison.rules()).singleElement().satisfies(r -> {
            assertThat(r.kind()).isEqualTo(RuleChange.Kind.REWORDED);
            assertThat(r.changes()).containsExactly("source: s, all -> read, page 2", "evidence: ours -> summary");
        });
    }

    private static void confirmed(List<Comparison.Shift> shifts, RuleBook a, RuleBook b, String policyOfB) {
        assertThat(shifts).isNotEmpty().allSatisfy(s -> {
            Assessment patient = s.example().assessment();
            assertThat(outcome(a, KnownAnswers.to(a, patient), s.about())).isEqualTo(s.from());
            Assessment ofB = KnownAnswers.to(b, patient);
            assertThat(outcome(
                            b,
                            policyOfB == null ? ofB : new Assessment(policyOfB, ofB.patient(), ofB.pains()),
                            s.about()))
                    .isEqualTo(s.to());
            assertThat(s.share()).isBetween(0.0, 1.0);
        });
    }

    private static String outcome(RuleBook book, Assessment patient, String about) {
        var advice = new Advisor(new PlainEvaluator(book), "").advise(patient);
        return about.equals("urgency")
                ? advice.urgency().word()
                : advice.interventions().stream()
                        .filter(s -> s.intervention().id().equals(about))
                        .findFirst()
                        .orElseThrow()
                        .verdict()
                        .word();
    }
}
