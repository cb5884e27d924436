package painpathway.nextquestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.nextquestion.Intake.Moment;
import painpathway.vignette.Vignette;

/** What a question can change is the same whether it is asked for the first time or gone back to. */
class WhyAskedTest {

    private static final NextQuestion CHOOSER = new NextQuestion(ShippedRules.BOOK);

    @Test
    void anAnswerThatStandsIsLeftOutOfItsOwnReasons() {
        int compared = 0;
        for (int i = 0; i < ShippedRules.VIGNETTES.size(); i += 60) {
            Vignette vignette = ShippedRules.VIGNETTES.get(i);
            List<Moment> intake = Intake.of(CHOOSER, vignette.assessment());
            for (int at = 0; at + 1 < intake.size(); at++) {
                Moment before = intake.get(at);
                assertThat(CHOOSER.why(intake.get(at + 1).soFar(), before.step().next()))
                        .as("%s, %s", vignette.name(), before.step().next())
                        .isEqualTo(before.step().why());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }
}
