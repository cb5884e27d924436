package painpathway.web.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import painpathway.audit.StatedLaw;
import painpathway.folder.EnumWords;
import painpathway.rules.PerRuleBook;

/** The way in, the search, a list of everything of a kind, and the page of each. */
@Controller
class LearnController {

    private static final String KINDS =
            "{kind:interventions|rules|patterns|criteria|questions|red-flags|obstacles|checks|stances|notes"
                    + "|sources|facts}";

    private static final int LONGEST_QUERY = 120;

    private final Workbenches benches;
    private final PerRuleBook<LawsProof> proofs = new PerRuleBook<>(LawsProof::new);

    LearnController(Workbenches benches) {
        this.benches = benches;
    }

    @GetMapping("/learn")
    String learn(Model model) {
        Workbench bench = benches.now();
        Map<Kind, Integer> counts = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            counts.put(kind, bench.subjects().of(kind).size());
        }
        model.addAttribute("counts", counts);
        model.addAttribute("lessons", benches.lessons());
        return "learn/start";
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Locale locale, Model model) {
        String query = q.substring(0, Math.min(q.length(), LONGEST_QUERY)).strip();
        PageParts parts = benches.parts(locale);
        Map<Kind, Block.Refs> found = new LinkedHashMap<>();
        for (Search.Found of : benches.search().find(query)) {
            List<Block.Ref> refs = of.best().stream().map(parts::ref).toList();
            int more = of.count() - refs.size();
            found.put(of.kind(), new Block.Refs("", refs, more > 0 ? new Block.Refs.More(more, "") : null));
        }
        model.addAttribute("query", query);
        model.addAttribute("found", found);
        return "learn/search";
    }

    @GetMapping("/" + KINDS)
    String list(@PathVariable String kind, Locale locale, Model model) {
        PageParts parts = benches.parts(locale);
        Kind of = kind(kind);
        Map<String, List<Block.Ref>> groups = new LinkedHashMap<>();
        for (Subject subject : parts.bench().subjects().of(of)) {
            groups.computeIfAbsent(parts.group(subject), g -> new ArrayList<>()).add(parts.ref(subject));
        }
        model.addAttribute("kind", of);
        model.addAttribute("groups", groups);
        return "learn/list";
    }

    /** Proves the laws for every patient. */
    @PostMapping("/laws/proof")
    String prove() {
        proofs.of(benches.now().book()).begin();
        return "redirect:/laws";
    }

    @GetMapping("/laws")
    String laws(Locale locale, Model model) {
        PageParts parts = benches.parts(locale);
        Map<StatedLaw, Block.Code> laws = new LinkedHashMap<>();
        for (StatedLaw law : parts.bench().laws()) {
            laws.put(law, parts.code(Excerpt.yaml(parts.book().folder(), StatedLaw.FILE, law.line())));
        }
        model.addAttribute("kind", Kind.LAWS);
        model.addAttribute("laws", laws);
        LawsProof proof = proofs.of(parts.book());
        LawsProof.Outcome outcome = proof.outcome();
        model.addAttribute("proving", proof.running());
        if (outcome != null) {
            model.addAttribute("impossible", outcome.problem());
            model.addAttribute("proved", outcome.report());
            model.addAttribute(
                    "against", laws.keySet().stream().collect(Collectors.toMap(StatedLaw::id, outcome::against)));
        }
        return "learn/laws";
    }

    @GetMapping("/" + KINDS + "/{id}")
    String page(@PathVariable String kind, @PathVariable String id, Locale locale, Model model) {
        PageParts parts = benches.parts(locale);
        Subjects subjects = parts.bench().subjects();
        Kind of = kind(kind);
        if (of == Kind.RULES && subjects.find(of, id).isEmpty()) {
            return "redirect:"
                    + subjects.heir(id).orElseThrow(LearnController::missing).address();
        }
        Subject subject = subjects.find(of, id).orElseThrow(LearnController::missing);
        model.addAttribute("page", page(subject, parts));
        return "learn/page";
    }

    private static SubjectPage page(Subject subject, PageParts parts) {
        return switch (subject.kind()) {
            case INTERVENTIONS -> new InterventionPages(parts).page(subject);
            case RULES -> new RulePages(parts).rule(subject);
            case PATTERNS, CRITERIA -> new RulePages(parts).finding(subject);
            case QUESTIONS -> new QuestionPages(parts).page(subject);
            case RED_FLAGS -> new KnowledgePages(parts).redFlag(subject);
            case OBSTACLES -> new KnowledgePages(parts).obstacle(subject);
            case CHECKS -> new KnowledgePages(parts).check(subject);
            case STANCES -> new KnowledgePages(parts).stance(subject);
            case NOTES -> new KnowledgePages(parts).note(subject);
            case SOURCES -> new SourcePages(parts).source(subject);
            case FACTS -> new SourcePages(parts).fact(subject);
            case LAWS, CASES -> throw missing();
        };
    }

    private static Kind kind(String path) {
        Kind kind = EnumWords.find(Kind.class, path);
        if (kind == null) {
            throw missing();
        }
        return kind;
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
