package painpathway.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.nextquestion.NextQuestion;
import painpathway.nextquestion.Step;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.rules.RuleBook;
import painpathway.vignette.SamplePatients;

/** Six places: three are advised on, and warning signs count wherever they are. */
class FurtherPlacesTest {

    private static final RuleBook BOOK = ShippedRules.BOOK;
    private static final Advisor ADVISOR = ShippedRules.PLAIN;
    private static final Assessment THREE = read(3, Map.of());

    private static Assessment read(int places, Map<String, Answer> last) {
        Assessment back = SamplePatients.patients(BOOK)
                .get(SamplePatients.load(BOOK).get(0).vignette());
        Assessment patient = new Assessment(
                back.policy(),
                back.patient(),
                Collections.nCopies(places, back.pains().get(0)));
        for (Map.Entry<String, Answer> one : last.entrySet()) {
            Question question = BOOK.questionnaire().known(one.getKey());
            patient = patient.with(new Item(question, places - 1), one.getValue());
        }
        return patient;
    }

    @Test
    void threePlacesAreAdvisedOn() {
        Advice advice = ADVISOR.advise(read(6, Map.of()));
        assertThat(advice.interventions())
                .hasSize(3 * BOOK.catalogue().interventions().size());
        assertThat(advice.interventions())
                .extracting(InterventionAdvice::verdict)
                .isEqualTo(verdicts(THREE));
    }

    @Test
    void aWarningSignAtTheSixthPlaceCounts() {
        assertThat(ADVISOR.advise(THREE).redFlags()).isEmpty();
        Answer hot = new Answer.Choices(Set.of("hot-swollen"));
        Assessment patient = read(6, Map.of("pain.site", new Answer.Choice("knee"), "pain.joint-signs", hot));
        assertThat(ADVISOR.advise(patient).redFlags()).isNotEmpty();
        assertThat(verdicts(patient)).isNotEqualTo(verdicts(THREE));
    }

    /** Whatever is not asked about a further place changes nothing that the advice says. */
    @Test
    void whatIsNotAskedThereChangesNothing() {
        FurtherPlaces further = new FurtherPlaces(BOOK);
        Assessment six = read(6, Map.of());
        List<Question> skipped = BOOK.questionnaire().asked().stream()
                .filter(Question::perPain)
                .filter(q -> !further.asks(new Item(q, 5)))
                .toList();
        assertThat(skipped).isNotEmpty();
        for (Question question : skipped) {
            Advice without = ADVISOR.advise(six.without(new Item(question, 5)));
            assertThat(without.interventions())
                    .extracting(InterventionAdvice::verdict)
                    .as(question.id())
                    .isEqualTo(verdicts(six));
            assertThat(without.urgency()).isEqualTo(ADVISOR.advise(six).urgency());
        }
    }

    /** Led, nothing is asked about a further place that no warning sign rests on. */
    @Test
    void onlyWarningSignsAreAskedThere() {
        FurtherPlaces further = new FurtherPlaces(BOOK);
        NextQuestion chooser = new NextQuestion(BOOK);
        Assessment patient = new Assessment(THREE.policy(), Map.of(), List.of(Map.of(), Map.of(), Map.of(), Map.of()));
        int asked = 0;
        for (Step step = chooser.next(patient); step.next() != null; step = chooser.next(patient)) {
            assertThat(further.asks(step.next())).as(step.next().field()).isTrue();
            asked += step.next().place() == 3 ? 1 : 0;
            patient = patient.with(step.next(), Answer.NOT_KNOWN);
        }
        assertThat(asked).isPositive();
    }

    private static List<Verdict> verdicts(Assessment patient) {
        return ADVISOR.advise(patient).interventions().stream()
                .map(InterventionAdvice::verdict)
                .toList();
    }
}
