package painpathway.web.quiz;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import painpathway.advice.Advisor;
import painpathway.advice.LiveAdvisor;
import painpathway.web.learn.Workbench;
import painpathway.web.learn.Workbenches;

/** The quizzes of the rules in use. */
@Component
class QuizBooks {

    private final Workbenches benches;
    private final LiveAdvisor live;
    private volatile @Nullable QuizBook made;

    QuizBooks(Workbenches benches, LiveAdvisor live) {
        this.benches = benches;
        this.live = live;
    }

    /** Waits until they are made. */
    QuizBook now() {
        QuizBook known = made;
        Advisor engine = live.now();
        while (known == null || !known.madeFrom(engine)) {
            Workbench bench = benches.now();
            engine = live.now();
            if (bench.book() == engine.book()) {
                known = QuizBook.of(bench, engine);
                made = known;
            }
        }
        return known;
    }
}
