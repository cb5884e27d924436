package painpathway.web.quiz;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which cases a quiz has. The same set gives the same cases as long as the rules are the same, so an address is all that is kept of a quiz.
 *
 * @param topic the name of a file of vignettes; empty for all of them
 * @param seed  which of the cases that fit, and in which order
 * @param rules the beginning of the version of the rules in use when it was made
 */
record QuizSet(String topic, Level level, int count, int seed, String rules) {

    /** The most cases of a quiz. */
    static final int MOST = 20;
    /** How many a quiz has where nobody chose. */
    static final int USUAL = 5;

    private static final int SEEDS = 1_000_000;
    private static final int VERSION = 15;

    QuizSet {
        count = Math.max(1, Math.min(MOST, count));
        seed = Math.floorMod(seed, SEEDS);
    }

    /** What an address or a form asks for; the topic has to exist, or else all are meant. */
    static QuizSet of(QuizMaker maker, @Nullable String topic, @Nullable String level, int count, int seed) {
        String known = topic != null && maker.topics().containsKey(topic) ? topic : "";
        return new QuizSet(known, Level.of(level), count, seed, rules(maker.version()));
    }

    private static String rules(String version) {
        return version.substring(0, Math.min(VERSION, version.length()));
    }

    /** Whether it was made from the rules with this version. */
    boolean madeFrom(String version) {
        return rules.equals(rules(version));
    }

    /** The address of one of its pages: the question of case {@code at}, or what is revealed about it where {@code answers} has it. */
    String address(int at, String answers) {
        return UriComponentsBuilder.fromPath("/quiz/cases")
                .queryParam("topic", topic)
                .queryParam("level", level.word())
                .queryParam("count", count)
                .queryParam("seed", seed)
                .queryParam("rules", rules)
                .queryParam("answers", answers)
                .queryParam("at", at)
                .encode()
                .toUriString();
    }
}
