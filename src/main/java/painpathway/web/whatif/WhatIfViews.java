package painpathway.web.whatif;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Advised;
import painpathway.advice.Advisor;
import painpathway.counterfactual.AnswerChange;
import painpathway.counterfactual.Counterfactual;
import painpathway.counterfactual.CounterfactualFinder;
import painpathway.counterfactual.CounterfactualResult;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.questionnaire.Truth;
import painpathway.web.learn.Case;
import painpathway.web.learn.PageParts;
import painpathway.web.whatif.Changes.Change;
import painpathway.web.whatif.WhatIfPage.Editor;
import painpathway.web.whatif.WhatIfPage.Nearest;
import painpathway.web.whatif.WhatIfPage.Part;
import painpathway.web.whatif.WhatIfPage.Result;
import painpathway.web.whatif.WhatIfPage.Row;
import painpathway.web.whatif.WhatIfPage.TrailStep;
import painpathway.web.whatif.WhatIfPage.Way;

/** Puts a case with changed answers into words. */
final class WhatIfViews {

    private final PageParts parts;
    private final Case patient;
    private final Changes changes;
    private final Advisor advisor;
    private final Questionnaire questionnaire;
    private final String here;
    private final Advised after;
    private @Nullable Editor editor;
    private @Nullable Nearest nearest;

    WhatIfViews(PageParts parts, Case patient, Changes changes, Advisor advisor) {
        this.parts = parts;
        this.patient = patient;
        this.changes = changes;
        this.advisor = advisor;
        this.questionnaire = parts.book().questionnaire();
        this.here = patient.subject().address() + "/what-if";
        this.after = advised(changes);
    }

    private Advised advised(Changes some) {
        return advisor.advised(some.applied(patient.assessment(), parts.book()).assessment());
    }

    WhatIfPage page() {
        Difference all = new Difference(parts.bench(), advised(changes.first(0)), after);
        return new WhatIfPage(
                patient,
                changes.texts(),
                trail(),
                answers(),
                editor,
                new Result(
                        all.urgencies(),
                        all.verdicts(),
                        all.stages(),
                        patient.assessment().advised() > 1),
                nearest);
    }

    private List<TrailStep> trail() {
        List<TrailStep> trail = new ArrayList<>();
        Advised before = advised(changes.first(0));
        for (int i = 0; i < changes.all().size(); i++) {
            Change change = changes.all().get(i);
            Advised then = advised(changes.first(i + 1));
            Optional<Item> item = Item.parse(change.field(), questionnaire);
            if (item.isPresent() && item.get().place() < before.assessment().places()) {
                trail.add(new TrailStep(
                        item.get().question().text(),
                        words(before.assessment(), item.get()),
                        words(then.assessment(), item.get()),
                        new Difference(parts.bench(), before, then).count(),
                        changes.first(i).address(here),
                        changes.without(i).address(here)));
            }
            before = then;
        }
        return trail;
    }

    /** Every answer that is given or asked for, by section, and within it by place. */
    private List<Part> answers() {
        List<Part> answers = new ArrayList<>();
        for (Questionnaire.Section section : questionnaire.sections()) {
            boolean perPlace = section.questions().stream().anyMatch(Question::perPain);
            int places = perPlace ? after.assessment().places() : 1;
            for (int place = 0; place < places; place++) {
                List<Row> rows = new ArrayList<>();
                for (Question question : section.questions()) {
                    if (place == 0 || question.perPain()) {
                        row(Item.at(question, place)).ifPresent(rows::add);
                    }
                }
                if (!rows.isEmpty()) {
                    String title = places > 1
                            ? section.title() + ", " + parts.say("place.numbered", place + 1)
                            : section.title();
                    answers.add(new Part(title, rows));
                }
            }
        }
        return answers;
    }

    private Optional<Row> row(Item item) {
        Answer answer = after.assessment().answer(item);
        Answer original = patient.assessment().answer(item);
        boolean due = after.answers(item.place()).due(item.question()) == Truth.MET;
        if (!due && answer == null && original == null) {
            return Optional.empty();
        }
        boolean changed = answer == null ? original != null : !answer.equals(original);
        return Optional.of(new Row(
                item.field().replace('.', '_'),
                item.field(),
                item.question().text(),
                words(after.assessment(), item),
                answer != null,
                changed ? words(patient.assessment(), item) : null,
                changes.address(here) + (changes.all().isEmpty() ? "?" : "&") + "edit=" + item.field(),
                changes.address(patient.subject().address() + "/sweep")
                        + (changes.all().isEmpty() ? "?" : "&") + "of=" + item.field()));
    }

    private String words(Assessment assessment, Item item) {
        Answer answer = assessment.answer(item);
        return parts.words()
                .answers()
                .of(item.question(), answer == null ? List.of() : AnswerFormat.texts(item.question(), answer));
    }

    /** Shows the form for an answer, filled with what was sent and refused, or else with the answer as it is. */
    void edit(Item item, List<String> refused) {
        Answer answer = after.assessment().answer(item);
        List<String> texts =
                !refused.isEmpty() ? refused : answer == null ? List.of() : AnswerFormat.texts(item.question(), answer);
        boolean typed =
                item.question().type().isNumber() && !texts.isEmpty() && !texts.contains(AnswerFormat.NOT_KNOWN);
        editor = new Editor(
                item.field(),
                item.question(),
                new LinkedHashSet<>(texts),
                typed ? texts.get(0) : "",
                !refused.isEmpty(),
                changes.address(here));
    }

    /** Shows the smallest changes to a better verdict on an intervention at the first place, if there is such an intervention. */
    void findNearest(String intervention, CounterfactualFinder finder) {
        finder.of(after.assessment(), after.advice()).stream()
                .filter(r -> r.pain() == 0 && r.intervention().id().equals(intervention))
                .findFirst()
                .ifPresent(result -> nearest = nearest(result));
    }

    private Nearest nearest(CounterfactualResult result) {
        List<Way> ways = new ArrayList<>();
        result.sets().forEach(set -> ways.add(new Way(set.text(), made(set))));
        result.losses()
                .forEach(loss -> ways.add(new Way(
                        parts.say(
                                "whatif.loses",
                                loss.change().text(),
                                verdict(loss.becomes().word())),
                        made(new Counterfactual(List.of(loss.change()))))));
        return new Nearest(
                result.intervention().id(),
                result.target() == null ? "" : result.target().word(),
                ways,
                result.blockedBy().stream().map(b -> b.rule().name()).toList());
    }

    private String verdict(String word) {
        return parts.say("verdict." + word);
    }

    private String made(Counterfactual set) {
        Changes made = changes;
        for (AnswerChange change : set.changes()) {
            Integer place = change.pain();
            made = made.and(Change.of(Item.at(change.question(), place == null ? 0 : place), change.to()));
        }
        return made.address(here);
    }
}
