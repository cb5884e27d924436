package painpathway.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import painpathway.folder.Entry;
import painpathway.folder.Faults;
import painpathway.folder.RulesFolder;
import painpathway.questionnaire.Question.Condition;
import painpathway.questionnaire.Question.Derivation;
import painpathway.questionnaire.Question.Option;
import painpathway.questionnaire.Question.Type;

/** All questions in the order in which they are asked, with sections, branching and derived numbers. */
public final class Questionnaire {

    /** The file with the questionnaire in a rules folder. */
    public static final String FILE = "questionnaire.yaml";

    private static final List<String> CAN_CHANGE = List.of("with-time", "with-care", Question.BY_TEST, Question.NEVER);

    /** A group of questions shown together. */
    public record Section(String id, String title, List<Question> questions) {
    }

    private final List<Section> sections;
    private final List<Question> questions;
    private final List<Question> asked;
    private final Map<String, Question> byId;
    private BodyChart chart;

    private Questionnaire(List<Section> sections, List<Question> questions, int asked) {
        this.sections = List.copyOf(sections);
        this.questions = List.copyOf(questions);
        this.asked = this.questions.subList(0, asked);
        this.byId = questions.stream().collect(Collectors.toMap(q -> q.id().intern(), q -> q, (a, b) -> a, LinkedHashMap::new));
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
        Questionnaire questionnaire = new Loader(faults).load(Entry.read(folder, FILE, faults));
        questionnaire.chart = BodyChart.load(folder, questionnaire, faults);
        return questionnaire;
    }

    private static final class Loader {

        private final Faults faults;
        private final List<Question> questions = new ArrayList<>();
        private final Map<String, Question> byId = new LinkedHashMap<>();

        Loader(Faults faults) {
            this.faults = faults;
        }

        Questionnaire load(Entry file) {
            List<Section> sections = new ArrayList<>();
            Set<String> sectionIds = new LinkedHashSet<>();
            for (Entry section : file.someEntries("sections")) {
                String id = section.text("id");
                if (!sectionIds.add(id)) {
                    section.fault("id", "section '" + id + "' is defined twice");
                }
                String title = section.text("title");
                List<Question> own = new ArrayList<>();
                for (Entry entry : section.entries("questions")) {
                    own.add(add(question(entry, id), entry));
                }
                section.done();
                sections.add(new Section(id, title, List.copyOf(own)));
            }
            int asked = questions.size();
            for (Entry entry : file.entries("derived")) {
                add(derived(entry), entry);
            }
            file.done();
            return new Questionnaire(sections, questions, asked);
        }

        private Question add(Question question, Entry entry) {
            if (byId.putIfAbsent(question.id(), question) != null) {
                entry.fault("id", "question '" + question.id() + "' is defined twice");
            }
            questions.add(question);
            return question;
        }

        private Question question(Entry entry, String section) {
            String id = entry.text("id");
            if (!id.startsWith(section + ".")) {
                entry.fault("id", "the id '" + id + "' should begin with its section: '" + section + ".'");
            }
            String typeWord = entry.oneOf("type", List.of("integer", "decimal", "choice", "choices"));
            if (entry.optional("type") == null) {
                entry.fault("type", "'type' is missing");
            }
            Type type = typeWord == null ? Type.CHOICE : Type.valueOf(typeWord.toUpperCase(java.util.Locale.ROOT));
            boolean perPain = perPain(entry);
            List<Option> options = options(entry, type);
            Double min = entry.number("min");
            Double max = entry.number("max");
            String unit = entry.optional("unit");
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
            Question question = new Question(questions.size(), id, section, entry.text("text"), entry.optional("help"), type, unit,
                    min, max, ends(entry, type), perPain, options, entry.flag("safety"), conditions(entry, id, perPain), null,
                    entry.optional("result-of"), entry.flag("record-only"), entry.oneOf("can-change", CAN_CHANGE), onlyMore(entry, type),
                    null, entry.line());
            Answer unknownAs = unknownAs(entry, question);
            entry.done();
            return unknownAs == null ? question : withUnknownAs(question, unknownAs);
        }

        private static List<String> ends(Entry entry, Type type) {
            List<String> ends = entry.texts("ends");
            if (!ends.isEmpty() && (ends.size() != 2 || !type.isNumber())) {
                entry.fault("ends", "'ends' says in words what the smallest and the largest number mean");
            }
            return ends;
        }

        private boolean onlyMore(Entry entry, Type type) {
            boolean onlyMore = entry.flag("only-more");
            if (onlyMore && type == Type.CHOICE) {
                entry.fault("only-more", "only a number or a list can grow");
            }
            return onlyMore;
        }

        private boolean perPain(Entry entry) {
            return "pain".equals(entry.oneOf("per", List.of("pain")));
        }

        private List<Option> options(Entry entry, Type type) {
            List<Option> options = new ArrayList<>();
            Set<String> ids = new LinkedHashSet<>();
            for (Entry option : entry.entries("options")) {
                String id = option.text("id");
                if (!ids.add(id)) {
                    option.fault("id", "option '" + id + "' is defined twice");
                }
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

        private List<Condition> conditions(Entry entry, String id, boolean perPain) {
            List<Condition> conditions = new ArrayList<>();
            int aboutPlaces = 0;
            for (Entry when : entry.entries("asked-when")) {
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
                    when.fault("question", "'" + parentId + "' is of type " + parent.type().word() + " and needs "
                            + (parent.type().isNumber() ? "'at-least' or 'at-most'" : "'any-of'"));
                }
                for (String option : anyOf) {
                    if (parent.option(option) == null) {
                        faults.unknown(when.file(), when.line(), "in '" + parentId + "' the option", option, parent.optionIds());
                    }
                }
                if (parent.perPain() && !perPain && ++aboutPlaces > 1) {
                    when.fault("question", "only one condition of a patient question may look at the painful places; otherwise it is unclear which place is meant");
                }
                conditions.add(condition);
            }
            return List.copyOf(conditions);
        }

        private Answer unknownAs(Entry entry, Question question) {
            String text = entry.optional("unknown-as");
            if (text == null) {
                return null;
            }
            if (question.type() == Type.CHOICE) {
                if (question.option(text) == null) {
                    faults.unknown(entry.file(), entry.line("unknown-as"), "the option", text, question.optionIds());
                }
                return new Answer.Choice(text);
            }
            Double number = question.type().isNumber() ? entry.number("unknown-as") : null;
            if (number == null || question.min() == null || number < question.min() || number > question.max()) {
                entry.fault("unknown-as", "should be one option of a choice, or a number within its range");
                return null;
            }
            return new Answer.Amount(number);
        }

        private Question derived(Entry entry) {
            String id = entry.text("id");
            boolean perPain = perPain(entry);
            List<Derivation> ways = new ArrayList<>();
            if (entry.has("mean-of")) {
                ways.add(new Derivation.MeanOf(entry.texts("mean-of")));
            }
            if (entry.has("sum-of")) {
                Entry factors = entry.entry("sum-of");
                Map<String, Double> map = new LinkedHashMap<>();
                for (String q : factors.keys()) {
                    Double factor = factors.number(q);
                    if (factors.optional(q) == null || factor != null && factor == 0) {
                        factors.fault(q, "'" + q + "' needs a factor, such as 1 or -1");
                    }
                    map.put(q, factor == null ? Double.valueOf(1) : factor);
                }
                ways.add(new Derivation.SumOf(map));
            }
            if (entry.has("count-of")) {
                Entry counted = entry.entry("count-of");
                Map<String, Set<String>> map = new LinkedHashMap<>();
                counted.keys().forEach(q -> map.put(q, new LinkedHashSet<>(counted.texts(q))));
                ways.add(new Derivation.CountOf(map));
            }
            if (ways.size() != 1 || ways.get(0).inputs().isEmpty()) {
                entry.fault("id", "a derived question needs one of 'mean-of', 'sum-of' or 'count-of', with at least one question");
            }
            Derivation derivation = ways.isEmpty() ? new Derivation.MeanOf(List.of()) : ways.get(0);
            for (String input : derivation.inputs()) {
                checkInput(entry, input, perPain, derivation);
            }
            Question question = new Question(questions.size(), id, id.contains(".") ? id.substring(0, id.indexOf('.')) : id,
                    entry.text("text"), entry.optional("help"), Type.DECIMAL, entry.optional("unit"), null, null, List.of(), perPain, List.of(),
                    false, List.of(), null, null, entry.flag("record-only"), null, false, derivation, entry.line());
            entry.done();
            return question;
        }

        private void checkInput(Entry entry, String input, boolean perPain, Derivation derivation) {
            Question question = byId.get(input);
            if (question == null || question.derived()) {
                faults.unknown(entry.file(), entry.line(), "the question", input, byId.keySet());
                return;
            }
            if (question.perPain() && !perPain) {
                entry.fault("id", "needs 'per: pain', because '" + input + "' is asked for each place");
            }
            if (derivation instanceof Derivation.CountOf count) {
                for (String option : count.options().get(input)) {
                    if (question.option(option) == null) {
                        faults.unknown(entry.file(), entry.line(), "in '" + input + "' the option", option, question.optionIds());
                    }
                }
            } else if (!question.type().isNumber()) {
                entry.fault("id", "'" + input + "' is not a number");
            }
        }

        private static Question withUnknownAs(Question q, Answer unknownAs) {
            return new Question(q.index(), q.id(), q.section(), q.text(), q.help(), q.type(), q.unit(), q.min(), q.max(), q.ends(), q.perPain(),
                    q.options(), q.safety(), q.askedWhen(), unknownAs, q.resultOf(), q.recordOnly(), q.canChange(), q.onlyMore(), q.derivation(),
                    q.line());
        }
    }
}
