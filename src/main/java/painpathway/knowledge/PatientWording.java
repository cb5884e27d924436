package painpathway.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words for the patient, in {@code knowledge/plain.yaml}; a folder without this file has no sheet for patients.
 *
 * @param opening   comes first on every sheet
 * @param medicines on every sheet: who decides about medicines
 * @param open      shown with a treatment if answers for it are missing
 * @param urgencies what each urgency means for the patient
 * @param signs     what the patient does about each red flag
 * @param treatments what each intervention is
 * @param checks    what comes first, for each check
 * @param questions to ask the doctor
 */
public record PatientWording(
        List<String> opening,
        String medicines,
        String open,
        Map<String, String> urgencies,
        Map<String, Sign> signs,
        Map<String, Treatment> treatments,
        Map<String, String> checks,
        List<String> questions) {

    /** The file with these words. */
    public static final String FILE = "knowledge/plain.yaml";

    /** The urgencies that an advice can have: those of {@link RedFlag#URGENCIES} and the two that no red flag raises. */
    public static final List<String> URGENCIES =
            List.of("emergency", "urgent", "insufficient-information", "routine", "conservative-first");

    /**
     * What to do about a red flag, by its urgency, and when to get help later on (null: nothing to watch for).
     *
     * @param onlyWith the findings of which one has to be met for {@code help} to concern the patient; empty: it concerns everybody
     * @param line     where {@code onlyWith} stands
     */
    public record Sign(Map<String, String> now, @Nullable String help, List<String> onlyWith, int line) {}

    /** What an intervention is called, what it is, and which risks to ask about. */
    public record Treatment(String name, String is, String risks) {}

    /** Every text, to check how easy it is to read. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>(opening);
        texts.add(medicines);
        texts.add(open);
        texts.addAll(urgencies.values());
        signs.values().forEach(s -> {
            texts.addAll(s.now.values());
            if (s.help != null) {
                texts.add(s.help);
            }
        });
        treatments.values().forEach(t -> {
            texts.add(t.name);
            texts.add(t.is);
            texts.add(t.risks);
        });
        texts.addAll(checks.values());
        texts.addAll(questions);
        return List.copyOf(texts);
    }
}
