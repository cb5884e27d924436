package painpathway.questionnaire;

import java.util.List;
import java.util.Map;

/**
 * The answers about one patient: the policy asked for, the patient's own answers, and those about each painful place
 * (the main one first). Question id to answer; a blank question is absent.
 */
public record Assessment(String policy, Map<String, Answer> patient, List<Map<String, Answer>> pains) {

    /** The most painful places one assessment may have. */
    public static final int MOST_PAINS = 3;

    public Assessment {
        patient = Map.copyOf(patient);
        pains = pains.stream().map(Map::copyOf).toList();
    }
}
