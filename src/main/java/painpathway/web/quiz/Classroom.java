package painpathway.web.quiz;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One class: its cases, where it stands, and who is in it. It keeps the rules with which it was opened. Thread-safe. */
final class Classroom {

    /** How long a class lasts. */
    static final Duration LASTS = Duration.ofHours(12);
    /** The most learners of one class. */
    static final int MOST_LEARNERS = 120;

    private final ClassCode code;
    private final String educator;
    private final Instant ends;
    private final QuizBook quiz;
    private final List<QuizCase> cases;
    private final Map<String, Learner> learners = new LinkedHashMap<>();
    private Standing standing = Standing.FIRST;

    Classroom(ClassCode code, String educator, Instant opened, QuizBook quiz, List<QuizCase> cases) {
        this.code = code;
        this.educator = educator;
        this.ends = opened.plus(LASTS);
        this.quiz = quiz;
        this.cases = cases;
    }

    /** What came of an attempt to join. */
    enum Joining {
        JOINED,
        TAKEN,
        FULL
    }

    ClassCode code() {
        return code;
    }

    /** What only the educator's browser knows. */
    String educator() {
        return educator;
    }

    Instant ends() {
        return ends;
    }

    QuizBook quiz() {
        return quiz;
    }

    List<QuizCase> cases() {
        return cases;
    }

    synchronized Standing standing() {
        return standing;
    }

    /** Goes on from this standing; a second click, or one in another window, does nothing. */
    synchronized void goOn(String from) {
        if (standing.word().equals(from)) {
            standing = standing.next(cases.size());
        }
    }

    /** Lets a learner in. The same form sent twice lets the same learner in once. */
    synchronized Joining join(String learner, Nickname nickname) {
        Learner known = learners.get(learner);
        if (known != null) {
            return Joining.JOINED;
        }
        if (learners.size() >= MOST_LEARNERS) {
            return Joining.FULL;
        }
        boolean taken =
                learners.values().stream().anyMatch(l -> l.nickname().folded().equals(nickname.folded()));
        if (taken) {
            return Joining.TAKEN;
        }
        learners.put(learner, new Learner(nickname));
        return Joining.JOINED;
    }

    /** Keeps a prediction about the case that is asked now; until it is revealed, a later one takes its place. */
    synchronized void predict(String learner, int at, Prediction prediction) {
        Learner known = learners.get(learner);
        if (known != null && standing.phase() == Standing.Phase.ASKING && standing.at() == at) {
            known.made().put(at, prediction);
        }
    }

    /** A learner as they are now; empty for somebody who is not in the class. */
    synchronized Optional<Learner> learner(String learner) {
        return Optional.ofNullable(learners.get(learner)).map(Learner::copy);
    }

    /** Whether nobody has joined. */
    synchronized boolean empty() {
        return learners.isEmpty();
    }

    /** All learners as they are now, in the order in which they joined. */
    synchronized List<Learner> learners() {
        return learners.values().stream().map(Learner::copy).toList();
    }
}
