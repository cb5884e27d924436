package painpathway.logic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.RuleBook;

/**
 * The rule book as formulas. Every answer about one painful place is a variable, and whether questions are due, criteria, patterns, rules,
 * verdicts and urgency are defined over these, each three-valued thing by two formulas (certainly met, certainly not met). This third reading
 * of the rules makes it possible to prove laws over the whole space of answers.
 *
 * <p>Whether a question about the patient is due can depend on other painful places too. These are part of the encoding, as far as branching
 * looks at them. Their red flags are not: what is proved about flags and urgency is proved for one place.
 */
public final class RuleBookEncoding {

    /** How many further places are encoded: with the place in focus, as many as are advised on. */
    public static final int OTHER_PLACES = 2;

    private final FormulaFactory f;
    private final RuleBook book;
    private final String policy;
    private final NumericPartition partition;
    private final VariableNames names;
    private final Definitions definitions;
    private final AnswerVariables answers;
    private final AnswerShapes shapes;
    private final Branching branching;
    private final TestFormulas tests;
    private final RuleFormulas rules;
    private final FlagFormulas flags;
    private final VerdictFormulas verdicts;
    private final UrgencyFormulas urgencies;

    private RuleBookEncoding(
            FormulaFactory f,
            RuleBook book,
            String policy,
            NumericPartition partition,
            VariableNames names,
            Definitions definitions) {
        this.f = f;
        this.book = book;
        this.policy = policy;
        this.partition = partition;
        this.names = names;
        this.definitions = definitions;
        this.answers = new AnswerVariables(f, partition, names);
        this.shapes = new AnswerShapes(f, partition, names, answers, asked());
        definitions.require(shapes.all());
        this.branching = new Branching(f, book.questionnaire(), answers, definitions, asked());
        this.tests = new TestFormulas(f, book, answers, branching);
        this.rules = new RuleFormulas(f, book, policy, tests, definitions);
        this.flags = new FlagFormulas(f, book, answers, branching, rules, definitions);
        this.verdicts = new VerdictFormulas(f, book, rules, flags, definitions);
        this.urgencies = new UrgencyFormulas(f, book, flags, verdicts, definitions);
    }

    /**
     * Builds the formulas for one patient.
     *
     * @param partition of this book, or of several books whose answers are to be compared
     */
    public static RuleBookEncoding of(FormulaFactory f, RuleBook book, String policy, NumericPartition partition) {
        return of(f, book, policy, partition, "");
    }

    /** The same for one of several patients with names of their own. */
    public static RuleBookEncoding of(
            FormulaFactory f, RuleBook book, String policy, NumericPartition partition, String patient) {
        VariableNames names = VariableNames.of(patient);
        return new RuleBookEncoding(f, book, policy, partition, names, Definitions.empty(f, names));
    }

    /**
     * The same answers, read by another book or under another policy. Equal parts are defined once. An option that only one of the books has
     * is no answer to the other.
     */
    public RuleBookEncoding readBy(RuleBook other, String otherPolicy) {
        VariableNames second = names.secondReading(book.questionnaire());
        return new RuleBookEncoding(f, other, otherPolicy, partition, second, definitions.continued(second));
    }

    /**
     * A second patient who can differ in the answers to one question, at the place in focus only. Whatever does not depend on the question is
     * defined once for both, so a solver that has the clauses of this encoding has little to prove.
     */
    public RuleBookEncoding butFor(Question question) {
        VariableNames second = names.butFor(question);
        return new RuleBookEncoding(f, book, policy, partition, second, definitions.continued(second));
    }

    /** The clauses to give to a solver before asking it anything. */
    public List<Formula> clauses() {
        return definitions.clauses();
    }

    /** The part of the encoding that these formulas depend on. */
    public Part part(Collection<Formula> formulas) {
        return Part.of(formulas, f, definitions, shapes);
    }

    /** The rules behind the formulas. */
    public RuleBook book() {
        return book;
    }

    /** Where its numbers are cut. */
    public NumericPartition partition() {
        return partition;
    }

    /** The policy under which the rules are read. */
    public String policy() {
        return policy;
    }

    /** The variables of the answers. */
    public AnswerVariables answers() {
        return answers;
    }

    /** Which questions are due. */
    public Branching branching() {
        return branching;
    }

    /** The tests of single answers. */
    public TestFormulas tests() {
        return tests;
    }

    /** Which rules and findings are met. */
    public RuleFormulas rules() {
        return rules;
    }

    /** Red flags and obstacles. */
    public FlagFormulas flags() {
        return flags;
    }

    /** The verdicts on the interventions. */
    public VerdictFormulas verdicts() {
        return verdicts;
    }

    /** Whether this is the urgency of the advice for one place. */
    public Formula urgency(Urgency urgency) {
        return urgencies.of(urgency);
    }

    /** Every question at every place where its answer matters here, in the order of the questionnaire. */
    public List<PlacedQuestion> asked() {
        Questionnaire questionnaire = book.questionnaire();
        Set<Question> elsewhere = seenElsewhere();
        List<PlacedQuestion> asked = new ArrayList<>();
        for (Question question : questionnaire.asked()) {
            asked.add(new PlacedQuestion(question, 0));
            for (int place = 1; place <= OTHER_PLACES && elsewhere.contains(question); place++) {
                asked.add(new PlacedQuestion(question, place));
            }
        }
        return asked;
    }

    /** The questions of other places that branching looks at; nothing else about those places matters here. */
    public Set<Question> seenElsewhere() {
        return Branching.seenElsewhere(book.questionnaire());
    }
}
