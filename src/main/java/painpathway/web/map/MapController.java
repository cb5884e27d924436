package painpathway.web.map;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import painpathway.advice.LiveAdvisor;
import painpathway.web.Messages;
import painpathway.web.learn.Kind;
import painpathway.web.learn.Workbenches;

/** The map of the whole pathway and of each intervention, as a page and as a file. */
@Controller
class MapController {

    private static final MediaType SVG = MediaType.valueOf("image/svg+xml;charset=UTF-8");

    private final Maps maps;
    private final Workbenches benches;
    private final LiveAdvisor live;
    private final SvgFile file;
    private final MessageSource messages;

    MapController(Maps maps, Workbenches benches, LiveAdvisor live, SvgFile file, MessageSource messages) {
        this.maps = maps;
        this.benches = benches;
        this.live = live;
        this.file = file;
        this.messages = messages;
    }

    /** A link. */
    record Choice(String text, String address) {}

    @GetMapping("/map")
    String whole(@RequestParam MultiValueMap<String, String> asked, Locale locale, Model model) {
        return page("", asked, locale, model);
    }

    @GetMapping("/map/{intervention}")
    String page(
            @PathVariable String intervention,
            @RequestParam MultiValueMap<String, String> asked,
            Locale locale,
            Model model) {
        ShownMap shown = shown(intervention, asked, locale);
        View view = shown.view();
        model.addAttribute("about", shown.about());
        model.addAttribute("patient", shown.patient());
        model.addAttribute("view", view);
        model.addAttribute("alone", view.alone().address());
        model.addAttribute("wholeMap", view.about("").address());
        model.addAttribute("picture", shown.maker().picture(shown.title()));
        model.addAttribute("outline", Outline.of(shown.maker()));
        model.addAttribute("folded", shown.otherRules());
        model.addAttribute("room", shown.maker().drawing().whole());
        model.addAttribute(
                "unfolded",
                shown.open().stream()
                        .map(f -> new Choice(f.name(), view.folding(f.key()).address()))
                        .toList());
        model.addAttribute(
                "others",
                shown.maker().named().bench().subjects().of(Kind.INTERVENTIONS).stream()
                        .map(i -> new Choice(i.title(), view.about(i.id()).address()))
                        .toList());
        model.addAttribute(
                "places",
                IntStream.rangeClosed(1, shown.places())
                        .mapToObj(p -> new Choice(String.valueOf(p), view.at(p).address()))
                        .toList());
        return "map/map";
    }

    @GetMapping("/map.svg")
    ResponseEntity<String> wholeFile(@RequestParam MultiValueMap<String, String> asked, Locale locale) {
        return file("", asked, locale);
    }

    @GetMapping("/map/{intervention}.svg")
    ResponseEntity<String> file(
            @PathVariable String intervention, @RequestParam MultiValueMap<String, String> asked, Locale locale) {
        ShownMap shown = shown(intervention, asked, locale);
        String name = Stream.of(intervention, shown.view().patient())
                .filter(part -> !part.isEmpty())
                .reduce("map", (one, other) -> one + "-" + other);
        return ResponseEntity.ok()
                .contentType(SVG)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".svg\"")
                .body(file.of(shown.maker().picture(shown.title()), locale));
    }

    private ShownMap shown(String intervention, MultiValueMap<String, String> asked, Locale locale) {
        return new ShownMap.Reader(maps.now(), benches, live.now(), new Messages(messages, locale))
                .read(intervention, asked);
    }
}
