package painpathway.knowledge;

import java.util.Map;
import painpathway.folder.Faults;
import painpathway.folder.RulesFolder;
import painpathway.folder.YamlMapping;

/** All policies, by id, and the statement under every advice that says who decides. */
record Policies(Map<String, Policy> byId, String statement) {

    private static final String FILE = "knowledge/policies.yaml";

    static Policies read(RulesFolder folder, Faults faults) {
        YamlMapping file = YamlMapping.read(folder, FILE, faults);
        String statement = file.text("statement");
        Map<String, Policy> policies = Table.of(file.entries("policies"), Policy::read, Policy::id);
        if (policies.values().stream().filter(Policy::byDefault).count() != 1) {
            faults.add(FILE, 0, "exactly one policy should be the default");
        }
        file.done();
        return new Policies(policies, statement);
    }

    String byDefault() {
        return byId.values().stream()
                .filter(Policy::byDefault)
                .map(Policy::id)
                .findFirst()
                .orElse("");
    }
}
