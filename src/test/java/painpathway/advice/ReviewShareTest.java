package painpathway.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import painpathway.audit.SmallFolder;
import painpathway.folder.FaultyKnowledge;
import painpathway.folder.RulesFolder;
import painpathway.knowledge.Review;
import painpathway.rules.ClinicalRule;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.vignette.Vignette;
import painpathway.vignette.Vignettes;

/** What clinicians have reviewed, as the rules folder records it, and how much of an advice rests on it. */
class ReviewShareTest {

    private static final String ADVICE = "advice/all.drl";
    private static final String FLAGS = "knowledge/red-flags.yaml";
    private static final String POLICIES = "knowledge/policies.yaml";
    private static final RulesFolder FOLDER = new SmallFolder().folder();
    private static final RulesFolder REVIEWED = change(
            change(
                    change(
                            FOLDER,
                            ADVICE,
                            "@id(\"needle-01\")",
                            "@id(\"needle-01\") @reviewedBy(\"A. Person, pain nurse\")"),
                    FLAGS,
                    "evidence: ours}",
                    "evidence: ours, reviewed-by: \"B. Person, physician\", reviewed: \"2025-01-31\"}"),
            POLICIES,
            "statement: S",
            "statement: S\nreview-again-after-months: 24");

    private static RulesFolder change(RulesFolder folder, String file, String old, String by) {
        assertThat(folder.text(file)).contains(old);
        return folder.with(file, String.valueOf(folder.text(file)).replace(old, by));
    }

    private static Advice advice(RuleBook book) {
        Vignette patient = Vignettes.load(book).get(0);
        return new Advisor(new PlainEvaluator(book), "test").advise(patient.assessment());
    }

    @Test
    void aReviewIsOfARuleOrATextAndHasANameARoleAndADate() {
        RuleBook book = RuleBook.load(REVIEWED);
        ClinicalRule rule = book.rules().stream()
                .filter(r -> r.id().equals("needle-01"))
                .findFirst()
                .orElseThrow();
        assertThat(rule.review()).isEqualTo(new Review("A. Person, pain nurse", LocalDate.parse("2026-11-21")));
        assertThat(book.catalogue().redFlag("alarm").review())
                .isEqualTo(new Review("B. Person, physician", LocalDate.parse("2025-01-31")));
        assertThat(book.catalogue().stance("view").review()).isNull();
        assertThat(book.catalogue().reviewsLast()).isEqualTo(Period.ofMonths(24));
        assertThat(book.version()).isNotEqualTo(RuleBook.load(FOLDER).version());
    }

    @Test
    void aReviewChangesNoAdvice() {
        Advice before = advice(RuleBook.load(FOLDER));
        Advice after = advice(RuleBook.load(REVIEWED));
        assertThat(after.interventions()).hasSameSizeAs(before.interventions());
        for (int i = 0; i < before.interventions().size(); i++) {
            InterventionAdvice one = before.interventions().get(i);
            InterventionAdvice other = after.interventions().get(i);
            assertThat(other.verdict()).isEqualTo(one.verdict());
            assertThat(other.reasons().stream().map(r -> r.rule().id() + r.truth()))
                    .containsExactlyElementsOf(one.reasons().stream()
                            .map(r -> r.rule().id() + r.truth())
                            .toList());
        }
    }

    @Test
    void anAdviceRestsOnTheRulesThatItGivesAsReasonsAndOnThoseBehindTheirLines() {
        RuleBook book = RuleBook.load(REVIEWED);
        LocalDate day = LocalDate.parse("2026-11-28");
        ReviewShare behind = ReviewShare.behind(advice(book), book);
        // needle-01 with old and kind-a, and rest-01
        assertThat(behind.on(day)).isEqualTo(new ReviewShare.Count(4, 1, 0, "A. Person, pain nurse"));
        assertThat(ReviewShare.of(book).on(day))
                .isEqualTo(new ReviewShare.Count(
                        book.rules().size() + 2, 2, 0, "A. Person, pain nurse; B. Person, physician"));
        RuleBook nobody = RuleBook.load(FOLDER);
        assertThat(ReviewShare.behind(advice(nobody), nobody).on(day)).isEqualTo(new ReviewShare.Count(4, 0, 0, ""));
    }

    @ParameterizedTest
    @CsvSource({"2027-01-30, 0", "2027-01-31, 1", "2028-11-21, 2"})
    void aReviewIsDueAgainOnTheDayItIsAsOldAsTheFolderSays(LocalDate day, int due) {
        RuleBook book = RuleBook.load(REVIEWED);
        assertThat(ReviewShare.of(book).on(day).due()).isEqualTo(due);
    }

    @Test
    void withoutThatAReviewIsNeverDueAgain() {
        RuleBook book = RuleBook.load(change(REVIEWED, POLICIES, "review-again-after-months: 24\n", ""));
        assertThat(ReviewShare.of(book).on(LocalDate.parse("2099-01-01")).due()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ADVICE
                        + "|@reviewedBy(\"A. Person, pain nurse\")|@reviewedBy(\"A. Person\")|'@reviewedBy' should be a name and a role",
                ADVICE
                        + "|@reviewedBy(\"A. Person, pain nurse\")|@reviewedBy(\", nurse\")|'@reviewedBy' should be a name and a role",
                ADVICE + "|@reviewedBy(|@reviewed-by(|; in a rule it is @reviewedBy(\"name, role\")",
                ADVICE + "|@reviewedBy(|@reviewdBy(|did you mean 'reviewedBy'?",
                FLAGS + "|reviewed-by: \"B. Person, physician\", ||'reviewed-by' is missing",
                FLAGS + "|, reviewed: \"2025-01-31\"||'reviewed' is missing",
                FLAGS + "|2025-01-31|31.1.2025|'reviewed' should be a date such as \"2026-11-21\", but is '31.1.2025'",
                FLAGS + "|B. Person, physician|B. Person|'reviewed-by' should be a name and a role",
                POLICIES + "|months: 24|months: 0|should be a whole number of months, from 1 to 600",
                POLICIES + "|months: 24|months: 1.5|should be a whole number of months, from 1 to 600",
                POLICIES + "|months: 24|months: two|should be a number, but is 'two'"
            })
    void whatIsWrongIsRefusedInItsFile(String file, String old, String by, String says) {
        RulesFolder folder = change(REVIEWED, file, old, by == null ? "" : by);
        FaultyKnowledge refused = catchThrowableOfType(FaultyKnowledge.class, () -> RuleBook.load(folder));
        List<String> faults = refused.faults().stream().map(Object::toString).toList();
        assertThat(faults).anyMatch(f -> f.startsWith(file + ":") && f.contains(says));
    }
}
