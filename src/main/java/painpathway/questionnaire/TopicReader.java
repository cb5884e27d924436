package painpathway.questionnaire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.folder.Faults;
import painpathway.folder.YamlMapping;

/** Reads the topics. A questionnaire without any has its safety questions as the first topic, and each section as another. */
final class TopicReader {

    private final YamlMapping file;
    private final Map<String, Question> asked;
    private final Faults faults;
    private final Set<String> placed = new HashSet<>();

    /** {@code asked} has the questions that are asked, by id. */
    TopicReader(YamlMapping file, Map<String, Question> asked, Faults faults) {
        this.file = file;
        this.asked = asked;
        this.faults = faults;
    }

    List<Topic> read(List<Questionnaire.Section> sections) {
        if (!file.has("topics")) {
            return bySection(sections);
        }
        List<Topic> topics = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        boolean free = false;
        for (YamlMapping entry : file.someEntries("topics")) {
            Topic topic = topic(entry);
            if (!ids.add(topic.id())) {
                entry.fault("id", "topic '" + topic.id() + "' is defined twice");
            }
            if (free && topic.first()) {
                entry.fault("first", "the topics that come first should stand before all others");
            }
            free |= !topic.first();
            topics.add(topic);
            entry.done();
        }
        asked.values().stream()
                .filter(q -> !q.recordOnly() && !placed.contains(q.id()))
                .forEach(q -> faults.add(file.file(), q.line(), "the question '" + q.id() + "' is in no topic"));
        return topics;
    }

    private Topic topic(YamlMapping entry) {
        boolean first = entry.flag("first");
        List<String> questions = entry.texts("questions");
        Set<String> always = new LinkedHashSet<>(entry.texts("always"));
        for (String id : questions) {
            Question question = asked.get(id);
            if (question == null) {
                faults.unknown(entry.file(), entry.line("questions"), "a question that is asked", id, asked.keySet());
            } else if (!placed.add(id)) {
                entry.fault("questions", "the question '" + id + "' is in a topic already");
            } else if (question.safety() && !first) {
                entry.fault("questions", "'" + id + "' is a safety question, so its topic should come first");
            }
        }
        for (String id : always) {
            if (!questions.contains(id)) {
                faults.unknown(entry.file(), entry.line("always"), "in this topic the question", id, questions);
            }
        }
        return new Topic(entry.text("id"), first, List.copyOf(questions), always);
    }

    private List<Topic> bySection(List<Questionnaire.Section> sections) {
        List<Topic> topics = new ArrayList<>();
        List<String> safety = asked.values().stream()
                .filter(Question::safety)
                .map(Question::id)
                .toList();
        topics.add(new Topic("safety questions", true, safety, Set.of()));
        for (Questionnaire.Section section : sections) {
            List<String> rest = section.questions().stream()
                    .filter(q -> !q.safety())
                    .map(Question::id)
                    .toList();
            topics.add(new Topic(section.id(), false, rest, Set.of()));
        }
        return topics;
    }
}
