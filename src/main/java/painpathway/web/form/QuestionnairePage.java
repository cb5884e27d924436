package painpathway.web.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import painpathway.knowledge.Policy;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.BodyChart;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.questionnaire.Truth;
import painpathway.rules.RuleBook;
import painpathway.web.Messages;

/**
 * The questions as the page shows them. Every question is in the page, and those that are not due are hidden, so their answers
 * travel along, and one that becomes due only has to be uncovered.
 *
 * @param at       the section shown; {@link #ADVICE} for the advice
 * @param places   how many painful places are shown
 * @param mostPlaces how many there can be
 * @param faults   the refused answers, in words
 * @param strange  anything else in the draft that cannot be used
 * @param strangeMore how much more of that there is
 * @param surplus  the places beyond those that can be advised on
 * @param chart    the places on the body, or null if the rules have no chart
 * @param lead     how the nurse goes through the questions
 */
public record QuestionnairePage(
        String at,
        int places,
        int mostPlaces,
        List<Section> sections,
        List<Refused> faults,
        List<Stray> strange,
        int strangeMore,
        List<Surplus> surplus,
        String policy,
        List<Policy> policies,
        List<String> placeNames,
        Chart chart,
        IntakeGuidance lead) {

    /** The step after the last section. */
    public static final String ADVICE = "advice";
    /** Takes the place of a section when the intake goes question by question and no question is left. */
    static final String END = "end";

    /** So much of what cannot be used is shown, here and on paper: a request with thousands makes no page of thousands. */
    static final int MOST_STRAYS = 30;

    /** A section of questions, of which {@code asked} are due and {@code left} of those still blank. */
    record Section(
            String id,
            String title,
            List<Group> groups,
            int asked,
            int left,
            String back,
            String next,
            String nextTitle,
            boolean addsPlaces) {}

    /** The questions about one painful place, or (place is null) those of the patient. */
    record Group(Integer place, String name, List<Field> questions) {}

    /** The painful places, worst first, with the questions shown together for each, and the section they are in. */
    record Chart(BodyChart drawing, String section, List<Card> cards) {}

    /** One painful place. */
    record Card(int place, String name, Field site, List<Field> beside) {}

    /** A refused answer. */
    record Refused(String field, String id, String section, String question, String place, String problem) {}

    /** What stands in a field that no page has: the question, or what is called for where there is no such question. */
    public record Stray(String field, String name, String answer) {}

    /** A painful place too many, and what was answered about it. */
    public record Surplus(int place, String name, List<Stray> answers) {}

    /**
     * One question with its answer.
     *
     * @param name   name of its form field
     * @param id     the same, fit for an HTML id
     * @param shown  whether it is asked now
     * @param ticked options ticked, "not-known" among them
     * @param typed  text of a number field as typed
     * @param fault  what is wrong with the answer, or null
     * @param range  the real range in words, or null
     * @param place  what its painful place is called, if there is more than one
     * @param kept   the answer in words if it does not count because the question is no longer asked; else null
     */
    record Field(
            String name,
            String id,
            Question question,
            boolean shown,
            Set<String> ticked,
            String typed,
            String fault,
            String range,
            String place,
            String kept) {

        public boolean notKnown() {
            return ticked.contains(AnswerFormat.NOT_KNOWN);
        }

        /** Which control fits: a short scale of points is a row of buttons, not a box to type in. */
        public String control() {
            if (!question.type().isNumber()) {
                return question.type().word();
            }
            return question.type() == Question.Type.INTEGER && "points".equals(question.unit()) && question.max() <= 10
                    ? "scale"
                    : "number";
        }

        public int from() {
            return question.min().intValue();
        }

        public int to() {
            return question.max().intValue();
        }
    }

    public static QuestionnairePage of(
            Form form, BoundForm reading, IntakeGuidance lead, RuleBook book, Messages words) {
        Questionnaire questionnaire = book.questionnaire();
        List<Answers> answers = Answers.of(questionnaire, reading.assessment());
        List<String> names = placeNames(reading, book, words);
        List<Questionnaire.Section> all = questionnaire.sections();
        Set<String> steps = Stream.concat(all.stream().map(Questionnaire.Section::id), Stream.of(ADVICE))
                .collect(Collectors.toSet());
        Chart chart = chart(form, reading, answers, names, lead, book, words);
        List<Section> sections = new ArrayList<>();
        List<Refused> faults = new ArrayList<>();
        boolean placesBegun = false;
        for (int i = 0; i < all.size(); i++) {
            Questionnaire.Section section = all.get(i);
            List<Group> groups = groups(section, chart, form, reading, answers, names, lead, words);
            int asked = 0;
            int left = 0;
            boolean perPain = section.questions().stream().anyMatch(Question::perPain);
            List<Group> counted = new ArrayList<>(groups);
            if (chart != null && chart.section.equals(section.id())) {
                chart.cards.forEach(c -> counted.add(new Group(
                        c.place,
                        c.name,
                        Stream.concat(Stream.of(c.site), c.beside.stream()).toList())));
            }
            for (Group group : counted) {
                Answers of = answers.get(group.place == null ? 0 : group.place);
                for (Field field : group.questions) {
                    asked += of.due(field.question) == Truth.MET ? 1 : 0;
                    left += of.due(field.question) == Truth.MET && of.given(field.question) == null ? 1 : 0;
                    if (field.fault != null) {
                        faults.add(new Refused(
                                field.name,
                                field.id,
                                section.id(),
                                field.question.text(),
                                names.size() > 1 && field.question.perPain() ? names.get(group.place) : null,
                                field.fault));
                    }
                }
            }
            sections.add(new Section(
                    section.id(),
                    section.title(),
                    groups,
                    asked,
                    left,
                    i == 0 ? null : all.get(i - 1).id(),
                    i == all.size() - 1 ? ADVICE : all.get(i + 1).id(),
                    i == all.size() - 1 ? null : all.get(i + 1).title(),
                    perPain && !placesBegun));
            placesBegun |= perPain;
        }
        // A draft continues where something is still to be answered.
        String wanted = steps.contains(form.at())
                ? form.at()
                : sections.stream()
                        .filter(s -> s.left > 0)
                        .map(Section::id)
                        .findFirst()
                        .orElse(ADVICE);
        String at = !lead.one() || wanted.equals(ADVICE)
                ? wanted
                : lead.complete() ? END : lead.now().question().section();
        return new QuestionnairePage(
                at,
                names.size(),
                Assessment.MOST_PAINS,
                sections,
                faults,
                strays(reading.strange(), words),
                Math.max(0, reading.strange().size() - MOST_STRAYS),
                surplus(reading, names.size(), book, words),
                reading.assessment().policy(),
                List.copyOf(book.catalogue().policies()),
                names,
                chart,
                lead);
    }

    /** Fields that cannot be used, in words. */
    public static List<Stray> strays(List<BoundForm.Strange> strange, Messages words) {
        return strange.stream()
                .limit(MOST_STRAYS)
                .map(s -> {
                    FieldName field = FieldName.of(s.field());
                    String name =
                            s.question() != null ? s.question().text() : field != null ? field.question() : s.field();
                    return new Stray(s.field(), name, ConcurrentChangeView.words(s.question(), s.values(), words));
                })
                .toList();
    }

    /** The places too many, named by their number and what was answered to the first question about places. */
    public static List<Surplus> surplus(BoundForm reading, int places, RuleBook book, Messages words) {
        Question first = book.questionnaire().firstOfPlaces();
        List<Surplus> surplus = new ArrayList<>();
        for (List<BoundForm.Strange> answers : reading.surplus()) {
            int place = places + surplus.size();
            String number = String.valueOf(place + 1);
            String name = answers.stream()
                    .filter(a -> first != null && a.question() == first)
                    .map(a -> words.say("place.named", number, ConcurrentChangeView.words(first, a.values(), words)))
                    .findFirst()
                    .orElse(words.say("place.numbered", number));
            surplus.add(new Surplus(place, name, strays(answers, words)));
        }
        return surplus;
    }

    private Stream<Field> fields() {
        Stream<Field> cards = chart == null
                ? Stream.empty()
                : chart.cards.stream().flatMap(c -> Stream.concat(Stream.of(c.site), c.beside.stream()));
        return Stream.concat(
                cards, sections.stream().flatMap(s -> s.groups.stream()).flatMap(g -> g.questions.stream()));
    }

    /** The fields whose answers are kept but do not count. */
    public List<Field> kept() {
        return fields().filter(f -> f.kept != null).toList();
    }

    /** The names of all fields that are shown, which tell the page what to uncover and hide. */
    public String shown() {
        return fields().filter(Field::shown).map(Field::name).collect(Collectors.joining(" "));
    }

    /** How many due questions are blank. */
    public int left() {
        return sections.stream().mapToInt(Section::left).sum();
    }

    /** What each place is called: its number, and the answer to the first question that is asked about places. */
    public static List<String> placeNames(BoundForm reading, RuleBook book, Messages words) {
        Question first = book.questionnaire().firstOfPlaces();
        List<String> names = new ArrayList<>();
        for (int place = 0; place < reading.assessment().pains().size(); place++) {
            Answer answer = first == null
                    ? null
                    : reading.assessment().pains().get(place).get(first.id());
            String number = String.valueOf(place + 1);
            names.add(
                    answer instanceof Answer.Choice choice
                            ? words.say(
                                    "place.named",
                                    number,
                                    first.option(choice.option()).text())
                            : words.say("place.numbered", number));
        }
        return names;
    }

    /** The painful places that were named, in words. */
    public static List<String> places(BoundForm reading, RuleBook book) {
        Question first = book.questionnaire().firstOfPlaces();
        return first == null
                ? List.of()
                : reading.assessment().pains().stream()
                        .map(p -> p.get(first.id()))
                        .filter(Answer.Choice.class::isInstance)
                        .map(a -> first.option(((Answer.Choice) a).option()).text())
                        .toList();
    }

    /** With one place the questions keep the order of the questionnaire; with more, each place has its own group. */
    private static List<Group> groups(
            Questionnaire.Section section,
            Chart chart,
            Form form,
            BoundForm reading,
            List<Answers> answers,
            List<String> names,
            IntakeGuidance lead,
            Messages words) {
        List<Question> questions = section.questions().stream()
                .filter(q -> chart == null || !onChart(q, chart.drawing))
                .toList();
        boolean perPain = section.questions().stream().anyMatch(Question::perPain);
        if (!perPain || names.size() == 1) {
            return List.of(new Group(
                    perPain ? 0 : null,
                    null,
                    questions.stream()
                            .map(q -> field(q, q.perPain() ? 0 : null, form, reading, answers, names, lead, words))
                            .toList()));
        }
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int place = i;
            groups.add(new Group(
                    place,
                    names.get(place),
                    questions.stream()
                            .filter(Question::perPain)
                            .map(q -> field(q, place, form, reading, answers, names, lead, words))
                            .toList()));
        }
        List<Field> patient = questions.stream()
                .filter(q -> !q.perPain())
                .map(q -> field(q, null, form, reading, answers, names, lead, words))
                .toList();
        if (!patient.isEmpty()) {
            groups.add(new Group(null, words.say("place.none"), patient));
        }
        return groups;
    }

    private static boolean onChart(Question question, BodyChart drawing) {
        return question == drawing.question() || drawing.beside().contains(question);
    }

    private static Chart chart(
            Form form,
            BoundForm reading,
            List<Answers> answers,
            List<String> names,
            IntakeGuidance lead,
            RuleBook book,
            Messages words) {
        BodyChart drawing = book.questionnaire().chart();
        if (drawing == null) {
            return null;
        }
        List<Card> cards = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int place = i;
            cards.add(new Card(
                    place,
                    names.get(place),
                    field(drawing.question(), place, form, reading, answers, names, lead, words),
                    drawing.beside().stream()
                            .map(q -> field(q, place, form, reading, answers, names, lead, words))
                            .toList()));
        }
        return new Chart(drawing, drawing.question().section(), cards);
    }

    private static Field field(
            Question question,
            Integer place,
            Form form,
            BoundForm reading,
            List<Answers> answers,
            List<String> names,
            IntakeGuidance lead,
            Messages words) {
        String name = Form.field(question, place);
        boolean refused = reading.faulty().contains(name);
        boolean due = answers.get(place == null ? 0 : place).due(question) == Truth.MET;
        String range = question.type().isNumber()
                ? words.say("range", AnswerFormat.text(question.min()), question.amount(question.max()))
                : null;
        String fault = !refused
                ? null
                : switch (question.type()) {
                    case INTEGER -> words.say("fault.integer", range);
                    case DECIMAL -> words.say("fault.decimal", range);
                    case CHOICE -> words.say("fault.choice");
                    case CHOICES -> words.say("fault.choices");
                };
        // A refused answer is shown even if its question is not due, because nobody can correct what is hidden.
        boolean shown = lead.one() ? lead.asks(question, place) : due || refused;
        List<String> sent = form.sent().getOrDefault(name, List.of());
        String kept = due || refused || sent.isEmpty() ? null : ConcurrentChangeView.words(question, sent, words);
        return new Field(
                name,
                Form.id(name),
                question,
                shown,
                form.ticked(question, place),
                form.typed(question, place),
                fault,
                range,
                place == null || names.size() == 1 ? null : names.get(place),
                lead.one() ? null : kept);
    }
}
