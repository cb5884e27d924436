package painpathway.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import painpathway.logic.Cut;
import painpathway.logic.NumericPartition;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Question;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;
import painpathway.rules.Literal.Compare;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;

/** Every option of every question and every threshold of a rule. */
final class AnswerPerturbations {

    private final RuleBook book;
    private final NumericPartition partition;
    private final List<Perturbation> all = new ArrayList<>();
    private final Set<Question> read;

    AnswerPerturbations(RuleBook book, NumericPartition partition) {
        this.book = book;
        this.partition = partition;
        all.addAll(thresholds());
        book.questionnaire().asked().stream().filter(q -> !q.recordOnly()).forEach(this::addOptions);
        this.read = questionsRead();
    }

    private Set<Perturbation> thresholds() {
        Set<Perturbation> thresholds = new LinkedHashSet<>();
        for (ClinicalRule rule : book.rules()) {
            for (Literal literal : rule.literals()) {
                if (literal instanceof Compare compare) {
                    Question asked = book.questionnaire().original(compare.question());
                    int index = partition.of(asked).indexOf(Cut.of(asked, compare.operator(), compare.value()));
                    if (!asked.derived() && index >= 0) {
                        String name = "the threshold " + AnswerFormat.text(compare.value());
                        thresholds.add(new Perturbation(asked, index, name));
                    }
                }
            }
        }
        return thresholds;
    }

    private void addOptions(Question question) {
        for (int i = 0; i < question.options().size(); i++) {
            if (!question.options().get(i).recordOnly()) {
                all.add(new Perturbation(
                        question, i, "the option '" + question.optionIds().get(i) + "'"));
            }
        }
    }

    private Set<Question> questionsRead() {
        Set<Question> questions = new LinkedHashSet<>();
        for (ClinicalRule rule : book.rules()) {
            if (rule.stage() == Stage.CRITERIA) {
                questions.addAll(book.questionsBehind(rule));
            }
        }
        for (Question question : book.questionnaire().asked()) {
            question.askedWhen().forEach(c -> questions.add(book.questionnaire().question(c.question())));
        }
        return questions;
    }

    /** The questions read by a rule, by a branching condition, or by a derived number that a rule reads. */
    Set<Question> read() {
        return read;
    }

    /** All of them except those marked record-only. */
    List<Perturbation> all() {
        return all;
    }
}
