package painpathway.web.quiz;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import painpathway.web.FormToken;
import painpathway.web.Messages;
import painpathway.web.quiz.Classroom.Joining;

/** A class as one of its learners sees it. */
@Controller
class LearnerController {

    private final Classes classes;
    private final MessageSource messages;

    LearnerController(Classes classes, MessageSource messages) {
        this.classes = classes;
        this.messages = messages;
    }

    @GetMapping("/class/{code}")
    String show(
            @PathVariable String code,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        ClassRequest by = new ClassRequest(request, response).uncached();
        Optional<Classroom> found = find(code);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "quiz/no-class";
        }
        Classroom classroom = found.get();
        Optional<Learner> learner = classroom.learner(by.learner());
        if (learner.isEmpty()) {
            return join(classroom, "", model);
        }
        model.addAttribute("change", sent.containsKey("change"));
        new LearnerPage(classroom, learner.get(), new Messages(messages, locale)).fill(model.asMap());
        return "quiz/learner";
    }

    private static String join(Classroom classroom, String told, Model model) {
        model.addAttribute("code", classroom.code());
        model.addAttribute("told", told);
        model.addAttribute("longest", Nickname.LONGEST);
        model.addAttribute("token", FormToken.next());
        return "quiz/join";
    }

    @PostMapping("/class/{code}/join")
    String join(
            @PathVariable String code,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ClassRequest by = new ClassRequest(request, response).small().uncached();
        Optional<Classroom> found = find(code);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "quiz/no-class";
        }
        Classroom classroom = found.get();
        String form = ClassRequest.form(sent);
        Optional<Nickname> nickname = Nickname.read(sent.getOrDefault("nickname", ""));
        if (classroom.learner(by.learner()).isEmpty()) {
            if (nickname.isEmpty() || form.isEmpty()) {
                return join(classroom, "name", model);
            }
            Joining joining = classroom.join(form, nickname.get());
            if (joining != Joining.JOINED) {
                return join(classroom, joining == Joining.TAKEN ? "taken" : "full", model);
            }
            by.rememberLearner(classroom.code(), form);
        }
        return "redirect:" + classroom.code().path();
    }

    /** A prediction about the case that is asked. What comes too late, or from somebody else, is not kept; the page shows where the class is. */
    @PostMapping("/class/{code}/answers")
    String predict(
            @PathVariable String code,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        ClassRequest by = new ClassRequest(request, response).small();
        Optional<Classroom> found = find(code);
        if (found.isEmpty()) {
            return "redirect:/class";
        }
        String at = sent.getOrDefault("at", "");
        List<QuizCase> cases = found.get().cases();
        if (at.matches("\\d{1,2}") && Integer.parseInt(at) < cases.size()) {
            Prediction.read(sent, cases.get(Integer.parseInt(at)))
                    .ifPresent(p -> found.get().predict(by.learner(), Integer.parseInt(at), p));
        }
        return "redirect:" + found.get().code().path();
    }

    /** Asked by an open page from time to time: what has changed since it was made; null where nothing has. */
    @GetMapping("/class/{code}/now")
    @Nullable
    ModelAndView now(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        ClassRequest by = new ClassRequest(request, response).uncached();
        Optional<Classroom> found = find(code);
        Optional<Learner> learner = found.flatMap(c -> c.learner(by.learner()));
        if (found.isEmpty() || learner.isEmpty()) {
            return new ModelAndView("quiz/no-class :: main");
        }
        if (found.get().standing().word().equals(seen)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        ModelAndView page = new ModelAndView("quiz/learner :: main");
        page.addObject("change", false);
        page.addObject("partial", true);
        new LearnerPage(found.get(), learner.get(), new Messages(messages, locale)).fill(page.getModelMap());
        return page;
    }

    private Optional<Classroom> find(String code) {
        return ClassCode.read(code).flatMap(classes::find);
    }
}
