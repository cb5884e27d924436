package painpathway.audit;

import java.util.List;
import painpathway.folder.Faults;
import painpathway.lesson.Lessons;
import painpathway.rules.RuleBook;
import painpathway.vignette.SamplePatients;
import painpathway.vignette.Vignette;
import painpathway.vignette.Vignettes;

/** The files of a rules folder that its rules are tried on. */
record AcceptedFiles(List<Vignette> vignettes, List<Law> laws) {

    /** Reads vignettes, laws, samples and lessons. Throws {@link painpathway.folder.FaultyKnowledge} with everything that is wrong with them. */
    static AcceptedFiles read(RuleBook book) {
        Faults faults = new Faults();
        List<Vignette> vignettes = Vignettes.load(book, faults);
        List<Law> laws = Laws.load(book, faults);
        SamplePatients.check(book, vignettes, faults);
        Lessons.load(book, vignettes, laws.stream().map(Law::id).toList(), faults);
        if (faults.none() && !book.catalogue().redFlags().isEmpty()) {
            if (laws.isEmpty()) {
                faults.add(Law.FILE, 0, "has no law: a folder with red flags needs laws to be tried on");
            }
            if (vignettes.isEmpty()) {
                faults.add("vignettes/", 0, "has no vignette: a folder with red flags needs vignettes to be tried on");
            }
        }
        faults.throwIfAny();
        return new AcceptedFiles(vignettes, laws);
    }
}
