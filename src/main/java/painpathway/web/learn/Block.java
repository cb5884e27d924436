package painpathway.web.learn;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import painpathway.folder.Location;
import painpathway.knowledge.Review;

/** A part of a page, which the template draws by its kind. */
public sealed interface Block {

    /** The name of the fragment that draws it. */
    default String fragment() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT) + "Block";
    }

    /** A sentence or two; {@code label} is empty where they need none. */
    record Prose(String label, String text) implements Block {}

    /** Where a statement is from; {@code says} is what is said there, where the page does not say it already. */
    record Cited(String label, List<Citing> sides) implements Block {}

    /** One source of a statement. */
    record Citing(
            @Nullable String says,
            Subject source,
            String section,
            @Nullable Subject fact,
            String evidence,
            @Nullable String address) {

        /** The same source of something that is said there in these words. */
        Citing saying(String words) {
            return new Citing(words, source, section, fact, evidence, address);
        }

        static Citing of(
                Subject source, String section, @Nullable Subject fact, String evidence, @Nullable String address) {
            return new Citing(null, source, section, fact, evidence, address);
        }
    }

    /** Links to pages; with {@code more} where there are too many to list. */
    record Refs(String label, List<Ref> refs, @Nullable More more) implements Block {

        Refs(String label, List<Ref> refs) {
            this(label, refs, null);
        }

        /** So many more are elsewhere. */
        record More(int count, String address) {}
    }

    /** One link, with tags and what is worth saying of it here. */
    record Ref(Subject subject, List<Tag> tags, @Nullable String note) {

        Ref(Subject subject, List<Tag> tags) {
            this(subject, tags, null);
        }

        /** The same link, and this is worth saying of it. */
        Ref noted(String said) {
            return new Ref(subject, tags, said);
        }
    }

    /** A rule or a law as it is written. */
    record Code(String label, Location at, List<Excerpt.Line> lines) implements Block {}

    /** Rules as rows, what they read as columns. */
    record Table(String label, DecisionTable table) implements Block {}

    /** Names with their values, such as the options of a question. */
    record Rows(String label, List<Row> rows) implements Block {}

    /** A name with its value, and the page that it has, if it has one. */
    record Row(@Nullable Subject subject, String name, String value) {

        Row(String name, String value) {
            this(null, name, value);
        }
    }

    /** Whether a clinician has reviewed it; {@code lasts} is null where no review is ever due again. */
    record Reviewed(@Nullable Review review, @Nullable Period lasts) implements Block {

        /** Whether a new one is due on this day. */
        public boolean due(LocalDate today) {
            return review != null && review.due(today, lasts);
        }
    }

    /** Several lists beside each other. */
    record Columns(String label, List<Refs> columns) implements Block {}
}
