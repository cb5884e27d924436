package painpathway.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import painpathway.advice.Advisor;
import painpathway.folder.Fault;
import painpathway.folder.FaultyKnowledge;
import painpathway.rules.RuleBook;
import painpathway.vignette.Vignette;

/**
 * What a rules folder has to pass before anybody is advised by it: its other files are read as well, and its rules are tried on its own
 * vignettes, and on its own laws with those and with drawn patients.
 */
public final class Acceptance {

    private Acceptance() {}

    /** Reads vignettes, laws and samples against the rules. Throws {@link FaultyKnowledge} with everything that is wrong with them. */
    public static void read(RuleBook book) {
        AcceptedFiles.read(book);
    }

    /** The same, and tries the rules. Throws {@link FaultyKnowledge} with every vignette and law that they break. */
    public static void check(Advisor advisor) {
        AcceptedFiles files = AcceptedFiles.read(advisor.book());
        TreeSet<Fault> faults = new TreeSet<>(failures(files.vignettes(), advisor));
        LawCheck laws = new LawCheck(advisor.book(), files);
        laws.tryVignettes();
        laws.tryDrawn();
        faults.addAll(laws.newFaults());
        if (!faults.isEmpty()) {
            throw new FaultyKnowledge(List.copyOf(faults));
        }
    }

    /** One fault for each vignette that does not get the advice that it expects. */
    static List<Fault> failures(List<Vignette> vignettes, Advisor advisor) {
        List<Fault> faults = new ArrayList<>();
        for (Vignette vignette : vignettes) {
            List<String> failures = vignette.failures(advisor);
            if (!failures.isEmpty()) {
                String problem = "the vignette \"" + vignette.name() + "\" fails: " + String.join("; ", failures);
                faults.add(new Fault(vignette.file(), vignette.line(), problem));
            }
        }
        return faults;
    }
}
