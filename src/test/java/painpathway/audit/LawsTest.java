package painpathway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.folder.Fault;
import painpathway.folder.FaultyKnowledge;

/** What an educator can write into laws.yaml, and what is said about mistakes. */
class LawsTest {

    @Test
    void theShippedFolderHasAtLeast25LawsOfOneSentence() {
        List<Law> laws = Laws.load(ShippedRules.BOOK);
        assertThat(laws)
                .hasSizeGreaterThanOrEqualTo(25)
                .allSatisfy(l -> assertThat(l.says()).endsWith(".").hasSizeLessThan(200));
        assertThat(laws).extracting(Law::says).doesNotHaveDuplicates();
    }

    @Test
    void aFolderWithoutRedFlagsMayDoWithoutLaws() {
        SmallFolder folder = new SmallFolder()
                .file("knowledge/red-flags.yaml", "emergency-withholds: [procedure, care]\nred-flags: []\n")
                .without("flag-01")
                .remove("laws.yaml")
                .remove("vignettes/all.yaml");
        assertThat(Laws.load(folder.book())).isEmpty();
    }

    @Test
    void everyFormOfALawIsRead() {
        List<Law> laws = load("""
                laws:
                  - {id: a, says: "A.", when: [{question: q.age, at-least: 3, at-most: 9}, {question: q.kind, any-of: [a, b]}], never: [candidate], of: [needle, care]}
                  - {id: b, says: "B.", policy: two, when: [{question: q.list, none-of: [x]}, {question: q.danger, blank: true}], always: [withheld], of: [procedure]}
                  - {id: c, says: "C.", when: [{met: old}, {ruled-out: kind-a}, {not-met: has-x}], urgency: [urgent, routine]}
                  - {id: d, says: "D.", when: [{flag: alarm, at: urgent}], flag: alarm, at: urgent}
                  - {id: e, says: "E.", when: [{obstacle: blank}, {urgency: [insufficient-information]}], no-flag: alarm}
                  - {id: f, says: "F.", when: [{question: q.danger, blank: true}], obstacle: blank}
                  - {id: g, says: "G.", when: [{met: has-y}], check: ask, of: [needle]}
                  - {id: h, says: "H.", when: [{met: has-y}], stance: view, of: [needle]}
                  - {id: i, says: "I.", when: [{met: has-y}], note: read, of: [needle]}
                  - {id: j, says: "J.", unread: q.place}
                """);
        assertThat(laws).extracting(Law::id).containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
        assertThat(((Law.Then.Verdicts) laws.get(0).then()).of()).hasSize(2);
    }

    @Test
    void everyMistakeIsToldAtOnceWithItsLine() {
        FaultyKnowledge refused = catchThrowableOfType(FaultyKnowledge.class, () -> load("""
                laws:
                  - id: a
                    says: "A."
                    when: [{question: q.agee, at-most: 4}, {question: q.age, at-most: 40}, {question: q.age, any-of: [a]}]
                    never: [candidat]
                    of: [nedle]
                  - id: a
                    when: [{question: q.kind, any-of: [d]}, {wenn: old}, {met: odl, also: x}]
                    check: aks
                  - id: c
                    says: "C."
                    policy: tow
                    urgency: [emergency]
                    flag: alarm
                  - id: d
                    says: "D."
                    when: [{flag: alram, at: urgend}, {question: q.kind}]
                    stance: veiw
                    of: [needle]
                    becaus: it
                laws2: []
                """));
        assertThat(refused.faults())
                .allSatisfy(f -> assertThat(f.file()).isEqualTo("laws.yaml"))
                .extracting(Fault::toString)
                .satisfiesExactlyInAnyOrder(
                        f -> assertThat(f).contains(":4: the question 'q.agee' does not exist; did you mean 'q.age'?"),
                        f -> assertThat(f).contains(":4: the number is outside the range of 'q.age'"),
                        f -> assertThat(f).contains(":4: 'q.age' is a integer and needs one of"),
                        f -> assertThat(f)
                                .contains(":5: 'candidat' should be one of")
                                .contains("did you mean 'candidate'?"),
                        f -> assertThat(f)
                                .contains(":6: the intervention or tag 'nedle' does not exist; did you mean 'needle'?"),
                        f -> assertThat(f).contains(":7: the law 'a' is already defined in line 2"),
                        f -> assertThat(f).contains(":7: 'says' is missing"),
                        f -> assertThat(f).contains(":8: in 'q.kind' the option 'd' does not exist"),
                        f -> assertThat(f).contains(":8: a line of 'when' cannot begin with 'wenn'"),
                        f -> assertThat(f)
                                .contains(":8: the criterion or pattern 'odl' does not exist; did you mean 'old'?"),
                        f -> assertThat(f).contains(":8: key 'also' is not known here"),
                        f -> assertThat(f).contains(":9: 'check' needs 'of', the interventions it is about"),
                        f -> assertThat(f).contains(":9: the check 'aks' does not exist; did you mean 'ask'?"),
                        f -> assertThat(f)
                                .contains(":10: a law promises one thing")
                                .contains("[urgency, flag]"),
                        f -> assertThat(f).contains(":10: 'when' is missing: which patients is the law about?"),
                        f -> assertThat(f).contains(":12: the policy 'tow' does not exist; did you mean 'two'?"),
                        f -> assertThat(f).contains(":17: the red flag 'alram' does not exist; did you mean 'alarm'?"),
                        f -> assertThat(f).contains(":17: 'at' is 'urgend' but should be one of"),
                        f -> assertThat(f)
                                .contains(
                                        ":17: 'q.kind' is a choice and needs one of 'any-of', 'none-of' or 'blank: true'"),
                        f -> assertThat(f).contains(":18: the stance 'veiw' does not exist; did you mean 'view'?"),
                        f -> assertThat(f).contains(":20: key 'becaus' is not known here"),
                        f -> assertThat(f).contains(":21: key 'laws2' is not known here; did you mean 'laws'?"));
    }

    private static List<Law> load(String yaml) {
        return Laws.load(new SmallFolder().file("laws.yaml", yaml).book());
    }
}
