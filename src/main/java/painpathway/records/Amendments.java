package painpathway.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Drafts that amend a version which somebody else has amended first. Such a draft cannot be closed as it is: it would drop what
 * the later version says. It can be carried over to the later version, with the changes of both.
 */
@Component
public class Amendments {

    private final Store store;
    private final JdbcClient jdbc;
    private final Drafts drafts;
    private final Records records;

    Amendments(Store store, Drafts drafts, Records records) {
        this.store = store;
        this.jdbc = store.jdbc();
        this.drafts = drafts;
        this.records = records;
    }

    /**
     * A draft that was overtaken, and what it would be once carried over. Fields are named as they would be in its form then.
     *
     * @param own     what only the draft changed
     * @param both    what both changed, and not alike: somebody has to choose
     * @param places  how many painful places both have together
     * @param kept    places that one removed while the other changed an answer about them
     * @param fields  what would stand in the fields; where both changed one, what the latest version says
     */
    public record Overtaken(
            Versions versions,
            List<FieldDifference> own,
            List<FieldDifference> both,
            int places,
            List<Integer> kept,
            Map<String, List<String>> fields) {}

    /** A draft, the version that it amends, and the latest one, which it has to amend instead. */
    public record Versions(Draft draft, ClosedRecord amended, ClosedRecord latest) {}

    /** The draft and what overtook it; empty where it amends nothing, or the latest version, or is closed. */
    public Optional<Overtaken> overtaken(String draft) {
        return drafts.find(draft).flatMap(this::latest).map(overtaken -> {
            Merge merge = Merge.of(sides(overtaken));
            return new Overtaken(
                    overtaken,
                    differences(merge.own(), merge),
                    differences(merge.both(), merge),
                    merge.places().size(),
                    merge.kept().stream().map(merge.places()::indexOf).toList(),
                    named(merge));
        });
    }

    /** The version that a draft has to amend instead of the one it does; empty where that is the latest one. */
    public Optional<ClosedRecord> latestFor(Draft draft) {
        return latest(draft).map(overtaken -> overtaken.latest);
    }

    /**
     * Carries a draft over to the version that overtook it. Returns false and changes nothing if the draft is no longer at that
     * revision, if that is no longer the latest version, or if nobody has chosen between two answers to the same field.
     *
     * @param mine   of the fields that both changed, those in which the draft's own answer stays
     * @param theirs those in which the later version's answer is taken
     * @param who    what to call the later version where the page says what came in
     */
    public boolean carryOver(
            String draft, long revision, String latest, Set<String> mine, Set<String> theirs, String who) {
        return store.change(() -> {
            boolean there = jdbc.sql("select id from draft where id = ? and revision = ? for update")
                    .params(draft, revision)
                    .query(String.class)
                    .optional()
                    .isPresent();
            Optional<Versions> found = there
                    ? drafts.find(draft)
                            .flatMap(this::latest)
                            .filter(o -> o.latest.id().equals(latest))
                    : Optional.empty();
            if (found.isEmpty()) {
                return false;
            }
            Versions overtaken = found.get();
            Merge.Sides sides = sides(overtaken);
            Merge merge = Merge.of(sides);
            Map<String, List<String>> fields = new LinkedHashMap<>(merge.fields());
            for (FieldDifference both : merge.both()) {
                String name = merge.formName(both.field());
                if (mine.contains(name) == theirs.contains(name)) {
                    return false;
                }
                fields.put(both.field(), mine.contains(name) ? both.mine() : both.theirs());
            }
            Map<String, List<String>> now = drafts.history(draft, revision).now();
            Map<String, List<String>> changed = new LinkedHashMap<>();
            fields.forEach((field, values) -> {
                if (!values.equals(now.getOrDefault(field, List.of()))) {
                    changed.put(field, values);
                }
            });
            if (!merge.places().equals(DraftHistory.places(now))) {
                changed.put(Draft.PLACES, texts(merge.places()));
            }
            changed.put(DraftHistory.BROUGHT, texts(sides.theirs().places()));
            // Under a name of its own, so that every page that has the draft open is told what came in.
            drafts.append(draft, revision, changed, "version " + overtaken.latest.version(), who);
            jdbc.sql("update draft set amends = ? where id = ?")
                    .params(latest, draft)
                    .update();
            return true;
        });
    }

    private Optional<Versions> latest(Draft draft) {
        if (draft.amends() == null || draft.closedAs() != null) {
            return Optional.empty();
        }
        ClosedRecord amended = records.find(draft.amends()).orElseThrow();
        return amended.superseded() == null
                ? Optional.empty()
                : Optional.of(new Versions(draft, amended, records.latest(amended.chain())));
    }

    /** All three under the names that fields and places have in the draft. */
    private Merge.Sides sides(Versions overtaken) {
        DraftHistory history = drafts.history(overtaken.draft.id(), overtaken.draft.revision());
        Map<String, List<String>> state = history.now();
        List<String> origins = origins(overtaken.amended);
        List<Integer> brought = DraftHistory.brought(state, origins.size());
        List<Integer> theirs = new ArrayList<>();
        int next = history.highest() + 1;
        for (String origin : origins(overtaken.latest)) {
            int known = origins.indexOf(origin);
            theirs.add(known >= 0 ? brought.get(known) : next++);
        }
        return new Merge.Sides(
                side(overtaken.amended, brought),
                new Merge.Side(state, DraftHistory.places(state)),
                side(overtaken.latest, theirs));
    }

    private Merge.Side side(ClosedRecord record, List<Integer> places) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        drafts.find(record.draft())
                .orElseThrow()
                .fields()
                .forEach((name, values) -> fields.put(DraftHistory.ownName(name, places), values));
        return new Merge.Side(fields, places);
    }

    /** For every painful place of a record where it was first named: places of two versions with the same origin are the same place. */
    private List<String> origins(ClosedRecord record) {
        Map<String, List<String>> state =
                drafts.history(record.draft(), Long.MAX_VALUE).now();
        List<String> before = record.previous() == null
                ? List.of()
                : origins(records.find(record.previous()).orElseThrow());
        List<Integer> brought = DraftHistory.brought(state, before.size());
        return DraftHistory.places(state).stream()
                .map(place ->
                        brought.contains(place) ? before.get(brought.indexOf(place)) : record.draft() + " " + place)
                .toList();
    }

    private static List<FieldDifference> differences(List<FieldDifference> differences, Merge merge) {
        return differences.stream()
                .map(d -> new FieldDifference(merge.formName(d.field()), d.before(), d.mine(), d.theirs()))
                .toList();
    }

    private static Map<String, List<String>> named(Merge merge) {
        return merge.fields().entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .collect(Collectors.toMap(
                        e -> merge.formName(e.getKey()), Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    private static List<String> texts(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).toList();
    }
}
