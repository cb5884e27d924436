package painpathway.web.quiz;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import painpathway.web.FormToken;

/** Where a code is typed, or a class opened. */
@Controller
class ClassController {

    private final Classes classes;
    private final QuizBooks books;

    ClassController(Classes classes, QuizBooks books) {
        this.classes = classes;
        this.books = books;
    }

    @GetMapping("/class")
    String start(@RequestParam Map<String, String> sent, Model model) {
        String code = sent.getOrDefault("code", "");
        Optional<ClassCode> read = ClassCode.read(code);
        if (read.isPresent()) {
            return "redirect:" + read.get().path();
        }
        return choice(sent.containsKey("ended") ? "ended" : code.isBlank() ? "" : "no-code", model);
    }

    private String choice(String told, Model model) {
        QuizController.choice(books.now(), model);
        model.addAttribute("told", told);
        model.addAttribute("token", FormToken.next());
        return "quiz/classes";
    }

    @PostMapping("/class")
    String open(
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ClassRequest by = new ClassRequest(request, response).small();
        String form = ClassRequest.form(sent);
        if (form.isEmpty()) {
            return choice("again", model);
        }
        QuizBook quiz = books.now();
        QuizSet set = QuizController.set(quiz, sent, ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));
        List<QuizCase> cases = quiz.maker().cases(set);
        if (cases.isEmpty()) {
            return choice("none", model);
        }
        Optional<Classroom> opened = classes.open(form, quiz, cases);
        if (opened.isEmpty()) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return choice("full", model);
        }
        by.rememberEducator(opened.get());
        return "redirect:" + opened.get().code().path() + "/lead";
    }
}
