package painpathway.rules;

/** The three steps from answers to advice; each has a folder of rules and one fact that they read. */
public enum Stage {
    CRITERIA("criteria", "painpathway.questionnaire.Answers", "criterion"),
    PATTERNS("patterns", "painpathway.rules.Criteria", "pattern"),
    ADVICE("advice", "painpathway.rules.Findings", "id");

    private final String folder;
    private final String fact;
    private final String annotation;

    Stage(String folder, String fact, String annotation) {
        this.folder = folder;
        this.fact = fact;
        this.annotation = annotation;
    }

    /** Sub-folder of the rules folder. */
    public String folder() {
        return folder;
    }

    /** Full name of the class that its rules read. */
    String fact() {
        return fact;
    }

    String factName() {
        return fact.substring(fact.lastIndexOf('.') + 1);
    }

    /** The annotation that names what a rule of this stage is about. */
    String annotation() {
        return annotation;
    }
}
