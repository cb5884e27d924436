package painpathway.knowledge;

import java.util.Map;
import painpathway.folder.Faults;
import painpathway.folder.RulesFolder;

/**
 * The catalogue as read from a folder, with what the rules are then read against.
 *
 * @param citations reads what the rules cite from the same library
 * @param usage     what the catalogue uses of itself; the rules add what they use
 */
public record LoadedCatalogue(Catalogue catalogue, Citations citations, Usage usage) {

    /** Reads the catalogue and adds everything wrong with it to {@code faults}. */
    public static LoadedCatalogue load(RulesFolder folder, Faults faults) {
        // Each file may name entries of those above it.
        Usage usage = new Usage();
        Library library = Library.read(folder, faults);
        Citations citations = new Citations(library, usage, faults);
        Interventions interventions = Interventions.read(folder, citations, faults);
        EntryReader reader = new EntryReader(library, interventions, citations, usage, faults);
        Remarks remarks = Remarks.read(folder, reader);
        Barriers barriers = Barriers.read(folder, reader);
        Policies policies = Policies.read(folder, faults);
        PatientWording plain = PatientWordingReader.read(folder, interventions, barriers, remarks, faults);
        Map<String, Term> terms = Term.all(folder, citations, faults);
        Catalogue catalogue = new Catalogue(library, interventions, remarks, barriers, policies, plain, terms);
        return new LoadedCatalogue(catalogue, citations, usage);
    }
}
