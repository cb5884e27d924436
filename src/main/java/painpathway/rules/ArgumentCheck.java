package painpathway.rules;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import painpathway.folder.Faults;
import painpathway.folder.Location;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Check;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Note;
import painpathway.knowledge.Obstacle;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Stance;
import painpathway.knowledge.Usage;

/** Looks up what the arguments of a verb name in the catalogue. */
final class ArgumentCheck {

    private final Catalogue catalogue;
    private final Usage usage;
    private final Faults faults;

    ArgumentCheck(Catalogue catalogue, Usage usage, Faults faults) {
        this.catalogue = catalogue;
        this.usage = usage;
        this.faults = faults;
    }

    void check(VerbCall call, Location at) {
        List<Verb.Argument> kinds = call.verb().arguments(call.arguments().size());
        for (int i = 0; i < kinds.size(); i++) {
            String id = call.arguments().get(i);
            switch (kinds.get(i)) {
                case INTERVENTION -> intervention(call.verb(), id, at);
                case TARGET -> {
                    usage.use(Usage.Kind.TAG, id);
                    if (catalogue.targets(id).isEmpty()) {
                        faults.unknown(at, "the intervention or tag", id, catalogue.targetNames());
                    }
                }
                case CHECK -> {
                    usage.use(Usage.Kind.CHECK, id);
                    last(call.verb(), "check", id, ids(catalogue.checks(), Check::id), at);
                }
                case NOTE -> {
                    usage.use(Usage.Kind.NOTE, id);
                    last(call.verb(), "note", id, ids(catalogue.notes(), Note::id), at);
                }
                case STANCE -> {
                    usage.use(Usage.Kind.STANCE, id);
                    last(call.verb(), "stance", id, ids(catalogue.stances(), Stance::id), at);
                }
                case OBSTACLE -> known("the obstacle", id, ids(catalogue.obstacles(), Obstacle::id), at);
                case RED_FLAG -> known("the red flag", id, ids(catalogue.redFlags(), RedFlag::id), at);
                case URGENCY -> checkUrgency(call.subject(), id, at);
            }
        }
        checkNoneTwice(call.targets(), at);
    }

    private void intervention(Verb verb, String id, Location at) {
        if (catalogue.tags().containsKey(id)) {
            faults.add(at, "'" + id + "' is a tag; " + verb.word() + " names single interventions");
        } else {
            known("the intervention", id, ids(catalogue.interventions(), Intervention::id), at);
        }
    }

    /** An intervention or a tag in this place means that the last word was forgotten. */
    private void last(Verb verb, String kind, String id, Collection<String> ids, Location at) {
        if (!ids.contains(id) && catalogue.targetNames().contains(id)) {
            faults.add(
                    at,
                    "the last word of " + verb.word() + " is a " + kind + " from " + kind + "s.yaml; '" + id
                            + "' is none");
        } else {
            known("the " + kind, id, ids, at);
        }
    }

    private void checkNoneTwice(List<String> targets, Location at) {
        Map<Integer, String> named = new HashMap<>();
        for (String target : targets) {
            for (int intervention : catalogue.targets(target)) {
                String before = named.putIfAbsent(intervention, target);
                if (before != null) {
                    String id = catalogue.interventions().get(intervention).id();
                    faults.add(
                            at,
                            before.equals(target)
                                    ? "'" + target + "' is named twice"
                                    : "'" + before + "' and '" + target + "' both stand for '" + id
                                            + "'; name it once");
                    return;
                }
            }
        }
    }

    private void checkUrgency(String flagId, String urgency, Location at) {
        known("the urgency", urgency, RedFlag.URGENCIES, at);
        RedFlag flag = catalogue.redFlag(flagId);
        if (flag != null
                && RedFlag.URGENCIES.contains(urgency)
                && !flag.actions().containsKey(urgency)) {
            faults.add(
                    at,
                    "the red flag '" + flag.id() + "' has no action for the urgency '" + urgency + "' in "
                            + RedFlag.FILE);
        }
    }

    private void known(String what, String id, Collection<String> ids, Location at) {
        if (!ids.contains(id)) {
            faults.unknown(at, what, id, ids);
        }
    }

    private static <T> List<String> ids(Collection<T> all, Function<T, String> id) {
        return all.stream().map(id).toList();
    }
}
