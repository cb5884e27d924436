package painpathway.web.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import painpathway.advice.LiveAdvisor;
import painpathway.folder.RulesFolder;
import painpathway.knowledge.Check;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Note;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Source;
import painpathway.knowledge.Stance;
import painpathway.questionnaire.Question;
import painpathway.rules.Finding;
import painpathway.rules.RuleBook;
import painpathway.web.DisplayTime;
import painpathway.web.Messages;

/** Sandboxes: opened, edited, tried, taken away as a zip and brought back. */
@Controller
class SandboxController {

    private final Sandboxes sandboxes;
    private final Trials trials;
    private final Reader reader;
    private final LiveAdvisor live;
    private final MessageSource messages;

    SandboxController(Sandboxes sandboxes, Trials trials, Reader reader, LiveAdvisor live, MessageSource messages) {
        this.sandboxes = sandboxes;
        this.trials = trials;
        this.reader = reader;
        this.live = live;
        this.messages = messages;
    }

    @GetMapping("/sandbox")
    String start() {
        return "sandbox/start";
    }

    /** Opens a copy of the rules in use. */
    @PostMapping("/sandbox")
    String open() {
        Sandbox sandbox = sandboxes.open(Sandbox.files(live.book().folder()));
        // Rules in use have been read.
        sandbox.knownToHave(sandbox.folder(), List.of());
        return "redirect:/sandbox/" + sandbox.id();
    }

    /** Opens a copy of a folder that somebody brings along. */
    @PostMapping("/sandbox/zip")
    String open(@RequestParam MultipartFile zip) throws IOException {
        if (zip.getSize() > Limits.BYTES) {
            throw new Refused("bytes", Limits.BYTES >> 20);
        }
        return "redirect:/sandbox/"
                + sandboxes.open(RulesZip.read(zip.getBytes())).id();
    }

    @GetMapping("/sandbox/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "0") int line,
            Model model) {
        Sandbox sandbox = find(id);
        model.addAttribute("page", new SandboxViews(sandbox).page(file, line, sandbox.faults(reader::faults)));
        model.addAttribute("expires", DisplayTime.whole(sandbox.expires()).text());
        return "sandbox/page";
    }

    /** Saves a file. The editor gets the faults back, and a browser without JavaScript the whole page. */
    @PostMapping("/sandbox/{id}/file")
    String save(
            @PathVariable String id,
            @RequestParam String file,
            @RequestParam(defaultValue = "") String text,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        Sandbox sandbox = find(id);
        Limits.checkPath(file);
        sandbox.put(file, text);
        if (htmx == null) {
            return redirect(id, file);
        }
        model.addAttribute("page", new SandboxViews(sandbox).page(file, 0, sandbox.faults(reader::faults)));
        return "sandbox/parts :: found";
    }

    @PostMapping("/sandbox/{id}/remove")
    String remove(@PathVariable String id, @RequestParam String file) {
        find(id).remove(file);
        return "redirect:/sandbox/" + id;
    }

    /** Begins a check or a difference. */
    @PostMapping("/sandbox/{id}/try")
    String attempt(@PathVariable String id, @RequestParam String kind, @RequestParam(defaultValue = "") String file) {
        Sandbox sandbox = find(id);
        if (!List.of(TrialProcess.CHECK, TrialProcess.DIFFERENCE).contains(kind)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (!trials.begin(sandbox, kind, live.book().folder())) {
            throw new Refused("busy", "");
        }
        return redirect(id, file) + "#trial";
    }

    @PostMapping("/sandbox/{id}/cancel")
    String cancel(@PathVariable String id, @RequestParam(defaultValue = "") String file) {
        Trial trial = find(id).trial();
        if (trial != null) {
            trial.cancel();
        }
        return redirect(id, file) + "#trial";
    }

    /** How the last trial stands. */
    @GetMapping("/sandbox/{id}/trial")
    String trial(@PathVariable String id, @RequestParam(defaultValue = "") String file, Model model) {
        Sandbox sandbox = find(id);
        model.addAttribute("ran", new SandboxViews(sandbox).ran());
        model.addAttribute("id", id);
        model.addAttribute("file", file);
        return "sandbox/parts :: trial";
    }

    /** What an author may want to write: the ids of the rules in use. */
    @GetMapping("/sandbox/{id}/ids")
    @ResponseBody
    List<String> ids(@PathVariable String id) {
        find(id);
        RuleBook book = live.book();
        return Stream.of(
                        book.findings().stream().map(Finding::id),
                        book.questionnaire().questions().stream().map(Question::id),
                        book.catalogue().interventions().stream().map(Intervention::id),
                        book.catalogue().checks().stream().map(Check::id),
                        book.catalogue().notes().stream().map(Note::id),
                        book.catalogue().redFlags().stream().map(RedFlag::id),
                        book.catalogue().stances().stream().map(Stance::id),
                        book.catalogue().sources().stream().map(Source::id))
                .flatMap(ids -> ids)
                .distinct()
                .sorted()
                .toList();
    }

    @GetMapping("/sandbox/{id}/rules.zip")
    @ResponseBody
    ResponseEntity<byte[]> zip(@PathVariable String id) {
        RulesFolder folder = find(id).folder();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("rules.zip")
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType("application/zip"))
                .body(RulesZip.write(folder));
    }

    /** Throws a sandbox away. */
    @PostMapping("/sandbox/{id}/close")
    String close(@PathVariable String id) {
        sandboxes.close(id);
        return "redirect:/sandbox";
    }

    /** Says why something is not taken. What was typed is still in the editor, or behind the button Back. */
    @ExceptionHandler
    ModelAndView refused(Refused refused, Locale locale, HttpServletRequest request) {
        String htmx = request.getHeader("HX-Request");
        ModelAndView said = new ModelAndView(
                htmx == null ? "sandbox/refused" : "sandbox/parts :: refused", HttpStatus.UNPROCESSABLE_CONTENT);
        said.addObject("why", new Messages(messages, locale).say("sandbox.refused." + refused.why(), refused.detail()));
        return said;
    }

    private Sandbox find(String id) {
        return sandboxes.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String redirect(String id, String file) {
        return "redirect:"
                + UriComponentsBuilder.fromPath("/sandbox/" + id)
                        .queryParam("file", file)
                        .build()
                        .encode()
                        .toUriString();
    }
}
