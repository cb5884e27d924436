package painpathway.logic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Obstacle;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Question;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/** Red flags and obstacles of the advice for one place, and what they withhold. */
public final class FlagFormulas {

    private static final List<Urgency> HIGHEST_FIRST = List.of(Urgency.EMERGENCY, Urgency.URGENT, Urgency.ROUTINE);

    private final FormulaFactory f;
    private final RuleBook book;
    private final RuleFormulas rules;
    private final Map<String, Map<Urgency, Formula>> flags = new LinkedHashMap<>();
    private final Map<String, Formula> obstacles = new LinkedHashMap<>();

    FlagFormulas(
            FormulaFactory f,
            RuleBook book,
            AnswerVariables answers,
            Branching branching,
            RuleFormulas rules,
            Definitions definitions) {
        this.f = f;
        this.book = book;
        this.rules = rules;
        Formula blankSafety = definitions.define(
                "blank safety",
                f.or(book.questionnaire().asked().stream()
                        .filter(Question::safety)
                        .map(q -> f.and(branching.due(q), f.not(answers.answered(q, 0))))
                        .toList()));
        book.catalogue().redFlags().forEach(flag -> encode(flag, definitions));
        book.catalogue().obstacles().forEach(obstacle -> encode(obstacle, blankSafety, definitions));
    }

    /** Whether a red flag is raised with this as its highest urgency. */
    public Formula flag(RedFlag flag, Urgency at) {
        return ofFlag(flag).getOrDefault(at, f.falsum());
    }

    /** Whether a red flag is raised at any urgency. */
    public Formula raised(RedFlag flag) {
        return f.or(ofFlag(flag).values());
    }

    /** Whether an obstacle is met, also because of a blank safety question. */
    public Formula obstacle(Obstacle obstacle) {
        return obstacles.getOrDefault(obstacle.id(), f.falsum());
    }

    private Map<Urgency, Formula> ofFlag(RedFlag flag) {
        return flags.getOrDefault(flag.id(), Map.of());
    }

    /** Whether any red flag is raised with this as its highest urgency. */
    Formula anyFlag(Urgency at) {
        return f.or(flags.values().stream().map(m -> m.get(at)).toList());
    }

    /** Whether any obstacle is met. */
    Formula anyObstacle() {
        return f.or(obstacles.values());
    }

    private void encode(RedFlag flag, Definitions definitions) {
        Map<Urgency, Formula> at = new EnumMap<>(Urgency.class);
        Formula higher = f.falsum();
        for (Urgency level : HIGHEST_FIRST) {
            Formula raised = rules.any(book.naming(Verb.RED_FLAG, flag.id()), r -> r.urgency() == level);
            at.put(level, definitions.define("flag " + flag.id() + " " + level.word(), f.and(f.not(higher), raised)));
            higher = f.or(higher, raised);
        }
        flags.put(flag.id(), at);
    }

    private void encode(Obstacle obstacle, Formula blankSafety, Definitions definitions) {
        Formula raised = rules.any(book.naming(Verb.OBSTACLE, obstacle.id()), r -> true);
        boolean ofBlanks = obstacle == book.catalogue().blankSafetyQuestion();
        obstacles.put(
                obstacle.id(),
                definitions.define("obstacle " + obstacle.id(), ofBlanks ? f.or(raised, blankSafety) : raised));
    }

    /** Whether a red flag or an obstacle withholds an intervention. */
    Formula withholds(Intervention intervention) {
        Catalogue catalogue = book.catalogue();
        List<Formula> by = new ArrayList<>();
        for (RedFlag flag : catalogue.redFlags()) {
            if (catalogue.emergencyWithholds().contains(intervention.index())) {
                by.add(flag(flag, Urgency.EMERGENCY));
            }
            if (flag.withholds().contains(intervention.index())) {
                by.add(f.and(raised(flag), f.not(allowed(flag, intervention))));
            }
        }
        for (Obstacle obstacle : catalogue.obstacles()) {
            if (obstacle.withholds().contains(intervention.index())) {
                by.add(obstacle(obstacle));
            }
        }
        return f.or(by);
    }

    /** Whether a rule lets an intervention through although the flag is raised. */
    public Formula allowed(RedFlag flag, Intervention intervention) {
        return rules.any(
                book.forIntervention(intervention.index(), Verb.ALLOW),
                r -> r.subject().equals(flag.id()));
    }
}
