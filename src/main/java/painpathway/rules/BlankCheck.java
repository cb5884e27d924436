package painpathway.rules;

import java.util.EnumSet;
import java.util.Set;
import painpathway.folder.Faults;
import painpathway.questionnaire.Question;

/** Refuses a suggestion that rests on a blank counted as an answer, and any advice but a caution that rests on a copy. */
final class BlankCheck {

    /** The verbs of caution, which alone may read a copy: there a blank can mean something that it does not mean elsewhere. */
    private static final Set<Verb> MAY_READ_COPIES = EnumSet.of(Verb.RED_FLAG, Verb.OBSTACLE, Verb.HOLD, Verb.CAUTION);

    private BlankCheck() {}

    static void check(RuleBook book, Faults faults) {
        for (ClinicalRule rule : book.rules()) {
            if (rule.verb() == Verb.SUGGEST) {
                checkSuggestion(book, rule, faults);
            }
            if (rule.stage() == Stage.ADVICE && !MAY_READ_COPIES.contains(rule.verb())) {
                checkReadsNoCopy(book, rule, faults);
            }
        }
    }

    private static void checkSuggestion(RuleBook book, ClinicalRule rule, Faults faults) {
        for (Question question : book.questionsBehind(rule)) {
            if (question.unknownAs() != null) {
                faults.add(
                        rule.at().file(),
                        rule.at().line(),
                        "a suggestion may not rest on '" + question.id() + "', where a blank counts as an answer");
            }
        }
    }

    private static void checkReadsNoCopy(RuleBook book, ClinicalRule rule, Faults faults) {
        for (Question question : book.questionsTested(rule)) {
            if (question.copy()) {
                faults.add(
                        rule.at().file(),
                        rule.at().line(),
                        "'" + rule.verb().word() + "' may not rest on the copy '" + question.id()
                                + "': only redFlag, obstacle, hold and caution may read a blank as an answer");
            }
        }
    }
}
