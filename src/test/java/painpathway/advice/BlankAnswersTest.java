package painpathway.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Literal;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;
import painpathway.vignette.Vignette;

/**
 * What the audit proves of each rule alone, tried on every shipped vignette with several places and all rules together: an answer that no
 * line about what is there rests on can be taken away, or be "not known", and the red flags are no less pressing.
 */
class BlankAnswersTest {

    private final RuleBook book = ShippedRules.BOOK;

    @Test
    void takingAwayAnAnswerThatNoRaisedFlagRestsOnNeverLowersTheUrgencyOfTheFlags() {
        Set<String> silenced = new TreeSet<>();
        int tried = 0;
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            Assessment patient = vignette.assessment();
            List<ClinicalRule> raising = new ArrayList<>();
            Urgency before = urgency(patient, raising);
            if (before == null) {
                continue;
            }
            Set<Question> rest = new LinkedHashSet<>();
            raising.forEach(rule -> restsOn(rule, rest));
            for (int place = -1; place < patient.pains().size(); place++) {
                for (String id : place < 0
                        ? patient.patient().keySet()
                        : patient.pains().get(place).keySet()) {
                    if (!rest.contains(book.questionnaire().question(id))) {
                        for (Answer answer : new Answer[] {null, Answer.NOT_KNOWN}) {
                            Urgency after = urgency(with(patient, place, id, answer), new ArrayList<>());
                            tried++;
                            if (after == null || after.compareTo(before) > 0) {
                                silenced.add(
                                        raising.stream().map(ClinicalRule::id).toList() + " by a blank in " + id);
                            }
                        }
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(1_000);
        assertThat(silenced).isEmpty();
    }

    /** The highest urgency of any flag at any place, null where there is none; the rules that raise one are added to the list. */
    private Urgency urgency(Assessment patient, List<ClinicalRule> raising) {
        Urgency highest = null;
        for (Answers answers : Answers.of(book.questionnaire(), patient)) {
            Conclusions run = new PlainEvaluator(book).run(answers, patient.policy());
            for (ClinicalRule rule : book.rules()) {
                if (rule.verb() == Verb.RED_FLAG && run.truth(rule) == Truth.MET) {
                    raising.add(rule);
                    Urgency urgency = rule.urgency();
                    highest = highest == null || urgency.compareTo(highest) < 0 ? urgency : highest;
                }
            }
        }
        return highest;
    }

    /** The questions behind the lines that have to be met, and those that decide whether these are asked. */
    private void restsOn(ClinicalRule rule, Set<Question> questions) {
        for (Literal literal : rule.literals()) {
            Literal.OfFinding line = (Literal.OfFinding) literal;
            if (line.wanted()) {
                book.findings()
                        .get(line.finding())
                        .rules()
                        .forEach(r -> book.questionsBehind(r).forEach(q -> withParents(q, questions)));
            }
        }
    }

    private void withParents(Question question, Set<Question> questions) {
        if (questions.add(question)) {
            question.askedWhen().forEach(c -> withParents(book.questionnaire().question(c.question()), questions));
        }
    }

    private static Assessment with(Assessment patient, int place, String id, Answer answer) {
        List<Map<String, Answer>> pains = new ArrayList<>(patient.pains());
        if (place >= 0) {
            pains.set(place, with(pains.get(place), id, answer));
        }
        return new Assessment(
                patient.policy(), place < 0 ? with(patient.patient(), id, answer) : patient.patient(), pains);
    }

    private static Map<String, Answer> with(Map<String, Answer> answers, String id, Answer answer) {
        Map<String, Answer> changed = new LinkedHashMap<>(answers);
        changed.remove(id);
        if (answer != null) {
            changed.put(id, answer);
        }
        return changed;
    }
}
