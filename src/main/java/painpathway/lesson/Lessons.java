package painpathway.lesson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import painpathway.folder.Faults;
import painpathway.rules.RuleBook;
import painpathway.vignette.Vignette;

/** The lessons of a rules folder, in the order of their files. */
public final class Lessons {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final String ENDING = ".md";

    private Lessons() {}

    /** Reads all of them. What is wrong goes to {@code faults}: also a link to a page, a case or a step that does not exist. */
    public static List<Lesson> load(RuleBook book, List<Vignette> vignettes, Collection<String> laws, Faults faults) {
        Map<String, String> files = new LinkedHashMap<>();
        book.folder().below(Lesson.FOLDER).forEach((path, text) -> files.put(id(path), text));
        OwnPages pages = new OwnPages(book, vignettes, files.keySet(), laws);
        List<Lesson> lessons = new ArrayList<>();
        files.forEach((id, text) -> {
            String file = Lesson.FOLDER + "/" + id + ENDING;
            if (!ID.matcher(id).matches()) {
                faults.add(
                        file,
                        0,
                        "should be named with small letters, digits and hyphens: its name is part of an address");
            }
            lessons.add(new LessonReader(file, pages, faults).read(id, text));
        });
        return List.copyOf(lessons);
    }

    private static String id(String path) {
        return path.substring(Lesson.FOLDER.length() + 1, path.length() - ENDING.length());
    }
}
