package painpathway.web.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import painpathway.questionnaire.FollowUp;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;

/** Where a follow-up stands: what it asks first, and what was taken over and waits for somebody to say that it still holds. */
final class CarriedOver {

    private final Form form;
    private final AdvisedAnswers answers;

    CarriedOver(Form form, AdvisedAnswers answers) {
        this.form = form;
        this.answers = answers;
    }

    /** The first of the questions that come before all others and has no answer yet, or one that nobody has checked. */
    Optional<Item> first(Set<Item> putOff) {
        return answers.questionnaire().followUp().first().stream()
                .map(answers.questionnaire()::known)
                .flatMap(question -> places(question).stream())
                .filter(item -> due(item) && !putOff.contains(item))
                .filter(item -> form.sent(item).isEmpty() || waits(item))
                .findFirst();
    }

    /** The first answer that waits. */
    Optional<Item> waiting() {
        return allWaiting().stream().findFirst();
    }

    int waitingCount() {
        return allWaiting().size();
    }

    private List<Item> allWaiting() {
        return answers.questionnaire().items(answers.assessment().places()).stream()
                .filter(item -> waits(item) && due(item))
                .toList();
    }

    private List<Item> places(Question question) {
        List<Item> items = new ArrayList<>();
        for (int place = 0; place < (question.perPain() ? answers.assessment().places() : 1); place++) {
            items.add(new Item(question, place));
        }
        return items;
    }

    private boolean waits(Item item) {
        return FollowUp.mark(item, form.sent()) == FollowUp.Mark.WAITING;
    }

    private boolean due(Item item) {
        return answers.at(item).due(item.question()) == Truth.MET;
    }
}
