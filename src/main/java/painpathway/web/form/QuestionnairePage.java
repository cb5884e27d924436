package painpathway.web.form;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import painpathway.advice.FurtherPlaces;
import painpathway.knowledge.Policy;
import painpathway.questionnaire.BodyChart;

/**
 * The questions as the page shows them. Every question is in the page and those that are not due are hidden, so their answers are
 * sent along, and a question that becomes due only has to be shown.
 *
 * @param at         the section shown; {@link #ADVICE} for the advice
 * @param places     how many painful places are shown
 * @param mostPlaces how many there can be
 * @param faults     the refused answers, in words
 * @param unusable   anything else in the draft that cannot be used
 * @param chart      the places on the body, or null if the rules have no chart
 * @param beside     the notes
 * @param guidance   how the nurse goes through the questions
 */
public record QuestionnairePage(
        String at,
        int places,
        int mostPlaces,
        List<ShownSection> sections,
        List<RefusedAnswer> faults,
        UnusableAnswers unusable,
        String policy,
        List<Policy> policies,
        List<String> placeNames,
        @Nullable PlaceChart chart,
        IntakeGuidance guidance,
        Beside beside) {

    /** The step after the last section. */
    public static final String ADVICE = "advice";
    /** Takes the place of a section when the intake goes question by question and no question is left. */
    static final String END = "end";

    /** A section of questions, of which {@code asked} are due and {@code left} of those still blank; {@code back} is null for the first. */
    record ShownSection(
            String id,
            String title,
            List<PlaceGroup> groups,
            int asked,
            int left,
            @Nullable String back,
            String next,
            @Nullable String nextTitle) {}

    /**
     * Questions shown under one name: those about a painful place, or about the patient; no name if there is nothing to tell apart.
     * {@code further} is a place that is not advised on.
     */
    record PlaceGroup(
            int place,
            boolean ofPatient,
            boolean further,
            @Nullable String name,
            List<QuestionField> questions) {}

    /** The painful places, worst first, with the questions shown together for each, and the section they are in. */
    record PlaceChart(BodyChart drawing, String section, List<PlaceCard> cards) {

        Stream<QuestionField> fields() {
            return cards.stream().flatMap(c -> Stream.concat(Stream.of(c.site), c.beside.stream()));
        }
    }

    /** One painful place on the chart. */
    record PlaceCard(int place, String name, QuestionField site, List<QuestionField> beside) {}

    /** A refused answer, and what is wrong with it. */
    record RefusedAnswer(
            String id,
            String section,
            String question,
            @Nullable String place,
            String problem) {}

    /** {@code at} is the section or step asked for; an intake continues where something is left to answer if there is no such step. */
    public static QuestionnairePage of(
            String at, Form form, AdvisedAnswers answers, IntakeGuidance guidance, FurtherPlaces further) {
        return new PageLayout(form, answers, guidance, further).page(at);
    }

    private Stream<QuestionField> fields() {
        return Stream.concat(
                chart == null ? Stream.empty() : chart.fields(),
                sections.stream().flatMap(s -> s.groups.stream()).flatMap(g -> g.questions.stream()));
    }

    /** The fields whose answers are kept but do not count. */
    public List<QuestionField> kept() {
        return fields().filter(f -> f.kept() != null).toList();
    }

    /** The fields whose answers were taken over from an earlier record and are still the same. */
    public List<QuestionField> carried() {
        return fields().filter(f -> f.carried() != null).toList();
    }

    /** Those of them that count and nobody has checked yet. */
    public List<QuestionField> waiting() {
        return fields().filter(f -> f.due() && f.waits()).toList();
    }

    /** The numbers that count as another text than the one typed. */
    public List<QuestionField> understood() {
        return fields().filter(f -> f.number() != null && f.number().understood() != null)
                .toList();
    }

    /** Every calculator, wherever it stands. */
    public List<SumView> sums() {
        return fields().flatMap(f -> f.sums().stream()).toList();
    }

    /** The names of all fields that are shown, which tell the page what to show and hide. */
    public String shown() {
        return fields().filter(QuestionField::shown).map(QuestionField::name).collect(Collectors.joining(" "));
    }

    /** The names of all fields that are asked section by section. */
    public String due() {
        return fields().filter(QuestionField::due).map(QuestionField::name).collect(Collectors.joining(" "));
    }

    /** The title of the section shown; empty for the advice and the end. */
    public String heading() {
        return sections.stream()
                .filter(s -> s.id.equals(at))
                .map(ShownSection::title)
                .findFirst()
                .orElse("");
    }

    /** How many due questions are blank that the advice does not need. */
    public int forRecord() {
        return Math.max(0, left() - guidance.needed());
    }

    /** How many due questions are blank. */
    public int left() {
        return sections.stream().mapToInt(ShownSection::left).sum();
    }
}
