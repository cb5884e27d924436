package painpathway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Advice;
import painpathway.advice.Advice.RaisedFlag;
import painpathway.advice.Advice.RaisedObstacle;
import painpathway.advice.Explained;
import painpathway.knowledge.Fact;
import painpathway.knowledge.Intervention;

/** The whole advice as the JSON contract has it, and as records keep it. */
public record AdviceReply(
        String urgency,
        List<RedFlag> redFlags,
        List<VerdictReply> interventions,
        List<OpenQuestion> questions,
        List<Obstacle> obstacles,
        List<Ignored> ignored,
        String statement,
        Knowledge knowledge) {

    /** A red flag with what to do, and what was assumed where it rests on that. */
    public record RedFlag(
            String id,
            String urgency,
            String name,
            String action,
            @JsonInclude(Include.NON_DEFAULT) boolean assumed,
            @JsonInclude(Include.NON_EMPTY) List<String> assumptions,
            List<ReasonReply> reasons,
            List<BearingFact> facts,
            CitationReply source) {

        static RedFlag of(RaisedFlag raised) {
            List<String> assumptions = raised.assumptions();
            return new RedFlag(
                    raised.flag().id(),
                    raised.urgency().word(),
                    raised.flag().name(),
                    raised.action(),
                    !assumptions.isEmpty(),
                    assumptions,
                    ReasonReply.of(raised.reasons()),
                    raised.flag().facts().stream().map(BearingFact::of).toList(),
                    CitationReply.of(raised.flag().citation(), raised.flag().evidence()));
        }
    }

    /** A fact of the documents that bears on a red flag. */
    record BearingFact(String id, String text, CitationReply source) {

        static BearingFact of(Fact fact) {
            return new BearingFact(fact.id(), fact.text(), CitationReply.of(fact));
        }
    }

    /** A question that can still change something; {@code pain} is null for one about the patient. */
    public record OpenQuestion(String id, @Nullable Integer pain, String text, boolean safety, List<String> decides) {

        static List<OpenQuestion> of(List<Advice.OpenQuestion> questions) {
            return questions.stream().map(OpenQuestion::of).toList();
        }

        private static OpenQuestion of(Advice.OpenQuestion open) {
            return new OpenQuestion(
                    open.question().id(),
                    open.pain(),
                    open.question().text(),
                    open.question().safety(),
                    open.decides().stream().map(Intervention::id).toList());
        }
    }

    /** Something that has to be settled before any procedure. */
    record Obstacle(String id, String text, String action, List<ReasonReply> reasons, List<OpenQuestion> questions) {

        static Obstacle of(RaisedObstacle raised) {
            return new Obstacle(
                    raised.obstacle().id(),
                    raised.text(),
                    raised.obstacle().action(),
                    ReasonReply.of(raised.reasons()),
                    OpenQuestion.of(raised.questions()));
        }
    }

    /** An answer that was kept out of the rules. */
    record Ignored(String question, @Nullable Integer pain) {}

    /** The rules, policy and program that gave the advice. */
    public record Knowledge(String version, String policy, String program) {

        static Knowledge of(Advice advice) {
            return new Knowledge(
                    advice.knowledge().version(),
                    advice.knowledge().policy(),
                    advice.knowledge().program());
        }
    }

    /** The short form, with the reasons that decide. */
    public static AdviceReply of(Advice advice) {
        return of(advice, advice.interventions().stream().map(VerdictReply::of).toList());
    }

    /** The full form, which adds every rule about every entry, down to the answers. */
    public static AdviceReply of(Explained explained) {
        Advice advice = explained.advice();
        return of(
                advice,
                IntStream.range(0, advice.interventions().size())
                        .mapToObj(i -> VerdictReply.of(
                                advice.interventions().get(i),
                                explained.explanations().get(i)))
                        .toList());
    }

    private static AdviceReply of(Advice advice, List<VerdictReply> interventions) {
        return new AdviceReply(
                advice.urgency().word(),
                advice.redFlags().stream().map(RedFlag::of).toList(),
                interventions,
                OpenQuestion.of(advice.questions()),
                advice.obstacles().stream().map(Obstacle::of).toList(),
                advice.ignored().stream()
                        .map(i -> new Ignored(i.question().id(), i.pain()))
                        .toList(),
                advice.statement(),
                Knowledge.of(advice));
    }
}
