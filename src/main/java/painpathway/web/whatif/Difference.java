package painpathway.web.whatif;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import painpathway.advice.Advised;
import painpathway.advice.InterventionAdvice;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;
import painpathway.rules.Stage;
import painpathway.web.learn.Kind;
import painpathway.web.learn.Subject;
import painpathway.web.learn.Workbench;

/** What parts two patients, or one patient before and after a change: findings and rules, stage by stage, then verdicts. */
final class Difference {

    private final Workbench bench;
    private final Advised before;
    private final Advised after;

    Difference(Workbench bench, Advised before, Advised after) {
        this.bench = bench;
        this.before = before;
        this.after = after;
    }

    /** A criterion, a pattern or an advice rule whose truth differs; {@code place} from 1. */
    record Parted(Subject subject, int place, Truth before, Truth after) {}

    /** The verdict on one intervention on both sides, and if they differ the rules about it that do. */
    record Verdicts(Subject intervention, int place, String before, String after, List<Parted> because) {

        public boolean differ() {
            return !before.equals(after);
        }
    }

    /** How many painful places both have. */
    private int places() {
        return Math.min(before.assessment().advised(), after.assessment().advised());
    }

    /** What differs at each stage, in the order of the rule book. */
    Map<Stage, List<Parted>> stages() {
        Map<Stage, List<Parted>> stages = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            List<Parted> parted = new ArrayList<>();
            for (int place = 0; place < places(); place++) {
                parted.addAll(stage == Stage.ADVICE ? rules(place) : findings(stage, place));
            }
            stages.put(stage, parted);
        }
        return stages;
    }

    private List<Parted> findings(Stage stage, int place) {
        List<Parted> parted = new ArrayList<>();
        for (Finding finding : bench.book().findings()) {
            Truth was = before.runs().get(place).findings().truth(finding.index());
            Truth is = after.runs().get(place).findings().truth(finding.index());
            if (finding.stage() == stage && was != is) {
                parted.add(new Parted(bench.subjects().of(finding), place + 1, was, is));
            }
        }
        return parted;
    }

    private List<Parted> rules(int place) {
        return bench.book().rules().stream()
                .filter(rule -> rule.stage() == Stage.ADVICE && differs(rule, place))
                .map(rule -> parted(rule, place))
                .toList();
    }

    private boolean differs(ClinicalRule rule, int place) {
        return before.runs().get(place).truth(rule) != after.runs().get(place).truth(rule);
    }

    private Parted parted(ClinicalRule rule, int place) {
        return new Parted(
                bench.subjects().of(rule),
                place + 1,
                before.runs().get(place).truth(rule),
                after.runs().get(place).truth(rule));
    }

    /** The verdicts on both sides, those that differ first. */
    List<Verdicts> verdicts() {
        List<Verdicts> differing = new ArrayList<>();
        List<Verdicts> equal = new ArrayList<>();
        for (InterventionAdvice was : before.advice().interventions()) {
            after.advice().interventions().stream()
                    .filter(e -> e.pain() == was.pain() && e.intervention().equals(was.intervention()))
                    .map(is -> verdicts(was, is))
                    .forEach(v -> (v.differ() ? differing : equal).add(v));
        }
        differing.addAll(equal);
        return differing;
    }

    private Verdicts verdicts(InterventionAdvice was, InterventionAdvice is) {
        return new Verdicts(
                bench.subjects().known(Kind.INTERVENTIONS, was.intervention().id()),
                was.pain() + 1,
                was.verdict().word(),
                is.verdict().word(),
                was.verdict() == is.verdict() ? List.of() : because(was, is));
    }

    /** The rules that decide about an intervention and differ; of one that is withheld on one side only, those of its red flags. */
    private List<Parted> because(InterventionAdvice was, InterventionAdvice is) {
        int place = was.pain();
        List<String> barriers = new ArrayList<>(was.withheldBy());
        barriers.addAll(is.withheldBy());
        return bench.book().rules().stream()
                .filter(rule -> rule.stage() == Stage.ADVICE && differs(rule, place))
                .filter(rule -> about(rule, was.intervention().index(), barriers))
                .map(rule -> parted(rule, place))
                .toList();
    }

    private boolean about(ClinicalRule rule, int intervention, List<String> barriers) {
        return switch (rule.verb()) {
            case SUGGEST, CONTRAINDICATE, HOLD ->
                bench.book().forIntervention(intervention, rule.verb()).contains(rule);
            case RED_FLAG, OBSTACLE -> barriers.contains(rule.subject());
            case ALLOW ->
                barriers.contains(rule.subject())
                        && bench.book()
                                .forIntervention(intervention, rule.verb())
                                .contains(rule);
            default -> false;
        };
    }

    /** How many verdicts differ. */
    long count() {
        return verdicts().stream().filter(Verdicts::differ).count();
    }

    /** The overall urgency on both sides. */
    List<String> urgencies() {
        return List.of(
                before.advice().urgency().word(), after.advice().urgency().word());
    }
}
