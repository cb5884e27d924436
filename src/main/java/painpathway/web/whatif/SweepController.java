package painpathway.web.whatif;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.PerRuleBook;
import painpathway.rules.RuleBook;
import painpathway.sweep.Sweep;
import painpathway.web.learn.Case;
import painpathway.web.learn.Kind;
import painpathway.web.learn.PageParts;
import painpathway.web.learn.Subject;
import painpathway.web.learn.Workbenches;
import painpathway.web.whatif.SweepPage.Chosen;
import painpathway.web.whatif.SweepPage.Grid;

/** Shows one question of a case over all of its values, or two against each other. */
@Controller
class SweepController {

    /** More pairs would take seconds, and nobody can read such a grid. */
    private static final int MOST_PAIRS = 5_000;

    private final Workbenches benches;
    private final PerRuleBook<Sweep> sweeps = new PerRuleBook<>(Sweep::new);

    SweepController(Workbenches benches) {
        this.benches = benches;
    }

    /** {@code of} and {@code by} are fields of questions, {@code about} an intervention; {@code c} are changes as on the page before. */
    @GetMapping("/cases/{id}/sweep")
    String sweep(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String about,
            Locale locale,
            Model model) {
        Case patient = benches.find(id);
        PageParts parts = benches.parts(locale);
        RuleBook book = parts.book();
        Changes changes = Changes.read(sent.getOrDefault("c", List.of()));
        Assessment now = changes.applied(patient.assessment(), book).assessment();
        Optional<Item> across = item(of, now, book);
        Optional<Item> down = item(by, now, book).filter(i -> across.isEmpty() || !i.equals(across.get()));
        Optional<Subject> intervention = parts.bench().subjects().find(Kind.INTERVENTIONS, about);
        Sweep sweep = sweeps.of(book);
        SweepViews views = new SweepViews(parts, sweep, now);
        boolean asked = across.filter(i -> !sweep.asked(now, i)).isEmpty();
        boolean toDraw = across.isPresent()
                && down.isPresent()
                && sweep.asked(now, down.get())
                && sweep.values(now, across.get()).size()
                                * sweep.values(now, down.get()).size()
                        <= MOST_PAIRS;
        model.addAttribute("notAsked", !asked);
        model.addAttribute("tooMany", down.isPresent() && !toDraw);
        Grid grid = toDraw && asked && intervention.isPresent()
                ? views.grid(across.get(), down.get(), intervention.get())
                : null;
        model.addAttribute(
                "page",
                new SweepPage(
                        patient,
                        changes.texts(),
                        new Chosen(
                                across.map(Item::field).orElse(""),
                                down.map(Item::field).orElse(""),
                                about,
                                across.map(i -> i.question().text()).orElse(""),
                                across.isPresent()
                                        && !across.get().question().type().isNumber(),
                                changes.address(patient.subject().address() + "/what-if")),
                        questions(now, book.questionnaire(), parts),
                        parts.bench().subjects().of(Kind.INTERVENTIONS),
                        across.filter(i -> i.question().type().isNumber())
                                .map(i -> sweep.values(now, i).size() - 1)
                                .orElse(0),
                        grid != null || across.isEmpty() || !asked ? null : views.strip(across.get()),
                        grid));
        return "whatif/sweep";
    }

    private static Optional<Item> item(String field, Assessment patient, RuleBook book) {
        return Item.parse(field, book.questionnaire()).filter(i -> i.place() < Math.max(1, patient.places()));
    }

    private static Map<String, Map<String, String>> questions(
            Assessment patient, Questionnaire questionnaire, PageParts parts) {
        Map<String, Map<String, String>> questions = new LinkedHashMap<>();
        Map<String, String> sections = new LinkedHashMap<>();
        questionnaire.sections().forEach(s -> sections.put(s.id(), s.title()));
        for (Item item : questionnaire.items(patient.places())) {
            String section = sections.getOrDefault(item.question().section(), "");
            boolean several = item.question().perPain() && patient.places() > 1;
            String group = several ? section + ", " + parts.say("place.numbered", item.place() + 1) : section;
            questions
                    .computeIfAbsent(group, g -> new LinkedHashMap<>())
                    .put(item.field(), item.question().text());
        }
        return questions;
    }
}
