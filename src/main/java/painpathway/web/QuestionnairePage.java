package painpathway.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import painpathway.knowledge.Policy;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.AssessmentReader;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.questionnaire.Truth;
import painpathway.rules.RuleBook;

/**
 * The questions as the page shows them. Every question is in the page, those that are not due are hidden: so their answers
 * travel along, and one that becomes due only has to be uncovered.
 *
 * @param at       the section in view; {@link #ADVICE} for the advice
 * @param places   how many painful places are shown
 * @param mostPlaces how many there can be
 * @param faults   the answers that are refused, in words
 * @param strange  what else was sent and cannot be used
 */
record QuestionnairePage(String at, int places, int mostPlaces, List<Section> sections, List<Refused> faults, List<String> strange,
                         String policy, List<Policy> policies, List<String> placeNames) {

    /** The step after the last section. */
    static final String ADVICE = "advice";

    /** A section of questions; {@code asked} are due, {@code left} of them are still blank. */
    record Section(String id, String title, List<Group> groups, int asked, int left, String back, String next, String nextTitle,
                   boolean addsPlaces) {
    }

    /** The questions about one painful place, or (place is null) those of the patient. */
    record Group(Integer place, String name, List<Field> questions) {
    }

    /** A refused answer. */
    record Refused(String field, String id, String section, String question, String place, String problem) {
    }

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
     */
    record Field(String name, String id, Question question, boolean shown, Set<String> ticked, String typed, String fault, String range) {

        public boolean notKnown() {
            return ticked.contains(AssessmentReader.NOT_KNOWN);
        }

        /** Which control fits: a short scale of points is a row of buttons, not a box to type in. */
        public String control() {
            if (!question.type().isNumber()) {
                return question.type().word();
            }
            return question.type() == Question.Type.INTEGER && "points".equals(question.unit()) && question.max() <= 10 ? "scale" : "number";
        }

        public int from() {
            return question.min().intValue();
        }

        public int to() {
            return question.max().intValue();
        }
    }

    static QuestionnairePage of(Form form, Reading reading, RuleBook book, Words words) {
        Questionnaire questionnaire = book.questionnaire();
        List<Answers> answers = Answers.of(questionnaire, reading.assessment());
        List<String> names = placeNames(reading, book, words);
        List<Questionnaire.Section> all = questionnaire.sections();
        Set<String> steps = Stream.concat(all.stream().map(Questionnaire.Section::id), Stream.of(ADVICE)).collect(Collectors.toSet());
        List<Section> sections = new ArrayList<>();
        List<Refused> faults = new ArrayList<>();
        boolean placesBegun = false;
        for (int i = 0; i < all.size(); i++) {
            Questionnaire.Section section = all.get(i);
            List<Group> groups = groups(section, form, reading, answers, names, words);
            int asked = 0;
            int left = 0;
            boolean perPain = section.questions().stream().anyMatch(Question::perPain);
            for (Group group : groups) {
                Answers of = answers.get(group.place == null ? 0 : group.place);
                for (Field field : group.questions) {
                    asked += of.due(field.question) == Truth.MET ? 1 : 0;
                    left += of.due(field.question) == Truth.MET && of.given(field.question) == null ? 1 : 0;
                    if (field.fault != null) {
                        faults.add(new Refused(field.name, field.id, section.id(), field.question.text(),
                                names.size() > 1 && field.question.perPain() ? names.get(group.place) : null, field.fault));
                    }
                }
            }
            sections.add(new Section(section.id(), section.title(), groups, asked, left, i == 0 ? null : all.get(i - 1).id(),
                    i == all.size() - 1 ? ADVICE : all.get(i + 1).id(), i == all.size() - 1 ? null : all.get(i + 1).title(),
                    perPain && !placesBegun));
            placesBegun |= perPain;
        }
        // Whoever goes on with a draft goes on where something is still to be answered.
        String at = steps.contains(form.at()) ? form.at() : sections.stream().filter(s -> s.left > 0).map(Section::id).findFirst().orElse(ADVICE);
        return new QuestionnairePage(at, names.size(), Assessment.MOST_PAINS, sections, faults,
                reading.strange().stream().map(f -> f.question() == null ? "" : f.question()).toList(),
                reading.assessment().policy(), List.copyOf(book.catalogue().policies()), names);
    }

    /** The names of all fields that are shown: what the page needs to know to uncover and hide questions. */
    public String shown() {
        return sections.stream().flatMap(s -> s.groups.stream()).flatMap(g -> g.questions.stream())
                .filter(Field::shown).map(Field::name).collect(Collectors.joining(" "));
    }

    /** How many due questions are blank. */
    public int left() {
        return sections.stream().mapToInt(Section::left).sum();
    }

    /** What each place is called: its number, and the answer to the first question that is asked about places. */
    static List<String> placeNames(Reading reading, RuleBook book, Words words) {
        Question first = book.questionnaire().asked().stream().filter(Question::perPain).findFirst().orElse(null);
        List<String> names = new ArrayList<>();
        for (int place = 0; place < reading.assessment().pains().size(); place++) {
            Answer answer = first == null ? null : reading.assessment().pains().get(place).get(first.id());
            String number = String.valueOf(place + 1);
            names.add(answer instanceof Answer.Choice choice ? words.say("place.named", number, first.option(choice.option()).text())
                    : words.say("place.numbered", number));
        }
        return names;
    }

    /** The painful places that were named, in words. */
    static List<String> places(Reading reading, RuleBook book) {
        Question first = book.questionnaire().asked().stream().filter(Question::perPain).findFirst().orElse(null);
        return first == null ? List.of() : reading.assessment().pains().stream().map(p -> p.get(first.id()))
                .filter(Answer.Choice.class::isInstance).map(a -> first.option(((Answer.Choice) a).option()).text()).toList();
    }

    /** With one place the questions keep the order of the questionnaire; with more, each place has its own group. */
    private static List<Group> groups(Questionnaire.Section section, Form form, Reading reading, List<Answers> answers, List<String> names,
                                      Words words) {
        boolean perPain = section.questions().stream().anyMatch(Question::perPain);
        if (!perPain || names.size() == 1) {
            return List.of(new Group(perPain ? 0 : null, null,
                    section.questions().stream().map(q -> field(q, q.perPain() ? 0 : null, form, reading, answers, words)).toList()));
        }
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int place = i;
            groups.add(new Group(place, names.get(place), section.questions().stream().filter(Question::perPain)
                    .map(q -> field(q, place, form, reading, answers, words)).toList()));
        }
        List<Field> patient = section.questions().stream().filter(q -> !q.perPain())
                .map(q -> field(q, null, form, reading, answers, words)).toList();
        if (!patient.isEmpty()) {
            groups.add(new Group(null, words.say("place.none"), patient));
        }
        return groups;
    }

    private static Field field(Question question, Integer place, Form form, Reading reading, List<Answers> answers, Words words) {
        String name = Form.field(question, place);
        boolean refused = reading.faulty().contains(name);
        boolean due = answers.get(place == null ? 0 : place).due(question) == Truth.MET;
        String range = question.type().isNumber()
                ? words.say("range", AssessmentReader.number(question.min()), AssessmentReader.number(question.max()), question.unit()) : null;
        String fault = !refused ? null : switch (question.type()) {
            case INTEGER -> words.say("fault.integer", range);
            case DECIMAL -> words.say("fault.decimal", range);
            case CHOICE -> words.say("fault.choice");
            case CHOICES -> words.say("fault.choices");
        };
        // A refused answer is shown even where its question is not due: what is hidden cannot be mended.
        return new Field(name, Form.id(name), question, due || refused, form.ticked(question, place), form.typed(question, place), fault, range);
    }
}
