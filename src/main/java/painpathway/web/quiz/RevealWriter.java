package painpathway.web.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import painpathway.advice.Advised;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Urgency;
import painpathway.rules.Finding;
import painpathway.web.Messages;
import painpathway.web.learn.Kind;
import painpathway.web.learn.Subject;
import painpathway.web.learn.Subjects;
import painpathway.web.quiz.QuizCase.Asked;
import painpathway.web.quiz.QuizCase.FindingQuestion;
import painpathway.web.quiz.Reveal.Choice;
import painpathway.web.quiz.Reveal.Part;

/** Writes what is revealed about a case, from its advice. */
record RevealWriter(QuizBook quiz, Advised advised, Messages words) {

    Reveal of(QuizCase revealed, Predicted predicted) {
        List<Part> parts = new ArrayList<>(List.of(urgency(revealed, predicted)));
        for (int i = 0; i < revealed.asked().size(); i++) {
            parts.add(verdict(revealed.asked().get(i), predicted, i));
        }
        parts.add(finding(revealed.finding(), predicted));
        return new Reveal(parts, quiz.bench().subject(revealed.patient().vignette()), List.copyOf(revealed.hard()));
    }

    private Part urgency(QuizCase revealed, Predicted predicted) {
        UrgencyWhy why = new UrgencyWhy(quiz, advised, words);
        return part(
                words.say("urgency"),
                predicted.urgency().map(this::choice),
                choice(revealed.urgency()),
                new Why(why.sentences(), why.read()));
    }

    private Choice choice(Urgency urgency) {
        return new Choice("u-" + urgency.word(), words.say("urgency." + urgency.word()));
    }

    private Part verdict(Asked asked, Predicted predicted, int position) {
        InterventionAdvice entry = CaseMaker.entry(advised, asked.intervention());
        List<String> why = new ArrayList<>();
        VerdictWhy verdict =
                new VerdictWhy(advised.advice(), entry, quiz.maker().maker(), words);
        predicted.verdict(position).flatMap(verdict::against).ifPresent(why::add);
        why.addAll(verdict.sentences());
        return part(
                asked.intervention().name(),
                predicted.verdict(position).map(v -> choice(v)),
                choice(asked.verdict()),
                new Why(why, read(asked.intervention(), deciding(entry))));
    }

    private Choice choice(Verdict verdict) {
        return new Choice("v-" + verdict.word(), words.say("verdict." + verdict.word()));
    }

    private Part finding(FindingQuestion asked, Predicted predicted) {
        List<String> why = new ArrayList<>();
        List<Subject> read = new ArrayList<>();
        deciding(CaseMaker.entry(advised, asked.about())).ifPresent(line -> {
            why.addAll(new LineWords(words).of(line.line()));
            read.add(quiz.bench().subjects().of(line.finding()));
        });
        List<Finding> options = asked.options();
        return part(
                words.say("quiz.finding", asked.about().name()),
                predicted.finding().map(i -> new Choice("", options.get(i).label())),
                new Choice("", options.get(asked.right()).label()),
                new Why(why, read));
    }

    private Optional<DecidingLine> deciding(InterventionAdvice entry) {
        return quiz.maker().maker().deciding(entry, advised.advice());
    }

    /** The page of the rule that decides; where none does, that of the intervention. */
    private List<Subject> read(Intervention intervention, Optional<DecidingLine> deciding) {
        Subjects subjects = quiz.bench().subjects();
        return List.of(deciding.map(line -> subjects.of(line.reason().rule()))
                .orElseGet(() -> subjects.known(Kind.INTERVENTIONS, intervention.id())));
    }

    /** Reasons, and where to read about them. */
    private record Why(List<String> sentences, List<Subject> read) {}

    private static Part part(String question, Optional<Choice> said, Choice right, Why why) {
        return new Part(question, said, right, said.filter(right::equals).isPresent(), why.sentences, why.read);
    }
}
