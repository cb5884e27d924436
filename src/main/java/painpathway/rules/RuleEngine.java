package painpathway.rules;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.Environment;
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
 * Runs the rules in Drools: compiled once and shared, a new session for each painful place. Thread-safe; nothing is kept between runs.
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

    /** Fires all three stages for one painful place and completes every finding and rule to met, not met or unknown. */
    @Override
    public Conclusions run(Answers answers, String policy) {
        Run run = new Run(policy);
        Environment environment = KieServices.get().newEnvironment();
        environment.set(RuleVerbs.RUN, run);
        KieSession session = base.newKieSession(null, environment);
        try {
            session.insert(answers);
            session.fireAllRules(run);
            Truth[] truths = book.completeCriteria(answers, policy, run.fired);
            Criteria criteria = book.criteria(policy, truths);
            session.insert(criteria);
            session.fireAllRules(run);
            book.completePatterns(criteria, policy, truths, run.fired);
            Findings findings = book.findings(criteria, policy, truths);
            session.insert(findings);
            session.fireAllRules(run);
            book.completeAdvice(findings, policy, truths, run.fired);
            return new Conclusions(answers, policy, findings, truths, run.fired);
        } finally {
            session.dispose();
        }
    }

    /** Asked by a session before a rule fires, and told by the verbs when it does. */
    final class Run implements AgendaFilter {

        private final String policy;
        private final BitSet fired = new BitSet(book.rules().size());
        /** The rule that was let through last. The next report has to come from it. */
        private ClinicalRule firing;

        private Run(String policy) {
            this.policy = policy;
        }

        /** Lets through the rules of the policy. */
        @Override
        public boolean accept(Match match) {
            firing = book.rule(match.getRule().getName());
            return firing != null && firing.inForce(policy);
        }

        void report(String name, Verb verb, String target, String argument) {
            ClinicalRule rule = firing;
            if (!rule.name().equals(name)
                    || rule.verb() != verb
                    || !Objects.equals(rule.target(), target)
                    || !Objects.equals(rule.argument(), argument)) {
                throw new IllegalStateException(
                        "Drools ran \"" + name + "\" as " + verb + Arrays.asList(target, argument));
            }
            fired.set(rule.index());
        }
    }
}
