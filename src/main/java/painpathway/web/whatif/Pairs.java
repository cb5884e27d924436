package painpathway.web.whatif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import painpathway.web.learn.CaseSummary;
import painpathway.web.learn.Subject;
import painpathway.web.learn.Workbench;

/** Pairs of cases that are worth comparing: next to each other in a file, and one of them gets another verdict. */
record Pairs(Workbench bench) {

    private static final int OF_A_TOPIC = 3;
    private static final int MOST_ANSWERS = 2;

    /** Two cases that differ in an answer or two. */
    record Pair(Subject a, Subject b) {}

    /** A few for each topic. */
    Map<String, List<Pair>> all() {
        Map<String, List<Pair>> pairs = new LinkedHashMap<>();
        List<CaseSummary> cases = bench.summaries();
        for (int i = 1; i < cases.size(); i++) {
            CaseSummary one = cases.get(i - 1);
            CaseSummary other = cases.get(i);
            List<Pair> topic = pairs.computeIfAbsent(other.topic(), t -> new ArrayList<>());
            if (topic.size() < OF_A_TOPIC && one.topic().equals(other.topic()) && close(one, other)) {
                topic.add(new Pair(one.subject(), other.subject()));
            }
        }
        pairs.values().removeIf(List::isEmpty);
        return pairs;
    }

    private static boolean close(CaseSummary one, CaseSummary other) {
        return !one.verdicts().equals(other.verdicts())
                && one.vignette().assessment().places()
                        == other.vignette().assessment().places()
                && answers(one, other) <= MOST_ANSWERS;
    }

    private static long answers(CaseSummary one, CaseSummary other) {
        Map<String, Object> a = flat(one);
        Map<String, Object> b = flat(other);
        long onlyA = a.entrySet().stream()
                .filter(e -> !e.getValue().equals(b.get(e.getKey())))
                .count();
        return onlyA + b.keySet().stream().filter(k -> !a.containsKey(k)).count();
    }

    private static Map<String, Object> flat(CaseSummary of) {
        Map<String, Object> flat =
                new LinkedHashMap<>(of.vignette().assessment().patient());
        int place = 0;
        for (Map<String, ?> pain : of.vignette().assessment().pains()) {
            String prefix = place + ".";
            pain.forEach((question, answer) -> flat.put(prefix + question, answer));
            place++;
        }
        return flat;
    }
}
