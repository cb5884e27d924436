package painpathway.web.quiz;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import painpathway.advice.Advice;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Reason;
import painpathway.questionnaire.Truth;
import painpathway.rules.Finding;

/** The reason that makes a verdict what it is, and in it the line that matters most. */
record DecidingLine(Reason reason, Reason.Line line) {

    /**
     * Of one entry of an advice; empty where no rule decides.
     *
     * @param met in how many vignettes a finding is met: among lines that are all met, the rarest says most
     */
    static Optional<DecidingLine> of(InterventionAdvice entry, Advice advice, ToIntFunction<Finding> met) {
        return reasons(entry, advice).stream()
                .filter(reason -> !reason.because().isEmpty())
                .findFirst()
                .map(reason -> of(reason, met));
    }

    /** Of a reason that has lines. */
    static DecidingLine of(Reason reason, ToIntFunction<Finding> met) {
        return new DecidingLine(reason, line(reason, met));
    }

    private static List<Reason> reasons(InterventionAdvice entry, Advice advice) {
        return switch (entry.verdict()) {
            case WITHHELD -> barrier(entry.withheldBy().get(0), advice);
            case CONDITIONAL -> entry.conditions().get(0).reasons();
            case PROVISIONAL ->
                entry.reasons().stream().filter(r -> r.truth() == Truth.UNKNOWN).toList();
            case CANDIDATE, CONTRAINDICATED, NOT_INDICATED, NEEDS_INFORMATION -> entry.reasons();
        };
    }

    /** Why a red flag or an obstacle is raised; of a flag the rules that make it as pressing as it is. */
    private static List<Reason> barrier(String id, Advice advice) {
        for (Advice.RaisedFlag flag : advice.redFlags()) {
            if (flag.flag().id().equals(id)) {
                return flag.reasons().stream()
                        .filter(r -> r.rule().urgency() == flag.urgency())
                        .toList();
            }
        }
        return advice.obstacles().stream()
                .filter(o -> o.obstacle().id().equals(id))
                .flatMap(o -> o.reasons().stream())
                .toList();
    }

    /** A rule that is not met lists its failing lines, the most telling first. One that is met lists all of them. */
    private static Reason.Line line(Reason reason, ToIntFunction<Finding> met) {
        List<Reason.Line> lines = reason.because();
        if (reason.truth() != Truth.MET) {
            return lines.get(0);
        }
        return lines.stream()
                .filter(line -> !line.ruledOut())
                .min(Comparator.comparingInt(line -> met.applyAsInt(finding(line))))
                .orElse(lines.get(0));
    }

    /** The rules of the last stage read nothing but findings, so every line of theirs has one. */
    static Finding finding(Reason.Line line) {
        return Objects.requireNonNull(line.finding());
    }

    /** The finding that it is about. */
    Finding finding() {
        return finding(line);
    }
}
