package painpathway.web.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.FollowUp;
import painpathway.questionnaire.FreeNote;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.OptionGroup;
import painpathway.questionnaire.Question;

/**
 * One question with its answer, as the page shows it.
 *
 * @param shown  whether it is asked now
 * @param due    whether it is asked section by section
 * @param ticked options ticked, "not-known" among them
 * @param number the text of a number field, and what is said beside it; null if the answer is no number
 * @param fault  what is wrong with the answer, or null
 * @param place  what its painful place is called, if there is more than one
 * @param note   what was noted beside the answer; null where nobody is asked for a note
 * @param sums   the calculators beside it
 * @param carried how far its answer is if it was taken over from an earlier record; else null
 * @param kept   the answer in words if it does not count because the question is no longer asked; else null
 */
record QuestionField(
        Item item,
        boolean shown,
        boolean due,
        Set<String> ticked,
        @Nullable NumberText number,
        @Nullable String fault,
        @Nullable String place,
        @Nullable String kept,
        @Nullable String note,
        List<SumView> sums,
        FollowUp.@Nullable Mark carried) {

    private static final int LONGEST_SCALE = 10;
    private static final int MOST_AT_A_GLANCE = 8;

    /** The name of its form field. */
    public String name() {
        return item.field();
    }

    /** The units that can be picked for a number; nothing where there is only one. */
    public Map<String, List<String>> units() {
        return NumberText.units(question());
    }

    /** The name of the form field of its note. */
    public String noteName() {
        return FreeNote.beside(item);
    }

    /** The name of the form field that says that an answer taken over is still right. */
    public String checkedName() {
        return FollowUp.checked(item);
    }

    /** Whether its answer was taken over and nobody has said yet that it still holds. */
    public boolean waits() {
        return carried == FollowUp.Mark.WAITING;
    }

    /** Its name as an HTML id. */
    public String id() {
        return Form.id(name());
    }

    public Question question() {
        return item.question();
    }

    public boolean notKnown() {
        return ticked.contains(AnswerFormat.NOT_KNOWN);
    }

    /** The options under their headings, without the one that stands apart. */
    public List<OptionGroup> groups() {
        return OptionGroup.of(question());
    }

    /** The option that excludes all others; empty where there is none. */
    public List<Question.Option> apart() {
        return question().options().stream()
                .filter(o -> OptionGroup.apart(question(), o))
                .toList();
    }

    /** Whether the list is too long to be seen at a glance. */
    public boolean isLong() {
        return question().options().size() > MOST_AT_A_GLANCE;
    }

    /** Which control fits: a short scale of points is a row of buttons, not a box to type in. */
    public String control() {
        Question question = question();
        if (!question.type().isNumber()) {
            return question.type().word();
        }
        return question.type() == Question.Type.INTEGER && "points".equals(question.unit()) && to() <= LONGEST_SCALE
                ? "scale"
                : "number";
    }

    /** The least number on a scale. */
    public int from() {
        return (int) question().lowest();
    }

    /** The greatest number on a scale. */
    public int to() {
        return (int) question().highest();
    }
}
