package painpathway.advice;

import java.util.ArrayList;
import java.util.List;
import painpathway.advice.Advice.Ignored;
import painpathway.knowledge.Intervention;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.rules.Conclusions;
import painpathway.rules.Evaluator;
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
        Advice advice = advise(assessment, places);
        List<Explainer> explainers = places.stream()
                .map(place -> new Explainer(book, nearness, place.run(), place.assumptions(), true))
                .toList();
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
            Conclusions run = evaluator.run(answers, assessment.policy());
            Assumptions assumptions = new Assumptions(book, run);
            Explainer explainer = new Explainer(book, nearness, run, assumptions, false);
            places.add(new PlaceRun(places.size(), answers, run, assumptions, explainer));
        }
        return places;
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
