package painpathway.records;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Drafts and closed records in the order in which they should be dealt with: emergencies that nobody has handled, the oldest
 * first; then what is urgent, the same way; then the rest, the newest first. Of an amended record the last version is listed, and
 * every emergency or urgent one among those before it that nobody has handled: no later version makes it go away.
 */
@Component
public class Worklist {

    private static final String ALL = """
            from (select one.*, case when handled is null and urgency = 'emergency' then 0
                                     when handled is null and urgency = 'urgent' then 1 else 2 end as pressing
                  from (select id, reference, urgency, changed as moment, cast(null as timestamp with time zone) as handled, 0 as version,
                               cast(null as varchar(32)) as superseded
                        from draft where closed_as is null
                        union all
                        select id, reference, urgency, closed as moment, handled, version, superseded from record
                        where superseded is null or (handled is null and urgency in ('emergency', 'urgent'))) one) entry
            where (:kind = 'all' or (:kind = 'drafts' and version = 0) or (:kind = 'closed' and version > 0)
                   or (:kind = 'unhandled' and version > 0 and handled is null))
              and (:urgency = '' or urgency = :urgency)
              and lower(reference) like :reference escape '!'
              and moment >= :since and moment < :until
            """;
    private static final String ORDER =
            "order by pressing, case when pressing < 2 then moment end, moment desc, id limit :size offset :skip";

    private final JdbcClient jdbc;

    Worklist(Store store) {
        this.jdbc = store.jdbc();
    }

    /**
     * What to look for.
     *
     * @param kind      all, drafts, closed or unhandled
     * @param reference part of it, in any case; empty for all
     * @param urgency   the word of the JSON contract; empty for all
     */
    public record Search(String kind, String reference, String urgency, Instant since, Instant until) {}

    /** One draft (version 0) or record; {@code superseded} where a later version amends it. */
    public record Listed(
            String id,
            String reference,
            @Nullable String urgency,
            Instant at,
            @Nullable Instant handled,
            int version,
            boolean superseded) {}

    /** One page of the results, and how many there are in all. */
    public record Found(List<Listed> lines, int total) {}

    /** One page of the results; the first has the number 0. */
    public Found find(Search search, int page, int size) {
        int total = with("select count(*) " + ALL, search).query(Integer.class).single();
        List<Listed> lines = with("select entry.* " + ALL + ORDER, search)
                .param("size", size)
                .param("skip", (long) page * size)
                .query((r, n) -> new Listed(
                        r.getString("id"),
                        r.getString("reference"),
                        r.getString("urgency"),
                        r.getObject("moment", OffsetDateTime.class).toInstant(),
                        Records.instant(r, "handled"),
                        r.getInt("version"),
                        r.getString("superseded") != null))
                .list();
        return new Found(lines, total);
    }

    private JdbcClient.StatementSpec with(String sql, Search search) {
        String part = search.reference
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return jdbc.sql(sql)
                .param("kind", search.kind)
                .param("urgency", search.urgency)
                .param("reference", "%" + part + "%")
                .param("since", search.since.atOffset(ZoneOffset.UTC))
                .param("until", search.until.atOffset(ZoneOffset.UTC));
    }
}
