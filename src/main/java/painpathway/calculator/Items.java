package painpathway.calculator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Adds up the points of a form whose questions all have the same answers, worth 0, 1, 2 ... points. */
public record Items(List<String> items, List<String> answers) implements Sum {

    Working work(Entered entered) {
        List<Working.Line> lines = new ArrayList<>();
        for (int row = 1; row <= items.size(); row++) {
            String points = entered.text(row, Entered.WHAT);
            if (points.matches("\\d") && Integer.parseInt(points) < answers.size()) {
                BigDecimal number = new BigDecimal(points);
                lines.add(Working.Line.points(items.get(row - 1), number));
            }
        }
        boolean begun = !lines.isEmpty();
        return Working.of(lines, begun && lines.size() < items.size(), false, List.of());
    }
}
