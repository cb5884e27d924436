package painpathway.web.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import painpathway.advice.LiveAdvisor;
import painpathway.api.FaultLog;
import painpathway.questionnaire.Assessment;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.records.NewDrafts;
import painpathway.rules.PerRuleBook;
import painpathway.rules.RuleBook;
import painpathway.vignette.SamplePatients;
import painpathway.web.DisplayTime;
import painpathway.web.FormToken;
import painpathway.web.form.BoundForm;
import painpathway.web.form.Form;
import painpathway.web.form.PlaceNames;
import painpathway.web.form.QuestionnairePage;

/** The start page: a new intake, a draft to continue, a sample patient. A link may carry answers for the new intake. */
@Controller
public class StartController {

    private static final Logger LOG = LoggerFactory.getLogger(StartController.class);
    private static final int DRAFTS = 8;

    private final LiveAdvisor live;
    private final Drafts drafts;
    private final NewDrafts newDrafts;
    private final PerRuleBook<Map<String, Assessment>> samples = new PerRuleBook<>(SamplePatients::patients);

    StartController(LiveAdvisor live, Drafts drafts, NewDrafts newDrafts) {
        this.live = live;
        this.drafts = drafts;
        this.newDrafts = newDrafts;
    }

    @GetMapping("/")
    String start(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        model.addAttribute("carried", Form.fields(parameters));
        model.addAttribute("places", Form.places(parameters));
        RuleBook book = live.book();
        model.addAttribute(
                "drafts",
                drafts.latest(DRAFTS).stream().map(d -> begun(d, book)).toList());
        model.addAttribute("token", FormToken.next());
        model.addAttribute("samples", SamplePatients.load(book));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "start";
    }

    /** A new draft: empty, with the answers of a sample patient, or with those of a link. */
    @PostMapping("/intakes")
    String create(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable String sample) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int places = Form.places(parameters);
        if (sample != null) {
            RuleBook book = live.book();
            Assessment patient = Optional.ofNullable(samples.of(book).get(sample))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            fields.putAll(Form.fields(patient, book.questionnaire()));
            places = patient.places();
        }
        fields.putAll(Form.fields(parameters));
        // Somebody who goes back to the page and begins with another reference means another intake.
        String token = FormToken.of(parameters, fields);
        return "redirect:/intakes/" + newDrafts.begin(new NewDrafts.First(token, fields, places), sample != null)
                + (sample == null ? "" : "?at=" + QuestionnairePage.ADVICE);
    }

    /** A draft in the list; {@code places} help to tell drafts without a reference apart. */
    public record Begun(
            String id,
            String reference,
            String places,
            @Nullable String urgency,
            DisplayTime changed,
            boolean readable) {}

    /** A line for a draft, whatever it holds: one that cannot be read must not take the others with it. */
    public static Begun begun(Draft draft, RuleBook book) {
        try {
            Assessment assessment = BoundForm.of(Form.of(draft), book).assessment();
            return begun(draft, String.join(", ", PlaceNames.sites(assessment, book.questionnaire())), true);
        } catch (RuntimeException e) {
            FaultLog.log(LOG, "a draft could not be read", e);
            return begun(draft, "", false);
        }
    }

    private static Begun begun(Draft draft, String places, boolean readable) {
        return new Begun(
                draft.id(), draft.reference(), places, draft.urgency(), DisplayTime.of(draft.changed()), readable);
    }
}
