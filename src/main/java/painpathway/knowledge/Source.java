package painpathway.knowledge;

/**
 * A document or guideline that the knowledge is based on.
 *
 * @param status {@code seen} (its text was read), {@code summary} (only someone else's summary was read),
 *               {@code unverified} (from memory or convention) or {@code ours} (a reading that this project settled)
 * @param via    who summarised it, or null
 * @param year   of publication, or null where it is not known
 */
public record Source(String id, String kind, String title, String publisher, String year, String address, String via,
                     String status, String reviewed, int line) {

    /** A place in a source: what a rule, note or stance cites. {@code fact} is the fact's id where one is meant, else null. */
    public record Citation(Source source, String section, String fact) {
    }
}
