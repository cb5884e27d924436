package painpathway.web.whatif;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import painpathway.advice.LiveAdvisor;
import painpathway.counterfactual.CounterfactualFinder;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Item;
import painpathway.rules.PerRuleBook;
import painpathway.rules.RuleBook;
import painpathway.web.form.BoundForm;
import painpathway.web.form.Form;
import painpathway.web.learn.Case;
import painpathway.web.learn.Workbenches;
import painpathway.web.whatif.Changes.Change;

/** Changes answers of a case, one after the other. The address has them all, so that every state can be kept and walked back to. */
@Controller
class WhatIfController {

    private final Workbenches benches;
    private final LiveAdvisor live;
    private final PerRuleBook<CounterfactualFinder> finders;

    WhatIfController(Workbenches benches, LiveAdvisor live, PerRuleBook<CounterfactualFinder> finders) {
        this.benches = benches;
        this.live = live;
        this.finders = finders;
    }

    /**
     * {@code c}: the changes so far; {@code edit}: the field to change, which {@code save} does; {@code near}: an intervention for which
     * the smallest changes are looked for.
     */
    @GetMapping("/cases/{id}/what-if")
    String whatIf(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String edit,
            @RequestParam(defaultValue = "") String near,
            Locale locale,
            Model model) {
        Case patient = benches.find(id);
        RuleBook book = benches.now().book();
        Changes changes = Changes.read(sent.getOrDefault("c", List.of()));
        BoundForm now = changes.applied(patient.assessment(), book);
        Optional<Item> item = Item.parse(edit, book.questionnaire())
                .filter(i -> i.place() < Math.max(1, patient.assessment().places()));
        Change asked = new Change(edit, Form.fields(sent).getOrDefault(edit, List.of()));
        BoundForm then = changes.and(asked).applied(patient.assessment(), book);
        boolean save = item.isPresent() && sent.containsKey("save");
        if (save && !then.refused().containsKey(item.get())) {
            return "redirect:"
                    + settled(changes, item.get(), now, then)
                            .address(patient.subject().address() + "/what-if");
        }
        WhatIfViews views = new WhatIfViews(benches.parts(locale), patient, changes, live.now());
        item.ifPresent(i -> views.edit(i, save ? asked.values() : List.of()));
        if (!near.isEmpty()) {
            views.findNearest(near, finders.of(book));
        }
        model.addAttribute("page", views.page());
        return "whatif/page";
    }

    /** With the answer as it was understood; the same changes if it is the answer that was there. */
    private static Changes settled(Changes changes, Item item, BoundForm now, BoundForm then) {
        Answer answer = then.assessment().answer(item);
        if (Objects.equals(answer, now.assessment().answer(item))) {
            return changes;
        }
        return changes.and(answer == null ? new Change(item.field(), List.of()) : Change.of(item, answer));
    }
}
