package painpathway.web.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import painpathway.advice.FurtherPlaces;
import painpathway.calculator.Calculators;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.BodyChart;
import painpathway.questionnaire.FollowUp;
import painpathway.questionnaire.FreeNote;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.questionnaire.Truth;
import painpathway.web.Messages;
import painpathway.web.form.QuestionnairePage.PlaceCard;
import painpathway.web.form.QuestionnairePage.PlaceChart;
import painpathway.web.form.QuestionnairePage.PlaceGroup;
import painpathway.web.form.QuestionnairePage.RefusedAnswer;
import painpathway.web.form.QuestionnairePage.ShownSection;

/** Lays out the questions of one page, with what was entered in each field, whether it counts, and what is wrong with it. */
final class PageLayout {

    private final Form form;
    private final AdvisedAnswers answers;
    private final IntakeGuidance guidance;
    private final Questionnaire questionnaire;
    private final Messages words;
    private final FurtherPlaces further;
    private final @Nullable PlaceChart chart;

    PageLayout(Form form, AdvisedAnswers answers, IntakeGuidance guidance, FurtherPlaces further) {
        this.form = form;
        this.answers = answers;
        this.guidance = guidance;
        this.questionnaire = answers.questionnaire();
        this.words = answers.words();
        this.further = further;
        BodyChart drawing = questionnaire.chart();
        this.chart = drawing == null ? null : chart(drawing);
    }

    QuestionnairePage page(String wanted) {
        List<RefusedAnswer> refused = new ArrayList<>();
        List<ShownSection> sections = IntStream.range(
                        0, questionnaire.sections().size())
                .mapToObj(i -> section(i, refused))
                .toList();
        return new QuestionnairePage(
                at(wanted, sections),
                answers.places().all().size(),
                Assessment.MOST_RECORDED,
                sections,
                refused,
                UnusableAnswers.of(answers.bound(), questionnaire, words),
                answers.assessment().policy(),
                List.copyOf(answers.book().catalogue().policies()),
                answers.places().all(),
                chart,
                guidance,
                answers.bound().beside());
    }

    private String at(String wanted, List<ShownSection> sections) {
        boolean known =
                wanted.equals(QuestionnairePage.ADVICE) || sections.stream().anyMatch(s -> s.id().equals(wanted));
        // A draft continues where something is still to be answered.
        String at = known
                ? wanted
                : sections.stream()
                        .filter(s -> s.left() > 0)
                        .map(ShownSection::id)
                        .findFirst()
                        .orElse(QuestionnairePage.ADVICE);
        return !guidance.one() || at.equals(QuestionnairePage.ADVICE)
                ? at
                : guidance.now().map(item -> item.question().section()).orElse(QuestionnairePage.END);
    }

    /** One section; its refused answers are added to {@code refused}. */
    private ShownSection section(int index, List<RefusedAnswer> refused) {
        List<Questionnaire.Section> all = questionnaire.sections();
        Questionnaire.Section section = all.get(index);
        List<PlaceGroup> groups = groups(section);
        int asked = 0;
        int left = 0;
        for (QuestionField field : Stream.concat(
                        groups.stream().flatMap(g -> g.questions().stream()),
                        chart != null && chart.section().equals(section.id()) ? chart.fields() : Stream.empty())
                .toList()) {
            if (due(field.item())) {
                asked++;
                left += answers.assessment().answer(field.item()) == null || field.waits() ? 1 : 0;
            }
            String fault = field.fault();
            if (fault != null) {
                refused.add(new RefusedAnswer(
                        field.id(), section.id(), field.question().text(), field.place(), fault));
            }
        }
        boolean last = index == all.size() - 1;
        return new ShownSection(
                section.id(),
                section.title(),
                groups,
                asked,
                left,
                index == 0 ? null : all.get(index - 1).id(),
                last ? QuestionnairePage.ADVICE : all.get(index + 1).id(),
                last ? null : all.get(index + 1).title());
    }

    /** With one place the questions keep the order of the questionnaire; with more, each place has its own group. */
    private List<PlaceGroup> groups(Questionnaire.Section section) {
        List<Question> questions =
                section.questions().stream().filter(q -> !onChart(q)).toList();
        List<String> names = answers.places().all();
        boolean together = names.size() == 1 || section.questions().stream().noneMatch(Question::perPain);
        List<Question> ofPlace =
                questions.stream().filter(q -> together || q.perPain()).toList();
        List<PlaceGroup> groups = new ArrayList<>();
        for (int place = 0; place < (together ? 1 : names.size()); place++) {
            groups.add(new PlaceGroup(
                    place,
                    false,
                    place >= Assessment.MOST_ADVISED,
                    together ? null : names.get(place),
                    fields(ofPlace, place)));
        }
        List<Question> ofPatient =
                questions.stream().filter(q -> !ofPlace.contains(q)).toList();
        if (!ofPatient.isEmpty()) {
            groups.add(new PlaceGroup(0, true, false, words.say("place.none"), fields(ofPatient, 0)));
        }
        return groups;
    }

    private boolean onChart(Question question) {
        return chart != null
                && (question == chart.drawing().question()
                        || chart.drawing().beside().contains(question));
    }

    private PlaceChart chart(BodyChart drawing) {
        List<String> names = answers.places().all();
        List<PlaceCard> cards = new ArrayList<>();
        for (int place = 0; place < names.size(); place++) {
            cards.add(new PlaceCard(
                    place,
                    names.get(place),
                    field(Item.at(drawing.question(), place)),
                    fields(drawing.beside(), place)));
        }
        return new PlaceChart(drawing, drawing.question().section(), cards);
    }

    private List<QuestionField> fields(List<Question> questions, int place) {
        // What has an answer stays: a field that is not on the page would be taken for one that somebody emptied.
        return questions.stream()
                .map(q -> Item.at(q, place))
                .filter(item -> further.asks(item) || !form.sent(item).isEmpty())
                .map(this::field)
                .toList();
    }

    private QuestionField field(Item item) {
        Question question = item.question();
        boolean refused = answers.bound().refused().containsKey(item);
        boolean due = due(item);
        List<String> sent = form.sent(item);
        NumberText number =
                question.type().isNumber() ? NumberText.of(question, form.typed(item), !refused, words) : null;
        return new QuestionField(
                item,
                guidance.one() ? asks(item) : due || refused,
                // A refused answer is shown even if its question is not due, because nobody can correct what is hidden.
                due || refused,
                form.ticked(item),
                number,
                refused ? fault(question, number) : null,
                answers.places().of(item),
                guidance.one() || due || refused || sent.isEmpty()
                        ? null
                        : words.answers().of(question, sent),
                question.note() == null ? null : answers.bound().beside().text(FreeNote.beside(item)),
                item.place() > 0
                        ? List.of()
                        : answers.book().calculators().beside(question).stream()
                                .map(c -> SumView.of(c, Calculators.entered(c, form.sent()), answers))
                                .toList(),
                FollowUp.mark(item, form.sent()));
    }

    /** The side is asked together with the place. */
    private boolean asks(Item item) {
        BodyChart drawing = questionnaire.chart();
        List<Question> together = drawing == null ? List.of() : drawing.where();
        return guidance.asks(item)
                || together.contains(item.question())
                        && together.stream().anyMatch(q -> guidance.asks(Item.at(q, item.place())));
    }

    private String fault(Question question, @Nullable NumberText number) {
        if (number != null) {
            return number.fault(question, words);
        }
        return words.say(question.type() == Question.Type.CHOICE ? "fault.choice" : "fault.choices");
    }

    private boolean due(Item item) {
        return answers.at(item).due(item.question()) == Truth.MET;
    }
}
