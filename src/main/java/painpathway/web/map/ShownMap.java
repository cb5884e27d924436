package painpathway.web.map;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import painpathway.advice.Advised;
import painpathway.advice.Advisor;
import painpathway.web.Messages;
import painpathway.web.learn.Case;
import painpathway.web.learn.Kind;
import painpathway.web.learn.Subject;
import painpathway.web.learn.Workbench;
import painpathway.web.learn.Workbenches;
import painpathway.web.map.Sketch.Node;

/**
 * The map that an address asks for.
 *
 * @param about  the intervention that it is about; null for the whole pathway
 * @param places of the patient that are advised on; 0 without a patient
 */
record ShownMap(
        View view,
        @Nullable Subject about,
        List<Family> open,
        @Nullable Case patient,
        int places,
        PictureMaker maker) {

    /** What it is a map of, and of which patient. */
    String title() {
        Messages words = maker.named().words();
        String of = about == null ? words.say("map.whole") : about.title();
        return patient == null
                ? of
                : words.say("map.of-patient", of, patient.subject().title());
    }

    /** The boxes of rules that are folded because they were not written for this intervention alone. */
    List<Node> otherRules() {
        return maker.drawing().boxes().stream()
                .map(Drawing.Box::node)
                .filter(n -> n.folded() && n.kind() == Kind.RULES)
                .toList();
    }

    /** Reads an address; what is not there is not found, and what makes no sense is refused. */
    record Reader(Drawings drawings, Workbenches benches, Advisor advisor, Messages words) {

        ShownMap read(String intervention, MultiValueMap<String, String> asked) {
            Workbench bench = drawings.bench();
            Subject about = intervention.isEmpty()
                    ? null
                    : bench.subjects()
                            .find(Kind.INTERVENTIONS, intervention)
                            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            List<Family> open = asked.getOrDefault("open", List.of()).stream()
                    .distinct()
                    .map(key -> drawings.family(key).orElseThrow(Reader::refused))
                    .toList();
            String id = first(asked, "case");
            Case patient = id.isEmpty() ? null : benches.find(id);
            int places = patient == null ? 0 : patient.assessment().advised();
            int place = place(first(asked, "place"), places);
            Overlay overlay = patient == null ? null : overlay(bench, patient, place);
            View view = new View(intervention, open.stream().map(Family::key).toList(), id, place);
            Drawing drawing = drawings.of(intervention, open);
            return new ShownMap(
                    view,
                    about,
                    open,
                    patient,
                    places,
                    new PictureMaker(view, drawing, new NodeWords(bench, overlay, words)));
        }

        private static String first(MultiValueMap<String, String> asked, String name) {
            return Objects.requireNonNullElse(asked.getFirst(name), "");
        }

        private static int place(String asked, int places) {
            if (asked.isEmpty()) {
                return 1;
            }
            if (!asked.matches("[1-9]") || Integer.parseInt(asked) > places) {
                throw refused();
            }
            return Integer.parseInt(asked);
        }

        private Overlay overlay(Workbench bench, Case patient, int place) {
            Advised advised = advisor.advised(patient.assessment());
            return Overlay.of(bench, advised, place - 1, words);
        }

        private static ResponseStatusException refused() {
            return new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }
}
