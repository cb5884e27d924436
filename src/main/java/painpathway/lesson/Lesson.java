package painpathway.lesson;

import java.util.List;

/**
 * A lesson. Its HTML is safe to be shown as it is: whatever an author wrote as HTML is escaped.
 *
 * @param id    the name of its file, and part of its address
 * @param lead  what stands between the title and the first part, as HTML
 * @param parts what is shown one after the other
 * @param links where its links lead, each once, in their order
 */
public record Lesson(String id, String title, String lead, List<Part> parts, List<String> links) {

    /** The folder with the lessons. */
    public static final String FOLDER = "lessons";

    /** A part with its heading. */
    public record Part(String title, String html) {}
}
