package painpathway.web.quiz;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import painpathway.web.Messages;

/** A class as the educator leads it. Only the browser that opened it can: everybody else is sent to where learners join. */
@Controller
class LeadController {

    private final Classes classes;
    private final MessageSource messages;

    LeadController(Classes classes, MessageSource messages) {
        this.classes = classes;
        this.messages = messages;
    }

    @GetMapping("/class/{code}/lead")
    String show(
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        ClassRequest by = new ClassRequest(request, response).uncached();
        Optional<Classroom> led = led(code, by);
        if (led.isEmpty()) {
            return "redirect:" + ClassCode.read(code).map(ClassCode::path).orElse("/class");
        }
        Classroom classroom = led.get();
        LeadPage.of(classroom, new Messages(messages, locale)).fill(model.asMap());
        String address = by.address(classroom.code());
        model.addAttribute("address", address);
        model.addAttribute("qr", QrPicture.of(address));
        model.addAttribute("onlyHere", by.reachesOnlyItself());
        return "quiz/lead";
    }

    /** Asked by the open page every second or two: who is there and what they said. A page that is out of date reloads itself. */
    @GetMapping("/class/{code}/lead/now")
    @Nullable
    ModelAndView now(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        ClassRequest by = new ClassRequest(request, response).uncached();
        Optional<LeadPage> page = led(code, by)
                .map(classroom -> LeadPage.of(classroom, new Messages(messages, locale)))
                .filter(p -> p.standing().word().equals(seen));
        if (page.isEmpty()) {
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        ModelAndView live = new ModelAndView("quiz/live :: live");
        page.get().fillLive(live.getModelMap());
        live.addObject("partial", true);
        return live;
    }

    /** Shows the first case, reveals it, shows the next one, and so on: whatever comes after what the educator saw. */
    @PostMapping("/class/{code}/lead/on")
    String goOn(
            @PathVariable String code,
            @RequestParam String seen,
            HttpServletRequest request,
            HttpServletResponse response) {
        Classroom classroom = known(code, new ClassRequest(request, response).small());
        classroom.goOn(seen);
        return "redirect:" + classroom.code().path() + "/lead";
    }

    @GetMapping("/class/{code}/lead/answers.csv")
    ResponseEntity<String> csv(
            @PathVariable String code, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        Classroom classroom = known(code, new ClassRequest(request, response));
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("class-" + classroom.code().letters() + ".csv")
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(new AnswersCsv(classroom, new Messages(messages, locale)).text());
    }

    @PostMapping("/class/{code}/lead/end")
    String end(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        ClassRequest by = new ClassRequest(request, response).small();
        led(code, by).ifPresent(classroom -> {
            classes.end(classroom);
            by.forgetEducator(classroom.code());
        });
        return "redirect:/class?ended";
    }

    private Optional<Classroom> led(String code, ClassRequest by) {
        return ClassCode.read(code).flatMap(classes::find).filter(by::leads);
    }

    private Classroom known(String code, ClassRequest by) {
        return led(code, by).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
