package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import painpathway.ShippedRules;
import painpathway.advice.Advice;
import painpathway.advice.InterventionAdvice;
import painpathway.questionnaire.Assessment;

/** The sample patients from an empty form to the advice; what comes out is what the advisor says of them. */
abstract class WholeIntakes extends BrowserTest {

    private static final List<String> EFFORT = new ArrayList<>();

    static IntStream samples() {
        return IntStream.range(0, SAMPLES.size());
    }

    /** For people, to compare with the table of what an intake may take. Both ways to be asked stand in one file. */
    @AfterAll
    static void tellWhatItTook() throws IOException {
        EFFORT.forEach(System.out::println);
        // Each class runs in a program of its own, so it adds to what the other one wrote.
        Files.write(Path.of("target", "intakes.txt"), EFFORT, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** One sample patient in a window of this width, and what it took. */
    void intake(int sample, int width, String led, Consumer<Nurse> lead) {
        Page page = visitor(width);
        Assessment patient = patient(sample);
        Nurse nurse = new Nurse(page, patient).begin();
        lead.accept(nurse);
        shows(page, ShippedRules.PLAIN.advise(patient));
        note(sample, led, nurse);
    }

    private static void note(int sample, String led, Nurse nurse) {
        // A human pace is one answer every two seconds.
        EFFORT.add("%-42s %-10s %2d answers, %2d taps, %4d words read, %3d s"
                .formatted(
                        SAMPLES.get(sample).title(),
                        led,
                        nurse.answers(),
                        nurse.taps(),
                        nurse.words(),
                        2 * nurse.answers()));
    }

    static void shows(Page page, Advice advice) {
        assertThat(page.locator("#advice .urgency").first().getAttribute("class"))
                .contains("u-" + advice.urgency().word());
        List<String> wrong = new ArrayList<>();
        for (InterventionAdvice entry : advice.interventions()) {
            String id = "#entry-" + entry.intervention().id() + "-" + entry.pain();
            String classes = page.locator(id).getAttribute("class");
            if (!List.of(classes.split(" ")).contains("v-" + entry.verdict().word())) {
                wrong.add(id + " is " + classes + " and not " + entry.verdict().word());
            }
        }
        assertThat(wrong).isEmpty();
    }
}
