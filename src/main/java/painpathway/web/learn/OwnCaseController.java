package painpathway.web.learn;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import painpathway.advice.LiveAdvisor;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.web.form.BoundForm;
import painpathway.web.form.Form;

/** Leads from the advice of an intake to the same patient as a case to learn from. */
@Controller
class OwnCaseController {

    private final OwnCases own;
    private final Drafts drafts;
    private final LiveAdvisor live;

    OwnCaseController(OwnCases own, Drafts drafts, LiveAdvisor live) {
        this.own = own;
        this.drafts = drafts;
        this.live = live;
    }

    /** Makes the case. It has the answers and the policy, but neither the reference nor a note. */
    @PostMapping("/intakes/{id}/case")
    String make(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Draft draft = drafts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String owner = own.owner(request);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(OwnCases.COOKIE, owner)
                        .httpOnly(true)
                        .sameSite("Strict")
                        .path("/")
                        .maxAge(OwnCases.LIVES)
                        .build()
                        .toString());
        return "redirect:/cases/"
                + own.keep(owner, id, BoundForm.of(Form.of(draft), live.book()).assessment());
    }
}
