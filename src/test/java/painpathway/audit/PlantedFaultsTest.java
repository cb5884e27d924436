package painpathway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;

/** Small folders, each with a fault that is known by hand: the audit finds it, with its rule and line. */
class PlantedFaultsTest {

    @Test
    void theSmallFolderHasNoFault() {
        AuditReport report = Audit.of(new SmallFolder().book());
        assertThat(report.defects()).isEmpty();
        assertThat(report.holds()).isTrue();
        assertThat(report.policies()).containsExactly("one", "two");
    }

    @Test
    void aRuleWhoseLinesNeverHoldTogether() {
        SmallFolder folder = new SmallFolder().rule("needle-05: met old, met kind-a, met more -> caution needle read");
        found(
                folder,
                Guarantee.RULES_MATTER,
                "needle-05",
                "contradicts itself: met kind-a and met more are never true together");
    }

    @Test
    void aRuleThatReadsWhatNobodyHas() {
        SmallFolder folder = new SmallFolder()
                .pattern("both: met kind-a, met kind-b")
                .rule("needle-05: met both, met old -> caution needle read");
        assertThat(audit(folder).of(Guarantee.RULES_MATTER))
                .extracting(Defect::toString)
                .satisfiesExactly(
                        d -> assertThat(d)
                                .startsWith("advice/all.drl:" + folder.line("needle-05"))
                                .contains("no patient has met both"),
                        d -> assertThat(d)
                                .startsWith("patterns/all.drl:12")
                                .contains("met kind-a and met kind-b are never true together"));
    }

    @Test
    void aCriterionWhoseQuestionIsNeverAsked() {
        SmallFolder folder = new SmallFolder()
                .replace(
                        "questionnaire.yaml",
                        "asked-when: [{question: q.kind, any-of: [b]}]",
                        "asked-when: [{question: q.age, at-least: 15}, {question: q.age, at-most: 5}]");
        assertThat(audit(folder).of(Guarantee.RULES_MATTER))
                .extracting(Defect::toString)
                .anySatisfy(d -> assertThat(d)
                        .startsWith("criteria/all.drl:32")
                        .contains("no answer meets it while its question is asked"));
    }

    @Test
    void aRuleThatAnotherOneImplies() {
        SmallFolder folder = new SmallFolder().rule("needle-05: met old, met kind-a, ruledOut has-y -> suggest needle");
        found(
                folder,
                Guarantee.NOT_IMPLIED,
                "needle-05",
                "says nothing new: whenever it fires, \"needle-01: met old, met kind-a -> suggest needle\" (advice/all.drl:12) fires too");
    }

    @Test
    void aRuleForTwoThatAnotherOneImpliesForOneOfThem() {
        SmallFolder folder = new SmallFolder().rule("needle-01: met old, met kind-a -> suggest needle rest");
        found(
                folder,
                Guarantee.NOT_IMPLIED,
                "needle-01",
                "says nothing new about 'rest': whenever it fires, \"rest-01: met old -> suggest rest\"");
    }

    @Test
    void aRuleForTwoThatMattersForOneOfThemOnly() {
        SmallFolder folder = new SmallFolder()
                .without("rest-01")
                .without("rest-02")
                .rule("needle-05: met old, met kind-a -> support needle rest");
        found(folder, Guarantee.RULES_MATTER, "needle-05", "'rest' is never indicated for its patients");
    }

    @Test
    void aRuleThatOnlyOneOfAnotherPolicyImpliesSaysSomethingNew() {
        SmallFolder folder = new SmallFolder()
                .rule("needle-01@one: met old, met kind-a -> suggest needle")
                .rule("needle-05: met old, met kind-a, ruledOut has-y -> suggest needle");
        assertThat(audit(folder).of(Guarantee.NOT_IMPLIED)).isEmpty();
    }

    @Test
    void contraindicationsThatAWiderOneImplies() {
        SmallFolder folder = new SmallFolder()
                .rule("needle-02: met has-x -> contraindicate procedure")
                .rule("needle-05: met has-x, met old -> contraindicate procedure")
                .rule("needle-06: met has-x -> contraindicate needle");
        assertThat(audit(folder).of(Guarantee.NOT_IMPLIED))
                .extracting(Defect::where)
                .contains("advice/all.drl:" + folder.line("needle-05"), "advice/all.drl:" + folder.line("needle-06"));
    }

    @Test
    void aSuggestionOnlyForPatientsWhoAreContraindicated() {
        SmallFolder folder = new SmallFolder().rule("needle-05: met old, met has-x -> suggest needle");
        found(
                folder,
                Guarantee.NOT_OPPOSITE,
                "needle-05",
                "suggests 'needle' only to patients for whom it is contraindicated");
    }

    @Test
    void aHoldThatNeverHolds() {
        SmallFolder folder = new SmallFolder().rule("needle-05: met has-x, met old -> hold needle ask");
        found(
                folder,
                Guarantee.RULES_MATTER,
                "needle-05",
                "no intervention that it puts on hold is ever conditional for its patients");
    }

    @Test
    void anExceptionThatNeverLetsThrough() {
        SmallFolder folder = new SmallFolder().rule("flag-02: met has-x, ruledOut danger -> allow alarm needle");
        found(folder, Guarantee.RULES_MATTER, "flag-02", "for its patients the red flag is never raised");
    }

    @Test
    void anUrgencyThatIsAlwaysOutranked() {
        SmallFolder folder = new SmallFolder().rule("flag-02: met danger -> redFlag alarm emergency");
        found(
                folder,
                Guarantee.RULES_MATTER,
                "flag-01",
                "for its patients the same red flag is always raised at a higher urgency");
    }

    @Test
    void anOptionThatCannotMatter() {
        SmallFolder folder = new SmallFolder()
                .replace("questionnaire.yaml", "{id: y, text: \"Y\"}", "{id: y, text: \"Y\"}, {id: z, text: \"Z\"}")
                .criterion("has-z: choices( \"q.list\" ) contains \"z\"")
                .rule("needle-05: met has-z, met kind-a, met kind-b -> caution needle read");
        assertThat(audit(folder).of(Guarantee.OPTIONS_MATTER))
                .extracting(Defect::toString)
                .containsExactly(
                        "questionnaire.yaml:7: 'q.list': the option 'z' never changes the advice; correct the rules or mark it record-only");
    }

    @Test
    void anOptionThatOnlyGivesAFurtherReasonDoesMatter() {
        SmallFolder folder = new SmallFolder()
                .replace("questionnaire.yaml", "{id: y, text: \"Y\"}", "{id: y, text: \"Y\"}, {id: z, text: \"Z\"}")
                .criterion("has-z: choices( \"q.list\" ) contains \"z\"")
                .rule("needle-05: met has-z, met has-x -> contraindicate needle");
        assertThat(audit(folder).defects()).extracting(Defect::check).containsExactly(Guarantee.NOT_IMPLIED);
    }

    @Test
    void aThresholdThatCannotMatter() {
        SmallFolder folder = new SmallFolder()
                .criterion("older: number( \"q.age\" ) >= 15")
                .rule("needle-05: met older, met kind-b, met kind-a -> caution needle read");
        assertThat(audit(folder).of(Guarantee.OPTIONS_MATTER))
                .extracting(Defect::toString)
                .containsExactly(
                        "questionnaire.yaml:5: 'q.age': the threshold 15 never changes the advice; correct the rules or mark it record-only");
    }

    @Test
    void aQuestionThatIsReadByNothingOrMarkedAlthoughItIsRead() {
        SmallFolder unread =
                new SmallFolder().replace("questionnaire.yaml", "per: pain, record-only: true", "per: pain");
        assertThat(audit(unread).of(Guarantee.OPTIONS_MATTER))
                .extracting(Defect::toString)
                .contains("questionnaire.yaml:11: 'q.place' is not read by anything; mark it record-only");
        SmallFolder marked = new SmallFolder()
                .replace(
                        "questionnaire.yaml",
                        "{id: q.age, text: \"Age?\",",
                        "{id: q.age, text: \"Age?\", record-only: true,");
        assertThat(audit(marked).of(Guarantee.OPTIONS_MATTER))
                .extracting(Defect::toString)
                .contains("questionnaire.yaml:5: 'q.age' is marked record-only, but something reads it");
    }

    @Test
    void aVerdictThatIsNeverReached() {
        SmallFolder folder = new SmallFolder()
                .without("needle-04")
                .rule("needle-05: ruledOut has-y, ruledOut has-x, met kind-a -> contraindicate needle");
        assertThat(audit(folder).of(Guarantee.VERDICTS_REACHED)).singleElement().satisfies(d -> {
            assertThat(d.where()).isEqualTo("knowledge/interventions.yaml:3");
            assertThat(d.problem()).contains("'needle' is never candidate");
        });
    }

    @Test
    void aFlagThatWithholdsTooLittle() {
        SmallFolder folder =
                new SmallFolder().replace("knowledge/red-flags.yaml", "withholds: [procedure]", "withholds: [care]");
        List<Defect> defects = audit(folder).defects();
        assertThat(defects).hasSize(2).allSatisfy(d -> {
            assertThat(d.check()).isEqualTo(Guarantee.FLAGS_WITHHOLD);
            assertThat(d.toString())
                    .startsWith("knowledge/red-flags.yaml:3: the red flag 'alarm' does not withhold 'needle'");
            assertThat(d.example().lines()).as("the smallest patient").containsExactly("Danger? Yes  (q.danger)");
            assertThat(d.example().request().get("answers")).hasToString("{q.danger=yes}");
            Advice advice = new Advisor(new PlainEvaluator(folder.book()), "")
                    .advise(d.example().assessment());
            assertThat(advice.redFlags()).hasSize(1);
            assertThat(advice.interventions().get(0).withheldBy()).isEmpty();
        });
    }

    @Test
    void aFlagThatABlankSilences() {
        SmallFolder folder =
                new SmallFolder().rule("flag-02: met danger, ruledOut old, ruledOut has-x -> redFlag alarm emergency");
        List<Defect> found = audit(folder).of(Guarantee.FLAGS_SPEAK);
        assertThat(found).hasSize(2).allSatisfy(d -> {
            assertThat(d.toString())
                    .startsWith("advice/all.drl:" + folder.line("flag-02"))
                    .contains("flag-02", "stays silent while nobody knows whether it is excused by old, has-x");
            assertThat(d.example().lines()).as("the smallest patient").containsExactly("Danger? Yes  (q.danger)");
            assertThat(new Advisor(new PlainEvaluator(folder.book()), "")
                            .advise(d.example().assessment())
                            .redFlags()
                            .get(0)
                            .urgency()
                            .word())
                    .isEqualTo("urgent");
        });
        assertThat(found)
                .extracting(Defect::problem)
                .satisfiesExactly(
                        p -> assertThat(p).contains("(policy one)"),
                        p -> assertThat(p).contains("(policy two)"));
    }

    @Test
    void aFlagThatReadsItsExcusesFromCopiesSpeaks() {
        SmallFolder folder = new SmallFolder()
                .file("questionnaire.yaml", SmallFolder.QUESTIONS + SmallFolder.COPIES)
                .criterion("surely-old: number( \"q.age-or-young\" ) >= 10")
                .criterion("surely-x: choices( \"q.list-or-none\" ) contains \"x\"")
                .criterion("surely-b: choice( \"q.kind-or-a\" ) == \"b\"")
                .rule("flag-02: met danger, ruledOut surely-old, ruledOut surely-x -> redFlag alarm emergency")
                .rule("flag-03: met kind-a, met has-y, ruledOut surely-old -> redFlag alarm urgent")
                .rule("flag-04: met has-y, ruledOut surely-b -> redFlag alarm urgent");
        assertThat(audit(folder).of(Guarantee.FLAGS_SPEAK)).isEmpty();
        Advice blank = new Advisor(new PlainEvaluator(folder.book()), "")
                .advise(new Assessment("one", Map.of("q.danger", new Answer.Choice("yes")), List.of(Map.of())));
        assertThat(blank.urgency()).isEqualTo(Urgency.EMERGENCY);
    }

    /** The copy of a question is due only where the question is: where its parent is blank, the flag is silent again, and that is found. */
    @Test
    void aCopyOfAQuestionThatABlankParentHidesIsNotEnough() {
        SmallFolder folder = new SmallFolder()
                .file("questionnaire.yaml", SmallFolder.QUESTIONS + SmallFolder.COPIES)
                .criterion("surely-more: choice( \"q.more-or-no\" ) == \"yes\"")
                .rule("flag-02: met danger, ruledOut surely-more -> redFlag alarm emergency");
        assertThat(audit(folder).of(Guarantee.FLAGS_SPEAK))
                .hasSize(2)
                .allSatisfy(d -> assertThat(d.example().lines()).containsExactly("Danger? Yes  (q.danger)"));
        folder.criterion("surely-b: choice( \"q.kind-or-a\" ) == \"b\"")
                .pattern("surely-both: met surely-b, met surely-more")
                .rule("flag-02: met danger, ruledOut surely-both -> redFlag alarm emergency");
        assertThat(audit(folder).of(Guarantee.FLAGS_SPEAK)).isEmpty();
    }

    @Test
    void anEmergencyThatAnExceptionLetsThrough() {
        SmallFolder folder = new SmallFolder()
                .replace(
                        "knowledge/red-flags.yaml",
                        "emergency-withholds: [procedure, care]",
                        "emergency-withholds: [care]")
                .rule("flag-02: met danger, met old -> redFlag alarm emergency")
                .rule("flag-03: met old -> allow alarm needle");
        assertThat(audit(folder).of(Guarantee.FLAGS_WITHHOLD))
                .hasSize(2)
                .allSatisfy(d -> assertThat(d.problem()).contains("does not withhold 'needle' in an emergency"));
    }

    @Test
    void aBlankSafetyAnswerThatFreesAProcedure() {
        SmallFolder folder =
                new SmallFolder().replace("knowledge/obstacles.yaml", "withholds: [procedure]", "withholds: [care]");
        assertThat(audit(folder).defects()).hasSize(2).allSatisfy(d -> {
            assertThat(d.check()).isEqualTo(Guarantee.BLANK_SAFETY);
            assertThat(d.where()).isEqualTo("questionnaire.yaml:10");
            assertThat(d.example().assessment().patient()).containsOnlyKeys("q.danger");
        });
    }

    @Test
    void policiesThatDisagreeWithoutAStance() {
        SmallFolder folder = new SmallFolder().rule("needle-01@one: met old, met kind-a -> suggest needle");
        AuditReport report = audit(folder);
        assertThat(report.holds()).as("a warning only").isTrue();
        assertThat(report.of(Guarantee.POLICIES_DIFFER))
                .singleElement()
                .satisfies(d ->
                        assertThat(d.example().assessment().patient()).containsOnlyKeys("q.age", "q.kind", "q.list"));
        folder.rule("needle-05: met kind-a -> stance needle view");
        assertThat(audit(folder).defects()).isEmpty();
    }

    @Test
    void aLawThatIsBroken() {
        SmallFolder folder = new SmallFolder().file("laws.yaml", """
                laws:
                  - id: young
                    says: "Nobody under 5 gets a needle."
                    when: [{question: q.age, at-most: 4}]
                    never: [candidate, conditional]
                    of: [needle]
                  - id: no-age
                    says: "Nobody without an age gets rest."
                    when: [{question: q.age, blank: true}]
                    never: [candidate]
                    of: [rest]
                """);
        RuleBook book = folder.book();
        AuditReport report = Audit.of(book, List.of(Guarantee.LAWS));
        assertThat(report.laws()).isEqualTo(2);
        assertThat(report.defects()).hasSize(2).allSatisfy(d -> {
            assertThat(d.toString())
                    .startsWith("laws.yaml:2: the law 'young' does not hold (needle): Nobody under 5 gets a needle.");
            Advice advice =
                    new Advisor(new PlainEvaluator(book), "").advise(d.example().assessment());
            assertThat(advice.interventions().get(0).underlying().word()).isIn("candidate", "conditional");
            assertThat(d.example().assessment().patient()).containsOnlyKeys("q.age", "q.kind", "q.more", "q.list");
        });
    }

    @Test
    void aLawOfNobodyAndOneAboutAQuestionThatIsRead() {
        SmallFolder folder = new SmallFolder().file("laws.yaml", """
                laws:
                  - id: nobody
                    says: "Of nobody."
                    when: [{met: kind-a}, {met: kind-b}]
                    urgency: [emergency]
                  - id: unread-place
                    says: "The place changes nothing."
                    unread: q.place
                  - id: unread-list
                    says: "The list changes nothing."
                    unread: q.list
                """);
        List<Defect> defects = Audit.of(folder.book(), List.of(Guarantee.LAWS, Guarantee.ORDER))
                .defects();
        assertThat(defects).extracting(Defect::where).containsExactly("laws.yaml:2", "laws.yaml:9", "laws.yaml:9");
        assertThat(defects.get(0).problem()).contains("fits no patient");
    }

    /** Without Drools, which the first test has shown to agree and which takes its time to compile. */
    private static AuditReport audit(SmallFolder folder) {
        return Audit.of(folder.book(), EnumSet.complementOf(EnumSet.of(Guarantee.READINGS_AGREE)));
    }

    private static void found(SmallFolder folder, Guarantee check, String rule, String problem) {
        AuditReport report = audit(folder);
        assertThat(report.holds()).isFalse();
        assertThat(report.of(check)).as(report.text()).singleElement().satisfies(d -> {
            assertThat(d.where()).isEqualTo("advice/all.drl:" + folder.line(rule));
            assertThat(d.problem()).contains(problem);
        });
    }
}
