package painpathway.records;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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
                  from (select id, id as draft, reference, folded, sample, discarded, urgency, changed as moment,
                               cast(null as timestamp with time zone) as handled, cast(null as varchar(60)) as handled_by,
                               cast(null as varchar(60)) as closed_by, 0 as version, cast(null as varchar(32)) as superseded
                        from draft where closed_as is null
                        union all
                        select r.id, r.draft, r.reference, d.folded, d.sample, cast(null as timestamp with time zone), r.urgency, r.closed,
                               r.handled, r.handled_by, r.closed_by, r.version, r.superseded
                        from record r join draft d on d.id = r.draft
                        where r.superseded is null or (r.handled is null and r.urgency in ('emergency', 'urgent'))) one) entry
            where ((:kind = 'bin' and discarded is not null)
                   or (discarded is null
                       and (:kind = 'all' or (:kind = 'drafts' and version = 0) or (:kind = 'closed' and version > 0)
                            or (:kind = 'unhandled' and version > 0 and handled is null))))
              and (:urgency = '' or urgency = :urgency)
              and (:samples or not sample)
              and folded like :reference escape '!'
              and moment >= :since and moment < :until
            """;
    private static final String LINES = """
            select entry.*, coalesce(closed_by, (select max(c.who) from answer_change c where c.draft = entry.draft
                and c.revision = (select max(n.revision) from answer_change n where n.draft = entry.draft))) as who
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
     * @param kind      all, drafts, closed, unhandled or bin
     * @param reference part of it, in any case and with or without accents; empty for all
     * @param urgency   the word of the JSON contract; empty for all
     * @param samples   whether made-up patients are looked for too
     */
    public record Search(
            String kind, String reference, String urgency, Instant since, Instant until, boolean samples) {}

    /** One page of the results, and how many there are in all. */
    public record Found(List<WorklistLine> lines, int total) {}

    /** One page of the results; the first has the number 0. */
    public Found find(Search search, int page, int size) {
        foldOldReferences();
        int total = with("select count(*) " + ALL, search).query(Integer.class).single();
        List<WorklistLine> lines = with(LINES + ALL + ORDER, search)
                .param("size", size)
                .param("skip", (long) page * size)
                .query(WorklistLine::of)
                .list();
        return new Found(lines, total);
    }

    /** Those from before the program searched this way. */
    private void foldOldReferences() {
        jdbc.sql("select id, reference from draft where folded is null")
                .query((r, n) -> List.of(r.getString("id"), r.getString("reference")))
                .list()
                .forEach(draft -> jdbc.sql("update draft set folded = ? where id = ? and folded is null")
                        .params(Folded.of(draft.get(1)), draft.get(0))
                        .update());
    }

    private JdbcClient.StatementSpec with(String sql, Search search) {
        String part = Folded.of(search.reference)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return jdbc.sql(sql)
                .param("kind", search.kind)
                .param("urgency", search.urgency)
                .param("samples", search.samples)
                .param("reference", "%" + part + "%")
                .param("since", search.since.atOffset(ZoneOffset.UTC))
                .param("until", search.until.atOffset(ZoneOffset.UTC));
    }
}
