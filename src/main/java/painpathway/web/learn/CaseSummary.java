package painpathway.web.learn;

import java.util.Map;
import java.util.stream.Collectors;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.vignette.Vignette;

/**
 * A vignette with what the advisor says about it.
 *
 * @param topic    the file that it is in
 * @param verdicts of each intervention, by its id, for the first painful place
 */
public record CaseSummary(
        Vignette vignette, Subject subject, String topic, String urgency, Map<String, String> verdicts) {

    static CaseSummary of(Vignette vignette, Subject subject, Advisor advisor) {
        Advice advice = advisor.advise(vignette.assessment());
        Map<String, String> verdicts = advice.interventions().stream()
                .filter(entry -> entry.pain() == 0)
                .collect(Collectors.toMap(
                        entry -> entry.intervention().id(),
                        entry -> entry.verdict().word(),
                        (first, second) -> first));
        return new CaseSummary(
                vignette, subject, topic(vignette), advice.urgency().word(), verdicts);
    }

    /** The name of its file without folder and ending. */
    static String topic(Vignette vignette) {
        return vignette.file().replaceAll("^.*/|\\.yaml$", "");
    }
}
