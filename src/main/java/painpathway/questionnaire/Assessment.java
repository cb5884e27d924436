package painpathway.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers about one patient: the policy asked for, the patient's own answers, and those about each painful place
 * (the main one first). Question id to answer; a blank question is absent.
 */
public record Assessment(String policy, Map<String, Answer> patient, List<Map<String, Answer>> pains) {

    /** The most painful places that are advised on: the first ones. Red flags and obstacles are looked for at all places. */
    public static final int MOST_ADVISED = 3;
    /** The most painful places that an intake records. */
    public static final int MOST_RECORDED = 6;

    public Assessment {
        patient = Map.copyOf(patient);
        pains = pains.stream().map(Map::copyOf).toList();
    }

    /** How many painful places there are. */
    public int places() {
        return pains.size();
    }

    /** How many painful places are advised on. */
    public int advised() {
        return Math.min(places(), MOST_ADVISED);
    }

    /** Whether nothing has been answered. */
    public boolean blank() {
        return patient.isEmpty() && pains.stream().allMatch(Map::isEmpty);
    }

    /** The answer, or null where it is blank. */
    public @Nullable Answer answer(Item item) {
        return part(item).get(item.question().id());
    }

    /** The same answers with this one in place of the one before. */
    public Assessment with(Item item, Answer answer) {
        Map<String, Answer> changed = new HashMap<>(part(item));
        changed.put(item.question().id(), answer);
        return with(item, changed);
    }

    /** The same answers, and this one blank. */
    public Assessment without(Item item) {
        Map<String, Answer> changed = new HashMap<>(part(item));
        changed.remove(item.question().id());
        return with(item, changed);
    }

    private Map<String, Answer> part(Item item) {
        return item.question().perPain() ? pains.get(item.place()) : patient;
    }

    private Assessment with(Item item, Map<String, Answer> part) {
        if (!item.question().perPain()) {
            return new Assessment(policy, part, pains);
        }
        List<Map<String, Answer>> places = new ArrayList<>(pains);
        places.set(item.place(), part);
        return new Assessment(policy, patient, places);
    }
}
