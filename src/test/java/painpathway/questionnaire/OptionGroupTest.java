package painpathway.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.SmallFolder;
import painpathway.folder.RulesFolder;

class OptionGroupTest {

    private static final String NUMB = "- {id: numb, text: \"Numb\"}";
    private static final String WEAK = "- {id: weak, text: \"Weak\"}";

    @Test
    void everyLongListHasHeadings() {
        assertThat(ShippedRules.BOOK.questionnaire().asked())
                .filteredOn(q -> q.options().size() > 8)
                .hasSizeGreaterThan(5)
                .allSatisfy(q -> assertThat(OptionGroup.of(q))
                        .hasSizeGreaterThan(1)
                        .allSatisfy(g -> assertThat(g.name()).isNotNull()));
    }

    @Test
    void noneStandsApartOnlyWhereItExcludesOthers() {
        Question findings = ShippedRules.BOOK.questionnaire().known("scan.findings");
        assertThat(OptionGroup.of(findings).stream().flatMap(g -> g.options().stream()))
                .extracting(Question.Option::id)
                .doesNotContain("none")
                .hasSize(findings.options().size() - 1);
        Question kind = ShippedRules.BOOK.questionnaire().known("scan.kind");
        assertThat(OptionGroup.of(kind)).singleElement().satisfies(g -> {
            assertThat(g.name()).isNull();
            assertThat(g.options()).isEqualTo(kind.options());
        });
    }

    @Test
    void aReportSaysItInItsOwnWords() {
        assertThat(ShippedRules.BOOK
                        .questionnaire()
                        .known("scan.findings")
                        .option("extruded-fragment")
                        .also())
                .contains("extrusion");
    }

    @Test
    void headingsAreForAllOptionsAndComeOnce() {
        RulesFolder one = SmallFolder.with(Questionnaire.FILE, NUMB, "- {id: numb, text: \"Numb\", group: \"Skin\"}");
        assertThat(SmallFolder.faults(one))
                .singleElement()
                .asString()
                .endsWith("option 'weak' has no 'group', but others have one");
        RulesFolder both = SmallFolder.change(
                one,
                Questionnaire.FILE,
                WEAK,
                "- {id: weak, text: \"Weak\", group: \"Muscle\", also: [paresis]}\n          - {id: cold, text: \"Cold\", group: \"Skin\", record-only: true}");
        assertThat(SmallFolder.faults(both))
                .singleElement()
                .asString()
                .endsWith("the options of the group 'Skin' should follow each other");
    }
}
