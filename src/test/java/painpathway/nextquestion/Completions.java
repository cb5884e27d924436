package painpathway.nextquestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Obstacle;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;
import painpathway.logic.NumericPartition;
import painpathway.logic.RuleBookEncoding;
import painpathway.logic.Solver;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.rules.ClinicalRule;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/**
 * All ways of going on from some answers, as two copies of the rule book's formulas for one patient: whether any completion differs from
 * what stands now, and whether one question alone can make a difference in any of them. Shares no code with the chooser.
 */
final class Completions {

    private final FormulaFactory f = new FormulaFactory();
    private final Solver solver = new Solver(f);
    private final RuleBook book;
    private final String policy;
    private final int places;
    private final List<RuleBookEncoding> now = new ArrayList<>();
    private final List<RuleBookEncoding> later = new ArrayList<>();
    private final Map<Item, Variable> same = new LinkedHashMap<>();
    private final Variable differs = f.variable("differs");

    Completions(RuleBook book, String policy, int places) {
        this.book = book;
        this.policy = policy;
        this.places = places;
        NumericPartition cuts = new NumericPartition(book);
        patient(now, "now", cuts);
        patient(later, "later", cuts);
        for (Item item : book.questionnaire().items(places)) {
            Variable selector = f.variable("same " + item.field());
            same.put(item, selector);
            equal(variables(now, item), variables(later, item))
                    .forEach(e -> solver.add(List.of(f.implication(selector, e))));
        }
        // A mistake in an answer is no reason to ask for it: only completions without a new contradiction count.
        book.catalogue().obstacles().stream()
                .filter(Obstacle::contradiction)
                .forEach(o -> solver.add(List.of(f.implication(raised(later, o), raised(now, o)))));
        List<Formula> first = outcome(now);
        List<Formula> second = outcome(later);
        List<Formula> difference = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            difference.add(f.not(f.equivalence(first.get(i), second.get(i))));
        }
        solver.add(List.of(f.equivalence(differs, f.or(difference))));
    }

    /** One encoding for each place in view; they speak of the same patient and of each other's places. */
    private void patient(List<RuleBookEncoding> views, String name, NumericPartition cuts) {
        for (int place = 0; place < places; place++) {
            RuleBookEncoding view = RuleBookEncoding.of(f, book, policy, cuts, name + place + ":");
            views.add(view);
            solver.add(view.clauses());
        }
        for (int place = 0; place < places; place++) {
            RuleBookEncoding view = views.get(place);
            for (Question question : book.questionnaire().asked()) {
                if (!question.perPain() && place > 0) {
                    solver.add(equal(
                            views.get(0).answers().variables(question, 0),
                            view.answers().variables(question, 0)));
                }
            }
            for (int other = 1; other <= RuleBookEncoding.OTHER_PLACES; other++) {
                int there = other <= place ? other - 1 : other;
                boolean exists = there < places;
                solver.add(List.of(
                        exists
                                ? view.answers().exists(other)
                                : view.answers().exists(other).negate()));
                for (Question question : view.seenElsewhere()) {
                    if (exists) {
                        solver.add(equal(
                                views.get(there).answers().variables(question, 0),
                                view.answers().variables(question, other)));
                    } else {
                        view.answers().variables(question, other).forEach(v -> solver.add(List.of(v.negate())));
                    }
                }
            }
        }
    }

    private List<Formula> equal(List<Variable> a, List<Variable> b) {
        List<Formula> all = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            all.add(f.equivalence(a.get(i), b.get(i)));
        }
        return all;
    }

    private Formula raised(List<RuleBookEncoding> views, Obstacle obstacle) {
        return f.or(views.stream().map(v -> v.flags().obstacle(obstacle)).toList());
    }

    // ------------------------------------------------------------------ what counts, as the contract says

    private List<Formula> outcome(List<RuleBookEncoding> views) {
        List<Formula> parts = new ArrayList<>();
        Map<RedFlag, Map<Urgency, Formula>> flags = new HashMap<>();
        for (RedFlag flag : book.catalogue().redFlags()) {
            Map<Urgency, Formula> at = new HashMap<>();
            for (Urgency level : List.of(Urgency.EMERGENCY, Urgency.URGENT, Urgency.ROUTINE)) {
                at.put(
                        level,
                        f.or(inForce(book.naming(Verb.RED_FLAG, flag.id())).stream()
                                .filter(r -> r.urgency() == level)
                                .flatMap(r -> views.stream().map(v -> v.rules().met(r)))
                                .toList()));
            }
            flags.put(flag, at);
        }
        Map<Obstacle, Formula> obstacles = new HashMap<>();
        book.catalogue().obstacles().forEach(o -> obstacles.put(o, raised(views, o)));
        List<Formula> suggested = new ArrayList<>();
        List<Formula> open = new ArrayList<>();
        for (RuleBookEncoding view : views) {
            for (Intervention intervention : book.catalogue().interventions()) {
                Formula withheld = withheld(view, intervention, flags, obstacles);
                Formula kept = f.not(withheld);
                Map<Verdict, Formula> verdict = new HashMap<>();
                for (Verdict v : Verdict.values()) {
                    verdict.put(
                            v,
                            v == Verdict.WITHHELD
                                    ? withheld
                                    : f.and(kept, view.verdicts().underlying(intervention, v)));
                }
                parts.add(withheld);
                parts.add(f.or(verdict.get(Verdict.NOT_INDICATED), verdict.get(Verdict.CONTRAINDICATED)));
                List.of(Verdict.CANDIDATE, Verdict.CONDITIONAL, Verdict.PROVISIONAL, Verdict.NEEDS_INFORMATION)
                        .forEach(v -> parts.add(verdict.get(v)));
                Formula checked = f.or(verdict.get(Verdict.CONDITIONAL), verdict.get(Verdict.PROVISIONAL));
                shown(view, intervention, Verb.HOLD).forEach(shown -> parts.add(f.and(checked, shown)));
                shown(view, intervention, Verb.CAUTION)
                        .forEach(shown -> parts.add(f.and(f.or(checked, verdict.get(Verdict.CANDIDATE)), shown)));
                shown(view, intervention, Verb.STANCE)
                        .forEach(shown -> parts.add(f.and(f.or(checked, verdict.get(Verdict.CANDIDATE)), shown)));
                if (intervention.procedure()) {
                    suggested.add(f.or(
                            view.verdicts().underlying(intervention, Verdict.CANDIDATE),
                            view.verdicts().underlying(intervention, Verdict.CONDITIONAL)));
                    open.add(f.or(verdict.get(Verdict.NEEDS_INFORMATION), verdict.get(Verdict.PROVISIONAL)));
                }
            }
        }
        Formula emergency =
                f.or(flags.values().stream().map(m -> m.get(Urgency.EMERGENCY)).toList());
        Formula urgent =
                f.or(flags.values().stream().map(m -> m.get(Urgency.URGENT)).toList());
        Formula routine =
                f.or(flags.values().stream().map(m -> m.get(Urgency.ROUTINE)).toList());
        Formula insufficient = f.or(f.or(obstacles.values()), f.and(f.or(open), f.not(f.or(suggested))));
        Formula flagged = f.or(emergency, urgent);
        parts.add(emergency);
        parts.add(flagged);
        parts.add(f.and(f.not(flagged), insufficient));
        parts.add(f.and(f.not(flagged), f.not(insufficient), f.or(routine, f.or(suggested))));
        return parts;
    }

    private List<ClinicalRule> inForce(List<ClinicalRule> rules) {
        return rules.stream().filter(r -> r.inForce(policy)).toList();
    }

    private List<Formula> shown(RuleBookEncoding view, Intervention intervention, Verb verb) {
        return book.forIntervention(intervention.index(), verb).stream()
                .map(ClinicalRule::subject)
                .distinct()
                .filter(a -> verb != Verb.CAUTION || !standing(a, intervention))
                .map(a -> view.verdicts().any(intervention, verb, a))
                .toList();
    }

    private boolean standing(String note, Intervention intervention) {
        return book.catalogue().note(note).kind().explains()
                || book.catalogue().note(note).interventions().contains(intervention.index())
                || book.catalogue().note(note).analogies().contains(intervention.index());
    }

    private Formula withheld(
            RuleBookEncoding view,
            Intervention intervention,
            Map<RedFlag, Map<Urgency, Formula>> flags,
            Map<Obstacle, Formula> obstacles) {
        List<Formula> by = new ArrayList<>();
        flags.forEach((flag, at) -> {
            if (book.catalogue().emergencyWithholds().contains(intervention.index())) {
                by.add(at.get(Urgency.EMERGENCY));
            }
            if (flag.withholds().contains(intervention.index())) {
                Formula allowed = f.or(inForce(book.forIntervention(intervention.index(), Verb.ALLOW)).stream()
                        .filter(r -> r.subject().equals(flag.id()))
                        .map(view.rules()::met)
                        .toList());
                by.add(f.and(f.or(at.values()), f.not(allowed)));
            }
        });
        obstacles.forEach((obstacle, raised) -> {
            if (obstacle.withholds().contains(intervention.index())) {
                by.add(raised);
            }
        });
        return f.or(by);
    }

    // ------------------------------------------------------------------ questions to the solver

    /** Whether some way of answering the blank questions leads to another outcome than the answers so far. */
    boolean canChange(Assessment soFar) {
        List<Formula> all = new ArrayList<>(List.of(differs));
        for (Item asked : same.keySet()) {
            Answer answer = soFar.answer(asked);
            all.addAll(literals(now, asked, answer));
            if (answer != null) {
                all.addAll(literals(later, asked, answer));
            }
        }
        return solver.possible(all);
    }

    /** Whether, in some completion of all other questions, an answer to this one leads to another outcome than none. */
    boolean canChange(Assessment soFar, Item question) {
        List<Formula> all = new ArrayList<>(List.of(differs));
        for (Item asked : same.keySet()) {
            Answer answer = soFar.answer(asked);
            if (asked.equals(question)) {
                all.addAll(literals(now, asked, null));
            } else if (answer != null) {
                all.addAll(literals(now, asked, answer));
                all.addAll(literals(later, asked, answer));
            } else {
                all.add(same.get(asked));
            }
        }
        return solver.possible(all);
    }

    private static List<Variable> variables(List<RuleBookEncoding> views, Item item) {
        return views.get(item.place()).answers().variables(item.question(), 0);
    }

    private List<? extends Formula> literals(List<RuleBookEncoding> views, Item asked, Answer answer) {
        return views.get(asked.place()).answers().literals(asked.question(), 0, answer);
    }
}
