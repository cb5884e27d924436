package painpathway.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.advice.Advice;
import painpathway.advice.Advice.RaisedFlag;
import painpathway.advice.Advisor;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Verdict;
import painpathway.audit.Law.Then;
import painpathway.audit.Law.When;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.Conclusions;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;
import painpathway.rules.Verb;

/**
 * The laws on one patient after the other: what {@link LawFormulas} proves of everybody, tried on somebody with the advice itself.
 * As there, a patient has one painful place. Not thread-safe.
 */
final class LawTrial {

    private final Advisor advisor;
    private final RuleBook book;
    private final List<Law> laws;
    private final RandomPatients sample;
    private final BitSet ofAdvice = new BitSet();

    /** Everything that a law can speak of. */
    private record Seen(Advice advice, Answers answers, Conclusions run) {

        RaisedFlag flag(RedFlag flag) {
            return advice.redFlags().stream()
                    .filter(f -> f.flag() == flag)
                    .findFirst()
                    .orElse(null);
        }

        boolean raised(RedFlag flag, Urgency at) {
            RaisedFlag raised = flag(flag);
            return raised != null && (at == null || raised.urgency() == at);
        }

        InterventionAdvice of(Intervention intervention) {
            return advice.interventions().get(intervention.index());
        }
    }

    /** {@code sample} draws the other answers to a question that a law calls unread. */
    LawTrial(RuleBook book, List<Law> laws, RandomPatients sample) {
        this.advisor = new Advisor(new PlainEvaluator(book), "");
        this.book = book;
        this.laws = laws;
        this.sample = sample;
        book.rules().stream().filter(r -> r.stage() == Stage.ADVICE).forEach(r -> ofAdvice.set(r.index()));
    }

    /** The laws that a patient with one painful place breaks. */
    List<Law> broken(Assessment patient) {
        Seen seen = see(patient);
        List<Law> broken = new ArrayList<>();
        for (Law law : laws) {
            if (law.inForce(patient.policy())
                    && law.when().stream().allMatch(w -> holds(w, seen))
                    && !kept(law.then(), seen, patient)) {
                broken.add(law);
            }
        }
        return broken;
    }

    private Seen see(Assessment patient) {
        Answers answers = Answers.of(book.questionnaire(), patient).get(0);
        return new Seen(advisor.advise(patient), answers, new PlainEvaluator(book).run(answers, patient.policy()));
    }

    private boolean holds(When when, Seen seen) {
        if (when instanceof When.Answered answered) {
            Question question = answered.anyOf().get(0).question();
            return seen.answers.due(question) == Truth.MET
                    && given(question, seen.answers)
                    && answered.wanted() == answered.anyOf().stream().anyMatch(t -> t.passes(seen.answers));
        }
        if (when instanceof When.Blank blank) {
            return seen.answers.blank(blank.question());
        }
        if (when instanceof When.OfFinding of) {
            Truth truth = seen.run.findings().truth(of.finding().index());
            return switch (of.how()) {
                case "met" -> truth == Truth.MET;
                case "ruled-out" -> truth == Truth.NOT_MET;
                default -> truth != Truth.MET;
            };
        }
        if (when instanceof When.OfFlag of) {
            return seen.raised(of.flag(), of.at());
        }
        if (when instanceof When.OfObstacle of) {
            return seen.advice.obstacles().stream().anyMatch(o -> o.obstacle() == of.obstacle());
        }
        return ((When.OfUrgency) when).anyOf().contains(seen.advice.urgency());
    }

    /** Whether a real answer was given, to each question that a derived number is made of; what a blank counts as is none. */
    private boolean given(Question question, Answers answers) {
        return book.questionnaire().asksFor(question).stream()
                .map(answers::given)
                .noneMatch(a -> a == null || a instanceof Answer.NotKnown);
    }

    private boolean kept(Then then, Seen seen, Assessment patient) {
        if (then instanceof Then.Verdicts verdicts) {
            return verdicts.of().stream().map(seen::of).noneMatch(s -> verdicts.never() == is(s, verdicts.verdicts()));
        }
        if (then instanceof Then.Urgencies urgencies) {
            return urgencies.anyOf().contains(seen.advice.urgency());
        }
        if (then instanceof Then.Flag flag) {
            return flag.raised() == seen.raised(flag.flag(), flag.at());
        }
        if (then instanceof Then.Blocked blocked) {
            return seen.advice.obstacles().stream().anyMatch(o -> o.obstacle() == blocked.obstacle());
        }
        if (then instanceof Then.Checked checked) {
            return checked.of().stream()
                    .map(seen::of)
                    .allMatch(s -> s.underlying() != Verdict.CANDIDATE
                            && (s.underlying() != Verdict.CONDITIONAL && s.underlying() != Verdict.PROVISIONAL
                                    || s.conditions().stream()
                                            .anyMatch(c -> c.check().id().equals(checked.check()))));
        }
        if (then instanceof Then.Shown shown) {
            return shown.of().stream()
                    .allMatch(i -> says(seen, i, shown.stance() ? Verb.STANCE : Verb.CAUTION, shown.id()));
        }
        return changesNothing(((Then.Unread) then).question(), seen, patient);
    }

    /** {@code withheld} means the verdict shown, the others the one underneath. */
    private static boolean is(InterventionAdvice suggestion, List<Verdict> verdicts) {
        return verdicts.contains(suggestion.underlying())
                || suggestion.verdict() == Verdict.WITHHELD && verdicts.contains(Verdict.WITHHELD);
    }

    private boolean says(Seen seen, Intervention intervention, Verb verb, String id) {
        return book.rulesFor(intervention.index(), verb).stream()
                .anyMatch(r -> id.equals(r.argument()) && seen.run.truth(r) == Truth.MET);
    }

    private boolean changesNothing(Question question, Seen seen, Assessment patient) {
        Object outcome = outcome(seen);
        return outcome.equals(outcome(see(with(patient, question, null))))
                && outcome.equals(outcome(see(with(patient, question, sample.answer(question)))));
    }

    private static Assessment with(Assessment patient, Question question, Answer answer) {
        Map<String, Answer> answers =
                new LinkedHashMap<>(question.perPain() ? patient.pains().get(0) : patient.patient());
        if (answer == null) {
            answers.remove(question.id());
        } else {
            answers.put(question.id(), answer);
        }
        return question.perPain()
                ? new Assessment(patient.policy(), patient.patient(), List.of(answers))
                : new Assessment(patient.policy(), answers, patient.pains());
    }

    /** What the patient is told, and by which rules. */
    private Object outcome(Seen seen) {
        BitSet rules = seen.run.fired();
        rules.and(ofAdvice);
        return List.of(
                rules,
                seen.advice.urgency(),
                seen.advice.interventions().stream()
                        .map(s -> Set.of(s.verdict().word(), "underlying " + s.underlying()))
                        .toList());
    }
}
