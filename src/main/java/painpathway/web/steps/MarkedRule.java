package painpathway.web.steps;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import painpathway.folder.Location;
import painpathway.web.advice.RuleView;
import painpathway.web.advice.RuleView.LineView;
import painpathway.web.learn.Excerpt;
import painpathway.web.learn.PageParts;

/** A rule as it is written, with what became of each of its conditions in one run. */
record MarkedRule(Location at, List<Line> lines) {

    /** How every condition begins; DRL has one for each line of a rule as logic, in the same order. */
    static final Pattern CONDITION = Pattern.compile("\\b(?:met|ruledOut|number|choice|choices|count)\\( *\"");

    /** A line with the mark of its condition; empty where it has none. */
    record Line(Excerpt.Line written, String mark) {}

    static MarkedRule of(RuleView rule, PageParts parts) {
        Excerpt excerpt = Excerpt.drl(parts.book().folder(), rule.rule().at());
        List<Excerpt.Line> written = excerpt.linked(parts.bench().subjects());
        Iterator<LineView> conditions = rule.lines().iterator();
        List<Line> lines = new ArrayList<>();
        boolean when = false;
        for (int i = 0; i < written.size(); i++) {
            String text = excerpt.lines().get(i);
            when = text.strip().equals("when") || when && !text.strip().equals("then");
            String mark = "";
            Matcher condition = CONDITION.matcher(text);
            while (when && condition.find() && conditions.hasNext()) {
                mark = weightier(mark, conditions.next().mark());
            }
            lines.add(new Line(written.get(i), mark));
        }
        return new MarkedRule(excerpt.at(), lines);
    }

    /** Of two conditions on one line, the one that keeps the rule from firing. */
    private static String weightier(String before, String mark) {
        return before.equals("failed") || before.equals("present") || before.equals("unknown") ? before : mark;
    }
}
