package painpathway.knowledge;

import java.time.Period;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import painpathway.folder.Faults;
import painpathway.folder.RulesFolder;
import painpathway.folder.YamlMapping;

/**
 * What is true of all advice: the policies, by id, the statement under every advice that says who decides, and how long the review of a
 * clinician counts (null: for ever).
 */
record Policies(
        Map<String, Policy> byId,
        String statement,
        @Nullable Period reviewsLast) {

    private static final String FILE = "knowledge/policies.yaml";
    private static final String REVIEWS_LAST = "review-again-after-months";
    private static final int MOST_MONTHS = 600;

    static Policies read(RulesFolder folder, Faults faults) {
        YamlMapping file = YamlMapping.read(folder, FILE, faults);
        String statement = file.text("statement");
        Map<String, Policy> policies = Table.of(file.entries("policies"), Policy::read, Policy::id);
        if (policies.values().stream().filter(Policy::byDefault).count() != 1) {
            faults.add(FILE, 0, "exactly one policy should be the default");
        }
        Period lasts = reviewsLast(file);
        file.done();
        return new Policies(policies, statement, lasts);
    }

    private static @Nullable Period reviewsLast(YamlMapping file) {
        Double months = file.number(REVIEWS_LAST);
        if (months != null && (months < 1 || months > MOST_MONTHS || months % 1 != 0)) {
            file.fault(
                    REVIEWS_LAST,
                    "'" + REVIEWS_LAST + "' should be a whole number of months, from 1 to " + MOST_MONTHS);
            return null;
        }
        return months == null ? null : Period.ofMonths(months.intValue());
    }

    String byDefault() {
        return byId.values().stream()
                .filter(Policy::byDefault)
                .map(Policy::id)
                .findFirst()
                .orElse("");
    }
}
