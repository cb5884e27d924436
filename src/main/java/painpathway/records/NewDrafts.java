package painpathway.records;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Begins drafts, each one once: however often the same form is sent, it leads to the same draft. */
@Component
public class NewDrafts {

    private static final String OPEN = " and closed_as is null and discarded is null";

    /** Whatever comes of the record of a sample patient is a sample as well. */
    private static final String SAMPLE_TOO =
            "((select max(case when d.sample then 1 else 0 end) from draft d join record r on r.draft = d.id where r.id = ?) = 1)";

    private final Store store;
    private final JdbcClient jdbc;
    private final Drafts drafts;

    NewDrafts(Store store, Drafts drafts) {
        this.store = store;
        this.jdbc = store.jdbc();
        this.drafts = drafts;
    }

    /** The first contents of a draft, and the token of the form that asks for it; without one, every request makes a draft. */
    public record First(String token, Map<String, List<String>> fields, int places) {}

    /**
     * Why a record is amended.
     *
     * @param by the initials of the person who amends it
     */
    public record Reason(String record, String by, String reason) {}

    /** Begins an intake, which may be a sample patient. */
    public String begin(First first, boolean sample) {
        return once(first, () -> insert(first, sample));
    }

    /** Begins an intake that follows up a record. */
    public String follow(String record, First first) {
        return once(first, () -> {
            String id = insert(first, false);
            jdbc.sql("update draft set follows = ?, sample = " + SAMPLE_TOO + " where id = ?")
                    .params(record, record, id)
                    .update();
            return id;
        });
    }

    private String once(First first, Supplier<String> insert) {
        return find("token = ?", first.token).orElseGet(() -> {
            try {
                return store.change(insert);
            } catch (DataIntegrityViolationException e) {
                // The other click of two was faster.
                return find("token = ?", first.token).orElseThrow(() -> e);
            }
        });
    }

    /**
     * Begins the next version of a record, with the answers of this one and those that came too late for it. Whoever has begun
     * to amend it already goes on with that draft.
     */
    public String amend(Reason why, First first, Map<String, List<String>> late) {
        String id = store.change(() -> {
            // The lock on the record puts the two clicks, or the two tabs, one after the other.
            jdbc.sql("select id from record where id = ? for update")
                    .param(why.record)
                    .query(String.class)
                    .single();
            return find("token = ?", first.token)
                    .or(() -> find("amends = ? and amended_by = ?" + OPEN, why.record, why.by))
                    .orElseGet(() -> insert(why, first));
        });
        if (!late.isEmpty()) {
            Draft draft = drafts.find(id).orElseThrow();
            int places = Math.max(draft.places(), first.places);
            Edit edit = new Edit(
                    draft.revision(), late, late.keySet(), late.keySet(), places, OptionalInt.empty(), page(why.by));
            drafts.save(id, edit);
        }
        return id;
    }

    /** Why a draft amends a record; empty if it amends none, or if nobody was asked for a reason then. */
    public Optional<Reason> reason(String draft) {
        return reasons("id = ? and amends is not null and amended_by is not null", draft).stream()
                .findFirst();
    }

    /**
     * An intake that follows up a record.
     *
     * @param closedAs the record that it has become, or null
     */
    public record FollowedUp(
            String draft, Instant begun, @Nullable String closedAs) {}

    /** The intakes that follow up a record, oldest first; of one that was amended the latest version. */
    public List<FollowedUp> followUps(String record) {
        return jdbc.sql("""
                        select d.id, d.created, d.closed_as from draft d left join record r on r.id = d.closed_as
                        where d.follows = ? and d.discarded is null and r.superseded is null
                              and (d.amends is null or d.closed_as is not null)
                        order by d.created, d.id""")
                .param(record)
                .query((r, n) -> new FollowedUp(
                        r.getString("id"),
                        r.getObject("created", OffsetDateTime.class).toInstant(),
                        r.getString("closed_as")))
                .list();
    }

    /** The record that an intake follows up; empty if it follows none. */
    public Optional<String> followed(String draft) {
        return jdbc.sql("select follows from draft where id = ? and follows is not null")
                .param(draft)
                .query(String.class)
                .optional();
    }

    /** Who is amending a record now. */
    public List<Reason> open(String record) {
        return reasons("amends = ? and amended_by is not null" + OPEN, record);
    }

    private List<Reason> reasons(String which, String id) {
        return jdbc.sql("select amends, amended_by, reason from draft where " + which + " order by created")
                .param(id)
                .query((r, n) -> new Reason(r.getString("amends"), r.getString("amended_by"), r.getString("reason")))
                .list();
    }

    private String insert(First first, boolean sample) {
        String id = drafts.insert(first.fields, first.places);
        jdbc.sql("update draft set token = nullif(?, ''), sample = ? where id = ?")
                .params(first.token, sample, id)
                .update();
        return id;
    }

    private String insert(Reason why, First first) {
        String id = drafts.insert(first.fields, first.places);
        jdbc.sql("""
                update draft set token = nullif(?, ''), amends = ?, amended_by = ?, reason = ?,
                       follows = (select d.follows from draft d join record r on r.draft = d.id where r.id = ?),
                       sample = """ + SAMPLE_TOO + " where id = ?")
                .params(first.token, why.record, why.by, why.reason, why.record, why.record, id)
                .update();
        return id;
    }

    private static Edit.OpenPage page(String by) {
        return new Edit.OpenPage("late", by, 0);
    }

    private Optional<String> find(String which, Object... values) {
        return jdbc.sql("select id from draft where " + which).params(values).query(String.class).list().stream()
                .findFirst();
    }
}
