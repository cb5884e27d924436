package painpathway.vignette;

import java.util.ArrayList;
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

    /** A sample patient with the line of the vignette's name. */
    private record Written(Offer offer, int line) {}

    /** The sample patients. The vignettes themselves are not read. */
    public static List<Offer> load(RuleBook book) {
        Faults faults = new Faults();
        List<Written> written = read(book, faults);
        faults.throwIfAny();
        return written.stream().map(Written::offer).toList();
    }

    /** Adds everything that is wrong with the list to {@code faults}, also where it offers something that is none of these vignettes. */
    public static void check(RuleBook book, List<Vignette> vignettes, Faults faults) {
        List<String> names = vignettes.stream().map(Vignette::name).toList();
        for (Written written : read(book, faults)) {
            String name = written.offer.vignette;
            if (!name.isEmpty() && !names.contains(name)) {
                faults.unknown(FILE, written.line, "the vignette", name, names);
            }
        }
    }

    private static List<Written> read(RuleBook book, Faults faults) {
        if (book.folder().text(FILE) == null) {
            return List.of();
        }
        YamlMapping top = YamlMapping.read(book.folder(), FILE, faults);
        List<Written> all = new ArrayList<>();
        for (YamlMapping entry : top.entries("samples")) {
            Offer offer = new Offer(entry.text("title"), entry.text("text"), entry.text("vignette"));
            all.add(new Written(offer, entry.line("vignette")));
            entry.done();
        }
        top.done();
        return all;
    }

    /** The answers of every sample patient, by the name of the vignette. Slow, because it reads all vignettes. */
    public static Map<String, Assessment> patients(RuleBook book) {
        Set<String> offered = load(book).stream().map(Offer::vignette).collect(Collectors.toSet());
        return Vignettes.load(book).stream()
                .filter(v -> offered.contains(v.name()))
                .collect(Collectors.toMap(Vignette::name, Vignette::assessment));
    }
}
