package painpathway.web.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
import painpathway.questionnaire.AnswerText;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.FieldName;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.records.Amendments;
import painpathway.records.Amendments.Overtaken;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.records.FieldDifference;
import painpathway.rules.RuleBook;
import painpathway.web.DisplayTime;
import painpathway.web.Messages;
import painpathway.web.form.ConcurrentChangeView;
import painpathway.web.form.Form;
import painpathway.web.form.PlaceNames;
import painpathway.web.form.QuestionnairePage;
import painpathway.web.record.RecordDifference;
import painpathway.web.record.RecordView;
import painpathway.web.record.RecordViews;

/** An amendment that somebody else's came before: what is different, and the way on with the answers of both. */
@Controller
class OvertakenController {

    /** Begins the name of a choice; the name of the form field follows. */
    private static final String CHOICE = "choice.";

    private final LiveAdvisor live;
    private final Drafts drafts;
    private final Amendments amendments;
    private final RecordViews views;
    private final MessageSource messages;

    OvertakenController(
            LiveAdvisor live, Drafts drafts, Amendments amendments, RecordViews views, MessageSource messages) {
        this.live = live;
        this.drafts = drafts;
        this.amendments = amendments;
        this.views = views;
        this.messages = messages;
    }

    /** One answer in the version amended, in the draft and in the version that came first. */
    record AnswerInThree(
            String choice, String question, @Nullable String place, String before, String mine, String theirs) {}

    /** The difference and the choices; on to the draft if nothing prevents it (any more). */
    @GetMapping("/intakes/{id}/overtaken")
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String again,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Draft draft = drafts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<Overtaken> found = amendments.overtaken(id);
        if (found.isEmpty()) {
            return draft.closedAs() == null ? "redirect:/intakes/" + id : "redirect:/records/" + draft.closedAs();
        }
        Overtaken overtaken = found.get();
        RuleBook book = live.book();
        Messages words = new Messages(messages, locale);
        PlaceNames places = places(overtaken, book.questionnaire(), words);
        model.addAttribute("draft", overtaken.versions().draft());
        model.addAttribute("amended", overtaken.versions().amended());
        model.addAttribute("latest", overtaken.versions().latest());
        model.addAttribute(
                "closed", DisplayTime.of(overtaken.versions().latest().closed()));
        RecordView latest = views.of(overtaken.versions().latest(), locale);
        model.addAttribute("flags", latest.flags());
        model.addAttribute(
                "difference",
                RecordDifference.between(views.of(overtaken.versions().amended(), locale), latest));
        model.addAttribute(
                "own",
                overtaken.own().stream()
                        .map(d -> inThree(d, places, book.questionnaire(), words))
                        .toList());
        model.addAttribute(
                "both",
                overtaken.both().stream()
                        .map(d -> inThree(d, places, book.questionnaire(), words))
                        .toList());
        model.addAttribute(
                "kept", overtaken.kept().stream().map(places.all()::get).toList());
        model.addAttribute("places", overtaken.places());
        model.addAttribute("mostPlaces", Assessment.MOST_RECORDED);
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
        boolean done = amendments.carryOver(
                id, revision, Objects.requireNonNullElse(Form.last(parameters, "latest"), ""), mine, theirs, who);
        return "redirect:/intakes/" + id
                + (done ? "?at=" + QuestionnairePage.ADVICE + "&since=" + revision : "/overtaken?again=");
    }

    private static AnswerInThree inThree(
            FieldDifference difference, PlaceNames places, Questionnaire questionnaire, Messages words) {
        String field = difference.field();
        Question question = FieldName.question(field, questionnaire);
        AnswerText answers = words.answers();
        return new AnswerInThree(
                CHOICE + field,
                ConcurrentChangeView.name(field, questionnaire, words),
                places.at(FieldName.place(field)),
                answers.of(question, difference.before()),
                answers.of(question, difference.mine()),
                answers.of(question, difference.theirs()));
    }

    private static PlaceNames places(Overtaken overtaken, Questionnaire questionnaire, Messages words) {
        Question first = questionnaire.firstOfPlaces();
        return new PlaceNames(IntStream.range(0, overtaken.places())
                .mapToObj(place -> {
                    List<String> site = first == null
                            ? List.of()
                            : overtaken.fields().getOrDefault(new Item(first, place).field(), List.of());
                    return site.isEmpty()
                            ? PlaceNames.numbered(place, words)
                            : PlaceNames.named(place, words.answers().of(first, site), words);
                })
                .toList());
    }
}
