package painpathway.nextquestion;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import painpathway.questionnaire.Condition;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;
import painpathway.rules.Literal;
import painpathway.rules.Literal.OfFinding;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;

/**
 * The rules of one policy as a graph from the questions to the advice: questions decide tests of answers, tests decide criteria,
 * and criteria and patterns are findings that later rules read. It can be followed in both directions.
 *
 * <p>Choosing one question goes through tests, lines and alternatives thousands of times, so those are arrays. Nobody changes them.
 */
final class RuleGraph {

    /**
     * Rules of which one is enough to meet a finding, or to bring about a part of the advice.
     *
     * @param index its position among all of them
     */
    record AnyOf(int index, ClinicalRule[] rules) {}

    /**
     * One line of a pattern or of an advice rule: a finding that has to be met or, if not {@code wanted}, ruled out.
     *
     * @param deciding the rules of the finding
     */
    record Line(Finding finding, AnyOf deciding, boolean wanted) {

        /** What the line can become if the finding can become this. */
        TruthSet ofFinding(TruthSet finding) {
            return wanted ? finding : finding.not();
        }

        /** What the finding has to become for the line to become this. */
        TruthSet toFinding(TruthSet line) {
            return wanted ? line : line.not();
        }
    }

    /** A rule that has this line. */
    record Reader(ClinicalRule rule, Line line) {}

    /** One condition for asking a question, with the question that decides it. */
    record AskedWhen(Question parent, Condition condition) {}

    private final RuleBook book;
    private final String policy;
    private final AdviceRules advice;
    private final List<ClinicalRule> adviceRules;
    private final List<Question> safety;
    private final List<Question> always;
    private final TopicOrder order;
    private final List<AnswerTest> tests = new ArrayList<>();
    private final List<AnyOf> anyOf = new ArrayList<>();
    private final Map<List<Integer>, AnyOf> anyOfByRules = new HashMap<>();

    // By the index of the rule, the alternatives, the finding or the question that each method asks for.
    private final AnswerTest[][] testsOf;
    private final Line[][] linesOf;
    private final @Nullable Finding[] findingOf;
    private final BitSet[] partsOf;
    private final List<AnyOf> rulesOf = new ArrayList<>();
    private final List<List<Reader>> readers;
    private final AnswerTest[][] testsOn;
    private final List<List<AskedWhen>> askedWhen;
    private final List<List<Question>> dependents;

    RuleGraph(RuleBook book, String policy) {
        this.book = book;
        this.policy = policy;
        this.adviceRules = rules(Stage.ADVICE);
        this.safety = questions().stream().filter(Question::safety).toList();
        this.order = new TopicOrder(book.questionnaire());
        this.always =
                questions().stream().filter(q -> q.safety() || order.always(q)).toList();
        this.testsOf = new AnswerTest[book.rules().size()][0];
        this.linesOf = new Line[book.rules().size()][0];
        this.findingOf = new Finding[book.rules().size()];
        this.readers = emptyLists(book.findings().size());
        for (Finding finding : book.findings()) {
            rulesOf.add(anyOf(book.rulesOf(finding, policy)));
            for (ClinicalRule rule : rulesOf(finding).rules()) {
                findingOf[rule.index()] = finding;
            }
        }
        rules(Stage.CRITERIA).forEach(this::addTests);
        this.testsOn = questions().stream().map(this::findTestsOn).toArray(AnswerTest[][]::new);
        rules(Stage.PATTERNS).forEach(this::addLines);
        adviceRules.forEach(this::addLines);
        this.askedWhen = questions().stream().map(this::conditions).toList();
        this.dependents = findDependents();
        this.advice = new AdviceRules(book, policy, this::anyOf);
        this.partsOf = Stream.generate(BitSet::new).limit(book.rules().size()).toArray(BitSet[]::new);
        for (AnyOf part : anyOf) {
            for (ClinicalRule rule : part.rules()) {
                partsOf[rule.index()].set(part.index());
            }
        }
    }

    /** The same alternatives are kept once, because many interventions share them. */
    private AnyOf anyOf(List<ClinicalRule> rules) {
        List<Integer> indexes = rules.stream().map(ClinicalRule::index).toList();
        return anyOfByRules.computeIfAbsent(indexes, i -> {
            AnyOf added = new AnyOf(anyOf.size(), rules.toArray(ClinicalRule[]::new));
            anyOf.add(added);
            return added;
        });
    }

    private List<ClinicalRule> rules(Stage stage) {
        return book.rules().stream()
                .filter(r -> r.stage() == stage && r.inForce(policy))
                .toList();
    }

    private void addTests(ClinicalRule criterion) {
        int before = tests.size();
        for (Literal literal : criterion.literals()) {
            Literal.Test test = (Literal.Test) literal;
            Set<Question> inputs = book.questionnaire().asksFor(test.question());
            tests.add(new AnswerTest(tests.size(), criterion, test, List.copyOf(inputs)));
        }
        testsOf[criterion.index()] = tests.subList(before, tests.size()).toArray(AnswerTest[]::new);
    }

    private AnswerTest[] findTestsOn(Question question) {
        return tests.stream().filter(t -> t.inputs().contains(question)).toArray(AnswerTest[]::new);
    }

    private void addLines(ClinicalRule rule) {
        List<Line> lines = new ArrayList<>();
        for (Literal literal : rule.literals()) {
            OfFinding of = (OfFinding) literal;
            Finding finding = book.findings().get(of.finding());
            Line line = new Line(finding, rulesOf(finding), of.wanted());
            lines.add(line);
            readers.get(of.finding()).add(new Reader(rule, line));
        }
        linesOf[rule.index()] = lines.toArray(Line[]::new);
    }

    private List<AskedWhen> conditions(Question question) {
        Questionnaire questionnaire = book.questionnaire();
        return question.askedWhen().stream()
                .map(c -> new AskedWhen(Objects.requireNonNull(questionnaire.question(c.question())), c))
                .toList();
    }

    private List<List<Question>> findDependents() {
        List<List<Question>> found = emptyLists(questions().size());
        for (Question question : questions()) {
            for (AskedWhen condition : askedWhen(question)) {
                // Conditions never point forwards, so a parent is among the dependents of its own parents by now.
                for (Question ancestor : questions()) {
                    List<Question> known = found.get(ancestor.index());
                    boolean decides = ancestor.equals(condition.parent) || known.contains(condition.parent);
                    if (decides && !known.contains(question)) {
                        known.add(question);
                    }
                }
            }
        }
        return found;
    }

    private static <T> List<List<T>> emptyLists(int size) {
        return Stream.generate(() -> (List<T>) new ArrayList<T>()).limit(size).toList();
    }

    RuleBook book() {
        return book;
    }

    /** The advice rules, arranged by what they say. */
    AdviceRules advice() {
        return advice;
    }

    /** The questions that are asked. */
    List<Question> questions() {
        return book.questionnaire().asked();
    }

    List<Question> safetyQuestions() {
        return safety;
    }

    /** The questions that are asked whatever hangs on them: those of safety, and what is always recorded. */
    List<Question> alwaysAsked() {
        return always;
    }

    /** In which order questions are asked one by one. */
    TopicOrder order() {
        return order;
    }

    /** The rules that decide no finding but the advice. */
    List<ClinicalRule> adviceRules() {
        return adviceRules;
    }

    /** All tests of answers. */
    List<AnswerTest> tests() {
        return tests;
    }

    /** All findings, criteria first. */
    List<Finding> findings() {
        return book.findings();
    }

    /** The tests that a criterion consists of; none for other rules. */
    AnswerTest[] tests(ClinicalRule rule) {
        return testsOf[rule.index()];
    }

    /** The lines that a pattern or an advice rule consists of; none for criteria. */
    Line[] lines(ClinicalRule rule) {
        return linesOf[rule.index()];
    }

    /** The finding that a rule decides; null for advice. */
    @Nullable
    Finding finding(ClinicalRule rule) {
        return findingOf[rule.index()];
    }

    /** The rules of a finding, any of which is enough for it. */
    AnyOf rulesOf(Finding finding) {
        return rulesOf.get(finding.index());
    }

    /** The rules that have a line about a finding. */
    List<Reader> readers(Finding finding) {
        return readers.get(finding.index());
    }

    /** By their indexes, all alternatives that a rule is one of. */
    BitSet partsOf(ClinicalRule rule) {
        return partsOf[rule.index()];
    }

    /** All alternatives, those of findings first. */
    List<AnyOf> anyOf() {
        return anyOf;
    }

    /** The tests that depend on a question, directly or through a calculated number. */
    AnswerTest[] testsOn(Question question) {
        return testsOn[question.index()];
    }

    /** The conditions under which a question is asked. */
    List<AskedWhen> askedWhen(Question question) {
        return askedWhen.get(question.index());
    }

    /** The questions that may be asked or not because of this one, directly or through others in between. */
    List<Question> dependents(Question question) {
        return dependents.get(question.index());
    }
}
