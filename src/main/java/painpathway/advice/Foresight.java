package painpathway.advice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Condition;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/**
 * Looks one tap ahead: which red flags a further option would raise, so that a page can sound the alarm when the program cannot
 * be reached. It reads the rules in plain Java, as it is asked for many answers that nobody has given.
 */
public final class Foresight {

    private final RuleBook book;
    private final PlainEvaluator evaluator;
    private final List<ClinicalRule> flagRules;
    private final List<Question> questions;
    /** Asked for each place, and decide what the patient is asked, which counts at every place. */
    private final Set<String> beyondItsPlace = new HashSet<>();

    public Foresight(RuleBook book) {
        this.book = book;
        this.evaluator = new PlainEvaluator(book);
        this.flagRules =
                book.rules().stream().filter(r -> r.verb() == Verb.RED_FLAG).toList();
        Set<Question> read = new HashSet<>();
        flagRules.forEach(rule -> read.addAll(book.questionsBehind(rule)));
        this.questions = book.questionnaire().asked().stream()
                .filter(q -> !q.type().isNumber() && (read.contains(q) || decidesWhetherAsked(q, read)))
                .toList();
        book.questionnaire().asked().stream().filter(q -> !q.perPain()).forEach(this::addParents);
    }

    private void addParents(Question question) {
        for (Condition condition : question.askedWhen()) {
            if (beyondItsPlace.add(condition.question())) {
                addParents(book.questionnaire().known(condition.question()));
            }
        }
    }

    private boolean countsElsewhere(Item item) {
        return !item.question().perPain()
                || beyondItsPlace.contains(item.question().id());
    }

    private boolean decidesWhetherAsked(Question question, Set<Question> read) {
        return book.questionnaire().asked().stream()
                .filter(read::contains)
                .anyMatch(q -> q.askedWhen().stream().anyMatch(c -> c.question().equals(question.id())));
    }

    /** A red flag at an urgency. */
    public record Alarm(RedFlag flag, Urgency urgency) {}

    /** An option that can be ticked now, and what that would raise. */
    public record Tap(Item item, String option, List<Alarm> alarms) {}

    /** The options that would raise a red flag which is not raised yet, or not as urgently; only of questions that are asked now. */
    public List<Tap> taps(Advised advised) {
        Assessment now = advised.assessment();
        Map<RedFlag, Urgency> before = new LinkedHashMap<>();
        advised.advice().redFlags().forEach(r -> before.put(r.flag(), r.urgency()));
        List<Tap> taps = new ArrayList<>();
        for (int place = 0; place < now.places(); place++) {
            for (Question question : questions) {
                if ((question.perPain() || place == 0) && advised.answers(place).due(question) == Truth.MET) {
                    Item item = Item.at(question, place);
                    for (String option : question.optionIds()) {
                        List<Alarm> alarms =
                                alarms(item, now.with(item, ticked(now.answer(item), question, option)), before);
                        if (!alarms.isEmpty()) {
                            taps.add(new Tap(item, option, alarms));
                        }
                    }
                }
            }
        }
        return List.copyOf(taps);
    }

    /** What the taps would raise, each flag and urgency once. */
    public static Set<Alarm> alarms(List<Tap> taps) {
        Set<Alarm> alarms = new LinkedHashSet<>();
        taps.forEach(tap -> alarms.addAll(tap.alarms));
        return alarms;
    }

    private static Answer ticked(@Nullable Answer before, Question question, String option) {
        if (question.type() == Question.Type.CHOICE) {
            return new Answer.Choice(option);
        }
        Set<String> options = new LinkedHashSet<>();
        if (!option.equals(Question.NONE) && before instanceof Answer.Choices several) {
            options.addAll(several.options());
            options.remove(Question.NONE);
        }
        options.add(option);
        return new Answer.Choices(options);
    }

    private List<Alarm> alarms(Item item, Assessment patient, Map<RedFlag, Urgency> before) {
        List<Alarm> alarms = new ArrayList<>();
        List<Answers> places = Answers.of(book.questionnaire(), patient);
        // At the other places nothing is raised that was not raised before.
        List<Answers> changed = countsElsewhere(item) ? places : List.of(places.get(item.place()));
        highest(changed, patient.policy()).forEach((flag, urgency) -> {
            Urgency was = before.get(flag);
            if (was == null || urgency.compareTo(was) < 0) {
                alarms.add(new Alarm(flag, urgency));
            }
        });
        return alarms;
    }

    private Map<RedFlag, Urgency> highest(List<Answers> places, String policy) {
        Map<RedFlag, Urgency> highest = new LinkedHashMap<>();
        for (Answers answers : places) {
            Conclusions run = evaluator.run(answers, policy);
            for (ClinicalRule rule : flagRules) {
                if (run.truth(rule) == Truth.MET) {
                    highest.merge(
                            Objects.requireNonNull(book.catalogue().redFlag(rule.subject())),
                            Objects.requireNonNull(rule.urgency()),
                            (a, b) -> a.compareTo(b) < 0 ? a : b);
                }
            }
        }
        return highest;
    }
}
