package painpathway.audit;

/** What an audit looks at, each as the sentence that holds when nothing is found. */
public enum Check {
    RULES_MATTER("Every rule can fire, and where it does it can change or show something."),
    NOT_IMPLIED("No rule is implied by another of the same effect."),
    NOT_OPPOSITE("No suggestion stands for patients of whom every one is contraindicated."),
    POLICIES_DIFFER("Patients whose verdict hangs on the policy see a stance on that entry."),
    VERDICTS_REACHED("Every intervention can reach every verdict that its rules allow."),
    OPTIONS_MATTER("Every option and threshold of every question can change the advice, or is marked record-only."),
    ONE_OUTCOME("Every patient gets exactly one verdict for each intervention, and one urgency."),
    NO_CANDIDATE_BESIDE_CONTRAINDICATION("Nobody is a candidate beside a met contraindication."),
    FLAGS_WITHHOLD("A met red flag withholds what it must, whatever else is answered or blank."),
    FLAGS_SPEAK("A blank never silences a red flag: what is not known excuses nothing."),
    BLANK_SAFETY("A blank safety answer never makes the outcome less cautious, but that the flag which the answer raised is gone."),
    FINAL("More answers never take back what was final, but where a blank counts as an answer and the real one is given."),
    LAWS("The laws of laws.yaml hold."),
    ORDER("Neither the order of places nor what a law calls unread changes anything."),
    READINGS_AGREE("Drools and the rule book agree.");

    private final String says;

    Check(String says) {
        this.says = says;
    }

    /** The sentence that holds when nothing is found. */
    public String says() {
        return says;
    }
}
