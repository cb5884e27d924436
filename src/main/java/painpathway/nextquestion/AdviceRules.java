package painpathway.nextquestion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Note;
import painpathway.knowledge.Obstacle;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;
import painpathway.nextquestion.RuleGraph.AnyOf;
import painpathway.rules.ClinicalRule;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/** The advice rules of one policy, arranged by the part of the advice that they decide. */
final class AdviceRules {

    /** The urgencies that a red flag can have. */
    static final List<Urgency> FLAG_URGENCIES = List.of(Urgency.EMERGENCY, Urgency.URGENT, Urgency.ROUTINE);

    /**
     * The rules about one intervention.
     *
     * @param checks   its holds, grouped by the check that they ask for
     * @param cautions grouped by the note that they show, without notes that are shown in any case or only explain
     * @param stances  grouped by the topic that they show
     */
    record AboutIntervention(
            Intervention intervention,
            AnyOf suggest,
            AnyOf contraindicate,
            AnyOf hold,
            List<AnyOf> checks,
            List<AnyOf> cautions,
            List<AnyOf> stances) {}

    /**
     * The rules about one red flag.
     *
     * @param raise     by urgency, the rules that raise it
     * @param withholds the interventions that it withholds while it is raised
     * @param allow     by the index of an intervention, the rules that allow it in spite of the flag
     */
    record AboutFlag(int index, Map<Urgency, AnyOf> raise, List<Intervention> withholds, List<AnyOf> allow) {

        AnyOf raise(Urgency urgency) {
            return Objects.requireNonNull(raise.get(urgency));
        }

        AnyOf allow(Intervention intervention) {
            return allow.get(intervention.index());
        }
    }

    /**
     * The rules about one obstacle.
     *
     * @param raise     the rules that raise it
     * @param withholds the interventions that it withholds while it is raised
     * @param ofSafety  whether a safety question without an answer raises it too
     * @param contradiction whether only answers that cannot all be true raise it
     */
    record AboutObstacle(
            int index, AnyOf raise, List<Intervention> withholds, boolean ofSafety, boolean contradiction) {}

    private final RuleBook book;
    private final Function<List<ClinicalRule>, AnyOf> anyOf;
    private final String policy;
    private final Catalogue catalogue;
    private final List<Intervention> all;
    private final List<AboutIntervention> interventions;
    private final List<Intervention> procedures;
    private final List<Intervention> withheldInEmergency;
    private final List<AboutFlag> flags = new ArrayList<>();
    private final List<AboutObstacle> obstacles = new ArrayList<>();
    private final Map<String, AboutFlag> flagById = new HashMap<>();
    private final Map<String, AboutObstacle> obstacleById = new HashMap<>();
    /** By the index of a rule. */
    private final List<List<AboutIntervention>> targets;

    AdviceRules(RuleBook book, String policy, Function<List<ClinicalRule>, AnyOf> anyOf) {
        this.anyOf = anyOf;
        this.book = book;
        this.policy = policy;
        this.catalogue = book.catalogue();
        this.all = catalogue.interventions();
        this.interventions = all.stream().map(this::about).toList();
        this.procedures = all.stream().filter(Intervention::procedure).toList();
        this.withheldInEmergency = interventions(catalogue.emergencyWithholds());
        for (RedFlag flag : catalogue.redFlags()) {
            AboutFlag about = about(flag);
            flags.add(about);
            flagById.put(flag.id(), about);
        }
        for (Obstacle obstacle : catalogue.obstacles()) {
            AboutObstacle about = about(obstacle);
            obstacles.add(about);
            obstacleById.put(obstacle.id(), about);
        }
        this.targets = book.rules().stream()
                .map(r -> catalogue.targets(r.targets()).stream()
                        .map(interventions::get)
                        .toList())
                .toList();
    }

    private AboutIntervention about(Intervention intervention) {
        return new AboutIntervention(
                intervention,
                anyOf.apply(rules(Verb.SUGGEST, intervention).toList()),
                anyOf.apply(rules(Verb.CONTRAINDICATE, intervention).toList()),
                anyOf.apply(rules(Verb.HOLD, intervention).toList()),
                bySubject(rules(Verb.HOLD, intervention)),
                bySubject(rules(Verb.CAUTION, intervention).filter(r -> !neverAskedFor(r.subject(), intervention))),
                bySubject(rules(Verb.STANCE, intervention)));
    }

    private Stream<ClinicalRule> rules(Verb verb, Intervention intervention) {
        return inForce(book.forIntervention(intervention.index(), verb)).stream();
    }

    private boolean neverAskedFor(String id, Intervention intervention) {
        Note note = Objects.requireNonNull(catalogue.note(id));
        return note.kind().explains()
                || note.interventions().contains(intervention.index())
                || note.analogies().contains(intervention.index());
    }

    private AboutFlag about(RedFlag flag) {
        Map<Urgency, AnyOf> raise = new EnumMap<>(Urgency.class);
        for (Urgency urgency : FLAG_URGENCIES) {
            raise.put(urgency, anyOf(book.naming(Verb.RED_FLAG, flag.id()), r -> r.urgency() == urgency));
        }
        return new AboutFlag(
                flags.size(),
                raise,
                interventions(flag.withholds()),
                all.stream()
                        .map(i -> anyOf(
                                book.forIntervention(i.index(), Verb.ALLOW),
                                r -> r.subject().equals(flag.id())))
                        .toList());
    }

    private AboutObstacle about(Obstacle obstacle) {
        return new AboutObstacle(
                obstacles.size(),
                anyOf.apply(inForce(book.naming(Verb.OBSTACLE, obstacle.id()))),
                interventions(obstacle.withholds()),
                obstacle == catalogue.blankSafetyQuestion(),
                obstacle.contradiction());
    }

    private List<Intervention> interventions(Set<Integer> indexes) {
        return all.stream().filter(i -> indexes.contains(i.index())).toList();
    }

    private List<ClinicalRule> inForce(List<ClinicalRule> rules) {
        return rules.stream().filter(r -> r.inForce(policy)).toList();
    }

    private AnyOf anyOf(List<ClinicalRule> rules, Predicate<ClinicalRule> which) {
        return anyOf.apply(inForce(rules).stream().filter(which).toList());
    }

    private List<AnyOf> bySubject(Stream<ClinicalRule> rules) {
        Map<String, List<ClinicalRule>> bySubject =
                rules.collect(Collectors.groupingBy(ClinicalRule::subject, LinkedHashMap::new, Collectors.toList()));
        return bySubject.values().stream().map(anyOf).toList();
    }

    /** The interventions with their rules, in the order of the catalogue. */
    List<AboutIntervention> interventions() {
        return interventions;
    }

    /** The interventions that are procedures. */
    List<Intervention> procedures() {
        return procedures;
    }

    /** The interventions that every emergency withholds. */
    List<Intervention> withheldInEmergency() {
        return withheldInEmergency;
    }

    /** The interventions that a rule is about. */
    List<AboutIntervention> targets(ClinicalRule rule) {
        return targets.get(rule.index());
    }

    /** The red flags with their rules, in the order of their indexes. */
    List<AboutFlag> flags() {
        return flags;
    }

    AboutFlag flag(String id) {
        return Objects.requireNonNull(flagById.get(id));
    }

    /** The obstacles with their rules, in the order of their indexes. */
    List<AboutObstacle> obstacles() {
        return obstacles;
    }

    AboutObstacle obstacle(String id) {
        return Objects.requireNonNull(obstacleById.get(id));
    }
}
