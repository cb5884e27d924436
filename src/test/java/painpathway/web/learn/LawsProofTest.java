package painpathway.web.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import painpathway.SmallFolder;
import painpathway.audit.Defect;
import painpathway.audit.StatedLaw;
import painpathway.folder.RulesFolder;
import painpathway.rules.RuleBook;

/** Each law with its proof, or the simplest patient for whom it fails. */
class LawsProofTest {

    private static RulesFolder encodable() {
        RulesFolder folder =
                SmallFolder.with("criteria/pain.drl", "number( \"pain.mean\" ) >= 7", "number( \"pain.weeks\" ) >= 70");
        return SmallFolder.change(
                folder, "criteria/pain.drl", "number( \"pain.gap\" ) < 0", "number( \"pain.weeks\" ) < 3");
    }

    private static LawsProof.Outcome proved(RuleBook book) throws InterruptedException {
        LawsProof proof = new LawsProof(book);
        assertThat(proof.outcome()).as("nobody has asked for it").isNull();
        proof.begin();
        proof.begin();
        while (proof.running()) {
            Thread.sleep(10);
        }
        return Objects.requireNonNull(proof.outcome());
    }

    @Test
    void aLawThatHoldsIsProvedAndAnotherHasTheSimplestPatientAgainstIt() throws InterruptedException {
        RuleBook book = RuleBook.load(SmallFolder.change(encodable(), "laws.yaml", "laws:", """
                        laws:
                          - id: nobody-gets-anything
                            says: "Nobody is ever a candidate."
                            when: [{question: pain.weeks, at-least: 1}]
                            never: [candidate]
                            of: [injection]"""));
        LawsProof.Outcome outcome = proved(book);
        List<StatedLaw> laws = StatedLaw.all(book);
        List<Defect> against = outcome.against(laws.get(0));
        assertThat(against).isNotEmpty();
        assertThat(against.get(0).example().lines()).anyMatch(line -> line.contains("weeks"));
        assertThat(outcome.against(laws.get(1))).isEmpty();
    }

    @Test
    void lawsThatCannotBeProvedSayWhy() throws InterruptedException {
        LawsProof.Outcome outcome = proved(RuleBook.load(SmallFolder.good()));
        assertThat(outcome.report()).isNull();
        assertThat(outcome.problem()).contains("too many combinations");
    }
}
