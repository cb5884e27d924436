package painpathway.web.learn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import painpathway.advice.LiveAdvisor;
import painpathway.advice.Verdict;
import painpathway.knowledge.Urgency;
import painpathway.vignette.Published;
import painpathway.web.FormToken;
import painpathway.web.form.Form;

/** The cases: all of them by topic, those that fit a choice, and each with its advice. */
@Controller
class CaseController {

    private final Workbenches benches;
    private final LiveAdvisor live;

    CaseController(Workbenches benches, LiveAdvisor live) {
        this.benches = benches;
        this.live = live;
    }

    @GetMapping("/cases")
    String cases(CaseFilter filter, @RequestParam(defaultValue = "0") int page, Model model) {
        Workbench bench = benches.now();
        List<CaseSummary> found = filter.empty() ? List.of() : filter.of(bench);
        int at = Math.max(0, Math.min(page, found.size() / CaseFilter.ON_A_PAGE));
        int from = Math.min(found.size(), at * CaseFilter.ON_A_PAGE);
        int to = Math.min(found.size(), from + CaseFilter.ON_A_PAGE);
        Map<String, Integer> topics = new LinkedHashMap<>();
        bench.summaries().forEach(s -> topics.merge(s.topic(), 1, Integer::sum));
        model.addAttribute("kind", Kind.CASES);
        model.addAttribute("filter", filter);
        model.addAttribute("topics", topics);
        model.addAttribute("interventions", bench.subjects().of(Kind.INTERVENTIONS));
        model.addAttribute("urgencies", Urgency.values());
        model.addAttribute("verdicts", Verdict.values());
        model.addAttribute("agreements", Published.Agreement.values());
        model.addAttribute("count", found.size());
        model.addAttribute("shown", found.subList(from, to));
        model.addAttribute("before", from > 0 ? filter.address(at - 1) : "");
        model.addAttribute("after", to < found.size() ? filter.address(at + 1) : "");
        return "learn/cases";
    }

    @GetMapping("/cases/{id}")
    String one(@PathVariable String id, Locale locale, Model model) {
        Case patient = benches.find(id);
        PageParts parts = benches.parts(locale);
        CasePages pages = new CasePages(parts, live.now());
        model.addAttribute("page", id.startsWith(OwnCases.PREFIX) ? pages.own(patient) : pages.page(patient.subject()));
        model.addAttribute(
                "fields", Form.fields(patient.assessment(), parts.book().questionnaire()));
        model.addAttribute("token", FormToken.next());
        return "learn/page";
    }
}
