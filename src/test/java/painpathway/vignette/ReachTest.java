package painpathway.vignette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import painpathway.audit.SmallFolder;
import painpathway.rules.ClinicalRule;
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
        assertThat(REACH.fires(rule).stream()).containsExactly(0);
        assertThat(REACH.misses(rule).stream()).containsExactly(1);
        assertThat(REACH.line(1, rule)).isEqualTo(rule.literals().get(0));
    }

    @Test
    void aQuestionThatIsNotAskedMissesNothing() {
        assertThat(REACH.misses(BOOK.finding("more")).stream()).isEmpty();
        assertThat(REACH.meets(BOOK.finding("old")).stream()).containsExactly(0, 3);
        assertThat(REACH.misses(BOOK.finding("old")).stream()).containsExactly(1, 2);
    }

    private static ClinicalRule rule(String id) {
        return BOOK.rules().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }
}
