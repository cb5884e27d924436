package painpathway.web.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import painpathway.records.Edit;
import painpathway.web.form.Form;
import painpathway.web.form.IntakeGuidance;
import painpathway.web.form.QuestionnairePage;

/**
 * The part of an intake that is shown; none of this is stored.
 *
 * @param at   the section; empty where the intake continues
 * @param lead {@link IntakeGuidance#ONE} or nothing
 * @param later the fields of the questions that were put off, apart by spaces
 * @param ask  question by question: the field of the question to look at again
 */
record InView(String at, String lead, String ask, String later) {

    static final InView OF_ADVICE = new InView(QuestionnairePage.ADVICE, "", "", "");

    InView(@Nullable String at, @Nullable String lead, @Nullable String ask, @Nullable String later) {
        this.at = at == null ? "" : at;
        this.lead = IntakeGuidance.ONE.equals(lead) ? IntakeGuidance.ONE : "";
        this.ask = ask == null ? "" : ask;
        this.later = later == null ? "" : later;
    }

    /** What a form asks for. A button counts more than the field with the section shown before, and comes after it. */
    static InView of(MultiValueMap<String, String> parameters) {
        return new InView(
                Form.last(parameters, "at"),
                Form.last(parameters, "lead"),
                Form.last(parameters, "ask"),
                String.join(" ", parameters.getOrDefault("later", List.of())));
    }

    boolean advice() {
        return at.equals(QuestionnairePage.ADVICE);
    }

    /** The fields of the questions that were put off. */
    Set<String> putOff() {
        return Arrays.stream(later.split(" ")).filter(f -> !f.isEmpty()).collect(Collectors.toSet());
    }

    boolean oneByOne() {
        return !lead.isEmpty();
    }

    /** Leads to a new page of the draft, which says what others have changed since the page that was sent. */
    String redirect(String draft, Edit edit) {
        return "redirect:"
                + UriComponentsBuilder.fromPath("/intakes/" + draft)
                        .queryParam("at", "{at}")
                        .queryParam("lead", "{lead}")
                        .queryParam("ask", "{ask}")
                        .queryParam("later", "{later}")
                        .queryParam("since", edit.base())
                        .queryParam("tab", "{tab}")
                        .encode()
                        .build(at, lead, ask, later, edit.page().tab());
    }
}
