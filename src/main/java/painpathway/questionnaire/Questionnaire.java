package painpathway.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import painpathway.folder.Faults;
import painpathway.folder.RulesFolder;
import painpathway.folder.YamlMapping;

/** All questions in the order in which they are asked, with sections, branching and derived numbers. */
public final class Questionnaire {

    /** The file with the questionnaire in a rules folder. */
    public static final String FILE = "questionnaire.yaml";

    /** A group of questions shown together. */
    public record Section(String id, String title, List<Question> questions) {}

    /** How an intake goes: question by question, and when it follows up an earlier one. */
    record Course(List<Topic> topics, FollowUp followUp) {

        Course {
            topics = List.copyOf(topics);
        }
    }

    private final List<Section> sections;
    private final Course course;
    private final List<Question> questions;
    private final List<Question> asked;
    private final Map<String, Question> byId;
    private final Map<String, List<Question>> copies;
    private final List<Question> assumable;
    private @Nullable BodyChart chart;

    Questionnaire(List<Section> sections, Course course, List<Question> questions, int asked) {
        this.sections = List.copyOf(sections);
        this.course = course;
        this.questions = List.copyOf(questions);
        this.asked = this.questions.subList(0, asked);
        this.byId = questions.stream()
                .collect(Collectors.toMap(q -> q.id().intern(), q -> q, (a, b) -> a, LinkedHashMap::new));
        this.copies = questions.stream()
                .filter(Question::copy)
                .collect(Collectors.groupingBy(q -> q.inputs().iterator().next()));
        this.assumable =
                this.questions.stream().filter(q -> q.unknownAs() != null).toList();
    }

    /** The sections in the order in which they are asked. */
    public List<Section> sections() {
        return sections;
    }

    /** What is asked together when one question is asked at a time; those that come first stand before all others. */
    public List<Topic> topics() {
        return course.topics;
    }

    /** What a follow-up of a closed record takes over, and asks first. */
    public FollowUp followUp() {
        return course.followUp;
    }

    /** Every question, derived ones last; a question's {@link Question#index()} is its position here. */
    public List<Question> questions() {
        return questions;
    }

    /** The questions that are asked, without derived ones. */
    public List<Question> asked() {
        return asked;
    }

    /** The address of every answer that can be given with so many painful places, in the order of the questions. */
    public List<Item> items(int places) {
        List<Item> items = new ArrayList<>();
        for (Question question : asked) {
            for (int place = 0; place < (question.perPain() ? places : 1); place++) {
                items.add(new Item(question, place));
            }
        }
        return items;
    }

    /** The first question asked about each painful place, which gives the place its name; null if there is none. */
    public @Nullable Question firstOfPlaces() {
        for (Question question : asked) {
            if (question.perPain()) {
                return question;
            }
        }
        return null;
    }

    /** The question with this id, or null. */
    public @Nullable Question question(String id) {
        return byId.get(id);
    }

    /** The question with this id, which was checked when the rules were read. Throws {@link IllegalArgumentException} if there is none. */
    public Question known(String id) {
        Question question = byId.get(id);
        if (question == null) {
            throw new IllegalArgumentException("no question '" + id + "'");
        }
        return question;
    }

    /** The ids of all questions, including derived ones. */
    public Set<String> ids() {
        return byId.keySet();
    }

    /** The question whose answer this one reads: of a copy the one that it copies, else itself. */
    public Question original(Question question) {
        return question.copy() ? known(question.inputs().iterator().next()) : question;
    }

    /** The copies of a question, each with another answer that a blank counts as. */
    public List<Question> copies(Question question) {
        return copies.getOrDefault(question.id(), List.of());
    }

    /** The questions and copies in which a blank counts as an answer. */
    public List<Question> assumable() {
        return assumable;
    }

    /** Whether a blank in this question counts as an answer, in the question itself or in a copy of it. */
    public boolean blankCounts(Question question) {
        return question.unknownAs() != null || !copies(question).isEmpty();
    }

    /** The questions that are asked and that this one is made of: itself, or the inputs of a derived number. */
    public Set<Question> asksFor(Question question) {
        if (!question.derived()) {
            return Set.of(question);
        }
        return question.inputs().stream().map(this::known).collect(Collectors.toSet());
    }

    /** Where the painful places are on the body; null if the rules folder has no chart. */
    public @Nullable BodyChart chart() {
        return chart;
    }

    /** Reads and checks the questionnaire and adds everything wrong with it to {@code faults}. */
    public static Questionnaire load(RulesFolder folder, Faults faults) {
        Questionnaire questionnaire = new QuestionnaireReader(YamlMapping.read(folder, FILE, faults), faults).read();
        questionnaire.chart = BodyChart.load(folder, questionnaire, faults);
        return questionnaire;
    }
}
