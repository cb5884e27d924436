package painpathway.web.quiz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import painpathway.advice.Advised;
import painpathway.advice.Advisor;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.vignette.Reach;
import painpathway.vignette.Vignette;

/** Draws the cases of a quiz. They are looked for with the plain evaluator, and the engine answers those that are taken. Thread-safe. */
final class QuizMaker {

    /** So many quizzes are remembered, because a learner asks for every page of one. */
    private static final int REMEMBERED = 64;

    private final Advisor engine;
    private final Advisor plain;
    private final CaseMaker maker;
    private final NearMisses nearMisses;
    private final Map<String, List<Vignette>> topics = new TreeMap<>();
    private final Recent<QuizSet, List<QuizCase>> made = new Recent<>(REMEMBERED);
    /** A class of sixty asks about the same patient at once. */
    private final Recent<String, Advised> advised = new Recent<>(REMEMBERED);

    QuizMaker(List<Vignette> vignettes, Reach reach, Advisor engine) {
        RuleBook book = engine.book();
        this.engine = engine;
        this.plain = new Advisor(new PlainEvaluator(book), "");
        this.maker = new CaseMaker(book, reach);
        this.nearMisses = new NearMisses(plain, maker);
        // A case has one painful place, so that a question about an intervention has one answer.
        vignettes.stream()
                .filter(v -> v.assessment().places() == 1)
                .forEach(v ->
                        topics.computeIfAbsent(topic(v), t -> new ArrayList<>()).add(v));
    }

    private static String topic(Vignette vignette) {
        return vignette.file().replaceAll("^.*/|\\.yaml$", "");
    }

    Advisor engine() {
        return engine;
    }

    String version() {
        return engine.book().version();
    }

    /** The files that have vignettes for a quiz, with how many. */
    Map<String, Integer> topics() {
        Map<String, Integer> counts = new TreeMap<>();
        topics.forEach((topic, vignettes) -> counts.put(topic, vignettes.size()));
        return counts;
    }

    CaseMaker maker() {
        return maker;
    }

    /** The cases of a set: fewer than it asks for where no more of them fit. */
    List<QuizCase> cases(QuizSet set) {
        return made.get(set, () -> draw(set));
    }

    private List<QuizCase> draw(QuizSet set) {
        Random random = new Random(set.seed());
        List<Vignette> pool = new ArrayList<>();
        topics.forEach((topic, vignettes) -> {
            if (set.topic().isEmpty() || set.topic().equals(topic)) {
                pool.addAll(vignettes);
            }
        });
        Collections.shuffle(pool, random);
        List<QuizCase> drawn = new ArrayList<>();
        Deque<QuizCase> waiting = new ArrayDeque<>();
        Iterator<Vignette> left = pool.iterator();
        while (drawn.size() < set.count()) {
            Optional<QuizCase> next =
                    waiting.stream().filter(c -> differs(c, drawn)).findFirst();
            if (next.isPresent()) {
                waiting.remove(next.get());
                drawn.add(next.get());
            } else if (left.hasNext()) {
                one(left.next(), set.level(), random).ifPresent(waiting::add);
            } else {
                break;
            }
        }
        return drawn.stream().map(this::answered).toList();
    }

    private static boolean differs(QuizCase next, List<QuizCase> drawn) {
        return drawn.isEmpty() || !drawn.get(drawn.size() - 1).pattern().equals(next.pattern());
    }

    /** A case from a vignette: itself, or a near miss of it. */
    private Optional<QuizCase> one(Vignette vignette, Level level, Random random) {
        boolean nearMiss = level.takesNearMisses() && random.nextBoolean();
        Optional<QuizCase> made = nearMiss ? nearMisses.of(vignette, level, random) : itself(vignette, level);
        if (made.isPresent() || !level.takesNearMisses()) {
            return made;
        }
        return nearMiss ? itself(vignette, level) : nearMisses.of(vignette, level, random);
    }

    private Optional<QuizCase> itself(Vignette vignette, Level level) {
        Advised advised = plain.advised(vignette.assessment());
        return maker.of(Patient.of(vignette), advised, maker.about(vignette, advised))
                .filter(c -> level.fits(c.hard()));
    }

    /** The same case with the answers of the engine. */
    private QuizCase answered(QuizCase drawn) {
        return maker.of(drawn.patient(), advised(drawn), List.of(drawn.finding().about()))
                .orElseThrow();
    }

    /** What the engine says about a case. */
    Advised advised(QuizCase of) {
        Patient patient = of.patient();
        return advised.get(patient.key(), () -> engine.advised(patient.assessment()));
    }
}
