package painpathway.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.DefaultDialectOption;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Truth;

/**
 * Runs the rules in Drools and compares every run with the plain reading. Compiled once and shared, with a new session for each
 * painful place. Thread-safe; nothing is kept between runs.
 */
public final class RuleEngine implements Evaluator {

    private final RuleBook book;
    private final KieBase base;

    private RuleEngine(RuleBook book, KieBase base) {
        this.book = book;
        this.base = base;
    }

    /** Compiles the rules of a book. That takes seconds on a cold machine, so do it once. */
    public static RuleEngine compile(RuleBook book) {
        KnowledgeBuilderConfiguration configuration = KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration();
        // The one verb call of each rule is an MVEL expression: as Java it would be compiled into two classes, which
        // doubles the start.
        configuration.setOption(DefaultDialectOption.get("mvel"));
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(configuration);
        for (Stage stage : Stage.values()) {
            book.folder().below(stage.folder()).forEach((file, text) -> {
                Resource resource = KieServices.get()
                        .getResources()
                        .newByteArrayResource(text.getBytes(StandardCharsets.UTF_8), "UTF-8");
                resource.setSourcePath(file);
                builder.add(resource, ResourceType.DRL);
            });
        }
        if (builder.hasErrors()) {
            // Not the author's fault: everything that an author can get wrong has been refused before.
            throw new IllegalStateException("Drools refuses rules that the rule language allows: "
                    + builder.getErrors().stream().map(Object::toString).collect(Collectors.joining("; ")));
        }
        return new RuleEngine(book, builder.newKieBase());
    }

    @Override
    public RuleBook book() {
        return book;
    }

    /**
     * Fires all three stages for one painful place. Drools tells only which rules are met, so the truth of the others comes from the
     * plain reading, and each stage is compared with it.
     */
    @Override
    public Conclusions run(Answers answers, String policy) {
        return run(answers, policy, session -> {});
    }

    @Override
    public RecordedRun record(Answers answers, String policy) {
        List<ClinicalRule> order = new ArrayList<>();
        AgendaEventListener recorder = new DefaultAgendaEventListener() {
            @Override
            public void afterMatchFired(AfterMatchFiredEvent event) {
                order.add(Objects.requireNonNull(
                        book.rule(event.getMatch().getRule().getName())));
            }
        };
        Conclusions run = run(answers, policy, session -> session.addEventListener(recorder));
        return new RecordedRun(run, List.copyOf(order));
    }

    private Conclusions run(Answers answers, String policy, Consumer<KieSession> prepare) {
        PolicyRules rules = book.under(policy);
        Run run = new Run(policy);
        KieSession session = base.newKieSession();
        session.getEnvironment().set(RuleVerbs.RUN, run);
        prepare.accept(session);
        try {
            session.insert(answers);
            session.fireAllRules(run);
            Truth[] truths = rules.evaluateCriteria(answers);
            agree(rules.of(Stage.CRITERIA), truths, run.fired);
            Criteria criteria = rules.criteria(truths);
            session.insert(criteria);
            session.fireAllRules(run);
            rules.evaluatePatterns(criteria, truths);
            agree(rules.of(Stage.PATTERNS), truths, run.fired);
            Findings findings = rules.findings(criteria, truths);
            session.insert(findings);
            session.fireAllRules(run);
            rules.evaluateAdvice(findings, truths);
            agree(rules.of(Stage.ADVICE), truths, run.fired);
            return new Conclusions(answers, policy, findings, truths, run.fired);
        } finally {
            session.dispose();
        }
    }

    /**
     * Drools has open defects that silently lose a rule. No advice is better than a wrong one, so every run is
     * compared with the plain reading, rule by rule; it costs a few microseconds.
     */
    private static void agree(ClinicalRule[] stage, Truth[] plain, BitSet fired) {
        for (ClinicalRule rule : stage) {
            if ((plain[rule.index()] == Truth.MET) != fired.get(rule.index())) {
                throw new IllegalStateException(
                        "Drools and the rule book disagree about the rule \"" + rule.name() + "\" (" + rule.at() + ")");
            }
        }
    }

    /** Asked by a session before a rule fires, and told by the verbs when it does. */
    final class Run implements AgendaFilter {

        private final String policy;
        private final BitSet fired = new BitSet(book.rules().size());
        /** The rule that was let through last. The next report has to come from it. */
        private @Nullable ClinicalRule firing;

        private Run(String policy) {
            this.policy = policy;
        }

        /** Lets through the rules of the policy. */
        @Override
        public boolean accept(Match match) {
            ClinicalRule rule = book.rule(match.getRule().getName());
            firing = rule;
            return rule != null && rule.inForce(policy);
        }

        void report(String name, Verb verb, List<String> arguments) {
            ClinicalRule rule = firing;
            if (rule == null
                    || !rule.name().equals(name)
                    || rule.verb() != verb
                    || !rule.arguments().equals(arguments)) {
                throw new IllegalStateException("Drools ran \"" + name + "\" as " + verb + arguments);
            }
            fired.set(rule.index());
        }
    }
}
