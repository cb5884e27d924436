package painpathway.web.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import painpathway.api.AdviceReply;
import painpathway.api.AdviceReply.RedFlag;
import painpathway.api.AdviceRequest;
import painpathway.api.ReasonReply;
import painpathway.api.ReplayedAssessment;
import painpathway.api.VerdictReply;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.RuleBook;
import painpathway.web.Messages;
import painpathway.web.form.Beside;
import painpathway.web.form.PlaceNames;

/**
 * A request and its advice as a record keeps them, prepared for a page. The advice is word for word the one that was given; only the
 * answers are worded as the questionnaire in use words them.
 */
public record RecordView(AdviceReply reply, RecordAnswers given, List<Beside.Written> notes) {

    /** The order in which verdicts are shown. */
    private static final List<String> VERDICTS = List.of(
            "candidate",
            "conditional",
            "provisional",
            "needs-information",
            "withheld",
            "contraindicated",
            "not-indicated");

    /** The interventions with one verdict. */
    record VerdictGroup(String verdict, List<ShownVerdict> interventions) {}

    /** The verdict on one intervention, and the rule that decided. {@code place} is empty where there is only one. */
    record ShownVerdict(
            String name,
            Optional<String> place,
            String verdict,
            String underlying,
            Optional<String> reason,
            List<ShownReason> reasons) {}

    /** A reason as it was given, and where it comes from. */
    record ShownReason(String says, String source) {}

    /** A question that was still open; {@code place} is empty where there is only one, or where it is about the patient. */
    record ShownQuestion(String question, Optional<String> place) {}

    public static RecordView of(
            AdviceRequest request, AdviceReply reply, Questionnaire questionnaire, Messages messages) {
        return new RecordView(reply, new RecordAnswers(request, questionnaire, messages), List.of());
    }

    /** The same with the notes of the draft that it was closed from, whose fields these are. */
    public RecordView noted(Map<String, List<String>> fields, RuleBook book) {
        PlaceNames places = PlaceNames.of(
                ReplayedAssessment.of(given.request(), book).assessment(), book.questionnaire(), given.messages());
        return new RecordView(reply, given, Beside.of(fields, book).written(book, places, given.messages()));
    }

    /** The same answers with another advice. */
    RecordView with(AdviceReply other) {
        return new RecordView(other, given, notes);
    }

    public List<RedFlag> flags() {
        return reply.redFlags();
    }

    /** The verdicts, the best ones first. */
    public List<VerdictGroup> verdicts() {
        Map<String, List<ShownVerdict>> groups =
                reply.interventions().stream().map(this::shown).collect(Collectors.groupingBy(ShownVerdict::verdict));
        return VERDICTS.stream()
                .map(v -> new VerdictGroup(v, groups.getOrDefault(v, List.of())))
                .filter(g -> !g.interventions.isEmpty())
                .toList();
    }

    ShownVerdict shown(VerdictReply verdict) {
        return new ShownVerdict(
                verdict.name(),
                given.place(Optional.of(verdict.pain())),
                verdict.verdict(),
                verdict.underlying(),
                verdict.reasons().stream().map(this::inWords).findFirst(),
                verdict.reasons().stream()
                        .map(reason -> new ShownReason(inWords(reason), source(reason)))
                        .toList());
    }

    private String source(ReasonReply reason) {
        Messages words = given.messages();
        return words.say(
                "record.reasons.source",
                reason.source().document(),
                reason.source().section(),
                words.say("evidence." + reason.source().evidence()));
    }

    private String inWords(ReasonReply reason) {
        return switch (reason.truth()) {
            case "met" -> reason.text();
            case "unknown" -> given.messages().say("decisive.open", reason.text());
            default -> given.messages().say("decisive.failed", reason.text());
        };
    }

    /** What was still open when the advice was given. */
    public List<ShownQuestion> open() {
        return reply.questions().stream()
                .map(q -> new ShownQuestion(q.text(), given.place(Optional.ofNullable(q.pain()))))
                .toList();
    }

    public String statement() {
        return reply.statement();
    }

    public List<RecordAnswers.AnswerGroup> answers() {
        return given.groups();
    }
}
