package painpathway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.logic.NumericPartition;
import painpathway.questionnaire.Assessment;
import painpathway.rules.RuleBook;

/** Trying a law on patients says what proving it says: asked of everybody there is, somebody breaks it exactly where the audit finds someone. */
class LawTrialTest {

    /** Every form of a law, each once so that everybody keeps it and once so that somebody does not. */
    private static final String LAWS = """
            laws:
              - {id: never-kept, says: "A.", when: [{question: q.age, at-most: 9}, {question: q.more, blank: true}], never: [candidate, conditional], of: [needle]}
              - {id: never-broken, says: "A.", when: [{question: q.age, at-most: 9}], never: [candidate, conditional], of: [needle]}
              - {id: ranges-kept, says: "A.", when: [{question: q.age, at-least: 3, at-most: 9}], always: [candidate], of: [rest]}
              - {id: ranges-broken, says: "A.", when: [{question: q.age, at-least: 10, at-most: 12}], never: [candidate], of: [needle]}
              - {id: withheld-kept, says: "A.", when: [{question: q.danger, blank: true}], always: [withheld], of: [procedure]}
              - {id: withheld-broken, says: "A.", when: [{question: q.danger, none-of: ["yes"]}], always: [withheld], of: [procedure]}
              - {id: shown-kept, says: "A.", when: [{flag: alarm, at: urgent}], never: [withheld], of: [rest]}
              - {id: shown-broken, says: "A.", when: [{flag: alarm}], never: [withheld], of: [needle, rest]}
              - {id: policy-kept, says: "A.", policy: one, when: [{ruled-out: more}, {met: kind-b}], never: [candidate], of: [needle]}
              - {id: policy-broken, says: "A.", policy: two, when: [{ruled-out: more}, {met: kind-b}], never: [candidate], of: [needle]}
              - {id: urgency-kept, says: "A.", when: [{question: q.danger, any-of: ["yes"]}], urgency: [urgent, emergency]}
              - {id: urgency-broken, says: "A.", when: [{question: q.danger, any-of: ["yes"]}], urgency: [emergency]}
              - {id: flag-kept, says: "A.", when: [{urgency: [urgent]}], flag: alarm, at: urgent}
              - {id: flag-broken, says: "A.", when: [{question: q.danger, any-of: ["yes"]}], flag: alarm, at: urgent}
              - {id: no-flag-kept, says: "A.", when: [{question: q.danger, any-of: ["no"]}], no-flag: alarm}
              - {id: no-flag-broken, says: "A.", when: [{not-met: danger}, {question: q.age, at-most: 3}, {met: has-y}], flag: alarm}
              - {id: at-kept, says: "A.", when: [{flag: alarm, at: emergency}], urgency: [emergency]}
              - {id: at-broken, says: "A.", when: [{flag: alarm, at: urgent}], urgency: [routine]}
              - {id: obstacle-kept, says: "A.", when: [{question: q.danger, blank: true}], obstacle: blank}
              - {id: obstacle-broken, says: "A.", when: [{question: q.kind, blank: true}], obstacle: blank}
              - {id: blocked-kept, says: "A.", when: [{obstacle: blank}], urgency: [insufficient-information]}
              - {id: blocked-broken, says: "A.", when: [{obstacle: blank}], never: [withheld], of: [needle]}
              - {id: check-kept, says: "A.", when: [{met: has-y}, {ruled-out: more}], check: ask, of: [needle]}
              - {id: check-broken, says: "A.", when: [{met: old}], check: ask, of: [needle]}
              - {id: check-unknown, says: "A.", when: [{not-met: has-x}, {met: old}, {question: q.list, blank: true}], check: ask, of: [needle]}
              - {id: stance-kept, says: "A.", when: [{met: has-y}], stance: view, of: [needle]}
              - {id: stance-broken, says: "A.", when: [{met: has-y}], stance: view, of: [needle, rest]}
              - {id: note-kept, says: "A.", when: [{met: has-x}], note: read, of: [needle]}
              - {id: note-broken, says: "A.", when: [{not-met: has-x}], note: read, of: [needle]}
              - {id: ruled-out-kept, says: "A.", when: [{ruled-out: old}], always: [candidate], of: [rest]}
              - {id: ruled-out-broken, says: "A.", when: [{not-met: old}], always: [candidate], of: [rest]}
              - {id: count-kept, says: "A.", when: [{question: q.count, at-least: 2}, {question: q.kind, none-of: [a]}], never: [candidate], of: [needle]}
              - {id: count-broken, says: "A.", when: [{question: q.count, at-least: 2}], never: [conditional], of: [needle]}
              - {id: none-of-kept, says: "A.", when: [{question: q.list, none-of: [x, y]}, {question: q.kind, none-of: [a, b]}], never: [candidate], of: [needle]}
              - {id: none-of-broken, says: "A.", when: [{question: q.list, none-of: [x]}], never: [candidate], of: [needle]}
              - {id: unread-kept, says: "A.", unread: q.place}
              - {id: unread-broken, says: "A.", unread: q.list}
            """;

    @Test
    void aTrialOfEverybodySaysWhatTheProofSays() {
        RuleBook book = new SmallFolder()
                .file("laws.yaml", LAWS)
                .file(
                        "questionnaire.yaml",
                        SmallFolder.QUESTIONS
                                + "derived:\n  - {id: q.count, text: \"Count\", unit: things, count-of: {q.list: [x, y], q.kind: [a]}}\n")
                .rule("needle-05: met has-x -> caution needle read")
                .rule("needle-06: met has-y -> stance needle view")
                .rule("needle-07@two: met old, met kind-b -> suggest needle")
                .rule("flag-02: met danger, met old -> redFlag alarm emergency")
                .book();
        List<Law> laws = Laws.load(book);
        Set<String> proved = Audit.of(book, EnumSet.of(Guarantee.LAWS, Guarantee.ORDER)).defects().stream()
                .map(d -> laws.stream()
                        .filter(l -> l.line() == d.line())
                        .findFirst()
                        .orElseThrow()
                        .id())
                .collect(Collectors.toCollection(TreeSet::new));
        LawTrial trial =
                new LawTrial(book, laws, new RandomPatients(book.questionnaire(), new NumericPartition(book), 1));
        Set<String> tried = new TreeSet<>();
        for (String policy : book.policies()) {
            EnumerationTest.everybody(book, policy)
                    .forEach(patient -> trial.broken(patient).forEach(l -> tried.add(l.id())));
        }
        assertThat(tried).isEqualTo(proved);
        assertThat(tried)
                .isEqualTo(laws.stream()
                        .map(Law::id)
                        .filter(id -> !id.endsWith("-kept"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void nobodyAmongTheShippedVignettesBreaksAShippedLaw() {
        RuleBook book = ShippedRules.BOOK;
        LawTrial trial = new LawTrial(
                book, Laws.load(book), new RandomPatients(book.questionnaire(), new NumericPartition(book), 1));
        ShippedRules.VIGNETTES.stream()
                .filter(v -> v.assessment().pains().size() == 1)
                .forEach(v -> {
                    Assessment patient = v.assessment();
                    assertThat(trial.broken(patient)).as(v.name()).isEmpty();
                });
    }
}
