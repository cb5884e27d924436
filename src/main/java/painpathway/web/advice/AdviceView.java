package painpathway.web.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import painpathway.advice.Advice;
import painpathway.advice.Advice.RaisedFlag;
import painpathway.advice.Advice.RaisedObstacle;
import painpathway.advice.Explained;
import painpathway.advice.Reason;
import painpathway.advice.ReviewShare;
import painpathway.advice.Verdict;
import painpathway.questionnaire.Truth;
import painpathway.rules.RuleBook;
import painpathway.web.Messages;
import painpathway.web.advice.RuleView.RuleTree;
import painpathway.web.form.PlaceNames;

/**
 * The advice in reading order: what to do now, what can be considered, what is missing, and what is not suggested
 * and why. It sorts and words what {@link Advice} says and adds nothing to it.
 *
 * @param care     candidates that are not procedures; they are part of nearly every plan, so they are not shown before the others
 * @param withheld entries that a red flag or an obstacle withholds, nearest to a candidate first
 * @param notNow   what is not indicated or contraindicated
 * @param asked    every question that can still change something, the one to ask first in front
 * @param missing  those of them that are no safety questions
 * @param further  the painful places that are not advised on
 * @param reviews  of everything that the advice gives as a reason
 */
public record AdviceView(
        Advice advice,
        String urgency,
        String policy,
        List<FlagView> flags,
        List<ObstacleView> obstacles,
        List<InterventionView> candidates,
        List<InterventionView> conditional,
        List<InterventionView> provisional,
        List<InterventionView> care,
        List<InterventionView> open,
        List<InterventionView> withheld,
        List<InterventionView> notNow,
        List<OpenQuestionView> asked,
        List<OpenQuestionView> missing,
        List<String> ignored,
        List<String> further,
        ReviewShare reviews,
        String summary) {

    /** A red flag with the facts from the documents about it; {@code asks} names the blank fields that it alone rests on. */
    public record FlagView(RaisedFlag it, String asks, List<RuleView> why, Sourced source, List<FactView> facts) {}

    /** A fact from a document, and where it stands. */
    public record FactView(String text, Sourced source) {}

    /** An obstacle; {@code questions} are the blank safety questions, if it is about those. */
    public record ObstacleView(RaisedObstacle it, List<RuleView> why, List<OpenQuestionView> questions) {}

    public static AdviceView of(Advice advice, PlaceNames places, RuleBook book, Messages words) {
        return new AdviceViews(advice, places, book, words, false).view();
    }

    /** Only what the panel beside the questions shows, because it is made again after every answer. */
    public static AdviceView brief(Advice advice, PlaceNames places, RuleBook book, Messages words) {
        return new AdviceViews(advice, places, book, words, true).view();
    }

    /**
     * The rules about one entry, with every line down to the answers. Rules that only exclude, delay or warn other patients are
     * counted and not shown.
     */
    public static RuleTree tree(Explained explained, String id, RuleBook book, Messages words) {
        RuleViews rules = new RuleViews(book, new Sources(book.catalogue()), words);
        List<Reason> reasons = explained.explanations().stream()
                .filter(e -> InterventionView.id(e.intervention(), e.pain()).equals(id))
                .flatMap(e -> e.rules().stream())
                .toList();
        List<RuleView> shown = reasons.stream()
                .filter(r -> !r.rule().verb().isAgainst() || r.truth() != Truth.NOT_MET)
                .map(rules::whole)
                .toList();
        return new RuleTree(shown, reasons.size() - shown.size());
    }

    /** The first few questions that matter most. */
    public List<OpenQuestionView> stillMissing(int most) {
        return asked.stream().limit(most).toList();
    }

    /** The same entries, what they say alike of several places told once. */
    public List<SeveralPlaces> together(List<InterventionView> entries) {
        return SeveralPlaces.of(entries);
    }

    /** The entry with this id. */
    public Optional<InterventionView> entry(String id) {
        return Stream.of(candidates, conditional, provisional, care, open, withheld, notNow)
                .flatMap(List::stream)
                .filter(e -> e.id().equals(id))
                .findFirst();
    }

    /** What can be considered, by verdict, best first, for the summary beside the questions. */
    public Map<Verdict, List<InterventionView>> promising() {
        return Stream.of(candidates, conditional, provisional, care)
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(e -> e.it().verdict(), LinkedHashMap::new, Collectors.toList()));
    }
}
