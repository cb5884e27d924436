package painpathway.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Advice.OpenQuestion;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/**
 * The unanswered questions between the answers so far and a verdict: the unknown literals of rules that still matter,
 * and blanks treated as an answer ({@code unknown-as}) if such a rule is met because of them.
 */
final class OpenQuestions {

    private final RuleBook book;
    private final List<ClinicalRule> outranking;

    OpenQuestions(RuleBook book) {
        this.book = book;
        this.outranking = book.rules().stream()
                .filter(r -> r.verb() == Verb.RED_FLAG || r.verb() == Verb.OBSTACLE)
                .toList();
    }

    /**
     * First those that would let entries through a red flag that withholds them, then safety questions, then those that decide most,
     * then in the order of the questionnaire.
     */
    List<OpenQuestion> of(List<PlaceRun> places, List<InterventionAdvice> suggestions, RaisedBarriers barriers) {
        Map<Key, Set<Intervention>> open = new LinkedHashMap<>();
        Map<Key, Integer> through = new HashMap<>();
        // Beside an emergency no exception counts, so nothing waits for its answers.
        Set<String> closed = barriers.flags().stream()
                .filter(f -> f.urgency() == Urgency.EMERGENCY)
                .map(f -> f.flag().id())
                .collect(Collectors.toSet());
        List<Map<Integer, Set<Key>>> known = places.stream()
                .<Map<Integer, Set<Key>>>map(p -> new HashMap<>())
                .toList();
        barriers.blankSafety().forEach(q -> open.put(new Key(q.question(), q.pain()), new LinkedHashSet<>()));
        for (InterventionAdvice suggestion : suggestions) {
            PlaceRun place = places.get(suggestion.pain());
            for (ClinicalRule rule : undecided(suggestion, place)) {
                for (Key key : openBehind(rule, place, known.get(place.pain()))) {
                    open.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(suggestion.intervention());
                }
            }
            assumed(suggestion, place)
                    .forEach(key -> open.computeIfAbsent(key, k -> new LinkedHashSet<>())
                            .add(suggestion.intervention()));
            for (String flag : suggestion.withheldBy()) {
                for (Key key : letThrough(flag, suggestion, place, known.get(place.pain()))) {
                    open.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(suggestion.intervention());
                    through.merge(key, closed.contains(flag) ? 0 : 1, Integer::sum);
                }
            }
        }
        for (PlaceRun place : places) {
            for (ClinicalRule rule : outranking) {
                Set<Key> keys = switch (place.run().truth(rule)) {
                    case UNKNOWN -> openBehind(rule, place, known.get(place.pain()));
                    case MET -> assumedBehind(rule, place);
                    case NOT_MET -> Set.of();
                };
                keys.forEach(key -> open.computeIfAbsent(key, k -> new LinkedHashSet<>()));
            }
        }
        return open.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Key, Set<Intervention>>>comparingInt(
                                e -> -through.getOrDefault(e.getKey(), 0))
                        .thenComparingInt(e -> e.getKey().question.safety() ? 0 : 1)
                        .thenComparingInt(e -> -e.getValue().size())
                        .thenComparingInt(e -> e.getKey().question.index())
                        .thenComparingInt(e -> e.getKey().pain == null ? 0 : e.getKey().pain))
                .map(e -> new OpenQuestion(e.getKey().question, e.getKey().pain, List.copyOf(e.getValue())))
                .toList();
    }

    private record Key(Question question, @Nullable Integer pain) {}

    /** The rules that can still change this entry. A final verdict has none. */
    private List<ClinicalRule> undecided(InterventionAdvice suggestion, PlaceRun place) {
        int index = suggestion.intervention().index();
        List<ClinicalRule> rules = new ArrayList<>();
        switch (suggestion.underlying()) {
            case NEEDS_INFORMATION ->
                rules.addAll(place.with(Truth.UNKNOWN, book.forIntervention(index, Verb.SUGGEST)));
            case PROVISIONAL -> rules.addAll(place.with(Truth.UNKNOWN, book.forIntervention(index, Verb.HOLD)));
            default -> {
                return rules;
            }
        }
        rules.addAll(place.with(Truth.UNKNOWN, book.forIntervention(index, Verb.CONTRAINDICATE)));
        return rules;
    }

    /** Blanks treated as an answer that rules this entry out or puts it on hold: the real answer may be better. */
    private Set<Key> assumed(InterventionAdvice suggestion, PlaceRun place) {
        int index = suggestion.intervention().index();
        boolean ruledOut = suggestion.underlying() == Verdict.CONTRAINDICATED;
        if (!ruledOut
                && suggestion.underlying() != Verdict.CONDITIONAL
                && suggestion.underlying() != Verdict.PROVISIONAL) {
            return Set.of();
        }
        List<Set<Key>> behind =
                place.with(Truth.MET, book.forIntervention(index, ruledOut ? Verb.CONTRAINDICATE : Verb.HOLD)).stream()
                        .map(rule -> assumedBehind(rule, place))
                        .toList();
        // If one of them rests on real answers, the others change nothing; each hold is a separate check.
        return ruledOut && behind.contains(Set.<Key>of()) ? Set.of() : union(behind);
    }

    /** What is open or assumed about the exceptions that would allow this entry in spite of a red flag that withholds it. */
    private Set<Key> letThrough(
            String flag, InterventionAdvice suggestion, PlaceRun place, Map<Integer, Set<Key>> known) {
        return union(book.forIntervention(suggestion.intervention().index(), Verb.ALLOW).stream()
                .filter(rule ->
                        rule.subject().equals(flag) && rule.inForce(place.run().policy()))
                .map(rule -> switch (place.run().truth(rule)) {
                    case UNKNOWN -> openBehind(rule, place, known);
                    case NOT_MET -> assumedBehind(rule, place);
                    case MET -> Set.<Key>of();
                })
                .toList());
    }

    /** The questions to ask because a blank was treated as an answer, and that alone decides whether the rule is met. */
    private Set<Key> assumedBehind(ClinicalRule rule, PlaceRun place) {
        return place.assumptions().behind(rule).stream()
                .flatMap(assumed -> book.questionnaire().asksFor(assumed).stream())
                .map(asked -> key(asked, place.pain()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Key> union(List<Set<Key>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Key key(Question question, int pain) {
        return new Key(question, question.perPain() ? pain : null);
    }

    private Set<Key> openBehind(ClinicalRule rule, PlaceRun place, Map<Integer, Set<Key>> known) {
        Set<Key> keys = new LinkedHashSet<>();
        for (Literal literal : rule.literals()) {
            if (literal instanceof Literal.OfFinding of) {
                if (place.run().findings().truth(of.finding()) == Truth.UNKNOWN) {
                    keys.addAll(openBehind(of.finding(), place, known));
                }
            } else {
                Question question = ((Literal.Test) literal).question();
                book.questionnaire().asksFor(question).forEach(q -> ask(q, place.answers(), place.pain(), keys));
            }
        }
        return keys;
    }

    /** Many rules read the same finding, so what it waits for is looked up once per place. */
    private Set<Key> openBehind(int finding, PlaceRun place, Map<Integer, Set<Key>> known) {
        Set<Key> keys = known.get(finding);
        if (keys == null) {
            keys = new LinkedHashSet<>();
            for (ClinicalRule inner : book.findings().get(finding).rules()) {
                if (place.run().truth(inner) == Truth.UNKNOWN) {
                    keys.addAll(openBehind(inner, place, known));
                }
            }
            known.put(finding, keys);
        }
        return keys;
    }

    /** The question itself if it is due and open; if a blank parent prevents that, the parent. */
    private void ask(Question question, Answers answers, int pain, Set<Key> keys) {
        if (answers.due(question) == Truth.UNKNOWN) {
            question.askedWhen().forEach(c -> ask(book.questionnaire().known(c.question()), answers, pain, keys));
        } else if (answers.blank(question)) {
            keys.add(key(question, pain));
        }
    }
}
