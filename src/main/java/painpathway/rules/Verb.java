package painpathway.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a rule can say. The word is the function that DRL calls. */
public enum Verb {
    CRITERION_MET("criterionMet"),
    PATTERN_MET("patternMet"),
    SUGGEST("suggest", Argument.INTERVENTION),
    SUPPORT("support", Argument.INTERVENTION),
    CONTRAINDICATE("contraindicate", Argument.TARGET),
    HOLD("hold", Argument.TARGET, Argument.CHECK),
    CAUTION("caution", Argument.TARGET, Argument.NOTE),
    STANCE("stance", Argument.INTERVENTION, Argument.STANCE),
    RED_FLAG("redFlag", Argument.RED_FLAG, Argument.URGENCY),
    ALLOW("allow", Argument.RED_FLAG, Argument.INTERVENTION),
    OBSTACLE("obstacle", Argument.OBSTACLE);

    /** What an argument of a verb names. A target is an intervention or a tag; a verb can name several targets or interventions, and one of anything else. */
    enum Argument {
        INTERVENTION,
        TARGET,
        CHECK,
        NOTE,
        STANCE,
        RED_FLAG,
        URGENCY,
        OBSTACLE;

        /** What an author calls it. */
        String word() {
            return this == TARGET
                    ? "intervention-or-tag"
                    : name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean several() {
            return this == INTERVENTION || this == TARGET;
        }
    }

    private final String word;
    private final List<Argument> arguments;

    Verb(String word, Argument... arguments) {
        this.word = word;
        this.arguments = List.of(arguments);
    }

    /** The function's name in DRL. */
    public String word() {
        return word;
    }

    /** Whether the patient is better off if the rule does not fire; also true of a stance and a caution. */
    public boolean isAgainst() {
        return switch (this) {
            case CONTRAINDICATE, HOLD, CAUTION, STANCE, RED_FLAG, OBSTACLE -> true;
            case CRITERION_MET, PATTERN_MET, SUGGEST, SUPPORT, ALLOW -> false;
        };
    }

    /** Whether the verb can be called with so many arguments. */
    boolean takes(int count) {
        return count == arguments.size()
                || count > arguments.size() && arguments.stream().anyMatch(Argument::several);
    }

    /** A call of it, with what each argument names in its place. */
    String form() {
        return word
                + arguments.stream()
                        .map(a -> ", \"" + a.word() + "\"" + (a.several() ? ", ..." : ""))
                        .collect(Collectors.joining("", "( kcontext", " );"));
    }

    /** What each of so many arguments names. */
    List<Argument> arguments(int count) {
        List<Argument> each = new ArrayList<>();
        for (Argument argument : arguments) {
            each.addAll(Collections.nCopies(argument.several() ? count - arguments.size() + 1 : 1, argument));
        }
        return each;
    }

    /** The stage in which this verb may be used. */
    Stage stage() {
        return this == CRITERION_MET ? Stage.CRITERIA : this == PATTERN_MET ? Stage.PATTERNS : Stage.ADVICE;
    }

    static @Nullable Verb of(String word) {
        for (Verb verb : values()) {
            if (verb.word.equals(word)) {
                return verb;
            }
        }
        return null;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Verb::word).toList();
    }
}
