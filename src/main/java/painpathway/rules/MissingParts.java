package painpathway.rules;

import java.util.List;
import painpathway.folder.Faults;
import painpathway.folder.RulesFolder;
import painpathway.folder.YamlMapping;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Obstacle;
import painpathway.knowledge.RedFlag;

/** Refuses a folder in which parts are missing, because it was copied by half or a file was renamed. */
final class MissingParts {

    private static final String LAWS = "laws.yaml";
    private static final String SAMPLES = "samples.yaml";
    private static final String VIGNETTES = "vignettes/";

    private MissingParts() {}

    static void check(RulesFolder folder, Catalogue catalogue, List<ClinicalRule> rules, Faults faults) {
        raised(catalogue, rules, faults);
        if (!catalogue.redFlags().isEmpty()) {
            if (folder.text(LAWS) == null) {
                faults.add(LAWS, 0, "this file is missing: a folder with red flags needs laws to be tried on");
            }
            if (folder.paths().stream().noneMatch(p -> p.startsWith(VIGNETTES))) {
                faults.add(
                        VIGNETTES,
                        0,
                        "this folder is missing or empty: a folder with red flags needs vignettes to be tried on");
            }
        }
        if (!faults.none()) {
            // These are read against the rules once there are any. Until then, what is not YAML is told with the rest.
            folder.paths().stream()
                    .filter(p -> p.startsWith(VIGNETTES) && p.endsWith(".yaml") || p.equals(LAWS) || p.equals(SAMPLES))
                    .forEach(p -> YamlMapping.read(folder, p, faults));
        }
    }

    /** A warning that nothing raises is worse than none, because everybody counts on it. */
    private static void raised(Catalogue catalogue, List<ClinicalRule> rules, Faults faults) {
        for (RedFlag flag : catalogue.redFlags()) {
            if (!raised(rules, Verb.RED_FLAG, flag.id())) {
                faults.ofName(RedFlag.FILE, flag.line(), flag.id(), "no rule raises the red flag '" + flag.id() + "'");
            }
        }
        for (Obstacle obstacle : catalogue.obstacles()) {
            if (obstacle != catalogue.blankSafetyQuestion() && !raised(rules, Verb.OBSTACLE, obstacle.id())) {
                faults.ofName(
                        Obstacle.FILE,
                        obstacle.line(),
                        obstacle.id(),
                        "no rule raises the obstacle '" + obstacle.id() + "'");
            }
        }
    }

    private static boolean raised(List<ClinicalRule> rules, Verb verb, String id) {
        return rules.stream().anyMatch(r -> r.verb() == verb && id.equals(r.subject()));
    }
}
