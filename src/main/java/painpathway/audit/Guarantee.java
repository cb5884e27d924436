package painpathway.audit;

/** What an audit checks, each as the sentence that is true when nothing is found. */
public enum Guarantee {
    RULES_MATTER("Every rule can fire, and can then change or show something."),
    NOT_IMPLIED("No rule is implied by another rule with the same effect."),
    NOT_OPPOSITE("No rule suggests an intervention only to patients for whom it is contraindicated."),
    POLICIES_DIFFER("Where a final verdict depends on the policy, the entry shows a stance."),
    VERDICTS_REACHED("Every intervention can reach every verdict that its rules allow."),
    OPTIONS_MATTER("Every option and every threshold of a question can change the advice, or is marked record-only."),
    ONE_OUTCOME("Every patient gets exactly one verdict for each intervention, and one urgency."),
    NO_CANDIDATE_BESIDE_CONTRAINDICATION("Nobody is a candidate for an intervention that is contraindicated."),
    FLAGS_WITHHOLD("A red flag withholds what it must, whatever else is answered or left blank."),
    FLAGS_SPEAK("A blank never silences a red flag: an answer that nobody knows excuses nothing."),
    BLANK_SAFETY(
            "Leaving a safety question blank never makes the outcome less cautious, except that it cannot raise the flag that its answer would raise."),
    FINAL(
            "Answering more questions never changes a final verdict, except where a real answer replaces an assumed one."),
    LAWS("The laws in laws.yaml are true of every patient."),
    ORDER("Neither the order of the places nor an answer that a law calls unread changes anything."),
    READINGS_AGREE("Drools and the rule book agree.");

    private final String says;

    Guarantee(String says) {
        this.says = says;
    }

    /** The sentence that is true when nothing is found. */
    public String says() {
        return says;
    }
}
