package painpathway.web.whatif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import painpathway.knowledge.Intervention;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.sweep.Sweep;
import painpathway.sweep.Sweep.Outcome;
import painpathway.sweep.Value;
import painpathway.web.learn.Kind;
import painpathway.web.learn.PageParts;
import painpathway.web.learn.Subject;
import painpathway.web.whatif.SweepPage.Cell;
import painpathway.web.whatif.SweepPage.Grid;
import painpathway.web.whatif.SweepPage.Head;
import painpathway.web.whatif.SweepPage.Line;
import painpathway.web.whatif.SweepPage.Strip;

/** Draws what a sweep finds as a strip or a grid; neighbours that lead to the same are drawn as one. */
record SweepViews(PageParts parts, Sweep sweep, Assessment patient) {

    /** Values that belong together, with what they lead to. */
    private record Group(Value value, Outcome outcome) {}

    Strip strip(Item item) {
        List<Group> groups = new ArrayList<>();
        for (Outcome outcome : sweep.of(patient, item, item.place())) {
            Group last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            Value joined = last == null || !same(last.outcome, outcome) ? null : last.value.joined(outcome.value());
            if (joined != null) {
                groups.set(groups.size() - 1, new Group(joined, outcome));
            } else {
                groups.add(new Group(outcome.value(), outcome));
            }
        }
        List<Line> varying = new ArrayList<>();
        Map<Subject, String> constant = new LinkedHashMap<>();
        for (Intervention intervention : parts.book().catalogue().interventions()) {
            Function<Group, String> verdict =
                    g -> g.outcome.verdicts().get(intervention.index()).word();
            List<Cell> cells = cells(groups, verdict);
            Subject subject = parts.bench().subjects().known(Kind.INTERVENTIONS, intervention.id());
            if (groups.stream().map(verdict).distinct().count() == 1) {
                constant.put(subject, cells.get(0).word());
            } else {
                varying.add(new Line(subject, cells));
            }
        }
        return new Strip(
                groups.stream().map(g -> head(item, g.value, patient)).toList(),
                Line.ofUrgency(cells(groups, g -> g.outcome.urgency())),
                varying,
                constant);
    }

    private static boolean same(Outcome one, Outcome other) {
        return one.verdicts().equals(other.verdicts()) && one.urgency().equals(other.urgency());
    }

    private static List<Cell> cells(List<Group> groups, Function<Group, String> word) {
        List<Cell> cells = new ArrayList<>();
        boolean numbers = groups.stream().anyMatch(g -> g.value.span() != null);
        for (int i = 0; i < groups.size(); i++) {
            String said = word.apply(groups.get(i));
            Cell last = cells.isEmpty() ? null : cells.get(cells.size() - 1);
            // A blank is no number next to the least one, and the options of a list are rows.
            if (numbers && i > 1 && last != null && last.word().equals(said)) {
                cells.set(cells.size() - 1, new Cell(said, last.values() + 1));
            } else {
                cells.add(new Cell(said, 1));
            }
        }
        return cells;
    }

    Grid grid(Item across, Item down, Subject intervention) {
        int index = Objects.requireNonNull(parts.book().catalogue().intervention(intervention.id()))
                .index();
        List<List<String>> rows = new ArrayList<>();
        for (List<Outcome> row : sweep.of(patient, across, down, across.place())) {
            rows.add(row.stream().map(o -> o.verdicts().get(index).word()).toList());
        }
        List<Value> downs = merged(sweep.values(patient, down), rows);
        List<List<String>> columns = transposed(rows);
        List<Value> acrosses = merged(sweep.values(patient, across), columns);
        return new Grid(
                intervention,
                down.question().text(),
                acrosses.stream().map(v -> head(across, v, patient)).toList(),
                downs.stream().map(v -> head(down, v, patient)).toList(),
                transposed(columns));
    }

    /** Joins neighbours whose lines are equal; takes the lines out that are joined. */
    private static List<Value> merged(List<Value> values, List<List<String>> lines) {
        List<Value> merged = new ArrayList<>();
        for (Value value : values) {
            int at = merged.size();
            Value joined = at > 0 && lines.get(at).equals(lines.get(at - 1))
                    ? merged.get(at - 1).joined(value)
                    : null;
            if (joined != null) {
                merged.set(at - 1, joined);
                lines.remove(at);
            } else {
                merged.add(value);
            }
        }
        return merged;
    }

    private static List<List<String>> transposed(List<List<String>> rows) {
        List<List<String>> columns = new ArrayList<>();
        for (int i = 0; i < rows.get(0).size(); i++) {
            int column = i;
            columns.add(rows.stream().map(row -> row.get(column)).toList());
        }
        return columns;
    }

    private Head head(Item item, Value value, Assessment now) {
        Answer answer = now.answer(item);
        boolean here = value.covers(answer);
        if (value.answer() == null) {
            return new Head(parts.say("sweep.blank"), here);
        }
        if (value.span() != null) {
            String text = value.span().text();
            return new Head(
                    item.question().unit() == null
                            ? text
                            : text + " " + item.question().unit(),
                    here);
        }
        String option = value.option();
        if (option == null) {
            return new Head(parts.words().answers().of(item.question(), value.answer()), here);
        }
        String text = Objects.requireNonNull(item.question().option(option)).text();
        boolean taken = answer instanceof Answer.Choices several
                && several.options().contains(option)
                && !option.equals(Question.NONE)
                && !here;
        boolean list = item.question().type() == Question.Type.CHOICES && !option.equals(Question.NONE);
        return new Head(list ? parts.say(taken ? "sweep.without" : "sweep.with", text) : text, here);
    }
}
