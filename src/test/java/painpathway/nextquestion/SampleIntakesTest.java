package painpathway.nextquestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.knowledge.Urgency;
import painpathway.nextquestion.Intake.Moment;
import painpathway.questionnaire.Topic;
import painpathway.vignette.SamplePatients;
import painpathway.vignette.Vignette;

/** The sample patients, led: how many answers it takes, and in which order they are asked for. */
class SampleIntakesTest {

    private static final List<Topic> TOPICS = ShippedRules.BOOK.questionnaire().topics();
    private static final Map<String, List<Moment>> INTAKES = intakes();

    private static Map<String, List<Moment>> intakes() {
        NextQuestion chooser = new NextQuestion(ShippedRules.BOOK);
        Map<String, List<Moment>> intakes = new LinkedHashMap<>();
        for (SamplePatients.Offer sample : SamplePatients.load(ShippedRules.BOOK)) {
            Vignette vignette = ShippedRules.VIGNETTES.stream()
                    .filter(v -> v.name().equals(sample.vignette()))
                    .findFirst()
                    .orElseThrow();
            intakes.put(sample.title(), Intake.of(chooser::bare, vignette.assessment()));
        }
        return intakes;
    }

    private static List<String> asked(List<Moment> intake) {
        return intake.stream()
                .map(m -> m.step().next())
                .filter(i -> i != null)
                .map(i -> i.question().id())
                .toList();
    }

    @Test
    void noSampleTakesMoreAnswersThanThis() {
        Map<String, Integer> answers = new LinkedHashMap<>();
        INTAKES.forEach((title, intake) -> answers.put(title, intake.size() - 1));
        assertThat(answers)
                .isEqualTo(Map.of(
                        "Lasting low back pain, worse on twisting", 39,
                        "Sciatica with a matching scan", 40,
                        "Back pain and new bladder trouble", 18,
                        "Two good test blocks", 45,
                        "Recent fracture in someone with weak bones", 30,
                        "Burning leg pain after an operation", 44,
                        "Osteoarthritis of the knee", 32,
                        "Back strain from lifting", 23));
    }

    @Test
    void theEmergencyIsFoundWithin6Answers() {
        List<Moment> intake = INTAKES.get("Back pain and new bladder trouble");
        int alarm = IntStream.range(0, intake.size())
                .filter(i -> ShippedRules.PLAIN.advise(intake.get(i).soFar()).redFlags().stream()
                        .anyMatch(f -> f.urgency() == Urgency.EMERGENCY
                                && f.assumptions().isEmpty()))
                .findFirst()
                .orElseThrow();
        assertThat(alarm).isLessThanOrEqualTo(6);
    }

    @Test
    void theOrderIsAgePlaceSideTimeAndRedFlags() {
        assertThat(INTAKES.values())
                .allSatisfy(intake -> assertThat(asked(intake))
                        .startsWith(
                                "patient.age", "pain.site", "pain.side", "pain.weeks", "safety.bladder-bowel-saddle"));
    }

    @Test
    void theComplaintIsAlwaysRecorded() {
        assertThat(INTAKES.values())
                .allSatisfy(intake -> assertThat(asked(intake))
                        .contains(
                                "pain.site",
                                "pain.side",
                                "pain.weeks",
                                "pain.worse-with",
                                "pain.eased-by",
                                "pain.quality"));
    }

    @Test
    void aTopicIsNotLeftBeforeItIsOverAndKeepsItsOrder() {
        INTAKES.forEach((title, intake) -> {
            List<String> asked = asked(intake);
            Set<Topic> left = new HashSet<>();
            List<String> wrong = new ArrayList<>();
            for (int i = 1; i < asked.size(); i++) {
                Topic before = topic(asked.get(i - 1));
                Topic now = topic(asked.get(i));
                if (before != now) {
                    left.add(before);
                } else if (now.questions().indexOf(asked.get(i))
                        < now.questions().indexOf(asked.get(i - 1))) {
                    wrong.add(asked.get(i));
                }
                if (left.contains(now)) {
                    wrong.add(asked.get(i));
                }
            }
            assertThat(wrong).as(title).isEmpty();
        });
    }

    private static Topic topic(String question) {
        return TOPICS.stream()
                .filter(t -> t.questions().contains(question))
                .findFirst()
                .orElseThrow();
    }
}
