package painpathway.web.steps;

import static painpathway.questionnaire.Truth.MET;
import static painpathway.questionnaire.Truth.NOT_MET;
import static painpathway.questionnaire.Truth.UNKNOWN;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import painpathway.advice.Explanation;
import painpathway.advice.Reason;
import painpathway.advice.Verdict;
import painpathway.questionnaire.Truth;
import painpathway.rules.Verb;

/** What the rules about one intervention come to: each of the three is met if any of its rules is. */
record Judging(Truth contraindication, Truth indication, Truth hold) {

    /** The verbs that make a verdict. */
    static final Set<Verb> WEIGHED = EnumSet.of(Verb.CONTRAINDICATE, Verb.SUGGEST, Verb.HOLD);

    private static final Set<Truth> ANY = EnumSet.allOf(Truth.class);
    private static final Set<Truth> NOT = EnumSet.of(NOT_MET, UNKNOWN);

    /** {@link Verdict#of} as a table: exactly one row fits. */
    static final List<Row> TABLE = List.of(
            new Row(EnumSet.of(MET), ANY, ANY, Verdict.CONTRAINDICATED),
            new Row(NOT, EnumSet.of(NOT_MET), ANY, Verdict.NOT_INDICATED),
            new Row(NOT, EnumSet.of(UNKNOWN), ANY, Verdict.NEEDS_INFORMATION),
            new Row(EnumSet.of(UNKNOWN), EnumSet.of(MET), ANY, Verdict.PROVISIONAL),
            new Row(EnumSet.of(NOT_MET), EnumSet.of(MET), EnumSet.of(UNKNOWN), Verdict.PROVISIONAL),
            new Row(EnumSet.of(NOT_MET), EnumSet.of(MET), EnumSet.of(MET), Verdict.CONDITIONAL),
            new Row(EnumSet.of(NOT_MET), EnumSet.of(MET), EnumSet.of(NOT_MET), Verdict.CANDIDATE));

    /** One row: what each of the three may be, and the verdict that follows. */
    record Row(Set<Truth> contraindication, Set<Truth> indication, Set<Truth> hold, Verdict verdict) {

        boolean fits(Judging judging) {
            return contraindication.contains(judging.contraindication)
                    && indication.contains(judging.indication)
                    && hold.contains(judging.hold);
        }

        /** The names of messages for the three. */
        public List<String> words() {
            return List.of(word(contraindication), word(indication), word(hold));
        }

        private static String word(Set<Truth> truths) {
            return truths.equals(ANY)
                    ? "any"
                    : truths.equals(NOT) ? "not" : truths.iterator().next().word();
        }
    }

    static Judging of(Explanation explanation) {
        return new Judging(
                any(explanation, Verb.CONTRAINDICATE), any(explanation, Verb.SUGGEST), any(explanation, Verb.HOLD));
    }

    private static Truth any(Explanation explanation, Verb verb) {
        return explanation.rules().stream()
                .filter(reason -> reason.rule().verb() == verb)
                .map(Reason::truth)
                .reduce(NOT_MET, Truth::or);
    }

    /** The row that fits. */
    Row row() {
        return TABLE.stream().filter(row -> row.fits(this)).findFirst().orElseThrow();
    }
}
