package painpathway.web.lesson;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import painpathway.lesson.Lesson;
import painpathway.web.learn.Workbenches;

/** The lessons: all of them, and each to read or to present. */
@Controller
class LessonController {

    private final Workbenches benches;

    LessonController(Workbenches benches) {
        this.benches = benches;
    }

    @GetMapping("/lessons")
    String all(Model model) {
        model.addAttribute("lessons", benches.lessons());
        return "lesson/list";
    }

    /** A presentation shows one part at a time; before the first, at 0, the title. */
    @GetMapping("/lessons/{id}")
    String one(@PathVariable String id, @RequestParam(defaultValue = "0") int part, Model model) {
        Lesson lesson = benches.lessons().stream()
                .filter(l -> l.id().equals(id))
                .findFirst()
                .orElseThrow(LessonController::missing);
        List<Lesson.Part> parts = lesson.parts();
        if (part < 0 || part > parts.size()) {
            throw missing();
        }
        model.addAttribute("lesson", lesson);
        model.addAttribute("at", part);
        return "lesson/lesson";
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
