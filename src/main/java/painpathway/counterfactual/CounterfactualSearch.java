package painpathway.counterfactual;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Literal;
import org.logicng.formulas.Variable;
import painpathway.advice.Verdict;
import painpathway.counterfactual.AnswerChange.Kind;
import painpathway.counterfactual.AnswerChange.Values;
import painpathway.counterfactual.CounterfactualResult.Blocked;
import painpathway.knowledge.Intervention;
import painpathway.logic.NumericPartition.Cut;
import painpathway.logic.RuleBookEncoding;
import painpathway.logic.RuleBookEncoding.Asked;
import painpathway.logic.Solver;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Question.Option;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Finding;
import painpathway.rules.Literal.OfFinding;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/**
 * Looks for changed answers for one intervention under one policy, with a solver that knows the intervention's part of the formulas.
 * A patient's answers are facts to it unless their question is changed, and are forgotten afterwards.
 * Not thread-safe.
 */
final class CounterfactualSearch {

    private final RuleBookEncoding encoding;
    private final RuleBook book;
    private final Intervention intervention;
    private final FormulaFactory f;
    private final Solver solver;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Variable> changed;
    private final List<Variable> moreThan;
    private final List<ClinicalRule> suggestions;

    /** A question whose answer can be changed, with the cuts of its number that matter here. */
    private record Slot(Asked asked, Variable changed, List<Integer> cuts) {
        Question question() {
            return asked.question();
        }
    }

    /** An answer to one question, all others that would do as well, and the literals for the solver. */
    private record Chosen(Slot slot, Answer answer, Values values) {}

    /** The smallest sets of changes, each from question to change, and how many there are. */
    record Found(List<Counterfactual> sets, int count) {}

    CounterfactualSearch(RuleBookEncoding encoding, FormulaFactory f, Intervention intervention) {
        this.encoding = encoding;
        this.book = encoding.book();
        this.intervention = intervention;
        this.f = f;
        this.suggestions = inForce(Verb.SUGGEST);
        Set<Formula> needed = new LinkedHashSet<>();
        needed.add(verdict(Verdict.CANDIDATE));
        needed.add(verdict(Verdict.CONDITIONAL));
        for (Verb verb : List.of(Verb.CONTRAINDICATE, Verb.SUGGEST, Verb.HOLD)) {
            for (ClinicalRule rule : inForce(verb)) {
                needed.add(encoding.met(rule));
                needed.add(encoding.notMet(rule));
                rule.literals().forEach(l -> needed.add(holds((OfFinding) l)));
            }
        }
        RuleBookEncoding.Part part = encoding.part(needed.toArray(Formula[]::new));
        this.solver = new Solver(f);
        solver.add(part.clauses());
        for (Asked asked : part.asked()) {
            Question question = asked.question();
            List<Integer> cuts = !question.type().isNumber()
                    ? List.of()
                    : IntStream.range(0, encoding.cuts().of(question).size())
                            .filter(i -> part.variables().contains(encoding.above(question, asked.place(), i)))
                            .boxed()
                            .toList();
            slots.add(new Slot(asked, f.variable("changed" + asked.place() + " " + question.id()), cuts));
        }
        this.changed = slots.stream().map(Slot::changed).toList();
        this.moreThan = solver.counter(changed);
    }

    private List<ClinicalRule> inForce(Verb verb) {
        return book.rulesFor(intervention.index(), verb).stream()
                .filter(r -> r.inForce(encoding.policy()))
                .toList();
    }

    private Formula verdict(Verdict verdict) {
        return encoding.underlying(intervention, verdict);
    }

    private Formula holds(OfFinding line) {
        Finding finding = book.findings().get(line.finding());
        return line.wanted() ? encoding.met(finding) : encoding.notMet(finding);
    }

    // ------------------------------------------------------------------ changes that bring a verdict or lose it

    /** Does work about one patient, with only changeable answers left open. */
    <T> T about(FocusedAssessment view, Supplier<T> work) {
        return solver.meanwhile(facts(view, false), work);
    }

    /** Whether changes can bring this verdict at all. */
    boolean reachable(Verdict verdict) {
        return solver.possible(verdict(verdict));
    }

    /** All smallest sets of changes that bring this verdict, which changes must be able to bring. */
    Found smallest(FocusedAssessment view, Verdict verdict) {
        Formula target = verdict(verdict);
        List<List<Slot>> sets = solver.meanwhile(List.of(target), () -> {
            List<List<Slot>> found = new ArrayList<>();
            solver.possible();
            int size = changedNow().size();
            // Fewer and fewer, until the solver proves that fewer is impossible.
            while (size > 0 && solver.possible(moreThan.get(size - 1).negate())) {
                size = changedNow().size();
            }
            while (found.size() < CounterfactualFinder.MOST_FOUND && solver.possible(atMost(size))) {
                List<Slot> set = changedNow();
                found.add(set);
                solver.add(List.of(
                        f.clause(set.stream().map(s -> s.changed.negate()).toList())));
                if (set.isEmpty()) {
                    break;
                }
            }
            return found;
        });
        List<Counterfactual> all = new ArrayList<>();
        for (List<Slot> set : sets) {
            all.add(new Counterfactual(
                    choose(view, set, target).stream().map(c -> change(view, c)).toList()));
        }
        all.sort(Comparator.<Counterfactual>comparingInt(s ->
                        s.changes().stream().mapToInt(c -> c.kind().ordinal()).sum())
                .thenComparing(s -> s.changes().stream()
                        .map(c -> String.format("%04d %s", c.question().index(), c.pain()))
                        .toList()
                        .toString()));
        return new Found(all.subList(0, Math.min(all.size(), CounterfactualFinder.MOST_SETS)), sets.size());
    }

    /** Each single answer, changeable or not, that would turn a candidate into something else. */
    List<AnswerChange> losses(FocusedAssessment view) {
        Formula lost = verdict(Verdict.CANDIDATE).negate();
        return solver.meanwhile(with(facts(view, true), List.of(lost)), () -> {
            List<Slot> losing = slots.stream()
                    .filter(s -> solver.possible(List.of(s.changed, atMost(1))))
                    .toList();
            List<AnswerChange> losses = new ArrayList<>();
            for (Slot slot : losing) {
                for (Chosen chosen : everyLoss(view, slot)) {
                    losses.add(change(view, chosen));
                }
            }
            return losses;
        });
    }

    private Formula atMost(int size) {
        return size < moreThan.size() ? moreThan.get(size).negate() : f.verum();
    }

    private List<Slot> changedNow() {
        Set<Variable> now = Set.copyOf(solver.model(changed).positiveVariables());
        return slots.stream().filter(s -> now.contains(s.changed)).toList();
    }

    private List<Formula> facts(FocusedAssessment view, boolean everythingChanges) {
        List<Formula> facts = new ArrayList<>();
        for (int place = 1; place <= RuleBookEncoding.OTHER_PLACES; place++) {
            facts.add(
                    view.exists(place)
                            ? encoding.exists(place)
                            : encoding.exists(place).negate());
        }
        for (Slot slot : slots) {
            Question question = slot.question();
            Answer given = view.given(slot.asked);
            boolean open = view.exists(slot.asked.place())
                    && (everythingChanges || view.blank(slot.asked) || question.changeable());
            for (Literal literal : literals(slot, given)) {
                facts.add(open ? f.or(slot.changed, literal) : literal);
                if (open && !everythingChanges && question.onlyMore() && literal.phase() && !isNone(slot, literal)) {
                    facts.add(literal);
                }
            }
            // A change to blank gains nothing: whatever is true with a blank is true with every answer.
            facts.add(
                    open
                            ? f.or(slot.changed.negate(), encoding.answered(question, slot.asked.place()))
                            : slot.changed.negate());
        }
        return facts;
    }

    private boolean isNone(Slot slot, Literal literal) {
        return slot.question().option(Question.NONE) != null && literal.equals(option(slot, Question.NONE));
    }

    private Variable option(Slot slot, String option) {
        return encoding.option(slot.question(), slot.asked.place(), option);
    }

    /** An answer as literals; for a number only the cuts that matter here. */
    private List<Literal> literals(Slot slot, Answer answer) {
        List<Literal> all = encoding.literals(slot.question(), slot.asked.place(), answer);
        if (!slot.question().type().isNumber()) {
            return all;
        }
        List<Literal> some = new ArrayList<>(List.of(all.get(0)));
        slot.cuts.forEach(i -> some.add(all.get(1 + i)));
        return some;
    }

    // ------------------------------------------------------------------ choosing answers

    /** Answers to a set of questions that reach the goal, as near as possible to the given ones, or else first in the questionnaire. */
    private List<Chosen> choose(FocusedAssessment view, List<Slot> set, Formula target) {
        List<Formula> others = new ArrayList<>(List.of(target));
        slots.stream().filter(s -> !set.contains(s)).forEach(s -> others.add(s.changed.negate()));
        return solver.meanwhile(others, () -> {
            Map<Slot, List<Literal>> told = new LinkedHashMap<>();
            for (Slot slot : set) {
                told.put(slot, nearest(view, slot, flat(told.values())));
            }
            List<Chosen> chosen = new ArrayList<>();
            for (Slot slot : set) {
                List<Literal> rest = flat(told.entrySet().stream()
                        .filter(e -> e.getKey() != slot)
                        .map(Map.Entry::getValue)
                        .toList());
                chosen.add(chosen(view, slot, told.get(slot), rest));
            }
            return chosen;
        });
    }

    private List<Chosen> everyLoss(FocusedAssessment view, Slot slot) {
        List<Formula> others = new ArrayList<>(List.of(slot.changed));
        slots.stream().filter(s -> s != slot).forEach(s -> others.add(s.changed.negate()));
        return solver.meanwhile(others, () -> {
            if (slot.question().type() == Question.Type.CHOICES) {
                return everyLossOfList(view, slot);
            }
            if (slot.question().type() == Question.Type.CHOICE) {
                return List.of(chosen(view, slot, nearest(view, slot, List.of()), List.of()));
            }
            List<Chosen> regions = new ArrayList<>();
            for (int cell = -1; cell < slot.cuts.size(); cell++) {
                if (solver.possible(cell(slot, cell))) {
                    int low = cell;
                    while (cell + 1 < slot.cuts.size() && solver.possible(cell(slot, cell + 1))) {
                        cell++;
                    }
                    regions.add(region(view, slot, low, cell));
                }
            }
            return regions;
        });
    }

    /** One tick more, one tick less, or none at all where no single tick less does it; a bigger step only where none of these does. */
    private List<Chosen> everyLossOfList(FocusedAssessment view, Slot slot) {
        Question question = slot.question();
        Set<String> now = new LinkedHashSet<>(
                view.given(slot.asked) instanceof Answer.Choices choices ? choices.options() : Set.of());
        now.remove(Question.NONE);
        List<Chosen> losses = new ArrayList<>();
        for (Option less : question.options()) {
            Answer.Choices left = without(now, less);
            if (now.contains(less.id()) && !left.options().isEmpty() && solver.possible(literals(slot, left))) {
                losses.add(new Chosen(slot, left, new Values.Ticks(List.of(), List.of(less), false)));
            }
        }
        Option none = question.option(Question.NONE);
        if (losses.isEmpty() && none != null && solver.possible(List.of(option(slot, Question.NONE)))) {
            losses.add(new Chosen(slot, new Answer.Choices(Set.of(Question.NONE)), new Values.OneOf(List.of(none))));
        }
        for (Option more : question.options()) {
            // One by one, because each can lead to a different verdict.
            if (!now.contains(more.id())
                    && !more.id().equals(Question.NONE)
                    && solver.possible(literals(slot, with(now, more)))) {
                losses.add(new Chosen(slot, with(now, more), new Values.Ticks(List.of(more), List.of(), false)));
            }
        }
        return losses.isEmpty() ? List.of(chosen(view, slot, nearest(view, slot, List.of()), List.of())) : losses;
    }

    private static Answer.Choices with(Set<String> ticked, Option more) {
        Set<String> all = new LinkedHashSet<>(ticked);
        all.add(more.id());
        return new Answer.Choices(all);
    }

    private static Answer.Choices without(Set<String> ticked, Option less) {
        Set<String> left = new LinkedHashSet<>(ticked);
        left.remove(less.id());
        return new Answer.Choices(left);
    }

    /** The literals that give this question the answer nearest to the one given. */
    private List<Literal> nearest(FocusedAssessment view, Slot slot, List<Literal> before) {
        Question question = slot.question();
        if (question.type().isNumber()) {
            int now = view.given(slot.asked) instanceof Answer.Amount amount ? cellOf(slot, amount.value()) : -1;
            return IntStream.range(-1, slot.cuts.size())
                    .boxed()
                    .sorted(Comparator.<Integer>comparingInt(c -> Math.abs(c - now))
                            .thenComparing(c -> -c))
                    .map(c -> cell(slot, c))
                    .filter(c -> solver.possible(with(c, before)))
                    .findFirst()
                    .orElseThrow();
        }
        if (question.type() == Question.Type.CHOICE) {
            return question.optionIds().stream()
                    .map(o -> List.<Literal>of(option(slot, o)))
                    .filter(o -> solver.possible(with(o, before)))
                    .findFirst()
                    .orElseThrow();
        }
        return nearestList(view, slot, before);
    }

    /** Keeps what is ticked, then adds as little as possible, the first option that does. */
    private List<Literal> nearestList(FocusedAssessment view, Slot slot, List<Literal> before) {
        Set<String> now = view.given(slot.asked) instanceof Answer.Choices choices ? choices.options() : Set.of();
        List<String> ids = slot.question().optionIds();
        List<Literal> preferred = new ArrayList<>();
        if (now.isEmpty() && ids.contains(Question.NONE)) {
            preferred.add(option(slot, Question.NONE));
        }
        ids.stream().filter(now::contains).forEach(o -> preferred.add(option(slot, o)));
        for (int i = ids.size() - 1; i >= 0; i--) {
            if (!now.contains(ids.get(i)) && !ids.get(i).equals(Question.NONE)) {
                preferred.add(option(slot, ids.get(i)).negate());
            }
        }
        List<Literal> told = new ArrayList<>();
        for (Literal literal : preferred) {
            told.add(literal);
            if (!solver.possible(with(told, before))) {
                told.set(told.size() - 1, literal.negate());
            }
        }
        if (ids.contains(Question.NONE) && told.stream().allMatch(l -> !l.phase())) {
            told.add(option(slot, Question.NONE));
        }
        return told;
    }

    /** The answer given to the solver, and all others that would do with the rest unchanged. */
    private Chosen chosen(FocusedAssessment view, Slot slot, List<Literal> told, List<Literal> rest) {
        Question question = slot.question();
        if (question.type().isNumber()) {
            int low = cellTold(told);
            int high = low;
            while (low > -1 && solver.possible(with(cell(slot, low - 1), rest))) {
                low--;
            }
            while (high + 1 < slot.cuts.size() && solver.possible(with(cell(slot, high + 1), rest))) {
                high++;
            }
            return region(view, slot, low, high);
        }
        Set<String> ticked = new LinkedHashSet<>();
        question.optionIds().stream()
                .filter(o -> told.contains(option(slot, o)))
                .forEach(ticked::add);
        if (question.type() == Question.Type.CHOICE) {
            List<Option> options = question.options().stream()
                    .filter(o -> solver.possible(with(List.of(option(slot, o.id())), rest)))
                    .toList();
            return new Chosen(slot, new Answer.Choice(ticked.iterator().next()), new Values.OneOf(options));
        }
        Answer.Choices answer = new Answer.Choices(ticked);
        if (ticked.equals(Set.of(Question.NONE))) {
            return new Chosen(slot, answer, new Values.OneOf(List.of(question.option(Question.NONE))));
        }
        Set<String> now = view.given(slot.asked) instanceof Answer.Choices choices ? choices.options() : Set.of();
        List<Option> with = question.options().stream()
                .filter(o -> ticked.contains(o.id()) && !now.contains(o.id()))
                .toList();
        List<Option> without = question.options().stream()
                .filter(o -> now.contains(o.id()) && !ticked.contains(o.id()) && !o.id().equals(Question.NONE))
                .toList();
        if (with.size() == 1) {
            List<Option> any = question.options().stream()
                    .filter(o -> !now.contains(o.id()) && !o.id().equals(Question.NONE))
                    .filter(o -> solver.possible(with(listWith(slot, ticked, with.get(0), o), rest)))
                    .toList();
            return new Chosen(slot, answer, new Values.Ticks(any, without, true));
        }
        return new Chosen(slot, answer, new Values.Ticks(with, without, false));
    }

    private List<Literal> listWith(Slot slot, Set<String> ticked, Option instead, Option option) {
        return literals(slot, with(without(ticked, instead).options(), option));
    }

    // ------------------------------------------------------------------ numbers

    /** The cell of a number above the cut with this index in the slot; -1 is below all of them. */
    private List<Literal> cell(Slot slot, int cell) {
        List<Literal> literals = new ArrayList<>();
        literals.add(encoding.answered(slot.question(), slot.asked.place()));
        for (int i = 0; i < slot.cuts.size(); i++) {
            Variable above = encoding.above(slot.question(), slot.asked.place(), slot.cuts.get(i));
            literals.add(i <= cell ? above : above.negate());
        }
        return literals;
    }

    private static int cellTold(List<Literal> told) {
        return (int) told.stream().filter(Literal::phase).count() - 2;
    }

    private Cut cut(Slot slot, int cell) {
        return encoding.cuts().of(slot.question()).get(slot.cuts.get(cell));
    }

    private int cellOf(Slot slot, double number) {
        int cell = -1;
        while (cell + 1 < slot.cuts.size() && cut(slot, cell + 1).below(number)) {
            cell++;
        }
        return cell;
    }

    /** All numbers of some neighbouring cells. */
    private Chosen region(FocusedAssessment view, Slot slot, int lowCell, int highCell) {
        Question question = slot.question();
        boolean whole = question.type() == Question.Type.INTEGER;
        Cut low = lowCell < 0 ? null : cut(slot, lowCell);
        Cut high = highCell + 1 < slot.cuts.size() ? cut(slot, highCell + 1) : null;
        Double atLeast = low == null || low.open() ? null : (Double) low.at();
        Double moreThan = low == null || !low.open() ? null : (Double) low.at();
        Double atMost =
                high == null ? null : high.open() ? (Double) high.at() : whole ? (Double) (high.at() - 1) : null;
        Double lessThan = high == null || high.open() || whole ? null : (Double) high.at();
        double middle = ((low == null ? question.min() : low.at()) + (high == null ? question.max() : high.at())) / 2;
        boolean fromAbove = low == null
                || high != null && view.given(slot.asked) instanceof Answer.Amount given && high.below(given.value());
        Double near = !fromAbove ? atLeast : high == null ? question.min() : atMost;
        return new Chosen(
                slot,
                new Answer.Amount(near == null ? middle : near),
                new Values.Range(atLeast, moreThan, atMost, lessThan));
    }

    // ------------------------------------------------------------------ the changes found

    private static AnswerChange change(FocusedAssessment view, Chosen chosen) {
        Asked asked = chosen.slot.asked;
        Question question = asked.question();
        Kind kind = Kind.of(question);
        if (view.blank(asked)) {
            // An open question only has to be asked; one that is not asked yet becomes due when another answer changes.
            boolean notAskedYet = asked.place() == 0 && view.answers().due(question) == Truth.NOT_MET;
            kind = notAskedYet && kind != Kind.NEVER ? kind : Kind.MISSING;
        } else if (!question.changeable() || question.onlyMore() && less(view.given(asked), chosen.answer)) {
            kind = Kind.NEVER;
        }
        return new AnswerChange(question, view.pain(asked), view.given(asked), chosen.answer, chosen.values, kind);
    }

    private static boolean less(Answer from, Answer to) {
        if (from instanceof Answer.Amount before && to instanceof Answer.Amount after) {
            return after.value() < before.value();
        }
        return from instanceof Answer.Choices before
                && to instanceof Answer.Choices after
                && !after.options().containsAll(before.options())
                && !before.options().contains(Question.NONE);
    }

    // ------------------------------------------------------------------ why nothing helps

    /**
     * Why no change brings a candidate: rules against it that are always met, or else the indications and their impossible lines, or else
     * the rules against it of which one is met whenever an indication is.
     */
    List<Blocked> blockedBy(Conclusions run) {
        List<Blocked> blocked = new ArrayList<>();
        for (Verb verb : List.of(Verb.CONTRAINDICATE, Verb.HOLD)) {
            for (ClinicalRule rule : inForce(verb)) {
                if (run.truth(rule) != Truth.NOT_MET && !solver.possible(encoding.notMet(rule))) {
                    blocked.add(new Blocked(rule, null, List.of()));
                }
            }
        }
        if (blocked.isEmpty() && suggestions.stream().noneMatch(r -> solver.possible(encoding.met(r)))) {
            for (ClinicalRule rule : suggestions) {
                List<CounterfactualResult.Line> never = new ArrayList<>();
                for (painpathway.rules.Literal literal : rule.literals()) {
                    OfFinding line = (OfFinding) literal;
                    if (line.truth(run.findings().truth(line.finding())) != Truth.MET
                            && !solver.possible(holds(line))) {
                        never.add(new CounterfactualResult.Line(book.findings().get(line.finding()), !line.wanted()));
                    }
                }
                blocked.add(new Blocked(rule, null, List.copyOf(never)));
            }
            blocked.sort(Comparator.comparingInt(b -> b.lines().size()));
        }
        return List.copyOf(blocked.isEmpty() ? holdingWithEveryIndication() : blocked);
    }

    /** For each indication that could be met, the fewest rules against it of which one is always met too. */
    private List<Blocked> holdingWithEveryIndication() {
        List<ClinicalRule> against = with(inForce(Verb.CONTRAINDICATE), inForce(Verb.HOLD));
        List<Blocked> blocked = new ArrayList<>();
        for (ClinicalRule indication : suggestions) {
            if (!solver.possible(encoding.met(indication))) {
                continue;
            }
            List<ClinicalRule> enough = new ArrayList<>(against);
            for (ClinicalRule rule : against) {
                List<Formula> others = new ArrayList<>(List.of(encoding.met(indication)));
                enough.stream().filter(r -> r != rule).forEach(r -> others.add(encoding.notMet(r)));
                if (!solver.possible(others)) {
                    enough.remove(rule);
                }
            }
            enough.forEach(r -> blocked.add(new Blocked(r, indication, List.of())));
        }
        return blocked;
    }

    private static <T> List<T> with(Collection<? extends T> some, Collection<? extends T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static List<Literal> flat(Collection<List<Literal>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }
}
