package painpathway.rules;

import java.util.BitSet;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Truth;

/** Evaluates the rules in plain Java, without Drools: the second, independent reading of what the rules say. */
public record PlainEvaluator(RuleBook book) implements Evaluator {

    @Override
    public Conclusions run(Answers answers, String policy) {
        PolicyRules rules = book.under(policy);
        Truth[] truths = rules.evaluateCriteria(answers);
        Criteria criteria = rules.criteria(truths);
        rules.evaluatePatterns(criteria, truths);
        Findings findings = rules.findings(criteria, truths);
        rules.evaluateAdvice(findings, truths);
        BitSet fired = new BitSet(truths.length);
        for (int i = 0; i < truths.length; i++) {
            if (truths[i] == Truth.MET) {
                fired.set(i);
            }
        }
        return new Conclusions(answers, policy, findings, truths, fired);
    }

    @Override
    public RecordedRun record(Answers answers, String policy) {
        Conclusions run = run(answers, policy);
        return new RecordedRun(
                run, run.fired().stream().mapToObj(book.rules()::get).toList());
    }
}
