package painpathway.web.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.audit.StatedLaw;
import painpathway.folder.Location;
import painpathway.folder.RulesFolder;

/** What is shown of a file, and which of its words are links. */
class ExcerptTest {

    private static final Subjects SUBJECTS =
            new Subjects(ShippedRules.BOOK, StatedLaw.all(ShippedRules.BOOK), ShippedRules.VIGNETTES);

    @Test
    void aRuleEndsWithItsEndAndItsOptionsAreNoLinks() {
        RulesFolder folder = RulesFolder.of("x", Map.of("criteria/x.drl", """
                rule "Known facet pain"
                    @source("F-FACET-38")
                when
                    Answers( choices( "prior.procedures" ) contains "facet-joint-injection" )
                then
                    hold( kcontext, "procedure", "second-block" );
                end
                rule "Another"
                """));
        Excerpt excerpt = Excerpt.drl(folder, new Location("criteria/x.drl", 1));
        assertThat(excerpt.lines()).hasSize(7).last().isEqualTo("end");
        assertThat(excerpt.mentioned(SUBJECTS).stream().map(Subject::address))
                .containsExactly("/facts/F-FACET-38", "/questions/prior.procedures", "/checks/second-block");
    }

    @Test
    void aLawNamesItsQuestionsAndInterventionsButNoOptionAndNotItself() {
        RulesFolder folder = RulesFolder.of("x", Map.of("laws.yaml", """
                laws:
                  - id: facet-like-pain
                    says: "No facet-joint-injection here."
                    when: [{question: prior.procedures, any-of: [facet-joint-injection]}, {met: pain-12-weeks}]
                    never: [candidate]
                    of: [radiofrequency-ablation]

                  - id: next
                """));
        Excerpt excerpt = Excerpt.yaml(folder, "laws.yaml", 2);
        assertThat(excerpt.lines()).hasSize(5).first().isEqualTo("- id: facet-like-pain");
        assertThat(excerpt.linked(SUBJECTS)).extracting(Excerpt.Line::number).isEqualTo(List.of(2, 3, 4, 5, 6));
        assertThat(excerpt.mentioned(SUBJECTS).stream().map(Subject::address))
                .containsExactly(
                        "/questions/prior.procedures",
                        "/criteria/pain-12-weeks",
                        "/interventions/radiofrequency-ablation");
    }
}
