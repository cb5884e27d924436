package painpathway.rules;

import painpathway.questionnaire.Answers;

/** One of the two readings of the rules: in Drools ({@link RuleEngine}) or in plain Java ({@link PlainEvaluator}). Both are thread-safe. */
public interface Evaluator {

    RuleBook book();

    /** Evaluates every rule of a policy for one painful place. */
    Conclusions run(Answers answers, String policy);

    /** The same with the order in which the rules fired: that of Drools, or in plain Java that of the book. */
    RecordedRun record(Answers answers, String policy);
}
