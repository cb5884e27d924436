package painpathway.web.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import painpathway.advice.Advice;
import painpathway.advice.Advice.Ignored;
import painpathway.advice.Advice.RaisedFlag;
import painpathway.advice.Advice.RaisedObstacle;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.ReviewShare;
import painpathway.advice.Verdict;
import painpathway.knowledge.RedFlag;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.rules.RuleBook;
import painpathway.web.Messages;
import painpathway.web.advice.AdviceView.FactView;
import painpathway.web.advice.AdviceView.FlagView;
import painpathway.web.advice.AdviceView.ObstacleView;
import painpathway.web.advice.InterventionView.CheckView;
import painpathway.web.advice.InterventionView.StanceSide;
import painpathway.web.advice.InterventionView.StanceView;
import painpathway.web.form.PlaceNames;

/** Makes the view of one advice, brief or whole. */
final class AdviceViews {

    private final Advice advice;
    private final PlaceNames places;
    private final RuleBook book;
    private final Messages words;
    private final boolean brief;
    private final Sources sources;
    private final RuleViews rules;

    AdviceViews(Advice advice, PlaceNames places, RuleBook book, Messages words, boolean brief) {
        this.advice = advice;
        this.places = places;
        this.book = book;
        this.words = words;
        this.brief = brief;
        this.sources = new Sources(book.catalogue());
        this.rules = new RuleViews(book, sources, words);
    }

    AdviceView view() {
        Map<Verdict, List<InterventionView>> entries = advice.interventions().stream()
                .map(this::intervention)
                .collect(Collectors.groupingBy(e -> e.it().verdict()));
        List<InterventionView> withheld = new ArrayList<>(entries.getOrDefault(Verdict.WITHHELD, List.of()));
        withheld.sort(Comparator.comparing(e -> e.it().underlying()));
        List<InterventionView> notNow = new ArrayList<>(entries.getOrDefault(Verdict.CONTRAINDICATED, List.of()));
        notNow.addAll(entries.getOrDefault(Verdict.NOT_INDICATED, List.of()));
        List<OpenQuestionView> asked = advice.questions().stream()
                .map(q -> OpenQuestionView.of(q, places))
                .toList();
        List<InterventionView> candidate = entries.getOrDefault(Verdict.CANDIDATE, List.of());
        List<InterventionView> candidates = candidate.stream()
                .filter(e -> e.it().intervention().procedure())
                .toList();
        List<InterventionView> conditional = entries.getOrDefault(Verdict.CONDITIONAL, List.of());
        String urgency = words.say("urgency." + advice.urgency().word());
        return new AdviceView(
                advice,
                urgency,
                rules.policyName(advice.knowledge().policy()),
                advice.redFlags().stream().map(this::flag).toList(),
                advice.obstacles().stream().map(this::obstacle).toList(),
                candidates,
                conditional,
                entries.getOrDefault(Verdict.PROVISIONAL, List.of()),
                candidate.stream()
                        .filter(e -> !e.it().intervention().procedure())
                        .toList(),
                entries.getOrDefault(Verdict.NEEDS_INFORMATION, List.of()),
                withheld,
                notNow,
                asked,
                asked.stream().filter(m -> !m.question().safety()).toList(),
                advice.ignored().stream().map(this::ignored).toList(),
                places.all().stream().skip(Assessment.MOST_ADVISED).toList(),
                ReviewShare.behind(advice, book),
                words.say(
                        "summary",
                        urgency,
                        String.valueOf(candidates.size()),
                        String.valueOf(conditional.size()),
                        String.valueOf(asked.size())));
    }

    private String ignored(Ignored ignored) {
        String place = places.at(ignored.pain());
        String question = ignored.question().text();
        return place == null ? question : words.say("about.place", question, place);
    }

    private FlagView flag(RaisedFlag raised) {
        RedFlag flag = raised.flag();
        return new FlagView(
                raised,
                asks(raised),
                rules.all(raised.reasons()),
                sources.of(flag.citation(), flag.evidence()),
                flag.facts().stream()
                        .map(f -> new FactView(f.text(), sources.of(f)))
                        .toList());
    }

    private String asks(RaisedFlag raised) {
        Set<String> assumed = Set.copyOf(raised.assumptions());
        return advice.questions().stream()
                .filter(open -> Optional.ofNullable(open.question().whenUnknown())
                        .filter(assumed::contains)
                        .isPresent())
                .map(open -> Item.at(open.question(), open.pain() == null ? 0 : open.pain()))
                .map(Item::field)
                .collect(Collectors.joining(" "));
    }

    private ObstacleView obstacle(RaisedObstacle raised) {
        return new ObstacleView(
                raised,
                rules.all(raised.reasons()),
                raised.questions().stream()
                        .map(q -> OpenQuestionView.of(q, places))
                        .toList());
    }

    private InterventionView intervention(InterventionAdvice one) {
        String place = places.at(one.pain());
        if (brief) {
            return InterventionView.brief(one, place);
        }
        RuleViews.Decisive decisive = rules.decisive(one);
        return new InterventionView(
                one,
                InterventionView.id(one.intervention(), one.pain()),
                place,
                decisive.text(),
                decisive.unverified(),
                one.withheldBy().stream().map(this::obstacleName).toList(),
                rules.all(one.reasons()),
                checks(one),
                questions(one),
                NoteBlocks.of(one, sources),
                stances(one));
    }

    /** What a red flag or an obstacle is called. */
    private String obstacleName(String id) {
        RedFlag flag = book.catalogue().redFlag(id);
        return flag != null ? flag.name() : book.catalogue().obstacle(id).text();
    }

    private List<CheckView> checks(InterventionAdvice one) {
        return one.conditions().stream()
                .map(c -> new CheckView(
                        c.check(), sources.of(c.check().citation(), c.check().evidence()), rules.all(c.reasons())))
                .toList();
    }

    private List<OpenQuestionView> questions(InterventionAdvice one) {
        return advice.questions().stream()
                .filter(q -> q.decides().contains(one.intervention()) && (q.pain() == null || q.pain() == one.pain()))
                .map(q -> OpenQuestionView.of(q, places))
                .toList();
    }

    private List<StanceView> stances(InterventionAdvice one) {
        return one.stances().stream()
                .map(shown -> new StanceView(
                        shown,
                        shown.stance().sides().stream()
                                .map(side -> new StanceSide(side.says(), sources.of(side.citation(), side.evidence())))
                                .toList()))
                .toList();
    }
}
