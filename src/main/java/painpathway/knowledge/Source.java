package painpathway.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.folder.EnumWords;
import painpathway.folder.YamlMapping;

/**
 * A document or guideline that the knowledge is based on.
 *
 * @param year     of publication, or null where it is not known
 * @param address  the publisher's own, or null where none is known
 * @param via      where it was read or who summarised it; null where it was read at its address
 * @param status   how much of it was read
 * @param sections the parts that may be cited; for one of the documents, the sections of its facts
 */
public record Source(
        String id,
        Kind kind,
        String title,
        @Nullable String publisher,
        @Nullable String year,
        @Nullable String address,
        @Nullable String via,
        Evidence status,
        String reviewed,
        List<String> sections,
        int line) {

    /** What kind of text it is. */
    public enum Kind {
        /** One of the documents whose facts are listed one by one. */
        DOCUMENT,
        GUIDELINE,
        COVERAGE_POLICY,
        REVIEW,
        STUDY,
        REGULATOR,
        REFERENCE,
        /** Notes and wikis that are named for the reader and are never the only reason for anything. */
        FURTHER_READING,
        /** A patient whom others have published: only vignettes cite it. A rule would be tried on what it was made from. */
        CASE_REPORT,
        /** A reading that this project settled. */
        OURS;

        /** Its word in YAML and in JSON. */
        public String word() {
            return EnumWords.of(this);
        }

        @Override
        public String toString() {
            return word();
        }
    }

    /** The file with the sources. */
    static final String FILE = "knowledge/sources.yaml";

    static Source read(YamlMapping e, List<String> sections) {
        Source source = new Source(
                e.text("id"),
                e.required("kind", Kind.class),
                e.text("title"),
                e.optional("publisher"),
                e.optional("year"),
                e.optional("address"),
                e.optional("via"),
                e.required("status", Evidence.class),
                e.text("reviewed"),
                sections,
                e.line());
        if ((source.kind == Kind.OURS) != (source.status == Evidence.OURS)) {
            e.fault("status", "'status' should be ours where 'kind' is, and nowhere else");
        }
        return source;
    }

    /** Stands for a source that is cited and does not exist, so that the rest of the folder can still be read for faults. */
    static Source missing(String id) {
        return new Source(id, Kind.DOCUMENT, "", "", "", "", "", Evidence.SEEN, "", List.of(), 0);
    }

    /** True where a statement with this evidence may rest on this source: it never claims more than was read. */
    boolean bears(Evidence evidence) {
        Evidence most = kind == Kind.FURTHER_READING ? Evidence.UNVERIFIED : status;
        return evidence.compareTo(most) >= 0;
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
