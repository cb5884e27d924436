package painpathway.nextquestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.questionnaire.Topic;

/** In which order the questions of the topics are asked: the choice is between topics, never inside one. */
final class TopicOrder {

    private final List<Topic> topics;
    // By the index of the question.
    private final int[] topicOf;
    private final int[] rankOf;
    private final Set<Question> always = new HashSet<>();
    private final Comparator<Item> order = Comparator.<Item>comparingInt(this::topicOf)
            .thenComparingInt(Item::place)
            .thenComparingInt(i -> rank(i.question()));

    TopicOrder(Questionnaire questionnaire) {
        this.topics = questionnaire.topics();
        this.topicOf = new int[questionnaire.asked().size()];
        this.rankOf = new int[topicOf.length];
        Arrays.fill(topicOf, topics.size());
        for (int t = 0; t < topics.size(); t++) {
            int rank = 0;
            for (String id : topics.get(t).questions()) {
                Question question = questionnaire.known(id);
                topicOf[question.index()] = t;
                rankOf[question.index()] = rank++;
            }
            topics.get(t).always().stream().map(questionnaire::known).forEach(always::add);
        }
    }

    private int topicOf(Item item) {
        return topicOf[item.question().index()];
    }

    private int rank(Question question) {
        return rankOf[question.index()];
    }

    /** Whether a question is asked even where no advice hangs on it. */
    boolean always(Question question) {
        return always.contains(question);
    }

    /**
     * The items that can come next, out of those that can be asked: one if a topic comes first or was begun and is not over,
     * else the first of each topic. What was put off comes when nothing else is left.
     */
    List<Item> heads(List<Item> askable, AnswersSoFar answers, Set<Item> later) {
        List<Item> now = askable.stream().filter(i -> !later.contains(i)).toList();
        return now.isEmpty() ? heads(askable, answers) : heads(now, answers);
    }

    private List<Item> heads(List<Item> askable, AnswersSoFar answers) {
        Map<Integer, Item> heads = new LinkedHashMap<>();
        askable.stream().sorted(order).forEach(item -> heads.putIfAbsent(topicOf(item), item));
        Set<Integer> begun = new HashSet<>();
        answers.items().stream().filter(i -> !answers.blank(i)).forEach(i -> begun.add(topicOf(i)));
        for (Map.Entry<Integer, Item> head : heads.entrySet()) {
            if (topics.get(head.getKey()).first() || begun.contains(head.getKey())) {
                return List.of(head.getValue());
            }
        }
        return new ArrayList<>(heads.values());
    }
}
