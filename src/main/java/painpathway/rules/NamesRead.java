package painpathway.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.folder.Faults;
import painpathway.questionnaire.Condition;
import painpathway.questionnaire.Derivation;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;

/** Which questions, options and findings something reads, collected while rules are read, to warn of those that nothing reads. */
final class NamesRead {

    private final Set<String> questions = new HashSet<>();
    private final Map<String, Set<String>> options = new HashMap<>();
    private final Set<String> findings = new HashSet<>();

    void question(Question question) {
        questions.add(question.id());
    }

    void option(Question question, String option) {
        options.computeIfAbsent(question.id(), q -> new HashSet<>()).add(option);
    }

    void finding(String id) {
        findings.add(id);
    }

    /** Warns of what nothing reads, and of what is marked as not read although something does. Call this once every rule has been read. */
    void warnUnread(List<Finding> all, Questionnaire questionnaire, Faults faults) {
        for (Finding finding : all) {
            if (!findings.contains(finding.id())) {
                ClinicalRule first = finding.rules().get(0);
                faults.warn(
                        first.at().file(),
                        first.at().line(),
                        "nothing reads the " + first.stage().annotation() + " '" + finding.id() + "'");
            }
        }
        Set<String> parents = parents(questionnaire);
        addInputs(questionnaire);
        for (Question question : questionnaire.questions()) {
            warn(question, questions.contains(question.id()) || parents.contains(question.id()), faults);
        }
    }

    /** The questions whose answers decide whether another one is asked. */
    private Set<String> parents(Questionnaire questionnaire) {
        Set<String> parents = new HashSet<>();
        for (Question question : questionnaire.questions()) {
            for (Condition condition : question.askedWhen()) {
                parents.add(condition.question());
                condition.anyOf().forEach(o -> option(questionnaire.known(condition.question()), o));
            }
        }
        return parents;
    }

    /** Whoever reads a derived question reads what it is made of. */
    private void addInputs(Questionnaire questionnaire) {
        for (Question question : questionnaire.questions()) {
            if (!question.derived() || !questions.contains(question.id())) {
                continue;
            }
            questions.addAll(question.inputs());
            if (question.copy()) {
                options.getOrDefault(question.id(), Set.of()).forEach(o -> option(questionnaire.original(question), o));
            }
            if (question.derivation() instanceof Derivation.CountOf count) {
                count.options().forEach((q, counted) -> counted.forEach(o -> option(questionnaire.known(q), o)));
            }
        }
    }

    private void warn(Question question, boolean read, Faults faults) {
        if (read == question.recordOnly()) {
            faults.warn(
                    Questionnaire.FILE,
                    question.line(),
                    read
                            ? "'" + question.id() + "' is marked record-only, but something reads it"
                            : "no rule reads '" + question.id() + "': mark it record-only or remove it");
        }
        if (!read || question.type() != Question.Type.CHOICES || question.copy()) {
            return;
        }
        Set<String> own = options.getOrDefault(question.id(), Set.of());
        for (Question.Option option : question.options()) {
            if (!option.id().equals(Question.NONE) && own.contains(option.id()) == option.recordOnly()) {
                faults.warn(
                        Questionnaire.FILE,
                        question.line(),
                        "the option '" + option.id() + "' of '" + question.id()
                                + (option.recordOnly()
                                        ? "' is marked record-only, but something reads it"
                                        : "' is not read by any rule: mark it record-only"));
            }
        }
    }
}
