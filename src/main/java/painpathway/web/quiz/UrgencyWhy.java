package painpathway.web.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import painpathway.advice.Advice;
import painpathway.advice.Advised;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Urgency;
import painpathway.web.Messages;
import painpathway.web.learn.Kind;
import painpathway.web.learn.Subject;
import painpathway.web.learn.Subjects;

/** Why an advice is as urgent as it is: a red flag, an obstacle, an open question, something to discuss, or none of them. */
record UrgencyWhy(QuizBook quiz, Advised advised, Messages words) {

    List<String> sentences() {
        Advice advice = advised.advice();
        if (flagged()) {
            List<String> said = new ArrayList<>();
            Advice.RaisedFlag flag = advice.redFlags().get(0);
            said.add(words.say("quiz.urgency.flag", flag.flag().name()));
            flag.reasons().stream()
                    .filter(r ->
                            r.rule().urgency() == flag.urgency() && !r.because().isEmpty())
                    .findFirst()
                    .ifPresent(r -> said.addAll(
                            new LineWords(words).of(quiz.maker().maker().line(r))));
            return said;
        }
        return List.of(
                switch (advice.urgency()) {
                    case EMERGENCY, URGENT, CONSERVATIVE_FIRST -> words.say("quiz.urgency.nothing");
                    case ROUTINE ->
                        words.say(
                                "quiz.urgency.suggested",
                                suggested().map(Intervention::name).orElse(""));
                    case INSUFFICIENT_INFORMATION ->
                        advice.obstacles().isEmpty()
                                ? words.say("quiz.urgency.open")
                                : words.say(
                                        "quiz.urgency.obstacle",
                                        advice.obstacles().get(0).text());
                });
    }

    private boolean flagged() {
        List<Advice.RaisedFlag> flags = advised.advice().redFlags();
        return !flags.isEmpty() && flags.get(0).urgency() == advised.advice().urgency();
    }

    private Optional<Intervention> suggested() {
        return advised.advice().interventions().stream()
                .filter(e -> e.intervention().procedure())
                .filter(e -> e.underlying() == Verdict.CANDIDATE || e.underlying() == Verdict.CONDITIONAL)
                .map(InterventionAdvice::intervention)
                .findFirst();
    }

    /** The page of what decides, if one thing does. */
    List<Subject> read() {
        Advice advice = advised.advice();
        Subjects subjects = quiz.bench().subjects();
        if (flagged()) {
            return List.of(subjects.known(
                    Kind.RED_FLAGS, advice.redFlags().get(0).flag().id()));
        }
        if (advice.urgency() == Urgency.ROUTINE) {
            return suggested().stream()
                    .map(i -> subjects.known(Kind.INTERVENTIONS, i.id()))
                    .toList();
        }
        return advice.obstacles().stream()
                .limit(1)
                .map(o -> subjects.known(Kind.OBSTACLES, o.obstacle().id()))
                .toList();
    }
}
