package painpathway.web.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Reason;
import painpathway.advice.Verdict;
import painpathway.knowledge.Evidence;
import painpathway.knowledge.Policy;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.RuleBook;
import painpathway.web.Messages;
import painpathway.web.advice.RuleView.LineView;

/** Puts the reasons of an advice into words: rules, their lines, and the one line that decides. */
record RuleViews(RuleBook book, Sources sources, Messages words) {

    static final String RULED_OUT = "ruled-out";

    /** The one line that decides about an intervention, and whether its source could not be verified. */
    record Decisive(String text, boolean unverified) {}

    List<RuleView> all(List<Reason> reasons) {
        return reasons.stream().map(this::shortened).toList();
    }

    /** A rule in short: what only had to be ruled out is kept apart if the rule is met. */
    private RuleView shortened(Reason reason) {
        List<LineView> lines = reason.because().stream().map(this::line).toList();
        boolean met = reason.truth() == Truth.MET;
        return view(
                reason,
                lines.stream().filter(l -> !met || !l.isRuledOut()).toList(),
                lines.stream().filter(l -> met && l.isRuledOut()).toList());
    }

    /** A rule with every line in its place. */
    RuleView whole(Reason reason) {
        return view(reason, reason.because().stream().map(this::line).toList(), List.of());
    }

    private RuleView view(Reason reason, List<LineView> lines, List<LineView> ruledOut) {
        String policy = reason.rule().policy();
        return new RuleView(
                role(reason),
                reason.rule(),
                policy == null ? null : policyName(policy),
                sources.of(reason.rule()),
                lines,
                ruledOut);
    }

    private static String role(Reason reason) {
        return switch (reason.truth()) {
            case UNKNOWN -> "open";
            case NOT_MET -> "lacking";
            case MET ->
                switch (reason.rule().verb()) {
                    case SUPPORT -> "supports";
                    case CONTRAINDICATE -> "against";
                    default -> "holds";
                };
        };
    }

    private LineView line(Reason.Line line) {
        List<Reason.Line> because = line.because();
        // A finding with a single rule would show the same sentence twice.
        while (because.size() == 1
                && because.get(0).text().equals(line.text())
                && !(because.get(0) instanceof Reason.OfAnswer)) {
            because = because.get(0).because();
        }
        String aside = aside(line);
        return new LineView(
                mark(line),
                line.text(),
                aside == null ? answer(line) : null,
                aside,
                line.assumed(),
                sources.of(line.rule()),
                because.stream().map(this::line).toList());
    }

    private @Nullable String aside(Reason.Line line) {
        if (line instanceof Reason.OfAnswer answer && answer.tested().due() == Truth.NOT_MET) {
            return words.say("line.not-asked");
        }
        return line.assumed() ? String.join("; ", line.assumptions()) : null;
    }

    private static String mark(Reason.Line line) {
        return switch (line.truth()) {
            case UNKNOWN -> "unknown";
            case MET -> line.ruledOut() ? "present" : "met";
            case NOT_MET -> line.ruledOut() ? RULED_OUT : "failed";
        };
    }

    private @Nullable String answer(Reason.Line line) {
        if (!(line instanceof Reason.OfAnswer of)) {
            return null;
        }
        Object answered = of.tested().answered();
        return answered == null ? null : words.answers().ofValue(of.tested().question(), answered);
    }

    /** What a policy is called; its id if it is not known. */
    String policyName(String id) {
        return book.catalogue().policies().stream()
                .filter(p -> p.id().equals(id))
                .map(Policy::name)
                .findFirst()
                .orElse(id);
    }

    /** The line that decides about an intervention: the deciding rule itself if it is met, else the first line that keeps it from being met. */
    Decisive decisive(InterventionAdvice advice) {
        return advice.reasons().stream()
                .filter(r -> advice.underlying() != Verdict.PROVISIONAL || r.truth() == Truth.UNKNOWN)
                .findFirst()
                .map(reason -> decisive(reason, advice.underlying()))
                .orElseGet(() -> new Decisive(words.say("decisive.no-rule"), false));
    }

    private Decisive decisive(Reason reason, Verdict underlying) {
        if (reason.truth() == Truth.MET) {
            return decisive(reason.rule().name(), reason.rule());
        }
        if (underlying == Verdict.PROVISIONAL || reason.because().isEmpty()) {
            return decisive(words.say("decisive.open", reason.rule().name()), reason.rule());
        }
        Reason.Line line = reason.because().get(0);
        return decisive(words.say("decisive." + mark(line), line.text()), line.rule());
    }

    private static Decisive decisive(String text, ClinicalRule rule) {
        return new Decisive(text, rule.evidence() == Evidence.UNVERIFIED);
    }
}
