package painpathway.web.quiz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import painpathway.advice.Advised;
import painpathway.advice.Advisor;
import painpathway.advice.Reason;
import painpathway.knowledge.Intervention;
import painpathway.logic.NumericPartition;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;
import painpathway.vignette.Vignette;

/** Makes patients out of vignettes that differ in one decisive answer: with it, an intervention gets another verdict. */
final class NearMisses {

    /** So many answers of one vignette are tried. */
    private static final int TRIED = 8;

    private static final List<Verb> DECIDE = List.of(Verb.SUGGEST, Verb.CONTRAINDICATE, Verb.HOLD);

    private final RuleBook book;
    private final Advisor advisor;
    private final CaseMaker maker;
    private final NearestAnswers nearest;

    NearMisses(Advisor advisor, CaseMaker maker) {
        this.book = advisor.book();
        this.advisor = advisor;
        this.maker = maker;
        this.nearest = new NearestAnswers(NumericPartition.toDrawBy(book));
    }

    /** One that this level takes; empty where none was found among those tried. */
    Optional<QuizCase> of(Vignette vignette, Level level, Random random) {
        Advised before = advisor.advised(vignette.assessment());
        List<Intervention> about = maker.about(vignette, before);
        Intervention first = about.get(0);
        List<Change> changes = changes(before, first);
        Collections.shuffle(changes, random);
        Set<Question> telling = maker.deciding(CaseMaker.entry(before, first), before.advice())
                .map(this::questions)
                .orElse(Set.of());
        changes.sort(
                Comparator.comparing(change -> !telling.contains(change.item().question())));
        for (Change change : changes.subList(0, Math.min(TRIED, changes.size()))) {
            Patient patient = new Patient(vignette, change);
            Advised after = advisor.advised(patient.assessment());
            if (turned(before, after, first) && coherent(before, after)) {
                Optional<QuizCase> made = maker.of(patient, after, List.of(first));
                if (made.isPresent() && level.fits(made.get().hard())) {
                    return made;
                }
            }
        }
        return Optional.empty();
    }

    /** The questions behind the lines that decide: another answer to one of them most likely turns the verdict. */
    private Set<Question> questions(DecidingLine deciding) {
        Set<Question> questions = new HashSet<>();
        Deque<Reason.Line> open = new ArrayDeque<>(deciding.reason().because());
        while (!open.isEmpty()) {
            Reason.Line line = open.pop();
            open.addAll(line.because());
            if (line instanceof Reason.OfAnswer of) {
                questions.addAll(book.questionnaire().asksFor(of.tested().question()));
            }
        }
        return questions;
    }

    private static boolean turned(Advised before, Advised after, Intervention about) {
        return CaseMaker.entry(before, about).verdict()
                != CaseMaker.entry(after, about).verdict();
    }

    /** No answer that is no longer asked for, and no new question: the patient is told in full, as the vignette was. */
    private static boolean coherent(Advised before, Advised after) {
        return after.advice().ignored().size() <= before.advice().ignored().size()
                && after.advice().questions().size()
                        <= before.advice().questions().size();
    }

    private List<Change> changes(Advised before, Intervention about) {
        Set<Question> decide = new LinkedHashSet<>();
        DECIDE.forEach(verb -> book.forIntervention(about.index(), verb).stream()
                .filter(rule -> rule.inForce(before.assessment().policy()))
                .forEach(rule -> decide.addAll(book.questionsBehind(rule))));
        List<Change> changes = new ArrayList<>();
        for (Item item : book.questionnaire().items(before.assessment().places())) {
            Answer given = before.assessment().answer(item);
            if (given != null
                    && decide.contains(item.question())
                    && before.answers(item.place()).due(item.question()) == Truth.MET) {
                nearest.of(item.question(), given).forEach(to -> changes.add(new Change(item, given, to)));
            }
        }
        return changes;
    }
}
