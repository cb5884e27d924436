package painpathway.nextquestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Note;
import painpathway.knowledge.Obstacle;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Question.Condition;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;
import painpathway.rules.Literal;
import painpathway.rules.Literal.OfFinding;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;
import painpathway.rules.Verb;

/**
 * The rules of one policy in flat arrays, because an intake goes through all of them many times: every test of an answer has a number,
 * a line about a finding is twice the finding's index, plus one if the finding has to be ruled out.
 */
final class RuleGraph {

    /** One test of one question by one rule. */
    record Check(Literal.Test test, Question question, boolean canPass, boolean canFail) {}

    final RuleBook book;
    final String policy;
    final Questionnaire questionnaire;
    final List<Question> asked;
    final Check[] checks;
    /** The rules of the policy, in the order of the stages. */
    final ClinicalRule[] criteria;

    final ClinicalRule[] patterns;
    final ClinicalRule[] advice;
    /** By rule: its checks, or its lines. */
    final int[][] parts;
    /** By finding: its rules under the policy. */
    final int[][] rulesOf;
    /** By rule: the finding it decides; -1 for advice. */
    final int[] findingOf;
    /** By finding: the rules that have a line about it. */
    final int[][] readers;
    /** By question: the checks that it can decide, through a derived number too. */
    final int[][] checksOf;
    /** By question: the questions that it can make due or not, directly or through others. */
    final int[][] children;
    /** By check: the index of its rule. */
    final int[] ruleOf;
    /** By check: the asked questions that it depends on. */
    final Question[][] inputs;

    final List<Question> safety;
    final List<Intervention> interventions;
    final List<RedFlag> flags;
    /** By flag and urgency: the rules that raise the flag at that urgency. */
    final int[][][] flagRules;

    private final Map<Verb, int[][]> byIntervention = new EnumMap<>(Verb.class);
    private final Map<Verb, int[][][]> byArgument = new EnumMap<>(Verb.class);
    private final int[][][] allows;
    final List<Obstacle> obstacles;
    /** By obstacle: the rules that raise it. */
    final int[][] obstacleRules;
    /** By flag, by obstacle: the interventions that it withholds; then those that an emergency withholds. */
    final int[][] flagWithholds;

    final int[][] obstacleWithholds;
    final boolean[] emergencyWithholds;
    final int[] blankSafetyWithholds;
    private final boolean[] criterion;

    RuleGraph(RuleBook book, String policy) {
        this.book = book;
        this.policy = policy;
        this.questionnaire = book.questionnaire();
        this.asked = questionnaire.asked();
        this.criteria = inForce(Stage.CRITERIA);
        this.patterns = inForce(Stage.PATTERNS);
        this.advice = inForce(Stage.ADVICE);
        int rules = book.rules().size();
        int findings = book.findings().size();
        this.parts = new int[rules][];
        this.findingOf = new int[rules];
        Arrays.fill(findingOf, -1);
        List<Check> all = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (ClinicalRule rule : criteria) {
            parts[rule.index()] = new int[rule.literals().size()];
            for (int i = 0; i < rule.literals().size(); i++) {
                parts[rule.index()][i] = all.size();
                all.add(check((Literal.Test) rule.literals().get(i)));
                owners.add(rule.index());
            }
        }
        this.checks = all.toArray(Check[]::new);
        this.ruleOf = owners.stream().mapToInt(Integer::intValue).toArray();
        List<List<Integer>> reading = lists(findings);
        for (ClinicalRule[] stage : List.of(patterns, advice)) {
            for (ClinicalRule rule : stage) {
                parts[rule.index()] = rule.literals().stream()
                        .mapToInt(l -> line((OfFinding) l))
                        .toArray();
                rule.literals()
                        .forEach(l -> reading.get(((OfFinding) l).finding()).add(rule.index()));
            }
        }
        this.readers = arrays(reading);
        this.rulesOf = new int[findings][];
        for (Finding finding : book.findings()) {
            rulesOf[finding.index()] = book.rulesOf(finding, policy).stream()
                    .mapToInt(ClinicalRule::index)
                    .toArray();
            for (int rule : rulesOf[finding.index()]) {
                findingOf[rule] = finding.index();
            }
        }
        List<List<Integer>> testing = lists(asked.size());
        for (int i = 0; i < checks.length; i++) {
            for (Question question : questionnaire.asksFor(checks[i].question())) {
                testing.get(question.index()).add(i);
            }
        }
        this.checksOf = arrays(testing);
        this.children = arrays(childrenOf());
        this.inputs = Arrays.stream(checks)
                .map(c -> questionnaire.asksFor(c.question()).toArray(Question[]::new))
                .toArray(Question[][]::new);
        this.safety = asked.stream().filter(Question::safety).toList();
        this.interventions = book.catalogue().interventions();
        this.flags = List.copyOf(book.catalogue().redFlags());
        this.criterion = new boolean[rules];
        for (ClinicalRule rule : criteria) {
            criterion[rule.index()] = true;
        }
        this.flagRules = flags.stream()
                .map(f -> Arrays.stream(Urgency.values())
                        .map(u -> indexes(book.rulesAbout(Verb.RED_FLAG, f.id()), u.word()))
                        .toArray(int[][]::new))
                .toArray(int[][][]::new);
        this.allows = flags.stream()
                .map(f -> interventions.stream()
                        .map(i -> indexes(book.rulesAbout(Verb.ALLOW, f.id()), i.id()))
                        .toArray(int[][]::new))
                .toArray(int[][][]::new);
        this.obstacles = List.copyOf(book.catalogue().obstacles());
        this.obstacleRules = obstacles.stream()
                .map(o -> indexes(book.rulesAbout(Verb.OBSTACLE, o.id()), null))
                .toArray(int[][]::new);
        this.flagWithholds = flags.stream().map(f -> sorted(f.withholds())).toArray(int[][]::new);
        this.obstacleWithholds =
                obstacles.stream().map(o -> sorted(o.withholds())).toArray(int[][]::new);
        this.blankSafetyWithholds =
                sorted(book.catalogue().blankSafetyQuestion().withholds());
        this.emergencyWithholds = new boolean[interventions.size()];
        book.catalogue().emergencyWithholds().forEach(i -> emergencyWithholds[i] = true);
        for (Verb verb : List.of(Verb.SUGGEST, Verb.CONTRAINDICATE, Verb.HOLD, Verb.CAUTION, Verb.STANCE)) {
            byIntervention.put(
                    verb,
                    interventions.stream()
                            .map(i -> indexes(book.rulesFor(i.index(), verb), null))
                            .toArray(int[][]::new));
            byArgument.put(verb, interventions.stream().map(i -> shown(verb, i)).toArray(int[][][]::new));
        }
    }

    private int[] indexes(List<ClinicalRule> all, String argument) {
        return all.stream()
                .filter(r -> r.inForce(policy) && (argument == null || argument.equals(r.argument())))
                .mapToInt(ClinicalRule::index)
                .toArray();
    }

    /** The rules of a verb by what they show, without those whose note is shown with the intervention anyway. */
    private int[][] shown(Verb verb, Intervention intervention) {
        List<ClinicalRule> all = book.rulesFor(intervention.index(), verb);
        return all.stream()
                .map(ClinicalRule::argument)
                .filter(Objects::nonNull)
                .distinct()
                .filter(a -> verb != Verb.CAUTION || !stands(a, intervention))
                .map(a -> indexes(all, a))
                .filter(a -> a.length > 0)
                .toArray(int[][]::new);
    }

    /** Whether a note is shown with an intervention whatever the answers are. */
    boolean stands(String note, Intervention intervention) {
        Note shown = book.catalogue().note(note);
        return shown.interventions().contains(intervention.index())
                || shown.analogies().contains(intervention.index());
    }

    /** The rules of a verb about an intervention, under the policy. */
    int[] rules(Verb verb, int intervention) {
        return byIntervention.get(verb)[intervention];
    }

    /** The same, grouped by check, note or stance. */
    int[][] byArgument(Verb verb, int intervention) {
        return byArgument.get(verb)[intervention];
    }

    /** The rules that allow an intervention in spite of a flag. */
    int[] allows(int flag, int intervention) {
        return allows[flag][intervention];
    }

    private static int[] sorted(Set<Integer> all) {
        return all.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    boolean isCriterion(int rule) {
        return criterion[rule];
    }

    private static int line(OfFinding literal) {
        return 2 * literal.finding() + (literal.wanted() ? 0 : 1);
    }

    private ClinicalRule[] inForce(Stage stage) {
        return book.rules().stream()
                .filter(r -> r.stage() == stage && r.inForce(policy))
                .toArray(ClinicalRule[]::new);
    }

    private List<List<Integer>> childrenOf() {
        List<List<Integer>> children = lists(asked.size());
        for (Question question : asked) {
            for (Condition condition : question.askedWhen()) {
                int parent = questionnaire.question(condition.question()).index();
                // Conditions never point forwards, so a parent's own parents are complete by now.
                for (int ancestor = 0; ancestor < asked.size(); ancestor++) {
                    if ((ancestor == parent || children.get(ancestor).contains(parent))
                            && !children.get(ancestor).contains(question.index())) {
                        children.get(ancestor).add(question.index());
                    }
                }
            }
        }
        return children;
    }

    private static Check check(Literal.Test test) {
        Question question = test.question();
        if (question.derived() && !question.copy()) {
            return new Check(test, question, true, true);
        }
        if (test instanceof Literal.Compare compare) {
            return new Check(
                    test,
                    question,
                    canPass(compare, question.min(), question.max()),
                    canFail(compare, question.min(), question.max()));
        }
        if (test instanceof Literal.OneOf oneOf) {
            return new Check(
                    test, question, !oneOf.options().isEmpty(), !oneOf.options().containsAll(question.optionIds()));
        }
        if (test instanceof Literal.Contains) {
            return new Check(test, question, true, question.options().size() > 1);
        }
        int most = (int) question.optionIds().stream()
                .filter(o -> !o.equals(Question.NONE))
                .count();
        int fewest = most == question.options().size() ? 1 : 0;
        int least = ((Literal.Ticked) test).value();
        return new Check(test, question, most >= least, fewest < least);
    }

    /** Whether a number between these bounds can pass the comparison. */
    static boolean canPass(Literal.Compare compare, double low, double high) {
        return switch (compare.operator()) {
            case AT_LEAST -> high >= compare.value();
            case MORE -> high > compare.value();
            case AT_MOST -> low <= compare.value();
            case LESS -> low < compare.value();
        };
    }

    /** Whether a number between these bounds can fail it. */
    static boolean canFail(Literal.Compare compare, double low, double high) {
        return switch (compare.operator()) {
            case AT_LEAST -> low < compare.value();
            case MORE -> low <= compare.value();
            case AT_MOST -> high > compare.value();
            case LESS -> high >= compare.value();
        };
    }

    /** Whether an answer passes. */
    static boolean passes(Literal.Test test, Answer answer) {
        if (test instanceof Literal.Compare compare) {
            double value = ((Answer.Amount) answer).value();
            return canPass(compare, value, value);
        }
        if (test instanceof Literal.OneOf oneOf) {
            return oneOf.options().contains(((Answer.Choice) answer).option());
        }
        if (test instanceof Literal.Contains contains) {
            return ((Answer.Choices) answer).options().contains(contains.option());
        }
        var ticked = ((Answer.Choices) answer).options();
        return (ticked.contains(Question.NONE) ? 0 : ticked.size()) >= ((Literal.Ticked) test).value();
    }

    static List<List<Integer>> lists(int size) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        return lists.stream()
                .map(l -> l.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
