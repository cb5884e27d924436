package painpathway.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import painpathway.logic.NumericPartition;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;

/** Made-up patients with one painful place, from a seed; numbers are drawn evenly from the cells between the cuts. Not thread-safe. */
final class RandomPatients {

    private static final int ONE_IN = 20;

    private final Questionnaire questionnaire;
    private final NumericPartition partition;
    private final Random random;

    RandomPatients(Questionnaire questionnaire, NumericPartition partition, long seed) {
        this.questionnaire = questionnaire;
        this.partition = partition;
        this.random = new Random(seed);
    }

    /** A patient with nearly every question answered. */
    Assessment any(String policy) {
        Map<String, Answer> patient = new LinkedHashMap<>();
        Map<String, Answer> pain = new LinkedHashMap<>();
        for (Question question : questionnaire.asked()) {
            if (random.nextInt(ONE_IN) != 0) {
                (question.perPain() ? pain : patient).put(question.id(), answer(question));
            }
        }
        return new Assessment(policy, patient, List.of(pain));
    }

    /** The patient with a few answers drawn again or taken away. */
    Assessment like(Assessment assessment, String policy) {
        Map<String, Answer> patient = new LinkedHashMap<>(assessment.patient());
        Map<String, Answer> pain = new LinkedHashMap<>(
                assessment.pains().isEmpty() ? Map.of() : assessment.pains().get(0));
        for (int i = random.nextInt(4); i >= 0; i--) {
            Question question = questionnaire
                    .asked()
                    .get(random.nextInt(questionnaire.asked().size()));
            Map<String, Answer> part = question.perPain() ? pain : patient;
            if (random.nextInt(ONE_IN) == 0) {
                part.remove(question.id());
            } else {
                part.put(question.id(), answer(question));
            }
        }
        return new Assessment(policy, patient, List.of(pain));
    }

    /** Any answer to a question. */
    Answer answer(Question question) {
        List<String> options = question.optionIds();
        return switch (question.type()) {
            case INTEGER, DECIMAL ->
                new Answer.Amount(partition.representative(
                        question, random.nextInt(partition.of(question).size() + 1) - 1));
            case CHOICE -> new Answer.Choice(options.get(random.nextInt(options.size())));
            case CHOICES -> new Answer.Choices(ticked(options));
        };
    }

    private Set<String> ticked(List<String> options) {
        // Half of the lists are answered with "none"; otherwise hardly anybody would be free of red flags.
        if (options.contains(Question.NONE) && random.nextBoolean()) {
            return Set.of(Question.NONE);
        }
        List<String> others = new ArrayList<>(options);
        others.remove(Question.NONE);
        Set<String> ticked = new LinkedHashSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            ticked.add(others.get(random.nextInt(others.size())));
        }
        return ticked;
    }
}
