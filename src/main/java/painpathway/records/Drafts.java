package painpathway.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The drafts: every answer is kept as it is given, and when two people answer the same draft, neither loses anything. */
@Component
public class Drafts {

    private static final int LONGEST_FIELD = 120;
    private static final int LONGEST_ANSWER = 20_000;
    private static final int LONGEST_REFERENCE = 120;
    private static final String ROWS =
            "select id, revision, reference, urgency, created, changed, amends, follows, closed_as from draft";
    private static final String NEXT_VALUE = "\n";

    private final Store store;
    private final JdbcClient jdbc;

    Drafts(Store store) {
        this.store = store;
        this.jdbc = store.jdbc();
    }

    /**
     * A draft after a save.
     *
     * @param changes what others changed since the saving page was made
     * @param refused how many answers came too late because the draft was closed
     * @param emptied fields that the page still shows and that what it saved made blank
     */
    public record Saved(Draft draft, List<ConcurrentChange> changes, int refused, Set<String> emptied) {}

    /** Makes a new draft with these fields and returns its id; part of the change that begins it. */
    String insert(Map<String, List<String>> fields, int places) {
        String id = Store.newId();
        OffsetDateTime now = Store.now();
        jdbc.sql("insert into draft (id, revision, reference, folded, created, changed) values (?, 0, '', '', ?, ?)")
                .params(id, now, now)
                .update();
        write(id, 0, new DraftHistory(List.of()), Edit.first(fields, places));
        return id;
    }

    /** A draft as it is now. */
    public Optional<Draft> find(String id) {
        return row(id, "").map(row -> draft(row, history(id, row.revision)));
    }

    /** The drafts that were changed last, newest first. */
    public List<Draft> latest(int most) {
        return jdbc
                .sql(ROWS + " where closed_as is null and discarded is null order by changed desc limit ?")
                .param(most)
                .query(Drafts::row)
                .list()
                .stream()
                .map(row -> draft(row, history(row.id, row.revision)))
                .toList();
    }

    /**
     * Saves the contents of a page: its changes are added to what others have saved since. If both changed the same field,
     * the later answer wins and both people are told.
     */
    public Optional<Saved> save(String id, Edit edit) {
        return save(id, edit, draft -> Set.of());
    }

    /** The same; {@code outdated} says which fields are about something else once the page is saved, and these are made blank with it. */
    public Optional<Saved> save(String id, Edit edit, Function<Draft, Set<String>> outdated) {
        return store.change(() -> {
            // The lock on the draft makes the saves of all its pages wait for each other.
            Optional<Row> before = row(id, " for update");
            if (before.isEmpty()) {
                return Optional.empty();
            }
            Row row = before.get();
            DraftHistory history = history(id, row.revision);
            int refused = 0;
            Set<String> emptied = Set.of();
            if (row.closedAs != null) {
                refused = history.changedBy(edit).size();
            } else if (inTurn(id, edit) && write(id, row.revision, history, edit)) {
                row = row(id, "").orElseThrow();
                history = history(id, row.revision);
                emptied = outdated.apply(draft(row, history));
                if (!emptied.isEmpty() && write(id, row.revision, history, edit.blank(row.revision, emptied))) {
                    row = row(id, "").orElseThrow();
                    history = history(id, row.revision);
                }
            }
            return Optional.of(new Saved(
                    draft(row, history),
                    history.concurrentChanges(edit.base(), edit.page().tab()),
                    refused,
                    emptied));
        });
    }

    /** What others changed since a page was made, with the draft as it is now. */
    public Optional<Saved> since(String id, long revision, String tab) {
        return row(id, "").map(row -> {
            DraftHistory history = history(id, row.revision);
            return new Saved(draft(row, history), history.concurrentChanges(revision, tab), 0, Set.of());
        });
    }

    /** Keeps the urgency of a draft for the list of drafts; an earlier save does not overwrite a later one. */
    public void assessed(Draft draft, String urgency) {
        if (!urgency.equals(draft.urgency())) {
            store.change(() -> jdbc.sql("update draft set urgency = ? where id = ? and revision = ?")
                    .params(urgency, draft.id(), draft.revision())
                    .update());
        }
    }

    private boolean inTurn(String id, Edit edit) {
        if (edit.page().turn() == 0) {
            return true;
        }
        List<Long> last = jdbc.sql("select turn from draft_tab where draft = ? and tab = ?")
                .params(id, edit.page().tab())
                .query(Long.class)
                .list();
        if (last.isEmpty()) {
            jdbc.sql("insert into draft_tab (draft, tab, turn) values (?, ?, ?)")
                    .params(id, edit.page().tab(), edit.page().turn())
                    .update();
        } else if (last.get(0) >= edit.page().turn()) {
            return false;
        } else {
            jdbc.sql("update draft_tab set turn = ? where draft = ? and tab = ?")
                    .params(edit.page().turn(), id, edit.page().tab())
                    .update();
        }
        return true;
    }

    private boolean write(String id, long revision, DraftHistory history, Edit edit) {
        return append(
                id,
                revision,
                history.changedBy(edit),
                edit.page().tab(),
                edit.page().who());
    }

    /** Adds changes to a draft and its history; false where there are none. Whoever calls it holds the lock on the draft. */
    boolean append(String id, long revision, Map<String, List<String>> changed, String tab, String who) {
        changed.keySet().removeIf(field -> field.length() > LONGEST_FIELD);
        if (changed.isEmpty()) {
            return false;
        }
        long next = revision + 1;
        OffsetDateTime now = Store.now();
        changed.forEach((field, values) -> jdbc.sql(
                        "insert into answer_change (draft, revision, field, answer, given, tab, who) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, next, field, text(values), now, tab, who)
                .update());
        jdbc.sql("update draft set revision = ?, changed = ?, discarded = null where id = ?")
                .params(next, now, id)
                .update();
        if (changed.containsKey(Draft.REFERENCE)) {
            String reference = cut(String.join(" ", changed.get(Draft.REFERENCE)), LONGEST_REFERENCE);
            jdbc.sql("update draft set reference = ?, folded = ? where id = ?")
                    .params(reference, Folded.of(reference), id)
                    .update();
        }
        return true;
    }

    /** Every change of a draft up to a revision. */
    DraftHistory history(String id, long revision) {
        return new DraftHistory(jdbc.sql(
                        "select revision, field, answer, given, tab, who from answer_change where draft = ? and revision <= ? order by revision, field")
                .params(id, revision)
                .query(Drafts::change)
                .list());
    }

    private static DraftHistory.FieldChange change(ResultSet row, int number) throws SQLException {
        String answer = row.getString("answer");
        return new DraftHistory.FieldChange(
                row.getLong("revision"),
                row.getString("field"),
                answer.isEmpty() ? List.of() : Arrays.asList(answer.split(NEXT_VALUE)),
                row.getObject("given", OffsetDateTime.class).toInstant(),
                row.getString("tab"),
                row.getString("who"));
    }

    /** Values as one text. Each comes from one line of a form, so a line break can separate them. */
    private static String text(List<String> values) {
        String text = values.stream()
                .map(v -> v.replace("\n", " ").replace("\u0000", ""))
                .collect(Collectors.joining(NEXT_VALUE));
        return cut(text, LONGEST_ANSWER);
    }

    /** As much as a column takes, and no half of a surrogate pair at its end. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    private record Row(
            String id,
            long revision,
            String reference,
            @Nullable String urgency,
            OffsetDateTime created,
            OffsetDateTime changed,
            @Nullable String amends,
            @Nullable String follows,
            @Nullable String closedAs) {}

    private Optional<Row> row(String id, String lock) {
        return jdbc.sql(ROWS + " where id = ?" + lock)
                .param(id)
                .query(Drafts::row)
                .optional();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getLong("revision"),
                row.getString("reference"),
                row.getString("urgency"),
                row.getObject("created", OffsetDateTime.class),
                row.getObject("changed", OffsetDateTime.class),
                row.getString("amends"),
                row.getString("follows"),
                row.getString("closed_as"));
    }

    private static Draft draft(Row row, DraftHistory history) {
        Map<String, List<String>> state = history.now();
        return new Draft(
                row.id,
                row.revision,
                row.reference,
                row.urgency,
                row.created.toInstant(),
                row.changed.toInstant(),
                row.amends,
                row.follows,
                row.closedAs,
                DraftHistory.places(state).size(),
                DraftHistory.form(state));
    }
}
