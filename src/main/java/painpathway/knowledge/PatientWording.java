package painpathway.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of the papers, in {@code knowledge/plain.yaml}; a folder without this file has no sheet for patients and no letter.
 *
 * @param opening   comes first on every sheet
 * @param medicines on every sheet: who decides about medicines
 * @param open      shown with a treatment if answers for it are missing
 * @param outcomes  what the sheet says about each urgency
 * @param newPain   when pain is new; null: nothing depends on it
 * @param signs     what the patient does about each red flag
 * @param treatments what each intervention is
 * @param checks    what comes first, for each check
 * @param questions to ask the doctor
 * @param letter    what the letter to the specialist calls the answers; null: there is no letter
 */
public record PatientWording(
        List<String> opening,
        String medicines,
        String open,
        Map<String, Outcome> outcomes,
        @Nullable NewPain newPain,
        Map<String, Sign> signs,
        Map<String, Treatment> treatments,
        Map<String, String> checks,
        List<String> questions,
        @Nullable LetterWording letter) {

    /** The file with these words. */
    public static final String FILE = "knowledge/plain.yaml";

    /** The urgencies that an advice can have: those of {@link RedFlag#URGENCIES} and the two that no red flag raises. */
    public static final List<String> URGENCIES =
            List.of("emergency", "urgent", "insufficient-information", "routine", "conservative-first");

    /**
     * What an urgency means for the patient.
     *
     * @param atOnce    whether the patient has to go somewhere first: then the sheet begins with one instruction
     * @param first     the red flags whose instruction comes before that of all others, most pressing first
     * @param take      what to take along
     * @param questions to ask the doctor, if they are not the usual ones
     */
    public record Outcome(String text, boolean atOnce, List<String> first, List<String> take, List<String> questions) {}

    /** Pain is new where the answer to this question is below this number. */
    public record NewPain(String question, double below, int line) {}

    /**
     * What to do about a red flag, by its urgency, and when to get help later on (null: nothing to watch for
     * that the line of another red flag, {@code helpWith}, does not say).
     *
     * @param onlyWith the findings of which one has to be met for {@code help} to concern the patient; empty: it concerns everybody
     * @param line     where {@code onlyWith} stands
     */
    public record Sign(
            Map<String, String> now,
            @Nullable String help,
            @Nullable String helpWith,
            List<String> onlyWith,
            int line) {}

    /**
     * What an intervention is called, what it is, what else is said of it where all pain is new, and which risks to ask about
     * ({@code risksAgain} if the same was just said of another one).
     */
    public record Treatment(
            String name, String is, @Nullable String ifNew, String risks, String risksAgain) {}

    /** Every text, to check how easy it is to read. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>(opening);
        texts.add(medicines);
        texts.add(open);
        outcomes.values().forEach(o -> {
            texts.add(o.text);
            texts.addAll(o.take);
            texts.addAll(o.questions);
        });
        signs.values().forEach(s -> {
            texts.addAll(s.now.values());
            if (s.help != null) {
                texts.add(s.help);
            }
        });
        treatments.values().forEach(t -> {
            texts.add(t.name);
            texts.add(t.is);
            if (t.ifNew != null) {
                texts.add(t.ifNew);
            }
            texts.add(t.risks);
            texts.add(t.risksAgain);
        });
        texts.addAll(checks.values());
        texts.addAll(questions);
        return List.copyOf(texts);
    }
}
