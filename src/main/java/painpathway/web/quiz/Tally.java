package painpathway.web.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import painpathway.advice.Verdict;
import painpathway.knowledge.Urgency;
import painpathway.web.Messages;
import painpathway.web.quiz.Reveal.Choice;

/** How the predictions of a class are spread over the answers to one question. */
record Tally(String question, List<Bar> bars) {

    /** One answer; {@code percent} of all who predicted. */
    record Bar(Choice choice, int count, int percent, boolean right) {}

    /** Of each question about a case: the urgency, each verdict, the finding. */
    static List<Tally> of(QuizCase about, List<Learner> learners, int at, Messages words) {
        List<Prediction> made =
                learners.stream().map(l -> l.at(at)).filter(Objects::nonNull).toList();
        List<Tally> tallies = new ArrayList<>();
        tallies.add(new Tally(words.say("urgency"), urgencies(about, made, words)));
        for (int i = 0; i < about.asked().size(); i++) {
            tallies.add(new Tally(about.asked().get(i).intervention().name(), verdicts(about, i, made, words)));
        }
        tallies.add(new Tally(words.say("quiz.finding", about.finding().about().name()), findings(about, made)));
        return tallies;
    }

    private static List<Bar> urgencies(QuizCase about, List<Prediction> made, Messages words) {
        List<Bar> bars = new ArrayList<>();
        for (Urgency urgency : Urgency.values()) {
            long count = made.stream().filter(p -> p.urgency() == urgency).count();
            Choice choice = new Choice("u-" + urgency.word(), words.say("urgency." + urgency.word()));
            bars.add(bar(choice, count, made.size(), urgency == about.urgency()));
        }
        return bars;
    }

    private static List<Bar> verdicts(QuizCase about, int asked, List<Prediction> made, Messages words) {
        List<Bar> bars = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = made.stream()
                    .filter(p -> p.verdicts().get(asked) == verdict)
                    .count();
            Choice choice = new Choice("v-" + verdict.word(), words.say("verdict." + verdict.word()));
            bars.add(bar(
                    choice,
                    count,
                    made.size(),
                    verdict == about.asked().get(asked).verdict()));
        }
        return bars;
    }

    private static List<Bar> findings(QuizCase about, List<Prediction> made) {
        return IntStream.range(0, about.finding().options().size())
                .mapToObj(i -> bar(
                        new Choice("", about.finding().options().get(i).label()),
                        made.stream().filter(p -> p.finding() == i).count(),
                        made.size(),
                        i == about.finding().right()))
                .toList();
    }

    private static Bar bar(Choice choice, long count, int of, boolean right) {
        return new Bar(choice, (int) count, of == 0 ? 0 : (int) Math.round(100.0 * count / of), right);
    }
}
