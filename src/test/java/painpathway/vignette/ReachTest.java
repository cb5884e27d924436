package painpathway.vignette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import painpathway.audit.SmallFolder;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;

/** Which vignettes fire a rule, and which miss it by exactly one line. */
class ReachTest {

    private static final RuleBook BOOK =
            RuleBook.load(new SmallFolder().file("vignettes/all.yaml", """
                    vignettes:
                      - {id: old-a, name: "Old, kind A", answers: {q.age: 15, q.kind: a}, pains: [{q.place: here}], expect: {fires: [needle-01]}}
                      - {id: young-a, name: "Young, kind A", answers: {q.age: 5, q.kind: a}, pains: [{q.place: here}], expect: {fires: [rest-02]}}
                      - {id: young-c, name: "Young, kind C", answers: {q.age: 5, q.kind: c}, pains: [{q.place: here}], expect: {fires: [rest-02]}}
                      - {id: old, name: "Old, kind not told", answers: {q.age: 15}, pains: [{q.place: here}], expect: {fires: [rest-01]}}
                    """).folder());

    private static final Reach REACH = Reach.of(BOOK, Vignettes.load(BOOK));

    @Test
    void aRuleIsMissedOnlyByTheOneLineThatIsNotMetWhereNoneIsUnknown() {
        ClinicalRule rule = rule("needle-01");
        assertThat(REACH.fires().get(rule.index())).containsExactly(0);
        Map<Integer, Literal> misses = REACH.misses().get(rule.index());
        assertThat(misses).containsOnlyKeys(1);
        assertThat(misses.get(1)).isEqualTo(rule.literals().get(0));
    }

    @Test
    void aQuestionThatIsNotAskedMissesNothing() {
        assertThat(REACH.missing(BOOK.finding("more"))).isEmpty();
        assertThat(REACH.meeting(BOOK.finding("old"))).isEqualTo(List.of(0, 3));
        assertThat(REACH.missing(BOOK.finding("old"))).containsOnlyKeys(1, 2);
    }

    private static ClinicalRule rule(String id) {
        return BOOK.rules().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }
}
