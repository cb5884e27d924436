package painpathway.web.whatif;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import painpathway.web.learn.Case;
import painpathway.web.learn.Subject;

/**
 * One question over all of its values, or two questions against each other.
 *
 * @param across    the field of the question
 * @param down      the field of the second question; empty if there is none
 * @param about     the intervention of a grid
 * @param questions to choose from, by field, under their sections
 * @param parts     how many parts the rules cut the numbers of the question into; 0 if it has options
 * @param grid      null with one question
 */
record SweepPage(
        Case patient,
        List<String> changes,
        Chosen chosen,
        Map<String, Map<String, String>> questions,
        Collection<Subject> interventions,
        int parts,
        @Nullable Strip strip,
        @Nullable Grid grid) {

    /** What was chosen, with the question in words and the way back to the case with its changes. */
    record Chosen(String across, String down, String about, String question, boolean list, String back) {}

    /** A value; whether it is the answer of this patient. */
    record Head(String text, boolean here) {}

    /** So many values beside each other that lead to the same. */
    record Cell(String word, int values) {}

    /** A row of cells with its name. */
    record Line(@Nullable Subject intervention, List<Cell> cells) {

        /** The row that is about no intervention. */
        static Line ofUrgency(List<Cell> cells) {
            return new Line(null, cells);
        }
    }

    /** Every value with what it changes: the overall urgency, each verdict that varies, and those that do not. */
    record Strip(List<Head> heads, Line urgency, List<Line> varying, Map<Subject, String> constant) {}

    /** The verdict on one intervention for every pair of values. */
    record Grid(Subject intervention, String second, List<Head> across, List<Head> down, List<List<String>> verdicts) {}
}
