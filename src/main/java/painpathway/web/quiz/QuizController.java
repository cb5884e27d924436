package painpathway.web.quiz;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import painpathway.advice.Verdict;
import painpathway.knowledge.Urgency;
import painpathway.web.Messages;

/**
 * A quiz for one learner. Every page of it has an address with the set of cases and everything predicted so far, so that reloading and
 * going back show the same, and nothing is kept here.
 */
@Controller
class QuizController {

    /** Why somebody is back at the choice of a set. */
    private static final List<String> TOLD = List.of("changed", "none");

    private final QuizBooks books;
    private final MessageSource messages;

    QuizController(QuizBooks books, MessageSource messages) {
        this.books = books;
        this.messages = messages;
    }

    /** The choice of a set; {@code told} says why somebody is back here. */
    @GetMapping("/quiz")
    String start(@RequestParam Map<String, String> sent, Model model) {
        choice(books.now(), model);
        String told = sent.getOrDefault("told", "");
        model.addAttribute("told", TOLD.contains(told) ? told : "");
        return "quiz/start";
    }

    /** What a form needs to choose a set. */
    static void choice(QuizBook quiz, Model model) {
        model.addAttribute("topics", quiz.maker().topics());
        model.addAttribute("levels", Level.values());
        model.addAttribute("hardness", Hardness.values());
        model.addAttribute("manyLines", Hardness.MANY_LINES);
        model.addAttribute("counts", List.of(3, QuizSet.USUAL, 10, QuizSet.MOST));
        model.addAttribute("usual", QuizSet.USUAL);
    }

    @GetMapping("/quiz/new")
    String begin(@RequestParam Map<String, String> sent) {
        QuizSet set = set(books.now(), sent, ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));
        return "redirect:" + set.address(0, "");
    }

    /** The set that a form or an address asks for. */
    static QuizSet set(QuizBook quiz, Map<String, String> sent, int seed) {
        return QuizSet.of(
                quiz.maker(), sent.get("topic"), sent.get("level"), number(sent, "count", QuizSet.USUAL), seed);
    }

    @GetMapping("/quiz/cases")
    String cases(@RequestParam Map<String, String> sent, Locale locale, Model model) {
        QuizBook quiz = books.now();
        QuizSet set = set(quiz, sent, number(sent, "seed", 0));
        if (!set.rules().equals(sent.get("rules"))) {
            return "redirect:/quiz?told=changed";
        }
        List<QuizCase> cases = quiz.maker().cases(set);
        if (cases.isEmpty()) {
            return "redirect:/quiz?told=none";
        }
        Predictions made = Predictions.parse(sent.getOrDefault("answers", ""), cases)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        int at = Math.max(0, Math.min(number(sent, "at", 0), made.count()));
        Messages words = new Messages(messages, locale);
        model.addAttribute("set", set);
        model.addAttribute("count", cases.size());
        model.addAttribute("fewer", cases.size() < set.count());
        if (at == cases.size()) {
            model.addAttribute("results", results(quiz, set, cases, made, words));
            return "quiz/results";
        }
        QuizCase now = cases.get(at);
        Optional<Prediction> predicted = Prediction.read(sent, now);
        if (predicted.isPresent()) {
            return "redirect:" + set.address(at, made.with(at, predicted.get()).codes());
        }
        model.addAttribute("at", at);
        model.addAttribute("answers", made.codes());
        model.addAttribute("told", quiz.told(now, words));
        ask(now, sent, model.asMap());
        if (at < made.count()) {
            model.addAttribute("next", set.address(at + 1, made.codes()));
            model.addAttribute(
                    "reveal", quiz.reveal(now, Predicted.of(made.made().get(at)), words));
            return "quiz/reveal";
        }
        return "quiz/case";
    }

    /** What a form needs to ask about a case; {@code sent} is what was chosen so far. */
    static void ask(QuizCase about, Map<String, String> sent, Map<String, Object> model) {
        model.put("asked", about.asked());
        model.put("finding", about.finding());
        model.put("urgencies", Urgency.values());
        model.put("verdicts", Verdict.values());
        model.put("sent", sent);
    }

    private static Results results(QuizBook quiz, QuizSet set, List<QuizCase> cases, Predictions made, Messages words) {
        return Results.of(
                quiz,
                cases,
                made.made().stream().map(Predicted::of).toList(),
                at -> set.address(at, made.codes()),
                words);
    }

    private static int number(Map<String, String> sent, String name, int otherwise) {
        String text = sent.getOrDefault(name, "");
        return text.matches("\\d{1,8}") ? Integer.parseInt(text) : otherwise;
    }
}
