package painpathway.web.map;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a map is asked to show, as its address says.
 *
 * @param intervention the id of the one that it is about; empty for the whole pathway
 * @param open         the words of the families that are unfolded
 * @param patient      the id of the case that is laid over it; empty for none
 * @param place        the painful place of that patient, from 1
 */
record View(String intervention, List<String> open, String patient, int place) {

    /** The same with one more family unfolded. */
    public View unfolding(String family) {
        return new View(
                intervention,
                Stream.concat(open.stream(), Stream.of(family)).distinct().toList(),
                patient,
                place);
    }

    /** The same with a family folded again. */
    View folding(String family) {
        List<String> left = new ArrayList<>(open);
        left.remove(family);
        return new View(intervention, List.copyOf(left), patient, place);
    }

    /** The same patient on another map; empty for the whole one. */
    View about(String other) {
        return new View(other, List.of(), patient, place);
    }

    /** The same map with another place of the patient. */
    View at(int other) {
        return new View(intervention, open, patient, other);
    }

    /** The same map without a patient. */
    View alone() {
        return new View(intervention, open, "", 1);
    }

    /** Where it is. */
    public String address() {
        return address("");
    }

    /** Where it is as a file. */
    public String file() {
        return address(".svg");
    }

    private String address(String ending) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(
                intervention.isEmpty() ? "/map" + ending : "/map/" + intervention + ending);
        open.forEach(family -> address.queryParam("open", family));
        if (!patient.isEmpty()) {
            address.queryParam("case", patient);
        }
        if (place > 1) {
            address.queryParam("place", place);
        }
        return address.encode().toUriString();
    }
}
