package painpathway.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import painpathway.Patients;
import painpathway.StepsFolder;
import painpathway.advice.Advisor;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.Conclusions;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/** Smallest changes on a made-up folder against trying every set of up to three questions, the smallest first, with all of their answers. */
class CounterfactualByForceTest {

    private static final int PATIENTS = 30;
    private static final int MOST_CHANGES = 3;
    /** On both sides of what the rules and the branching of that folder compare with. */
    private static final Map<String, List<Double>> NUMBERS = Map.of(
            "pain.weeks",
            List.of(0.0, 3.0, 4.0, 11.0, 12.0, 520.0),
            "care.weeks",
            List.of(0.0, 1.0, 5.0, 6.0, 520.0),
            "test.relief",
            List.of(0.0, 80.0, 81.0, 100.0));

    private final RuleBook book = StepsFolder.BOOK;
    private final Advisor advisor = new Advisor(new PlainEvaluator(book), "test");
    private final List<Question> asked = book.questionnaire().asked();

    @Test
    void everySmallestSetIsFoundAndNoneThatIsSmaller() {
        CounterfactualFinder changes = new CounterfactualFinder(book);
        Map<Integer, Integer> sizes = new TreeMap<>();
        int never = 0;
        for (int seed = 0; seed < PATIENTS; seed++) {
            Assessment drawn = new Patients(book, seed).any(seed % 4 == 0 ? 0.4 : 0.9);
            Assessment patient =
                    new Assessment("us", drawn.patient(), drawn.pains().subList(0, 1));
            for (CounterfactualResult prospect : changes.of(patient, advisor.advise(patient))) {
                if (prospect.underlying() == Verdict.CANDIDATE) {
                    continue;
                }
                String what = prospect.intervention().id() + " of " + patient;
                Set<Set<Question>> told = prospect.sets().stream()
                        .map(c ->
                                c.changes().stream().map(AnswerChange::question).collect(Collectors.toSet()))
                        .collect(Collectors.toSet());
                int size = told.isEmpty() ? 0 : told.iterator().next().size();
                Set<Set<Question>> smallest = smallest(patient, prospect.intervention(), Verdict.CANDIDATE);
                if (smallest.isEmpty()
                        && prospect.target() != Verdict.CANDIDATE
                        && prospect.underlying() != Verdict.CONDITIONAL) {
                    smallest = smallest(patient, prospect.intervention(), Verdict.CONDITIONAL);
                    assertThat(prospect.target()).as(what).isNotEqualTo(Verdict.CANDIDATE);
                } else if (!smallest.isEmpty()) {
                    assertThat(prospect.target()).as(what).isEqualTo(Verdict.CANDIDATE);
                }
                if (smallest.isEmpty()) {
                    assertThat(size).as(what).matches(s -> s == 0 || s > MOST_CHANGES);
                } else {
                    assertThat(prospect.found()).as(what).isEqualTo(smallest.size());
                    assertThat(told)
                            .as(what)
                            .isSubsetOf(smallest)
                            .hasSize(Math.min(smallest.size(), CounterfactualFinder.MOST_SETS));
                }
                never += size == 0 ? 1 : 0;
                sizes.merge(size, 1, Integer::sum);
            }
        }
        assertThat(sizes.keySet()).contains(1, 2, 3);
        assertThat(never).isPositive();
    }

    /** The questions of every smallest set of changes that brings this verdict; none where nothing does. */
    private Set<Set<Question>> smallest(Assessment patient, Intervention intervention, Verdict target) {
        List<Question> open =
                asked.stream().filter(q -> !others(patient, q).isEmpty()).toList();
        for (int size = 1; size <= Math.min(MOST_CHANGES, open.size()); size++) {
            Set<Set<Question>> found = new HashSet<>();
            subsets(open, size, 0, new ArrayList<>(), set -> {
                if (anyBrings(patient, set, 0, intervention, target)) {
                    found.add(Set.copyOf(set));
                }
            });
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }

    private static void subsets(
            List<Question> of, int size, int from, List<Question> set, Consumer<List<Question>> each) {
        if (set.size() == size) {
            each.accept(List.copyOf(set));
            return;
        }
        for (int i = from; i < of.size(); i++) {
            set.add(of.get(i));
            subsets(of, size, i + 1, set, each);
            set.remove(set.size() - 1);
        }
    }

    private boolean anyBrings(
            Assessment patient, List<Question> set, int at, Intervention intervention, Verdict target) {
        if (at == set.size()) {
            return verdict(
                            new PlainEvaluator(book)
                                    .run(
                                            Answers.of(book.questionnaire(), patient)
                                                    .get(0),
                                            patient.policy()),
                            intervention)
                    == target;
        }
        return others(patient, set.get(at)).stream()
                .anyMatch(a -> anyBrings(with(patient, set.get(at), a), set, at + 1, intervention, target));
    }

    private Verdict verdict(Conclusions run, Intervention intervention) {
        return Verdict.of(
                any(run, intervention, Verb.CONTRAINDICATE),
                any(run, intervention, Verb.SUGGEST),
                any(run, intervention, Verb.HOLD));
    }

    private Truth any(Conclusions run, Intervention intervention, Verb verb) {
        return book.forIntervention(intervention.index(), verb).stream()
                .map(run::truth)
                .reduce(Truth.NOT_MET, Truth::or);
    }

    /** The answers that a question can still get: any where it is open, those that time, care or a test can bring, else none. */
    private static List<Answer> others(Assessment patient, Question question) {
        Answer given = part(patient, question).get(question.id());
        boolean blank = given == null || given instanceof Answer.NotKnown;
        if (!blank && !question.changeable()) {
            return List.of();
        }
        return all(question).stream()
                .filter(a -> !a.equals(given) && (blank || !question.onlyMore() || grows(given, a)))
                .toList();
    }

    private static boolean grows(Answer from, Answer to) {
        if (from instanceof Answer.Amount before) {
            return ((Answer.Amount) to).value() > before.value();
        }
        Set<String> before = new HashSet<>(((Answer.Choices) from).options());
        before.remove(Question.NONE);
        return ((Answer.Choices) to).options().containsAll(before);
    }

    private static List<Answer> all(Question question) {
        if (question.type().isNumber()) {
            return NUMBERS.get(question.id()).stream()
                    .<Answer>map(Answer.Amount::new)
                    .toList();
        }
        if (question.type() == Question.Type.CHOICE) {
            return question.optionIds().stream().<Answer>map(Answer.Choice::new).toList();
        }
        List<Answer> all = new ArrayList<>(List.of(new Answer.Choices(Set.of(Question.NONE))));
        List<String> options = question.optionIds().stream()
                .filter(o -> !o.equals(Question.NONE))
                .toList();
        for (int ticks = 1; ticks < 1 << options.size(); ticks++) {
            Set<String> ticked = new LinkedHashSet<>();
            for (int i = 0; i < options.size(); i++) {
                if ((ticks & 1 << i) != 0) {
                    ticked.add(options.get(i));
                }
            }
            all.add(new Answer.Choices(ticked));
        }
        return all;
    }

    private static Map<String, Answer> part(Assessment patient, Question question) {
        return question.perPain() ? patient.pains().get(0) : patient.patient();
    }

    private static Assessment with(Assessment patient, Question question, Answer answer) {
        Map<String, Answer> part = new LinkedHashMap<>(part(patient, question));
        part.put(question.id(), answer);
        return question.perPain()
                ? new Assessment(patient.policy(), patient.patient(), List.of(part))
                : new Assessment(patient.policy(), part, patient.pains());
    }
}
