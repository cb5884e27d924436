package painpathway.knowledge;

import java.util.List;

/**
 * A document or guideline that the knowledge is based on.
 *
 * @param year     of publication, or null where it is not known
 * @param address  the publisher's own, or null where none is known
 * @param via      where it was read or who summarised it; null where it was read at its address
 * @param status   {@code seen} (its text was read), {@code summary} (only someone else's summary was read),
 *                 {@code unverified} (from memory or convention) or {@code ours} (a reading that this project settled)
 * @param sections the parts that may be cited; for one of the documents, the sections of its facts
 */
public record Source(
        String id,
        String kind,
        String title,
        String publisher,
        String year,
        String address,
        String via,
        String status,
        String reviewed,
        List<String> sections,
        int line) {

    /** Kind of the documents whose facts are listed one by one. */
    static final String DOCUMENT = "document";

    /** Kind of the notes and wikis that are named for the reader and are never the only reason for anything. */
    static final String FURTHER_READING = "further-reading";
    /** Kind and status of the readings that this project settled. */
    static final String OURS = "ours";

    /** True where a statement with this evidence may rest on this source: it never claims more than was read. */
    boolean bears(String evidence) {
        String most = kind.equals(FURTHER_READING) ? "unverified" : status;
        return Catalogue.EVIDENCE.indexOf(evidence) >= Catalogue.EVIDENCE.indexOf(most);
    }

    /** A place in a source: what a rule, note or stance cites. {@code fact} is the fact's id where one is meant, else null. */
    public record Citation(Source source, String section, String fact) {}
}
