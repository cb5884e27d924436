package painpathway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Condition;
import painpathway.questionnaire.Question;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;
import painpathway.vignette.Vignette;

/**
 * Made-up patients, drawn from the questionnaire: seeded, so that a failure can be repeated. Numbers are drawn at and beside
 * the constants that rules compare with, because that is where rules differ.
 */
public final class Patients {

    private final RuleBook book;
    private final Random random;
    private final Map<String, List<Double>> numbers = new LinkedHashMap<>();

    public Patients(RuleBook book, long seed) {
        this.book = book;
        this.random = new Random(seed);
        for (Question question : book.questionnaire().asked()) {
            if (question.type().isNumber()) {
                numbers.put(question.id(), cuts(question));
            }
        }
    }

    private List<Double> cuts(Question question) {
        Set<Double> cuts =
                new TreeSet<>(List.of(question.min(), question.max(), Math.min(question.max(), question.min() + 1)));
        for (ClinicalRule rule : book.rules()) {
            for (Literal literal : rule.literals()) {
                if (literal instanceof Literal.Compare compare
                        && book.questionnaire().original(compare.question()).equals(question)) {
                    add(cuts, question, compare.value());
                }
            }
        }
        for (Question child : book.questionnaire().asked()) {
            for (Condition condition : child.askedWhen()) {
                if (condition.question().equals(question.id())) {
                    add(cuts, question, condition.atLeast() == null ? condition.atMost() : condition.atLeast());
                }
            }
        }
        return List.copyOf(cuts);
    }

    private static void add(Set<Double> cuts, Question question, double value) {
        for (double step : List.of(-1.0, 0.0, 1.0)) {
            if (value + step >= question.min() && value + step <= question.max()) {
                cuts.add(value + step);
            }
        }
    }

    /** A patient with one to three places; {@code filled} is the share of questions answered, from 0 to 1. */
    public Assessment any(double filled) {
        Map<String, Answer> patient = new LinkedHashMap<>();
        List<Map<String, Answer>> pains = new ArrayList<>();
        int places = random.nextInt(10) < 7 ? 1 : 2 + random.nextInt(2);
        for (int i = 0; i < places; i++) {
            pains.add(new LinkedHashMap<>());
        }
        for (Question question : book.questionnaire().asked()) {
            for (Map<String, Answer> part : question.perPain() ? pains : List.of(patient)) {
                if (random.nextDouble() < filled) {
                    part.put(question.id(), answer(question));
                }
            }
        }
        return new Assessment(policy(), patient, pains);
    }

    /** A vignette's patient with a few answers changed, added or taken away, under either policy. */
    public Assessment like(Vignette vignette, int changes) {
        Map<String, Answer> patient = new LinkedHashMap<>(vignette.assessment().patient());
        List<Map<String, Answer>> pains = new ArrayList<>();
        vignette.assessment().pains().forEach(p -> pains.add(new LinkedHashMap<>(p)));
        List<Question> questions = book.questionnaire().asked();
        for (int i = 0; i < changes; i++) {
            Question question = questions.get(random.nextInt(questions.size()));
            Map<String, Answer> part = question.perPain() ? pains.get(random.nextInt(pains.size())) : patient;
            if (random.nextInt(3) == 0) {
                part.remove(question.id());
            } else {
                part.put(question.id(), answer(question));
            }
        }
        return new Assessment(
                random.nextInt(3) == 0 ? policy() : vignette.assessment().policy(), patient, pains);
    }

    /** The same patient with a share of the answers blanked; answers for which a blank counts as an answer stay. */
    public Assessment blanked(Assessment assessment, double share) {
        return new Assessment(
                assessment.policy(),
                blanked(assessment.patient(), share),
                assessment.pains().stream().map(p -> blanked(p, share)).toList());
    }

    private Map<String, Answer> blanked(Map<String, Answer> answers, double share) {
        Map<String, Answer> left = new LinkedHashMap<>();
        new java.util.TreeMap<>(answers).forEach((id, answer) -> {
            if (book.questionnaire().blankCounts(book.questionnaire().question(id)) || random.nextDouble() >= share) {
                left.put(id, answer);
            }
        });
        return left;
    }

    /** A random answer to one question, seldom "not known". */
    public Answer answer(Question question) {
        if (random.nextInt(25) == 0) {
            return Answer.NOT_KNOWN;
        }
        return switch (question.type()) {
            case INTEGER, DECIMAL ->
                new Answer.Amount(numbers.get(question.id())
                        .get(random.nextInt(numbers.get(question.id()).size())));
            case CHOICE ->
                new Answer.Choice(question.optionIds()
                        .get(random.nextInt(question.options().size())));
            case CHOICES -> choices(question);
        };
    }

    private Answer choices(Question question) {
        // Half of the patients have none of the listed troubles: else hardly any would be free of red flags.
        if (question.option(Question.NONE) != null && random.nextInt(2) == 0) {
            return new Answer.Choices(Set.of(Question.NONE));
        }
        List<String> options = question.optionIds().stream()
                .filter(o -> !o.equals(Question.NONE))
                .toList();
        Set<String> ticked = new LinkedHashSet<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            ticked.add(options.get(random.nextInt(options.size())));
        }
        return new Answer.Choices(ticked);
    }

    private String policy() {
        List<String> policies = List.copyOf(book.policies());
        return policies.get(random.nextInt(policies.size()));
    }
}
