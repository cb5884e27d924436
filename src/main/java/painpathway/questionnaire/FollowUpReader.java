package painpathway.questionnaire;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import painpathway.folder.Faults;
import painpathway.folder.YamlMapping;

/** Reads what a follow-up takes over and asks first. Nothing that can be dangerous by now is taken over. */
final class FollowUpReader {

    private static final String KEY = "follow-up";

    private final Map<String, Question> asked;
    private final Faults faults;

    /** {@code asked} has the questions that are asked, by id. */
    FollowUpReader(Map<String, Question> asked, Faults faults) {
        this.asked = asked;
        this.faults = faults;
    }

    FollowUp read(YamlMapping file) {
        YamlMapping entry = file.has(KEY) ? file.entry(KEY) : null;
        if (entry == null) {
            return FollowUp.NOTHING;
        }
        List<String> carried = known(entry, "carried");
        for (String id : carried) {
            Question question = asked.get(id);
            if (question != null && question.safety()) {
                entry.fault("carried", "'" + id + "' is a safety question, which is asked anew each time");
            } else if (question != null && "with-time".equals(question.canChange())) {
                entry.fault("carried", "the answer to '" + id + "' changes with time, so it is asked anew");
            }
        }
        List<String> first = known(entry, "first");
        entry.done();
        return new FollowUp(new LinkedHashSet<>(carried), List.copyOf(first));
    }

    private List<String> known(YamlMapping entry, String key) {
        List<String> ids = entry.texts(key);
        ids.stream()
                .filter(id -> !asked.containsKey(id))
                .forEach(id ->
                        faults.unknown(entry.file(), entry.line(key), "a question that is asked", id, asked.keySet()));
        return ids;
    }
}
