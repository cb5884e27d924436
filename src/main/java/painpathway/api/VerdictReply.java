package painpathway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import painpathway.advice.Explanation;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.InterventionAdvice.ShownNote;
import painpathway.advice.InterventionAdvice.ShownStance;
import painpathway.knowledge.Intervention;

/**
 * The verdict on one intervention for one painful place.
 *
 * @param explanation in the full form, every rule about it down to the answers; absent in the short form
 */
public record VerdictReply(
        String id,
        String name,
        int pain,
        String verdict,
        String underlying,
        List<String> purposes,
        @JsonInclude(Include.NON_EMPTY) List<String> withheldBy,
        List<ReasonReply> reasons,
        List<Condition> conditions,
        List<Note> riskNotes,
        List<Note> notes,
        List<Stance> stances,
        @JsonInclude(Include.NON_ABSENT) Optional<List<ReasonReply>> explanation) {

    /** A check that has to be done first. */
    record Condition(String id, String text, String who, List<ReasonReply> reasons, CitationReply source) {

        static Condition of(InterventionAdvice.Condition condition) {
            return new Condition(
                    condition.check().id(),
                    condition.check().text(),
                    condition.check().who(),
                    ReasonReply.of(condition.reasons()),
                    CitationReply.of(
                            condition.check().citation(), condition.check().evidence()));
        }
    }

    /** A note, and whether it was reported for another intervention. */
    record Note(
            String id,
            String kind,
            String text,
            boolean byAnalogy,
            @JsonInclude(Include.NON_EMPTY) List<ReasonReply> reasons,
            CitationReply source) {

        static Note of(ShownNote shown) {
            return new Note(
                    shown.note().id(),
                    shown.note().kind().word(),
                    shown.note().text(),
                    shown.byAnalogy(),
                    ReasonReply.of(shown.reasons()),
                    CitationReply.of(shown.note().citation(), shown.note().evidence()));
        }
    }

    /** A topic that guidelines disagree about, what each says, and what is done here. */
    record Stance(
            String id,
            String text,
            @JsonProperty("default") String byDefault,
            List<Side> sides,
            List<ReasonReply> reasons) {

        static Stance of(ShownStance shown) {
            return new Stance(
                    shown.stance().id(),
                    shown.stance().topic(),
                    shown.stance().byDefault(),
                    shown.stance().sides().stream()
                            .map(side -> new Side(side.says(), CitationReply.of(side.citation(), side.evidence())))
                            .toList(),
                    ReasonReply.of(shown.reasons()));
        }
    }

    /** What one guideline says. */
    record Side(String text, CitationReply source) {}

    static VerdictReply of(InterventionAdvice advice) {
        return of(advice, Optional.empty());
    }

    static VerdictReply of(InterventionAdvice advice, Explanation explanation) {
        return of(advice, Optional.of(ReasonReply.of(explanation.rules())));
    }

    private static VerdictReply of(InterventionAdvice advice, Optional<List<ReasonReply>> explanation) {
        return new VerdictReply(
                advice.intervention().id(),
                advice.intervention().name(),
                advice.pain(),
                advice.verdict().word(),
                advice.underlying().word(),
                advice.intervention().purposes().stream()
                        .map(Intervention.Purpose::word)
                        .toList(),
                advice.withheldBy(),
                ReasonReply.of(advice.reasons()),
                advice.conditions().stream().map(Condition::of).toList(),
                advice.riskNotes().stream().map(Note::of).toList(),
                advice.notes().stream().map(Note::of).toList(),
                advice.stances().stream().map(Stance::of).toList(),
                explanation);
    }
}
