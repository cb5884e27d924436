package painpathway.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.folder.YamlMapping;

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
        @Nullable String publisher,
        @Nullable String year,
        @Nullable String address,
        @Nullable String via,
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

    /** The file with the sources. */
    static final String FILE = "knowledge/sources.yaml";

    /**
     * How well a statement is supported, the strongest first; the words of {@code @evidence} and of a source's status.
     * The last claims nothing of a source that is named beside it: the threshold is the project's own.
     */
    public static final List<String> EVIDENCE = List.of("seen", "summary", "unverified", OURS);

    private static final List<String> KINDS = List.of(
            DOCUMENT,
            "guideline",
            "coverage-policy",
            "review",
            "study",
            "regulator",
            "reference",
            FURTHER_READING,
            OURS);

    static Source read(YamlMapping e, List<String> sections) {
        Source source = new Source(
                e.text("id"),
                required(e, "kind", KINDS),
                e.text("title"),
                e.optional("publisher"),
                e.optional("year"),
                e.optional("address"),
                e.optional("via"),
                required(e, "status", EVIDENCE),
                e.text("reviewed"),
                sections,
                e.line());
        if (source.kind.equals(OURS) != source.status.equals(OURS)) {
            e.fault("status", "'status' should be ours where 'kind' is, and nowhere else");
        }
        return source;
    }

    /** Stands for a source that is cited and does not exist, so that the rest of the folder can still be read for faults. */
    static Source missing(String id) {
        return new Source(id, DOCUMENT, "", "", "", "", "", EVIDENCE.get(0), "", List.of(), 0);
    }

    /** One of a closed list of words; if it is missing or misspelt, a fault and the first of them. */
    static String required(YamlMapping e, String key, List<String> words) {
        if (e.optional(key) == null) {
            e.fault(key, "'" + key + "' is missing; it should be one of " + words);
            return words.get(0);
        }
        String word = e.oneOf(key, words);
        return word == null ? words.get(0) : word;
    }

    /** True where a statement with this evidence may rest on this source: it never claims more than was read. */
    boolean bears(String evidence) {
        String most = kind.equals(FURTHER_READING) ? "unverified" : status;
        return EVIDENCE.indexOf(evidence) >= EVIDENCE.indexOf(most);
    }

    /**
     * The part of a source that a rule, note or stance cites.
     *
     * @param fact the fact's id where one is meant, else null
     */
    public record Citation(
            Source source, String section, @Nullable String fact) {

        /** Stands for a citation that is missing, which has been reported. */
        public static final Citation MISSING = new Citation(Source.missing(""), "");

        /** A section of a source that is not one of the documents. */
        public Citation(Source source, String section) {
            this(source, section, null);
        }
    }
}
