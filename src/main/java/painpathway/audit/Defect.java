package painpathway.audit;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import painpathway.knowledge.Intervention;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.ClinicalRule;

/**
 * One thing that an audit found.
 *
 * @param file    path in the rules folder; null if it is in no single file
 * @param line    from 1; 0 = the whole file
 * @param example the smallest patient who shows it; null if there is none
 * @param warning true if an author should look at it although nothing is wrong
 */
public record Defect(
        Guarantee check,
        @Nullable String file,
        int line,
        String problem,
        @Nullable Counterexample example,
        boolean warning)
        implements Comparable<Defect> {

    private static final Comparator<Defect> ORDER = Comparator.comparing(Defect::warning)
            .thenComparing(Defect::check)
            .thenComparing(Defect::where)
            .thenComparingInt(Defect::line)
            .thenComparing(Defect::problem);

    /** Something wrong at a line of a file. */
    static Defect at(Guarantee check, String file, int line, String problem) {
        return new Defect(check, file, line, problem, null, false);
    }

    /** Something wrong with a rule. The problem follows the rule's sentence. */
    static Defect of(Guarantee check, ClinicalRule rule, String problem) {
        return at(check, rule.at().file(), rule.at().line(), "\"" + rule.name() + "\" " + problem);
    }

    /** Something wrong with an intervention. */
    static Defect of(Guarantee check, Intervention intervention, String problem) {
        return at(check, "knowledge/interventions.yaml", intervention.line(), problem);
    }

    /** Something wrong with a question. */
    static Defect of(Guarantee check, Question question, String problem) {
        return at(check, Questionnaire.FILE, question.line(), problem);
    }

    /** Something wrong with a law. The problem comes between the law's id and its sentence. */
    static Defect of(Guarantee check, Law law, String problem) {
        return at(check, Law.FILE, law.line(), "the law '" + law.id() + "' " + problem + ": " + law.says());
    }

    /** Something wrong that is in no single file. */
    static Defect ofAll(Guarantee check, String problem) {
        return new Defect(check, null, 0, problem, null, false);
    }

    /** The same with more words after the problem. */
    Defect plus(String words) {
        return new Defect(check, file, line, problem + words, example, warning);
    }

    /** The same with a patient who shows it. */
    Defect shownBy(Counterexample patient) {
        return new Defect(check, file, line, problem, patient, warning);
    }

    /** The same as something to look at. */
    Defect asWarning() {
        return new Defect(check, file, line, problem, example, true);
    }

    /** {@code file:line}, or an empty text. */
    public String where() {
        return file == null ? "" : line == 0 ? file : file + ":" + line;
    }

    @Override
    public int compareTo(Defect other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return (file == null ? "" : where() + ": ") + problem;
    }
}
