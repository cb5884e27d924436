package painpathway.web.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import painpathway.advice.LiveAdvisor;
import painpathway.api.Replay;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.records.Amendments;
import painpathway.records.Amendments.Overtaken;
import painpathway.records.ClosedRecord;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.records.FieldDifference;
import painpathway.rules.RuleBook;
import painpathway.web.DisplayTime;
import painpathway.web.Messages;
import painpathway.web.form.ConcurrentChangeView;
import painpathway.web.form.FieldName;
import painpathway.web.form.Form;
import painpathway.web.form.QuestionnairePage;
import painpathway.web.record.RecordDifference;
import painpathway.web.record.RecordView;

/** An amendment that somebody else's came before: what is different, and the way on with the answers of both. */
@Controller
class OvertakenController {

    /** Begins the name of a choice; the name of the form field follows. */
    private static final String CHOICE = "choice.";

    private final LiveAdvisor live;
    private final Drafts drafts;
    private final Amendments amendments;
    private final Replay replay;
    private final MessageSource messages;

    OvertakenController(LiveAdvisor live, Drafts drafts, Amendments amendments, Replay replay, MessageSource messages) {
        this.live = live;
        this.drafts = drafts;
        this.amendments = amendments;
        this.replay = replay;
        this.messages = messages;
    }

    /** One answer in the version amended, in the draft and in the version that came first. */
    record Line(String choice, String question, String place, String before, String mine, String theirs) {}

    /** The difference and the choices; on to the draft where nothing stands in its way (any more). */
    @GetMapping("/intakes/{id}/overtaken")
    String show(
            @PathVariable String id,
            @RequestParam(required = false) String again,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Draft draft = drafts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Overtaken overtaken = amendments.overtaken(id).orElse(null);
        if (overtaken == null) {
            return draft.closedAs() == null ? "redirect:/intakes/" + id : "redirect:/records/" + draft.closedAs();
        }
        RuleBook book = live.book();
        Messages words = new Messages(messages, locale);
        List<String> places = places(overtaken, book, words);
        model.addAttribute("draft", overtaken.versions().draft());
        model.addAttribute("amended", overtaken.versions().amended());
        model.addAttribute("latest", overtaken.versions().latest());
        model.addAttribute(
                "closed", DisplayTime.of(overtaken.versions().latest().closed()));
        RecordView latest = view(overtaken.versions().latest(), book, words);
        model.addAttribute("flags", latest.flags());
        model.addAttribute(
                "difference", RecordDifference.between(view(overtaken.versions().amended(), book, words), latest));
        model.addAttribute(
                "own",
                overtaken.own().stream().map(d -> line(d, places, book, words)).toList());
        model.addAttribute(
                "both",
                overtaken.both().stream().map(d -> line(d, places, book, words)).toList());
        model.addAttribute("kept", overtaken.kept().stream().map(places::get).toList());
        model.addAttribute("places", overtaken.places());
        model.addAttribute("mostPlaces", Assessment.MOST_PAINS);
        model.addAttribute("again", again != null);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "overtaken";
    }

    /** Makes the draft an amendment of the version that came first. Where a choice is missing, or no longer fits, nothing is done. */
    @PostMapping("/intakes/{id}/carry-over")
    String carryOver(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters, Locale locale) {
        Draft draft = drafts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Set<String> mine = new HashSet<>();
        Set<String> theirs = new HashSet<>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(CHOICE)) {
                values.forEach(value -> (value.equals("mine") ? mine : theirs).add(name.substring(CHOICE.length())));
            }
        });
        long revision = Form.count(Form.last(parameters, "revision"));
        String who = amendments
                .latestFor(draft)
                .map(latest -> new Messages(messages, locale).say("record.version", String.valueOf(latest.version())))
                .orElse("");
        boolean done = amendments.carryOver(id, revision, Form.last(parameters, "latest"), mine, theirs, who);
        return "redirect:/intakes/" + id
                + (done ? "?at=" + QuestionnairePage.ADVICE + "&since=" + revision : "/overtaken?again=");
    }

    private Line line(FieldDifference difference, List<String> places, RuleBook book, Messages words) {
        FieldName field = FieldName.of(difference.field());
        Question question = field == null ? null : book.questionnaire().question(field.question());
        String place = field == null || field.place() == null || places.size() == 1 ? null : places.get(field.place());
        return new Line(
                CHOICE + difference.field(),
                ConcurrentChangeView.name(difference.field(), question, words),
                place,
                ConcurrentChangeView.words(question, difference.before(), words),
                ConcurrentChangeView.words(question, difference.mine(), words),
                ConcurrentChangeView.words(question, difference.theirs(), words));
    }

    private static List<String> places(Overtaken overtaken, RuleBook book, Messages words) {
        Question first = book.questionnaire().firstOfPlaces();
        return IntStream.range(0, overtaken.places())
                .mapToObj(place -> {
                    List<String> named =
                            first == null ? null : overtaken.fields().get(Form.field(first, place));
                    String number = String.valueOf(place + 1);
                    return named == null
                            ? words.say("place.numbered", number)
                            : words.say("place.named", number, ConcurrentChangeView.words(first, named, words));
                })
                .toList();
    }

    private RecordView view(ClosedRecord record, RuleBook book, Messages words) {
        return RecordView.of(
                replay.readRequest(record.request()), replay.readReply(record.advice()), book.questionnaire(), words);
    }
}
