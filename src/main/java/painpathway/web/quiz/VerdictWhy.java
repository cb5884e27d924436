package painpathway.web.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import painpathway.advice.Advice;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Verdict;
import painpathway.questionnaire.Truth;
import painpathway.web.Messages;

/** Why an intervention has its verdict, and where another verdict would have needed something else. */
record VerdictWhy(Advice advice, InterventionAdvice entry, CaseMaker maker, Messages words) {

    /** The deciding rule where it is met, else the line that keeps it from being met or known. */
    List<String> sentences() {
        List<String> said = new ArrayList<>();
        if (entry.verdict() == Verdict.WITHHELD) {
            said.add(words.say(
                    "quiz.withheld",
                    barrier(entry.withheldBy().get(0)),
                    words.say("verdict." + entry.underlying().word())));
            return said;
        }
        Optional<DecidingLine> deciding = maker.deciding(entry, advice);
        if (deciding.isEmpty()) {
            return List.of(words.say("quiz.no-rule"));
        }
        DecidingLine line = deciding.get();
        if (line.reason().truth() == Truth.MET) {
            said.add(words.say("quiz.rule.met", line.reason().rule().name()));
        } else {
            said.add(words.say(
                    line.reason().truth() == Truth.UNKNOWN ? "quiz.rule.open" : "quiz.rule.nearest",
                    line.reason().rule().name()));
            said.addAll(new LineWords(words).of(line.line()));
        }
        return said;
    }

    private String barrier(String id) {
        return advice.redFlags().stream()
                .filter(f -> f.flag().id().equals(id))
                .map(f -> f.flag().name())
                .findFirst()
                .or(() -> advice.obstacles().stream()
                        .filter(o -> o.obstacle().id().equals(id))
                        .map(Advice.RaisedObstacle::text)
                        .findFirst())
                .orElse(id);
    }

    /** What the verdict that was predicted would have needed; empty where it is right, or where the reasons say so anyway. */
    Optional<String> against(Verdict said) {
        boolean needless = said == entry.verdict()
                || switch (said) {
                    case CONTRAINDICATED -> entry.underlying() == Verdict.CONTRAINDICATED;
                    case WITHHELD -> false;
                    case CONDITIONAL, PROVISIONAL -> entry.verdict() != Verdict.CANDIDATE;
                    case NEEDS_INFORMATION ->
                        entry.verdict() == Verdict.WITHHELD || entry.verdict() == Verdict.PROVISIONAL;
                    case CANDIDATE, NOT_INDICATED -> true;
                };
        return needless ? Optional.empty() : Optional.of(words.say("quiz.against." + said.word()));
    }
}
