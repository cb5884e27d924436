package painpathway.web.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import painpathway.ShippedRules;
import painpathway.advice.Advised;
import painpathway.advice.Verdict;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.vignette.Reach;
import painpathway.web.Messages;

/** The sentences that say where the reasoning parted. */
class VerdictWhyTest {

    private static final CaseMaker MAKER =
            new CaseMaker(ShippedRules.BOOK, Reach.of(ShippedRules.BOOK, ShippedRules.VIGNETTES.subList(0, 50)));
    private static final Assessment LASTING = ShippedRules.VIGNETTES.stream()
            .filter(v -> v.id().equals("facet-001"))
            .findFirst()
            .orElseThrow()
            .assessment();

    @Test
    void tooFewWeeksAreSaidInWeeks() {
        VerdictWhy why = why(with("pain.weeks", new Answer.Amount(8)));
        assertThat(why.sentences())
                .containsExactly(
                        "The rule that comes nearest is “Lasting axial neck or low back pain despite care: facet joint injection, as a first test”.",
                        "“Pain has lasted at least 12 weeks” is not met.",
                        "You needed 12 weeks; this patient has 8 weeks.");
        assertThat(why.against(Verdict.CONTRAINDICATED)).contains("No rule that would rule it out is met.");
        assertThat(why.against(Verdict.CANDIDATE)).isEmpty();
    }

    @Test
    void aRuleThatIsMetIsNamed() {
        VerdictWhy why = why(LASTING);
        assertThat(why.sentences()).singleElement().asString().startsWith("This rule is met: “Lasting axial neck");
        assertThat(why.against(Verdict.CONDITIONAL)).contains("No rule asks for a check first.");
        assertThat(why.against(Verdict.CANDIDATE)).isEmpty();
    }

    @Test
    void aWarningComesFirstAndTheVerdictBehindItIsSaid() {
        VerdictWhy why = why(with("safety.bladder-bowel-saddle", new Answer.Choices(Set.of("saddle-numbness"))));
        assertThat(why.sentences())
                .containsExactly(
                        "This comes first: “Possible cauda equina syndrome”. Without it the verdict would be: candidate.");
    }

    @Test
    void everySentenceOfEveryVerdictCanBeWritten() {
        for (var vignette : ShippedRules.VIGNETTES.subList(0, 150)) {
            if (vignette.assessment().places() == 1) {
                Advised advised = ShippedRules.PLAIN.advised(vignette.assessment());
                advised.advice().interventions().forEach(entry -> {
                    List<String> said = new VerdictWhy(advised.advice(), entry, MAKER, words()).sentences();
                    assertThat(said)
                            .isNotEmpty()
                            .allSatisfy(s -> assertThat(s)
                                    .matches("(?s)[\\p{Lu}“].*[.”]")
                                    .doesNotContain("{", "null", ".."));
                });
            }
        }
    }

    private static Assessment with(String question, Answer answer) {
        return LASTING.with(Item.at(ShippedRules.BOOK.questionnaire().known(question), 0), answer);
    }

    private static VerdictWhy why(Assessment assessment) {
        Advised advised = ShippedRules.PLAIN.advised(assessment);
        return new VerdictWhy(advised.advice(), advised.advice().interventions().get(0), MAKER, words());
    }

    private static Messages words() {
        ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
        bundle.setBasename("messages");
        return new Messages(bundle, Locale.UK);
    }
}
