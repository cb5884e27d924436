package painpathway.web.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import painpathway.advice.Advised;
import painpathway.advice.Advisor;
import painpathway.advice.LiveAdvisor;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.web.learn.Case;
import painpathway.web.learn.Kind;
import painpathway.web.learn.PageParts;
import painpathway.web.learn.Subject;
import painpathway.web.learn.Workbenches;
import painpathway.web.whatif.ComparePage.Differing;
import painpathway.web.whatif.ComparePage.Side;

/** Puts two cases, or one case under two policies, beside each other. */
@Controller
class CompareController {

    private final Workbenches benches;
    private final LiveAdvisor live;

    CompareController(Workbenches benches, LiveAdvisor live) {
        this.benches = benches;
        this.live = live;
    }

    /** {@code a} and {@code b} are cases; {@code pa} and {@code pb} policies, if not those of the cases. */
    @GetMapping("/compare")
    String compare(
            @RequestParam(defaultValue = "") String a,
            @RequestParam(defaultValue = "") String b,
            @RequestParam(defaultValue = "") String pa,
            @RequestParam(defaultValue = "") String pb,
            Locale locale,
            Model model) {
        PageParts parts = benches.parts(locale);
        model.addAttribute("policies", parts.book().catalogue().policies());
        model.addAttribute("a", a.strip());
        model.addAttribute("b", b.strip());
        if (a.isBlank() || b.isBlank()) {
            model.addAttribute("pairs", new Pairs(parts.bench()).all());
            return "whatif/compare";
        }
        Optional<Case> first = benches.seek(a.strip());
        Optional<Case> second = benches.seek(b.strip());
        if (first.isEmpty() || second.isEmpty()) {
            model.addAttribute("unknown", first.isEmpty() ? a.strip() : b.strip());
            return "whatif/compare";
        }
        Case one = first.get();
        Case other = second.get();
        Advisor advisor = live.now();
        Advised before = advisor.advised(under(one.assessment(), pa, parts));
        Advised after = advisor.advised(under(other.assessment(), pb, parts));
        Difference difference = new Difference(parts.bench(), before, after);
        model.addAttribute(
                "page",
                new ComparePage(
                        side(one, before, parts),
                        side(other, after, parts),
                        differing(before.assessment(), after.assessment(), parts),
                        difference.urgencies(),
                        difference.stages(),
                        difference.verdicts()));
        return "whatif/compare";
    }

    private static Assessment under(Assessment assessment, String policy, PageParts parts) {
        return parts.book().policies().contains(policy)
                ? new Assessment(policy, assessment.patient(), assessment.pains())
                : assessment;
    }

    private static Side side(Case patient, Advised advised, PageParts parts) {
        String policy = advised.assessment().policy();
        return new Side(
                patient.subject(),
                policy,
                parts.policyName(policy),
                advised.assessment().places());
    }

    private static List<Differing> differing(Assessment one, Assessment other, PageParts parts) {
        List<Differing> differing = new ArrayList<>();
        int places = Math.max(one.places(), other.places());
        for (Item item : parts.book().questionnaire().items(places)) {
            Optional<Answer> was = answer(one, item);
            Optional<Answer> is = answer(other, item);
            if (!was.equals(is)) {
                Subject question = parts.bench()
                        .subjects()
                        .known(Kind.QUESTIONS, item.question().id());
                differing.add(new Differing(
                        question,
                        places == 1 || !item.question().perPain() ? 0 : item.place() + 1,
                        words(item, was, parts),
                        words(item, is, parts)));
            }
        }
        return differing;
    }

    private static Optional<Answer> answer(Assessment assessment, Item item) {
        return item.question().perPain() && item.place() >= assessment.places()
                ? Optional.empty()
                : Optional.ofNullable(assessment.answer(item));
    }

    private static String words(Item item, Optional<Answer> answer, PageParts parts) {
        return answer.map(given -> parts.words().answers().of(item.question(), given))
                .orElseGet(() -> parts.say("answer.blank"));
    }
}
