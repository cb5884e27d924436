package painpathway.vignette;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import painpathway.folder.Faults;
import painpathway.folder.YamlMapping;
import painpathway.questionnaire.Assessment;
import painpathway.rules.RuleBook;

/** The vignettes offered as sample patients in {@code samples.yaml}; a folder need not have any. */
public final class SamplePatients {

    /** The file with the list of them. */
    public static final String FILE = "samples.yaml";

    private SamplePatients() {}

    /** One sample patient: title, description and the name of the vignette. */
    public record Offer(String title, String text, String vignette) {}

    /** The sample patients. The vignettes themselves are not read. */
    public static List<Offer> load(RuleBook book) {
        Faults faults = new Faults();
        List<Offer> offers = load(book, null, faults);
        faults.throwIfAny();
        return offers;
    }

    /** The same with everything that is wrong told to {@code faults}, also where a vignette on offer is none of these. */
    public static void check(RuleBook book, List<Vignette> vignettes, Faults faults) {
        load(book, vignettes.stream().map(Vignette::name).toList(), faults);
    }

    private static List<Offer> load(RuleBook book, List<String> vignettes, Faults faults) {
        if (book.folder().text(FILE) == null) {
            return List.of();
        }
        YamlMapping top = YamlMapping.read(book.folder(), FILE, faults);
        List<Offer> offers = top.entries("samples").stream()
                .map(e -> {
                    Offer offer = new Offer(e.text("title"), e.text("text"), e.text("vignette"));
                    if (vignettes != null && !offer.vignette.isEmpty() && !vignettes.contains(offer.vignette)) {
                        faults.unknown(FILE, e.line("vignette"), "the vignette", offer.vignette, vignettes);
                    }
                    e.done();
                    return offer;
                })
                .toList();
        top.done();
        return offers;
    }

    /** The answers of every sample patient, by the name of the vignette. Slow, because it reads all vignettes. */
    public static Map<String, Assessment> patients(RuleBook book) {
        Set<String> offered = load(book).stream().map(Offer::vignette).collect(Collectors.toSet());
        return Vignettes.load(book).stream()
                .filter(v -> offered.contains(v.name()))
                .collect(Collectors.toMap(Vignette::name, Vignette::assessment));
    }
}
