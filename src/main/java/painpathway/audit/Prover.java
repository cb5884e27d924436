package painpathway.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.logicng.datastructures.Assignment;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;
import painpathway.logic.NumericPartition;
import painpathway.logic.RuleBookEncoding;
import painpathway.logic.Solver;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.rules.RuleBook;

/** One rule book under one policy in a solver that is loaded once; finds the smallest patients first. Not thread-safe. */
final class Prover {

    final FormulaFactory f = new FormulaFactory();
    final RuleBookEncoding patient;
    final RuleBook book;
    final Solver solver = new Solver(f);
    private final List<Variable> answers = new ArrayList<>();

    Prover(RuleBook book, String policy, NumericPartition cuts) {
        this.book = book;
        this.patient = new RuleBookEncoding(f, book, policy, cuts, "", "");
        solver.add(patient.clauses());
        Set<Question> elsewhere = patient.seenElsewhere();
        for (Question question : book.questionnaire().asked()) {
            answers.add(patient.answered(question, 0));
            answers.addAll(ticks(patient, question, 0));
            for (int place = 1; place <= RuleBookEncoding.OTHER_PLACES && elsewhere.contains(question); place++) {
                answers.add(patient.answered(question, place));
            }
        }
        for (int place = 1; place <= RuleBookEncoding.OTHER_PLACES; place++) {
            answers.add(patient.exists(place));
        }
    }

    /** The options of a question that count as separate answers: those of a list. */
    static List<Variable> ticks(RuleBookEncoding encoding, Question question, int place) {
        boolean list = question.type() == Question.Type.CHOICES;
        return list
                ? encoding.variables(question, place)
                        .subList(1, question.options().size() + 1)
                : List.of();
    }

    boolean possible(Formula... all) {
        return solver.possible(all);
    }

    /** The patient with the fewest answers for whom all of these are true; null if there is none. */
    Counterexample smallest(Formula... all) {
        return smallest(List.of(all));
    }

    /** The patient with the fewest answers for whom all of these are true; null if there is none. */
    Counterexample smallest(Collection<Formula> all) {
        if (!solver.possible(all)) {
            return null;
        }
        return example(patient, solver.fewest(all, answers));
    }

    /** The patient that a model describes. */
    static Counterexample example(RuleBookEncoding encoding, Assignment model) {
        RuleBook book = encoding.book();
        Set<Question> elsewhere = encoding.seenElsewhere();
        Map<String, Answer> patient = new LinkedHashMap<>();
        List<Map<String, Answer>> pains = new ArrayList<>();
        pains.add(new LinkedHashMap<>());
        for (int place = 1; place <= RuleBookEncoding.OTHER_PLACES; place++) {
            if (model.evaluateLit(encoding.exists(place))) {
                pains.add(new LinkedHashMap<>());
                for (Question question : elsewhere) {
                    put(pains.get(pains.size() - 1), question, encoding.answer(question, place, model));
                }
            }
        }
        for (Question question : book.questionnaire().asked()) {
            put(question.perPain() ? pains.get(0) : patient, question, encoding.answer(question, 0, model));
        }
        return new Counterexample(book.questionnaire(), new Assessment(encoding.policy(), patient, pains));
    }

    private static void put(Map<String, Answer> answers, Question question, Answer answer) {
        if (answer != null) {
            answers.put(question.id(), answer);
        }
    }

    /** Asks about this patient and another one who differs only in the answers to one question. */
    <T> T twoPatients(Question question, Function<RuleBookEncoding, T> ask) {
        RuleBookEncoding other = patient.butFor(question);
        return solver.meanwhile(other.clauses(), () -> ask.apply(other));
    }
}
