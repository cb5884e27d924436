package painpathway.advice;

import java.util.ArrayList;
import java.util.List;
import painpathway.advice.Advice.Ignored;
import painpathway.knowledge.Intervention;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Evaluator;
import painpathway.rules.RecordedRun;
import painpathway.rules.RuleBook;

/** Turns an assessment into the whole advice. Immutable and thread-safe; keeps nothing. */
public final class Advisor {

    private final Evaluator evaluator;
    private final RuleBook book;
    private final String program;
    private final Nearness nearness;
    private final InterventionAdvisor interventions;
    private final OpenQuestions openQuestions;
    private final FurtherPlaces furtherPlaces;

    /**
     * An advisor over one reading of the rules.
     *
     * @param program version of this program, kept with every advice
     */
    public Advisor(Evaluator evaluator, String program) {
        this.evaluator = evaluator;
        this.book = evaluator.book();
        this.program = program;
        this.nearness = new Nearness(book);
        this.interventions = new InterventionAdvisor(book, nearness);
        this.openQuestions = new OpenQuestions(book);
        this.furtherPlaces = new FurtherPlaces(book);
    }

    /** The rules behind the advice. */
    public RuleBook book() {
        return book;
    }

    /** What is asked about places that are not advised on. */
    public FurtherPlaces furtherPlaces() {
        return furtherPlaces;
    }

    /**
     * Advises on the first painful places, as many as {@link Assessment#MOST_ADVISED}; red flags and obstacles of all of them count. The
     * order of those advised on changes nothing but the order of the entries.
     */
    public Advice advise(Assessment assessment) {
        return advise(assessment, run(assessment));
    }

    /** The advice with the runs of the rules behind it. */
    public Advised advised(Assessment assessment) {
        List<PlaceRun> places = run(assessment);
        return new Advised(
                assessment,
                advise(assessment, places),
                places.stream().map(PlaceRun::run).toList());
    }

    /** The advice with the full form of every entry's reasons, made from the same runs. */
    public Explained explain(Assessment assessment) {
        List<PlaceRun> places = run(assessment);
        return explained(
                advise(assessment, places), places.stream().map(this::inFull).toList());
    }

    /** The advice with the rules that led to it, in the order in which they fired. */
    public Traced trace(Assessment assessment) {
        List<PlaceRun> places = new ArrayList<>();
        List<List<ClinicalRule>> orders = new ArrayList<>();
        for (Answers answers : Answers.of(book.questionnaire(), assessment)) {
            RecordedRun recorded = evaluator.record(answers, assessment.policy());
            orders.add(recorded.order());
            places.add(place(places.size(), answers, recorded.conclusions()));
        }
        List<Explainer> explainers = places.stream().map(this::inFull).toList();
        List<Traced.Run> runs = new ArrayList<>();
        for (int place = 0; place < places.size(); place++) {
            runs.add(new Traced.Run(
                    places.get(place).run(),
                    orders.get(place).stream()
                            .map(explainers.get(place)::reason)
                            .toList()));
        }
        return new Traced(explained(advise(assessment, places), explainers), runs);
    }

    /**
     * The verdict on each intervention, by its index, after so many steps of a run: a rule that has not fired yet counts as not met. It
     * knows this place alone, not what another one withholds.
     */
    public List<Verdict> soFar(Traced.Run run, int steps) {
        Conclusions fired = run.conclusions()
                .whenFired(run.steps().stream().limit(steps).map(Reason::rule).toList());
        PlaceRun place = place(0, fired.answers(), fired);
        RaisedBarriers barriers = RaisedBarriers.of(book, List.of(place));
        return book.catalogue().interventions().stream()
                .map(i -> interventions.verdict(i, place, barriers))
                .toList();
    }

    private Explainer inFull(PlaceRun place) {
        return new Explainer(book, nearness, place.run(), place.assumptions(), true);
    }

    private Explained explained(Advice advice, List<Explainer> explainers) {
        List<Explanation> explanations = new ArrayList<>();
        for (InterventionAdvice entry : advice.interventions()) {
            List<Reason> rules = explainers.get(entry.pain()).everyRule(entry.intervention());
            explanations.add(new Explanation(entry.intervention(), entry.pain(), entry.underlying(), rules));
        }
        return new Explained(advice, List.copyOf(explanations));
    }

    private List<PlaceRun> run(Assessment assessment) {
        List<PlaceRun> places = new ArrayList<>();
        for (Answers answers : Answers.of(book.questionnaire(), assessment)) {
            places.add(place(places.size(), answers, evaluator.run(answers, assessment.policy())));
        }
        return places;
    }

    private PlaceRun place(int place, Answers answers, Conclusions run) {
        Assumptions assumptions = new Assumptions(book, run);
        Explainer explainer = new Explainer(book, nearness, run, assumptions, false);
        return new PlaceRun(place, answers, run, assumptions, explainer);
    }

    private Advice advise(Assessment assessment, List<PlaceRun> places) {
        RaisedBarriers barriers = RaisedBarriers.of(book, places);
        List<InterventionAdvice> entries = new ArrayList<>();
        for (PlaceRun place : places.subList(0, assessment.advised())) {
            for (Intervention intervention : book.catalogue().interventions()) {
                entries.add(interventions.advise(intervention, place, barriers));
            }
        }
        return new Advice(
                OverallUrgency.of(barriers, entries),
                barriers.flags(),
                List.copyOf(entries),
                openQuestions.of(places, entries, barriers),
                barriers.obstacles(),
                ignored(places),
                book.catalogue().statement(),
                new Advice.Knowledge(book.version(), assessment.policy(), program));
    }

    private List<Ignored> ignored(List<PlaceRun> places) {
        List<Ignored> ignored = new ArrayList<>();
        for (PlaceRun place : places) {
            for (Question question : book.questionnaire().asked()) {
                if (place.answers().ignored(question) && place.asksHere(question)) {
                    ignored.add(new Ignored(question, place.placeOf(question)));
                }
            }
        }
        return List.copyOf(ignored);
    }
}
