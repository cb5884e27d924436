package painpathway.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import painpathway.advice.Foresight;
import painpathway.counterfactual.CounterfactualFinder;
import painpathway.nextquestion.NextQuestion;
import painpathway.rules.PerRuleBook;

/** What is prepared once for the rules in use, and shared by the API and the pages. */
@Configuration(proxyBeanMethods = false)
class RuleBookBeans {

    @Bean
    PerRuleBook<NextQuestion> nextQuestions() {
        return new PerRuleBook<>(NextQuestion::new);
    }

    @Bean
    PerRuleBook<Foresight> foresights() {
        return new PerRuleBook<>(Foresight::new);
    }

    @Bean
    PerRuleBook<CounterfactualFinder> counterfactualFinders() {
        return new PerRuleBook<>(CounterfactualFinder::new);
    }
}
