package painpathway.web.steps;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.web.advice.RuleView;
import painpathway.web.learn.Block.Ref;
import painpathway.web.learn.Block.Rows;
import painpathway.web.learn.Case;
import painpathway.web.learn.Subject;
import painpathway.web.learn.Tag;

/**
 * One step of a run as a page.
 *
 * @param fired     the rule that fires; null at the answers and at the judging
 * @param judgement null before the judging
 */
record StepPage(
        Case patient,
        Position position,
        List<Rows> answers,
        List<Found> found,
        List<Standing> standings,
        @Nullable Fired fired,
        @Nullable Judgement judgement) {

    /**
     * Where the page is in the run.
     *
     * @param place from 1
     * @param of    the intervention that is looked at; empty if none is
     */
    record Position(int place, int places, int at, int last, String of, int nextChange, List<Segment> segments) {}

    /** A part of the run: the answers, the rules of one stage, or the judging. */
    record Segment(String name, int from, int to, boolean here) {

        /** How many steps it has. */
        public int steps() {
            return to - from + 1;
        }
    }

    /** A criterion or pattern that is met, and the step that found it. */
    record Found(Subject subject, int step) {}

    /** An intervention as far as the rules that have fired go, with the step that decides it. */
    record Standing(Subject intervention, String verdict, boolean changed, int decided) {}

    /** The rule that fires, with its conditions, and what it adds. */
    record Fired(RuleView rule, MarkedRule code, Tag says, List<Ref> adds) {}

    /** How each verdict came about; {@code about}: the rules of the intervention that is looked at. */
    record Judgement(List<Judged> rows, List<TableRow> table, List<RuleView> about) {}

    /** One intervention judged, and what withholds it. */
    record Judged(Subject intervention, Judging judging, String underlying, List<Subject> withheldBy, String verdict) {}

    /** A row of the table of verdicts, and whether it is the one of the intervention that is looked at. */
    record TableRow(Judging.Row row, boolean fits) {}
}
