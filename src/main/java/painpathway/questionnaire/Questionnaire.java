package painpathway.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import painpathway.folder.Faults;
import painpathway.folder.Names;
import painpathway.folder.RulesFolder;
import painpathway.folder.YamlMapping;
import painpathway.questionnaire.Question.Condition;
import painpathway.questionnaire.Question.Option;
import painpathway.questionnaire.Question.Type;

/** All questions in the order in which they are asked, with sections, branching and derived numbers. */
public final class Questionnaire {

    /** The file with the questionnaire in a rules folder. */
    public static final String FILE = "questionnaire.yaml";

    private static final List<String> CAN_CHANGE = List.of("with-time", "with-care", Question.BY_TEST, Question.NEVER);

    /** A group of questions shown together. */
    public record Section(String id, String title, List<Question> questions) {}

    private final List<Section> sections;
    private final List<Question> questions;
    private final List<Question> asked;
    private final Map<String, Question> byId;
    private final Map<String, List<Question>> copies;
    private final List<Question> assumable;
    private BodyChart chart;

    private Questionnaire(List<Section> sections, List<Question> questions, int asked) {
        this.sections = List.copyOf(sections);
        this.questions = List.copyOf(questions);
        this.asked = this.questions.subList(0, asked);
        this.byId = questions.stream()
                .collect(Collectors.toMap(q -> q.id().intern(), q -> q, (a, b) -> a, LinkedHashMap::new));
        this.copies = questions.stream()
                .filter(Question::copy)
                .collect(Collectors.groupingBy(
                        q -> q.derivation().inputs().iterator().next()));
        this.assumable =
                this.questions.stream().filter(q -> q.unknownAs() != null).toList();
    }

    /** The sections in the order in which they are asked. */
    public List<Section> sections() {
        return sections;
    }

    /** Every question, derived ones last; a question's {@link Question#index()} is its position here. */
    public List<Question> questions() {
        return questions;
    }

    /** The questions that are asked, without derived ones. */
    public List<Question> asked() {
        return asked;
    }

    /** The first question asked about each painful place, which gives the place its name; null if there is none. */
    public Question firstOfPlaces() {
        return asked.stream().filter(Question::perPain).findFirst().orElse(null);
    }

    /** The question with this id, or null. */
    public Question question(String id) {
        return byId.get(id);
    }

    /** The ids of all questions, including derived ones. */
    public Set<String> ids() {
        return byId.keySet();
    }

    /** The question whose answer this one reads: of a copy the one that it copies, else itself. */
    public Question original(Question question) {
        return question.copy()
                ? question(question.derivation().inputs().iterator().next())
                : question;
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
        return question.derivation().inputs().stream().map(this::question).collect(Collectors.toSet());
    }

    /** Where the painful places are on the body; null if the rules folder has no chart. */
    public BodyChart chart() {
        return chart;
    }

    /** Reads and checks the questionnaire and adds everything wrong with it to {@code faults}. */
    public static Questionnaire load(RulesFolder folder, Faults faults) {
        Questionnaire questionnaire = new Loader(faults).load(YamlMapping.read(folder, FILE, faults));
        questionnaire.chart = BodyChart.load(folder, questionnaire, faults);
        return questionnaire;
    }

    private static final class Loader {

        private final Faults faults;
        private final List<Question> questions = new ArrayList<>();
        private final Map<String, Question> byId = new LinkedHashMap<>();
        private final Names names = new Names();

        Loader(Faults faults) {
            this.faults = faults;
        }

        Questionnaire load(YamlMapping file) {
            List<Section> sections = new ArrayList<>();
            Set<String> sectionIds = new LinkedHashSet<>();
            for (YamlMapping section : file.someEntries("sections")) {
                String id = section.text("id");
                if (!sectionIds.add(id)) {
                    section.fault("id", "section '" + id + "' is defined twice");
                }
                String title = section.text("title");
                List<Question> own = new ArrayList<>();
                for (YamlMapping entry : section.entries("questions")) {
                    own.add(add(question(entry, id), entry));
                }
                section.done();
                sections.add(new Section(id, title, List.copyOf(own)));
            }
            int asked = questions.size();
            DerivedQuestions derived = new DerivedQuestions(byId, faults);
            for (YamlMapping entry : file.entries("derived")) {
                add(derived.read(entry, questions.size()), entry);
            }
            file.done();
            return new Questionnaire(sections, questions, asked);
        }

        private Question add(Question question, YamlMapping entry) {
            if (byId.putIfAbsent(question.id(), question) != null) {
                entry.fault("id", "question '" + question.id() + "' is defined twice");
            }
            apart(names, question.id(), entry);
            questions.add(question);
            return question;
        }

        private static void apart(Names names, String id, YamlMapping entry) {
            String twin = names.taken(id, entry.file(), entry.line());
            if (twin != null) {
                entry.fault("id", twin);
            }
        }

        private Question question(YamlMapping entry, String section) {
            String id = entry.text("id");
            if (!id.startsWith(section + ".")) {
                entry.fault("id", "the id '" + id + "' should begin with its section: '" + section + ".'");
            }
            String typeWord = entry.oneOf("type", List.of("integer", "decimal", "choice", "choices"));
            if (entry.optional("type") == null) {
                entry.fault("type", "'type' is missing");
            }
            Type type = typeWord == null ? Type.CHOICE : Type.valueOf(typeWord.toUpperCase(java.util.Locale.ROOT));
            boolean perPain = DerivedQuestions.perPain(entry);
            List<Option> options = options(entry, type);
            Double min = entry.number("min");
            Double max = entry.number("max");
            Unit unit = Unit.read(entry);
            if (type.isNumber() && (min == null || max == null || unit == null)) {
                entry.fault("type", "a number needs 'unit', 'min' and 'max'");
            } else if (!type.isNumber() && (min != null || max != null || unit != null)) {
                entry.fault("type", "only a number has 'unit', 'min' and 'max'");
            } else if (min != null && max != null && min >= max) {
                entry.fault("min", "'min' should be less than 'max'");
            }
            if (min == null || max == null) {
                // Half a range is already a fault; without it, the rules that read the question can still be checked.
                min = null;
                max = null;
            }
            Question question = new Question(
                    questions.size(),
                    id,
                    section,
                    entry.text("text"),
                    entry.optional("help"),
                    type,
                    unit,
                    min,
                    max,
                    ends(entry, type),
                    perPain,
                    options,
                    entry.flag("safety"),
                    conditions(entry, id, perPain),
                    null,
                    null,
                    entry.optional("result-of"),
                    entry.flag("record-only"),
                    entry.oneOf("can-change", CAN_CHANGE),
                    onlyMore(entry, type),
                    null,
                    entry.line());
            Question whole = DerivedQuestions.withUnknownAs(entry, question, faults);
            entry.done();
            return whole;
        }

        private static List<String> ends(YamlMapping entry, Type type) {
            List<String> ends = entry.texts("ends");
            if (!ends.isEmpty() && (ends.size() != 2 || !type.isNumber())) {
                entry.fault("ends", "'ends' says in words what the smallest and the largest number mean");
            }
            return ends;
        }

        private boolean onlyMore(YamlMapping entry, Type type) {
            boolean onlyMore = entry.flag("only-more");
            if (onlyMore && type == Type.CHOICE) {
                entry.fault("only-more", "only a number or a list can grow");
            }
            return onlyMore;
        }

        private List<Option> options(YamlMapping entry, Type type) {
            List<Option> options = new ArrayList<>();
            Set<String> ids = new LinkedHashSet<>();
            Names similar = new Names();
            for (YamlMapping option : entry.entries("options")) {
                String id = option.text("id");
                if (!ids.add(id)) {
                    option.fault("id", "option '" + id + "' is defined twice");
                }
                apart(similar, id, option);
                if (id.equals(AssessmentReader.NOT_KNOWN)) {
                    option.fault("id", "'" + id + "' is an answer to every question, so it cannot be an option");
                }
                options.add(new Option(id, option.text("text"), option.flag("record-only")));
                option.done();
            }
            if (type.isNumber() != options.isEmpty()) {
                entry.fault("type", type.isNumber() ? "a number has no options" : "a choice needs options");
            }
            return List.copyOf(options);
        }

        private List<Condition> conditions(YamlMapping entry, String id, boolean perPain) {
            List<Condition> conditions = new ArrayList<>();
            int aboutPlaces = 0;
            for (YamlMapping when : entry.entries("asked-when")) {
                String parentId = when.text("question");
                Set<String> anyOf = new LinkedHashSet<>(when.texts("any-of"));
                Condition condition = new Condition(parentId, anyOf, when.number("at-least"), when.number("at-most"));
                when.done();
                Question parent = byId.get(parentId);
                if (parent == null) {
                    faults.unknown(when.file(), when.line(), "an earlier question", parentId, byId.keySet());
                    continue;
                }
                if (parent.type().isNumber() == !anyOf.isEmpty()
                        || parent.type().isNumber() == (condition.atLeast() == null && condition.atMost() == null)) {
                    when.fault(
                            "question",
                            "'" + parentId + "' is of type " + parent.type().word() + " and needs "
                                    + (parent.type().isNumber() ? "'at-least' or 'at-most'" : "'any-of'"));
                }
                for (String option : anyOf) {
                    if (parent.option(option) == null) {
                        faults.unknown(
                                when.file(),
                                when.line(),
                                "in '" + parentId + "' the option",
                                option,
                                parent.optionIds());
                    }
                }
                if (parent.perPain() && !perPain && ++aboutPlaces > 1) {
                    when.fault(
                            "question",
                            "only one condition of a patient question may look at the painful places; otherwise it is unclear which place is meant");
                }
                conditions.add(condition);
            }
            return List.copyOf(conditions);
        }
    }
}
