package painpathway.logic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.logicng.datastructures.Assignment;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Literal;
import org.logicng.formulas.Variable;
import painpathway.advice.Verdict;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Obstacle;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;
import painpathway.logic.NumericPartition.Cut;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Derivation;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Question.Condition;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;
import painpathway.rules.Literal.Compare;
import painpathway.rules.Literal.Contains;
import painpathway.rules.Literal.OfFinding;
import painpathway.rules.Literal.OneOf;
import painpathway.rules.Literal.Operator;
import painpathway.rules.Literal.Test;
import painpathway.rules.Literal.Ticked;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;
import painpathway.rules.Verb;

/**
 * The rule book as formulas: every answer about one painful place is a variable, and due, criteria, patterns, rules, verdicts and urgency are
 * defined over them, each three-valued thing by two variables (certainly met, certainly not met). This third reading of the rules makes it
 * possible to prove laws over the whole space of answers.
 *
 * <p>Whether a patient's question is due can depend on other painful places too. These are part of the encoding, as far as branching looks at
 * them; their red flags are not: what is proved about flags and urgency is proved for one place.
 */
public final class RuleBookEncoding {

    /** How many further places are encoded: with the current place, as many as an assessment can have. */
    public static final int OTHER_PLACES = 2;

    private final FormulaFactory f;
    private final RuleBook book;
    private final Questionnaire questionnaire;
    private final String policy;
    private final NumericPartition cuts;
    private final String answersName;
    private final String name;
    private final Question renamed;
    private final Questionnaire beside;
    private final Map<Formula, Formula> defined;
    private final List<Formula> clauses = new ArrayList<>();
    private final Map<Variable, Formula> definitions = new HashMap<>();
    private final Map<Asked, List<Formula>> shapes = new LinkedHashMap<>();
    private final Map<Variable, Asked> parts = new HashMap<>();
    private final List<Map<Question, Formula>> due = new ArrayList<>();
    private final List<Map<Question, Formula>> notDue = new ArrayList<>();
    private final Formula[] met;
    private final Formula[] notMet;
    private final Formula[] ruleMet;
    private final Formula[] ruleNotMet;
    private final List<Map<Verdict, Formula>> underlying = new ArrayList<>();
    private final List<Formula> withheld = new ArrayList<>();
    private final Map<Urgency, Formula> urgency = new EnumMap<>(Urgency.class);
    private final Map<String, Map<Urgency, Formula>> flags = new LinkedHashMap<>();
    private final Map<String, Formula> obstacles = new LinkedHashMap<>();

    /**
     * Builds the formulas.
     *
     * @param cuts        of this book, or of several books whose answers are to be compared
     * @param answersName two encodings with the same name are about the same answers
     * @param name        keeps definitions made here apart from those of another encoding
     */
    public RuleBookEncoding(
            FormulaFactory f, RuleBook book, String policy, NumericPartition cuts, String answersName, String name) {
        this(f, book, policy, cuts, answersName, name, null, null, Map.of());
    }

    /**
     * The same answers as {@code like}, read by another book or under another policy; equal parts are defined once.
     * An option that only one of the books has is no answer to the other.
     */
    public static RuleBookEncoding sharing(RuleBookEncoding like, RuleBook book, String policy, String name) {
        return new RuleBookEncoding(
                like.f, book, policy, like.cuts, like.answersName, name, null, like.questionnaire, like.defined);
    }

    /**
     * A second patient who can differ in the answers to one question, for the current place only. Whatever does not depend on the question is
     * defined once for both, so a solver that has the clauses of this encoding has little to prove.
     */
    public RuleBookEncoding butFor(Question question) {
        return new RuleBookEncoding(
                f, book, policy, cuts, answersName, name + "but for " + question.id() + " ", question, null, defined);
    }

    private RuleBookEncoding(
            FormulaFactory f,
            RuleBook book,
            String policy,
            NumericPartition cuts,
            String answersName,
            String name,
            Question renamed,
            Questionnaire beside,
            Map<Formula, Formula> defined) {
        this.f = f;
        this.renamed = renamed;
        this.beside = beside;
        this.defined = new HashMap<>(defined);
        this.book = book;
        this.questionnaire = book.questionnaire();
        this.policy = policy;
        this.cuts = cuts;
        this.answersName = answersName;
        this.name = name;
        this.met = new Formula[book.findings().size()];
        this.notMet = new Formula[met.length];
        this.ruleMet = new Formula[book.rules().size()];
        this.ruleNotMet = new Formula[ruleMet.length];
        encodeAnswers();
        encodeFindings();
        encodeRules(Stage.ADVICE);
        encodeOutcome();
    }

    /** The clauses to give to a solver before asking it anything. */
    public List<Formula> clauses() {
        return clauses;
    }

    /** A question at one place: 0 is the current one, which also has the patient's own questions. */
    public record Asked(Question question, int place) {}

    /**
     * The part of the formulas that some of them depend on, for questions about those alone: the rest can always be filled in.
     *
     * @param clauses   the clauses to give to a solver
     * @param asked     the questions that can matter, in the order of the questionnaire, the current place first
     * @param variables every variable in them
     */
    public record Part(List<Formula> clauses, List<Asked> asked, Set<Variable> variables) {}

    /** The part of the formulas that these depend on. */
    public Part part(Formula... formulas) {
        List<Formula> needed = new ArrayList<>();
        Set<Variable> seen = new LinkedHashSet<>();
        Set<Asked> asked = new LinkedHashSet<>();
        Deque<Variable> open = new ArrayDeque<>();
        for (Formula formula : formulas) {
            open.addAll(formula.variables());
        }
        while (!open.isEmpty()) {
            Variable variable = open.pop();
            if (seen.add(variable)) {
                Formula definition = definitions.get(variable);
                if (definition != null) {
                    needed.add(f.equivalence(variable, definition));
                    open.addAll(definition.variables());
                } else if (parts.containsKey(variable)) {
                    asked.add(parts.get(variable));
                }
            }
        }
        List<Asked> inOrder = shapes.keySet().stream()
                .filter(asked::contains)
                .sorted(Comparator.comparingInt(Asked::place))
                .toList();
        inOrder.forEach(a -> needed.addAll(shapes.get(a)));
        return new Part(needed, inOrder, seen);
    }

    /** The rules behind the formulas. */
    public RuleBook book() {
        return book;
    }

    /** Where its numbers are cut. */
    public NumericPartition cuts() {
        return cuts;
    }

    /** The policy under which they are read. */
    public String policy() {
        return policy;
    }

    // ------------------------------------------------------------------ questions to ask

    /** Whether a rule is met. */
    public Formula met(ClinicalRule rule) {
        return ruleMet[rule.index()];
    }

    /** Whether a rule is certainly not met. */
    public Formula notMet(ClinicalRule rule) {
        return ruleNotMet[rule.index()];
    }

    /** Whether a finding is certainly met. */
    public Formula met(Finding finding) {
        return met[finding.index()];
    }

    /** Whether a finding is certainly not met; neither of the two where it is unknown. */
    public Formula notMet(Finding finding) {
        return notMet[finding.index()];
    }

    /** Whether this is the verdict without flags, obstacles and blank safety questions. Never call it with WITHHELD. */
    public Formula underlying(Intervention intervention, Verdict verdict) {
        return underlying.get(intervention.index()).get(verdict);
    }

    /** Whether this is the verdict of the advice for one place. */
    public Formula verdict(Intervention intervention, Verdict verdict) {
        Formula kept = withheld.get(intervention.index());
        return verdict == Verdict.WITHHELD ? kept : f.and(f.not(kept), underlying(intervention, verdict));
    }

    /** Whether this is the urgency of the advice for one place. */
    public Formula urgency(Urgency which) {
        return urgency.get(which);
    }

    /** Whether a red flag is raised with this as its highest urgency. */
    public Formula flag(RedFlag flag, Urgency at) {
        return flags.get(flag.id()).getOrDefault(at, f.falsum());
    }

    /** Whether an obstacle is met, also because of a blank safety question. */
    public Formula obstacle(Obstacle obstacle) {
        return obstacles.get(obstacle.id());
    }

    /** Whether a red flag is raised at any urgency. */
    public Formula raised(RedFlag flag) {
        return f.or(flags.get(flag.id()).values());
    }

    /** Whether any rule with this verb and argument (check, note, stance) is met for an intervention. */
    public Formula any(Intervention intervention, Verb verb, String argument) {
        return f.or(inForce(book.rulesFor(intervention.index(), verb)).stream()
                .filter(r -> argument == null || argument.equals(r.argument()))
                .map(this::met)
                .toList());
    }

    /** Whether the question is certainly due. */
    public Formula due(Question question) {
        return due.get(0).get(question);
    }

    /** Whether the question is certainly due and has a real answer (not one that a blank counts as) that passes. */
    public Formula given(Test test) {
        return f.and(due(test.question()), answered(test.question()), passes(test));
    }

    /** Whether the question, or every input of a derived number, has an answer for the current place. */
    public Formula answered(Question question) {
        return f.and(questionnaire.asksFor(question).stream()
                .map(q -> answered(q, 0))
                .toList());
    }

    /** Whether the question is certainly not due. */
    public Formula notDue(Question question) {
        return notDue.get(0).get(question);
    }

    // ------------------------------------------------------------------ the answers

    /** Whether a question has an answer, due or not. {@code place} 0 is the current one; patient questions are at place 0. */
    public Variable answered(Question question, int place) {
        return variable(question, place, otherOptions(question).isEmpty() ? "?" : "?" + name);
    }

    /** The options of a question in the book that shares its answers, if they differ from those here; else none. */
    private List<String> otherOptions(Question question) {
        Question other = beside == null ? null : beside.question(question.id());
        return other == null || Set.copyOf(other.optionIds()).equals(Set.copyOf(question.optionIds()))
                ? List.of()
                : other.optionIds();
    }

    /** Whether this option is chosen or ticked. */
    public Variable option(Question question, int place, String option) {
        return variable(question, place, "=" + option);
    }

    /** Whether the number is above the cut with this index in {@link NumericPartition#of}. */
    public Variable above(Question question, int place, int cut) {
        return variable(question, place, ">" + cut);
    }

    private Variable variable(Question question, int place, String what) {
        String who = question.equals(renamed) && (place == 0 || !question.perPain()) ? name : answersName;
        return f.variable(who + (question.perPain() ? place : 0) + ":" + question.id() + what);
    }

    /** The variables that an answer to this question consists of. */
    public List<Variable> variables(Question question, int place) {
        List<Variable> all = new ArrayList<>();
        all.add(answered(question, place));
        question.optionIds().forEach(o -> all.add(option(question, place, o)));
        for (int i = 0; question.type().isNumber() && i < cuts.of(question).size(); i++) {
            all.add(above(question, place, i));
        }
        return all;
    }

    /** The values that an answer gives to these variables; with {@code null} or "not known" the question is open and all are false. */
    public List<Literal> literals(Question question, int place, Answer answer) {
        List<Literal> literals = new ArrayList<>();
        boolean blank = answer == null || answer instanceof Answer.NotKnown;
        literals.add(literal(answered(question, place), !blank));
        for (String option : question.optionIds()) {
            boolean ticked =
                    answer instanceof Answer.Choice choice && choice.option().equals(option)
                            || answer instanceof Answer.Choices choices
                                    && choices.options().contains(option);
            literals.add(literal(option(question, place, option), ticked));
        }
        if (question.type().isNumber()) {
            List<Cut> all = cuts.of(question);
            for (int i = 0; i < all.size(); i++) {
                boolean above =
                        answer instanceof Answer.Amount amount && all.get(i).below(amount.value());
                literals.add(literal(above(question, place, i), above));
            }
        }
        return literals;
    }

    private static Literal literal(Variable variable, boolean holds) {
        return holds ? variable : variable.negate();
    }

    /** The answer that a model gives to a question; null if it is blank. A number stands for its whole cell. */
    public Answer answer(Question question, int place, Assignment model) {
        if (!model.evaluateLit(answered(question, place))) {
            return null;
        }
        if (question.type().isNumber()) {
            int cell = -1;
            for (int i = 0; i < cuts.of(question).size(); i++) {
                cell = model.evaluateLit(above(question, place, i)) ? i : cell;
            }
            return new Answer.Amount(cuts.representative(question, cell));
        }
        Set<String> ticked = new LinkedHashSet<>();
        question.optionIds().stream()
                .filter(o -> model.evaluateLit(option(question, place, o)))
                .forEach(ticked::add);
        return question.type() == Question.Type.CHOICES
                ? new Answer.Choices(ticked)
                : new Answer.Choice(ticked.iterator().next());
    }

    /** How many answers to a question the rules can tell apart, including blank. */
    public double cells(Question question) {
        return switch (question.type()) {
            case CHOICE -> question.options().size() + 1;
            case CHOICES -> {
                int free = question.options().size() - (question.option(Question.NONE) == null ? 0 : 1);
                yield Math.pow(2, free) - 1 + (question.option(Question.NONE) == null ? 0 : 1) + 1;
            }
            default -> cuts.of(question).size() + 2;
        };
    }

    /** The questions of other places that branching looks at; nothing else about them matters here. */
    public Set<Question> seenElsewhere() {
        Set<Question> seen = new LinkedHashSet<>();
        for (Question question : questionnaire.asked()) {
            if (!question.perPain()) {
                question.askedWhen().forEach(c -> withParents(questionnaire.question(c.question()), seen));
            }
        }
        return seen;
    }

    private void withParents(Question question, Set<Question> seen) {
        if (question.perPain() && seen.add(question)) {
            question.askedWhen().forEach(c -> withParents(questionnaire.question(c.question()), seen));
        }
    }

    /** Whether there is a further place, 1 or 2. */
    public Variable exists(int place) {
        return f.variable(answersName + "place" + place);
    }

    private void encodeAnswers() {
        Set<Question> elsewhere = seenElsewhere();
        for (Question question : questionnaire.asked()) {
            shape(question, 0);
            for (int place = 1; place <= OTHER_PLACES && elsewhere.contains(question); place++) {
                shape(question, place);
            }
        }
        for (int place = 0; place <= OTHER_PLACES; place++) {
            due.add(new HashMap<>());
            notDue.add(new HashMap<>());
        }
        for (Question question : questionnaire.asked()) {
            encodeDue(question, 0);
            for (int place = 1; place <= OTHER_PLACES && elsewhere.contains(question); place++) {
                encodeDue(question, place);
            }
        }
        for (Question question : questionnaire.questions()) {
            if (question.derived()) {
                List<Question> inputs = question.derivation().inputs().stream()
                        .map(questionnaire::question)
                        .toList();
                due.get(0)
                        .put(
                                question,
                                f.and(inputs.stream().map(due.get(0)::get).toList()));
                notDue.get(0)
                        .put(
                                question,
                                f.or(inputs.stream().map(notDue.get(0)::get).toList()));
            }
        }
    }

    /** The conditions that make a combination of variables an answer. */
    private void shape(Question question, int place) {
        Asked asked = new Asked(question, place);
        variables(question, place).forEach(v -> parts.put(v, asked));
        int before = clauses.size();
        addShape(question, place);
        shapes.put(asked, List.copyOf(clauses.subList(before, clauses.size())));
    }

    private void addShape(Question question, int place) {
        Variable answered = answered(question, place);
        if (question.type().isNumber()) {
            int size = cuts.of(question).size();
            for (int i = 0; i < size; i++) {
                clauses.add(
                        f.implication(above(question, place, i), i == 0 ? answered : above(question, place, i - 1)));
            }
            return;
        }
        List<Variable> options = question.optionIds().stream()
                .map(o -> option(question, place, o))
                .toList();
        clauses.add(f.equivalence(answered, f.or(options)));
        if (question.type() == Question.Type.CHOICE) {
            List<Variable> all = Stream.concat(question.optionIds().stream(), otherOptions(question).stream())
                    .distinct()
                    .map(o -> option(question, place, o))
                    .toList();
            clauses.add(f.amo(all));
        } else if (question.option(Question.NONE) != null) {
            Variable none = option(question, place, Question.NONE);
            options.stream().filter(o -> !o.equals(none)).forEach(o -> clauses.add(f.or(none.negate(), o.negate())));
        }
    }

    private void encodeDue(Question question, int place) {
        List<Formula> all = new ArrayList<>();
        List<Formula> none = new ArrayList<>();
        for (Condition condition : question.askedWhen()) {
            Question parent = questionnaire.question(condition.question());
            List<Integer> places = question.perPain() || !parent.perPain() ? List.of(place) : List.of(0, 1, 2);
            List<Formula> holds = new ArrayList<>();
            List<Formula> fails = new ArrayList<>();
            for (int at : places) {
                Formula there = at == 0 || question.perPain() ? f.verum() : exists(at);
                Formula matches = matches(parent, at, condition);
                Formula parentDue = due.get(at).getOrDefault(parent, due.get(0).get(parent));
                Formula parentNotDue =
                        notDue.get(at).getOrDefault(parent, notDue.get(0).get(parent));
                holds.add(f.and(there, parentDue, answered(parent, at), matches));
                fails.add(f.or(f.not(there), parentNotDue, f.and(parentDue, answered(parent, at), f.not(matches))));
            }
            all.add(f.or(holds));
            none.add(f.and(fails));
        }
        due.get(place).put(question, define("due" + place + " " + question.id(), f.and(all)));
        notDue.get(place).put(question, define("not due" + place + " " + question.id(), f.or(none)));
    }

    private Formula matches(Question parent, int place, Condition condition) {
        if (!condition.anyOf().isEmpty()) {
            return f.or(condition.anyOf().stream()
                    .map(o -> option(parent, place, o))
                    .toList());
        }
        Formula low = condition.atLeast() == null
                ? f.verum()
                : above(parent, place, NumericPartition.cut(parent, Operator.AT_LEAST, condition.atLeast()));
        Formula high = condition.atMost() == null
                ? f.verum()
                : f.not(above(parent, place, NumericPartition.cut(parent, Operator.AT_MOST, condition.atMost())));
        return f.and(low, high);
    }

    /** Whether a number is above a cut, which can be outside its range. */
    private Formula above(Question question, int place, Cut cut) {
        if (cut.below(question.min())) {
            return f.verum();
        }
        if (!cut.below(question.max())) {
            return f.falsum();
        }
        return above(question, place, cuts.of(question).indexOf(cut));
    }

    // ------------------------------------------------------------------ the value in use: what was answered, or what a
    // blank counts as;
    // a copy has no variables of its own, it is another formula over those of the question that it copies

    private Formula known(Question question) {
        if (question.derived() && !question.copy()) {
            return f.and(question.derivation().inputs().stream()
                    .map(q -> known(questionnaire.question(q)))
                    .toList());
        }
        return question.unknownAs() != null ? f.verum() : answered(question, 0);
    }

    private Formula inUse(Question question, Formula given, Predicate<Answer> ofBlank) {
        boolean blank = question.unknownAs() != null && ofBlank.test(question.unknownAs());
        return blank ? f.or(given, f.not(answered(questionnaire.original(question), 0))) : given;
    }

    private Formula optionInUse(Question question, String option) {
        return inUse(
                question,
                option(questionnaire.original(question), 0, option),
                a -> a instanceof Answer.Choice c && c.option().equals(option)
                        || a instanceof Answer.Choices several
                                && several.options().contains(option));
    }

    private Formula aboveInUse(Question question, Cut cut) {
        Question original = questionnaire.original(question);
        return inUse(
                question,
                f.and(answered(original, 0), above(original, 0, cut)),
                a -> a instanceof Answer.Amount n && cut.below(n.value()));
    }

    private Formula passes(Test test) {
        Question question = test.question();
        if (test instanceof Compare compare) {
            return compare(compare);
        }
        if (test instanceof OneOf oneOf) {
            return f.or(
                    oneOf.options().stream().map(o -> optionInUse(question, o)).toList());
        }
        if (test instanceof Contains contains) {
            return optionInUse(question, contains.option());
        }
        Ticked ticked = (Ticked) test;
        return atLeast(
                question.optionIds().stream()
                        .filter(o -> !o.equals(Question.NONE))
                        .map(o -> optionInUse(question, o))
                        .toList(),
                ticked.value());
    }

    private Formula compare(Compare compare) {
        Question question = compare.question();
        boolean above = compare.operator() == Operator.AT_LEAST || compare.operator() == Operator.MORE;
        if (!question.derived() || question.copy()) {
            Formula over = aboveInUse(question, NumericPartition.cut(question, compare.operator(), compare.value()));
            return above ? over : f.not(over);
        }
        if (question.derivation() instanceof Derivation.CountOf count) {
            List<Formula> counted = new ArrayList<>();
            count.options().forEach((id, options) -> {
                Question input = questionnaire.question(id);
                List<Formula> each =
                        options.stream().map(o -> optionInUse(input, o)).toList();
                counted.addAll(input.type() == Question.Type.CHOICE ? List.of(f.or(each)) : each);
            });
            int least = (int)
                    (compare.operator() == Operator.AT_LEAST || compare.operator() == Operator.LESS
                            ? Math.ceil(compare.value())
                            : Math.floor(compare.value()) + 1);
            Formula enough = atLeast(counted, least);
            return above ? enough : f.not(enough);
        }
        List<Formula> rows = new ArrayList<>();
        for (NumericPartition.Row row : NumericPartition.table(book, compare)) {
            List<Formula> parts = new ArrayList<>();
            for (int i = 0; i < row.inputs().size(); i++) {
                Question input = row.inputs().get(i);
                parts.add(aboveInUse(input, new Cut(row.values()[i], false)));
                parts.add(f.not(aboveInUse(input, new Cut(row.values()[i] + 1, false))));
            }
            Formula last = aboveInUse(row.lastQuestion(), row.last());
            parts.add(row.above() ? last : f.not(last));
            rows.add(f.and(parts));
        }
        return f.or(rows);
    }

    private Formula atLeast(List<Formula> of, int least) {
        // Shannon's expansion; the factory shares equal parts, so this stays small.
        if (least <= 0) {
            return f.verum();
        }
        if (least > of.size()) {
            return f.falsum();
        }
        List<Formula> rest = of.subList(1, of.size());
        return f.or(f.and(of.get(0), atLeast(rest, least - 1)), atLeast(rest, least));
    }

    // ------------------------------------------------------------------ findings, rules, outcome

    private void encodeFindings() {
        encodeRules(Stage.CRITERIA);
        completeFindings(Stage.CRITERIA);
        encodeRules(Stage.PATTERNS);
        completeFindings(Stage.PATTERNS);
    }

    private void completeFindings(Stage stage) {
        for (Finding finding : book.findings()) {
            if (finding.stage() == stage) {
                List<ClinicalRule> rules = book.rulesOf(finding, policy);
                met[finding.index()] = define(
                        "met " + finding.id(),
                        f.or(rules.stream().map(this::met).toList()));
                notMet[finding.index()] = define(
                        "not met " + finding.id(),
                        f.and(rules.stream().map(this::notMet).toList()));
            }
        }
    }

    private void encodeRules(Stage stage) {
        for (ClinicalRule rule : book.rules()) {
            if (rule.stage() != stage) {
                continue;
            }
            if (!rule.inForce(policy)) {
                ruleMet[rule.index()] = f.falsum();
                ruleNotMet[rule.index()] = f.verum();
                continue;
            }
            List<Formula> hold = new ArrayList<>();
            List<Formula> fail = new ArrayList<>();
            for (painpathway.rules.Literal literal : rule.literals()) {
                if (literal instanceof OfFinding of) {
                    hold.add(of.wanted() ? met[of.finding()] : notMet[of.finding()]);
                    fail.add(of.wanted() ? notMet[of.finding()] : met[of.finding()]);
                } else {
                    Test test = (Test) literal;
                    Formula passes = passes(test);
                    Formula counts = f.and(due(test.question()), known(test.question()));
                    hold.add(f.and(counts, passes));
                    fail.add(f.or(notDue(test.question()), f.and(counts, f.not(passes))));
                }
            }
            ruleMet[rule.index()] = define("fires " + rule.index(), f.and(hold));
            ruleNotMet[rule.index()] = define("fails " + rule.index(), f.or(fail));
        }
    }

    private List<ClinicalRule> inForce(List<ClinicalRule> rules) {
        return rules.stream().filter(r -> r.inForce(policy)).toList();
    }

    private void encodeOutcome() {
        Catalogue catalogue = book.catalogue();
        Formula blankSafety = define(
                "blank safety",
                f.or(questionnaire.asked().stream()
                        .filter(Question::safety)
                        .map(q -> f.and(due(q), f.not(answered(q, 0))))
                        .toList()));
        for (RedFlag flag : catalogue.redFlags()) {
            Map<Urgency, Formula> at = new EnumMap<>(Urgency.class);
            Formula higher = f.falsum();
            for (Urgency level : List.of(Urgency.EMERGENCY, Urgency.URGENT, Urgency.ROUTINE)) {
                Formula raised = f.or(inForce(book.rulesAbout(Verb.RED_FLAG, flag.id())).stream()
                        .filter(r -> r.argument().equals(level.word()))
                        .map(this::met)
                        .toList());
                at.put(level, define("flag " + flag.id() + " " + level.word(), f.and(f.not(higher), raised)));
                higher = f.or(higher, raised);
            }
            flags.put(flag.id(), at);
        }
        for (Obstacle obstacle : catalogue.obstacles()) {
            Formula raised = f.or(inForce(book.rulesAbout(Verb.OBSTACLE, obstacle.id())).stream()
                    .map(this::met)
                    .toList());
            obstacles.put(
                    obstacle.id(),
                    define(
                            "obstacle " + obstacle.id(),
                            obstacle == catalogue.blankSafetyQuestion() ? f.or(raised, blankSafety) : raised));
        }
        for (Intervention intervention : catalogue.interventions()) {
            encodeVerdict(intervention);
            withheld.add(define("withheld " + intervention.id(), withheld(catalogue, intervention)));
        }
        encodeUrgency(catalogue);
    }

    private void encodeVerdict(Intervention intervention) {
        int i = intervention.index();
        Formula ruledOut = any(intervention, Verb.CONTRAINDICATE, null);
        Formula notRuledOut = none(i, Verb.CONTRAINDICATE);
        Formula indicated = any(intervention, Verb.SUGGEST, null);
        Formula notIndicated = none(i, Verb.SUGGEST);
        Formula held = any(intervention, Verb.HOLD, null);
        Formula notHeld = none(i, Verb.HOLD);
        Formula notContra = f.not(ruledOut);
        Map<Verdict, Formula> of = new EnumMap<>(Verdict.class);
        of.put(Verdict.CONTRAINDICATED, ruledOut);
        of.put(Verdict.NOT_INDICATED, f.and(notContra, notIndicated));
        of.put(Verdict.NEEDS_INFORMATION, f.and(notContra, f.not(indicated), f.not(notIndicated)));
        of.put(
                Verdict.PROVISIONAL,
                f.and(notContra, indicated, f.or(f.not(notRuledOut), f.and(f.not(held), f.not(notHeld)))));
        of.put(Verdict.CONDITIONAL, f.and(notRuledOut, indicated, held));
        of.put(Verdict.CANDIDATE, f.and(notRuledOut, indicated, notHeld));
        of.replaceAll((verdict, formula) -> define(verdict.word() + " " + intervention.id(), formula));
        underlying.add(of);
    }

    private Formula none(int intervention, Verb verb) {
        return f.and(inForce(book.rulesFor(intervention, verb)).stream()
                .map(this::notMet)
                .toList());
    }

    private Formula withheld(Catalogue catalogue, Intervention intervention) {
        List<Formula> by = new ArrayList<>();
        for (RedFlag flag : catalogue.redFlags()) {
            Map<Urgency, Formula> at = flags.get(flag.id());
            if (catalogue.emergencyWithholds().contains(intervention.index())) {
                by.add(at.get(Urgency.EMERGENCY));
            }
            if (flag.withholds().contains(intervention.index())) {
                Formula allowed = f.or(inForce(book.rulesAbout(Verb.ALLOW, flag.id())).stream()
                        .filter(r -> r.argument().equals(intervention.id()))
                        .map(this::met)
                        .toList());
                by.add(f.and(raised(flag), f.not(allowed)));
            }
        }
        for (Obstacle obstacle : catalogue.obstacles()) {
            if (obstacle.withholds().contains(intervention.index())) {
                by.add(obstacle(obstacle));
            }
        }
        return f.or(by);
    }

    private void encodeUrgency(Catalogue catalogue) {
        Map<Urgency, Formula> raised = new EnumMap<>(Urgency.class);
        for (Urgency level : List.of(Urgency.EMERGENCY, Urgency.URGENT, Urgency.ROUTINE)) {
            raised.put(
                    level, f.or(flags.values().stream().map(m -> m.get(level)).toList()));
        }
        List<Intervention> procedures = catalogue.interventions().stream()
                .filter(Intervention::procedure)
                .toList();
        Formula suggested = f.or(procedures.stream()
                .map(p -> f.or(underlying(p, Verdict.CANDIDATE), underlying(p, Verdict.CONDITIONAL)))
                .toList());
        Formula open = f.or(procedures.stream()
                .map(p -> f.or(verdict(p, Verdict.NEEDS_INFORMATION), verdict(p, Verdict.PROVISIONAL)))
                .toList());
        Formula insufficient = f.or(f.or(obstacles.values()), f.and(open, f.not(suggested)));
        Formula emergency = raised.get(Urgency.EMERGENCY);
        Formula urgent = f.and(f.not(emergency), raised.get(Urgency.URGENT));
        Formula flagged = f.or(emergency, raised.get(Urgency.URGENT));
        urgency.put(Urgency.EMERGENCY, emergency);
        urgency.put(Urgency.URGENT, urgent);
        urgency.put(Urgency.INSUFFICIENT_INFORMATION, f.and(f.not(flagged), insufficient));
        Formula routine = f.or(raised.get(Urgency.ROUTINE), suggested);
        urgency.put(Urgency.ROUTINE, f.and(f.not(flagged), f.not(insufficient), routine));
        urgency.put(Urgency.CONSERVATIVE_FIRST, f.and(f.not(flagged), f.not(insufficient), f.not(routine)));
        urgency.replaceAll((level, formula) -> define("urgency " + level.word(), formula));
    }

    /** Names a formula, so that the solver gets it only once, even if several encodings share it. */
    private Formula define(String what, Formula formula) {
        if (formula.isConstantFormula() || formula.isAtomicFormula()) {
            return formula;
        }
        return defined.computeIfAbsent(formula, k -> {
            Variable variable = f.variable(name + what);
            definitions.put(variable, k);
            clauses.add(f.equivalence(variable, k));
            return variable;
        });
    }
}
