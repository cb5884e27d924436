package painpathway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import painpathway.audit.RulesCheck.Part;
import painpathway.audit.RulesCheck.Report;
import painpathway.audit.RulesCheck.Step;
import painpathway.folder.Fault;
import painpathway.folder.RulesFolder;

/** A check of a folder says which part failed, where, and what to look at. */
class RulesCheckTest {

    private static final RulesCheck.Progress SILENT = new RulesCheck.Progress() {};

    @Test
    void aGoodFolderPassesEveryStepInItsOrder() {
        List<String> heard = new ArrayList<>();
        Report report = RulesCheck.of(RulesFolder.at(Path.of("src/test/rules/small")), new RulesCheck.Progress() {
            @Override
            public void begins(Step step) {
                heard.add("begins " + step);
            }

            @Override
            public void ends(Part part) {
                heard.add("ends " + part.step());
            }
        });
        assertThat(report.faults()).isEmpty();
        assertThat(report.passed()).isTrue();
        assertThat(report.parts()).extracting(Part::step).containsExactly(Step.values());
        assertThat(report.parts()).allSatisfy(part -> assertThat(part.count()).isPositive());
        List<String> expected = new ArrayList<>();
        for (Step step : Step.values()) {
            expected.add("begins " + step);
            expected.add("ends " + step);
        }
        assertThat(heard).isEqualTo(expected);
    }

    @Test
    void theShippedRulesPassAndTheirVignettesShowEveryRule() {
        Report report = RulesCheck.of(RulesFolder.shipped(), SILENT);
        assertThat(report.faults()).isEmpty();
        assertThat(part(report, Step.COVERAGE).warnings()).isEmpty();
        assertThat(part(report, Step.LAWS_ON_DRAWN_PATIENTS).count()).isEqualTo(LawCheck.DRAWN);
    }

    @Test
    void aFolderThatCannotBeLoadedIsNotTried() {
        Report report = RulesCheck.of(
                new SmallFolder()
                        .file("laws.yaml", "laws: [{id: a, says: S, never: [x]}]\n")
                        .folder(),
                SILENT);
        assertThat(report.passed()).isFalse();
        assertThat(report.parts()).extracting(Part::step).containsExactly(Step.LOAD);
        assertThat(report.faults()).allSatisfy(f -> assertThat(f.file()).isEqualTo("laws.yaml"));
    }

    @Test
    void aVignetteAndALawThatFailAreFoundAtTheirLines() {
        SmallFolder folder = new SmallFolder();
        folder.file("laws.yaml", """
                laws:
                  - {id: never-old, says: "Nobody old is a candidate.", when: [{met: old}], never: [candidate], of: [needle]}
                """);
        folder.file("vignettes/all.yaml", """
                vignettes:
                  - id: old-a
                    name: An old patient of kind A
                    answers: {q.age: 15, q.kind: a, q.list: [none], q.danger: "no"}
                    pains: [{q.place: here}]
                    expect:
                      verdicts: {needle: contraindicated}
                """);
        Report report = RulesCheck.of(folder.folder(), SILENT);
        assertThat(part(report, Step.VIGNETTES).faults())
                .singleElement()
                .satisfies(f -> assertThat(f.toString())
                        .startsWith("vignettes/all.yaml:2: ")
                        .contains("should be contraindicated but is candidate"));
        assertThat(part(report, Step.LAWS_ON_VIGNETTES).faults())
                .singleElement()
                .satisfies(f -> assertThat(f.toString()).startsWith("laws.yaml:2: the law 'never-old' fails"));
        // A law that is known to fail is not told twice.
        assertThat(part(report, Step.LAWS_ON_DRAWN_PATIENTS).faults()).isEmpty();
        assertThat(report.faults()).extracting(Fault::file).containsExactly("vignettes/all.yaml", "laws.yaml");
        assertThat(part(report, Step.COVERAGE).warnings())
                .extracting(Fault::problem)
                .anyMatch(p -> p.contains("needle-02") && p.endsWith("fires for no vignette"))
                .noneMatch(p -> p.contains("needle-01") && p.endsWith("fires for no vignette"));
    }

    private static Part part(Report report, Step step) {
        return report.parts().stream().filter(p -> p.step() == step).findFirst().orElseThrow();
    }
}
