package painpathway.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import painpathway.folder.Faults;
import painpathway.folder.RulesFolder;
import painpathway.folder.YamlMapping;

/**
 * Two figures with the options of one question drawn on them, so that a place can be shown instead of named.
 *
 * @param question the question whose options are drawn
 * @param side     the question that a one-sided shape answers too, or null
 * @param beside   questions that are shown together for every painful place
 * @param body     outline of every figure, as SVG path data
 */
public record BodyChart(
        Question question,
        @Nullable Question side,
        List<Question> beside,
        int width,
        int height,
        String body,
        List<Figure> figures) {

    /** The file with the chart; a rules folder need not have one. */
    public static final String FILE = "body-chart.yaml";

    // Only what a path is made of, so that it cannot be anything else.
    private static final Pattern PATH = Pattern.compile("M[-MLHVCSQTAZ0-9., ]+");

    /** One view of the body. {@code ends} are the labels to its left and right; {@code marks} only help to recognise it. */
    public record Figure(String id, String title, List<String> ends, List<String> marks, List<Shape> shapes) {}

    /** The shape of one option. {@code side} is the option of the side question, or null; {@code at} is where its rank number goes, or null. */
    public record Shape(
            Question.@Nullable Option option,
            Question.@Nullable Option side,
            String path,
            @Nullable Point at) {}

    /** A point on the sheet. */
    public record Point(double x, double y) {}

    /** The questions that say together where a place is: the one drawn, and that of its side. */
    public List<Question> where() {
        return side == null ? List.of(question) : List.of(question, side);
    }

    /** Reads and checks the chart; null if the folder has none. */
    static @Nullable BodyChart load(RulesFolder folder, Questionnaire questionnaire, Faults faults) {
        if (folder.text(FILE) == null) {
            return null;
        }
        YamlMapping file = YamlMapping.read(folder, FILE, faults);
        Question question = question(file, "question", file.text("question"), questionnaire, faults);
        String sideId = file.optional("side");
        Question side = sideId == null ? null : question(file, "side", sideId, questionnaire, faults);
        List<Question> beside = new ArrayList<>();
        for (String id : file.texts("beside")) {
            Question one = question(file, "beside", id, questionnaire, faults);
            if (one != null) {
                beside.add(one);
            }
        }
        Double width = file.number("width");
        Double height = file.number("height");
        String body = path(file, "body");
        List<Figure> figures = new ArrayList<>();
        for (YamlMapping entry : file.someEntries("figures")) {
            List<String> ends = entry.texts("ends");
            if (ends.size() != 2) {
                entry.fault("ends", "'ends' should name what is on the left and on the right");
            }
            List<String> marks = entry.texts("marks");
            marks.stream()
                    .filter(m -> !PATH.matcher(m).matches())
                    .forEach(m -> entry.fault("marks", "'" + m + "' is not path data"));
            List<Shape> shapes = new ArrayList<>();
            for (YamlMapping shape : entry.someEntries("shapes")) {
                shapes.add(new Shape(
                        option(shape, "option", question, faults),
                        option(shape, "side", side, faults),
                        path(shape, "path"),
                        at(shape)));
                shape.done();
            }
            figures.add(new Figure(entry.text("id"), entry.text("title"), ends, marks, List.copyOf(shapes)));
            entry.done();
        }
        if (width == null || height == null) {
            file.fault("width", "'width' and 'height' are missing");
        }
        file.done();
        Set<Question> shown = new LinkedHashSet<>(beside);
        return question == null || width == null || height == null
                ? null
                : new BodyChart(
                        question,
                        side,
                        List.copyOf(shown),
                        width.intValue(),
                        height.intValue(),
                        body,
                        List.copyOf(figures));
    }

    private static @Nullable Question question(
            YamlMapping entry, String key, String id, Questionnaire questionnaire, Faults faults) {
        Question question = questionnaire.question(id);
        if (question == null) {
            faults.unknown(entry.file(), entry.line(key), "the question", id, questionnaire.ids());
        } else if (!question.perPain() || !key.equals("beside") && question.type() != Question.Type.CHOICE) {
            entry.fault(key, "'" + id + "' should be a choice that is asked for each place");
        }
        return question;
    }

    private static Question.@Nullable Option option(
            YamlMapping entry, String key, @Nullable Question question, Faults faults) {
        String id = key.equals("side") ? entry.optional(key) : entry.text(key);
        if (id == null || question == null) {
            return null;
        }
        Question.Option option = question.option(id);
        if (option == null) {
            faults.unknown(
                    entry.file(), entry.line(key), "in '" + question.id() + "' the option", id, question.optionIds());
        }
        return option;
    }

    private static String path(YamlMapping entry, String key) {
        String path = entry.text(key);
        if (!path.isEmpty() && !PATH.matcher(path).matches()) {
            entry.fault(key, "'" + key + "' should be path data");
        }
        return path;
    }

    private static @Nullable Point at(YamlMapping entry) {
        if (!entry.has("at")) {
            return null;
        }
        List<Double> numbers = new ArrayList<>();
        for (String text : entry.texts("at")) {
            if (text.matches("\\d{1,4}(\\.\\d{1,3})?")) {
                numbers.add(Double.valueOf(text));
            }
        }
        if (numbers.size() != 2) {
            entry.fault("at", "'at' should be two different numbers");
            return null;
        }
        return new Point(numbers.get(0), numbers.get(1));
    }
}
