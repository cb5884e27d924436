package painpathway.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.folder.Faults;
import painpathway.folder.Names;
import painpathway.folder.YamlMapping;
import painpathway.questionnaire.AnswerKind.Range;
import painpathway.questionnaire.Question.Branching;
import painpathway.questionnaire.Question.Option;
import painpathway.questionnaire.Question.Origin;
import painpathway.questionnaire.Question.Type;

/** Reads a questionnaire and reports everything that is wrong with it. */
final class QuestionnaireReader {

    private static final List<String> CAN_CHANGE = List.of("with-time", "with-care", Question.BY_TEST, Question.NEVER);

    private final YamlMapping file;
    private final Faults faults;
    private final List<Question> questions = new ArrayList<>();
    private final Map<String, Question> byId = new LinkedHashMap<>();
    private final Names names = new Names();
    private final UnitTable units;

    QuestionnaireReader(YamlMapping file, Faults faults) {
        this.file = file;
        this.faults = faults;
        this.units = new UnitTable(file);
    }

    Questionnaire read() {
        List<Questionnaire.Section> sections = new ArrayList<>();
        List<YamlMapping> entries = new ArrayList<>();
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
                entries.add(entry);
            }
            section.done();
            sections.add(new Questionnaire.Section(id, title, List.copyOf(own)));
        }
        Wording.refuseGaps(questions, entries);
        Map<String, Question> asked = new LinkedHashMap<>(byId);
        List<Topic> topics = new TopicReader(file, asked, faults).read(sections);
        FollowUp followUp = new FollowUpReader(asked, faults).read(file);
        DerivedQuestions derived = new DerivedQuestions(byId, faults);
        for (YamlMapping entry : file.entries("derived")) {
            add(derived.read(entry, questions.size()), entry);
        }
        units.refuseUnused();
        file.done();
        return new Questionnaire(sections, new Questionnaire.Course(topics, followUp), questions, asked.size());
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
        Type type = type(entry);
        boolean perPain = DerivedQuestions.perPain(entry);
        List<Option> options = options(entry, type);
        Range range = range(entry, type);
        Question question = Question.asked(
                new Origin(questions.size(), id, section, entry.line()),
                Wording.asked(entry),
                new AnswerKind(type, range, options),
                new Branching(perPain, conditions(entry, perPain)),
                Handling.of(entry.flag("safety"), entry.flag("record-only")),
                new Change(entry.oneOf("can-change", CAN_CHANGE), onlyMore(entry, type), entry.optional("result-of")));
        Question whole = DerivedQuestions.withUnknownAs(entry, question, faults);
        entry.done();
        return whole;
    }

    private static Type type(YamlMapping entry) {
        String word = entry.oneOf("type", List.of("integer", "decimal", "choice", "choices"));
        if (entry.optional("type") == null) {
            entry.fault("type", "'type' is missing");
        }
        return word == null ? Type.CHOICE : Type.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private @Nullable Range range(YamlMapping entry, Type type) {
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
        List<String> ends = ends(entry, type);
        // Half a range is already a fault; without it, the rules that read the question can still be checked.
        boolean whole = min != null && max != null;
        return type.isNumber()
                ? new Range(unit, whole ? min : null, whole ? max : null, units.of(unit, entry), ends)
                : null;
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
            if (id.equals(AnswerFormat.NOT_KNOWN)) {
                option.fault("id", "'" + id + "' is an answer to every question, so it cannot be an option");
            }
            options.add(new Option(
                    id,
                    option.text("text"),
                    option.flag("record-only"),
                    option.texts("also"),
                    option.optional("group")));
            option.done();
        }
        OptionGroup.refuseGaps(options, entry);
        if (type.isNumber() != options.isEmpty()) {
            entry.fault("type", type.isNumber() ? "a number has no options" : "a choice needs options");
        }
        return List.copyOf(options);
    }

    private List<Condition> conditions(YamlMapping entry, boolean perPain) {
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
                            when.file(), when.line(), "in '" + parentId + "' the option", option, parent.optionIds());
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
