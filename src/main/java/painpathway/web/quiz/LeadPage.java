package painpathway.web.quiz;

import java.util.List;
import java.util.Map;
import painpathway.web.Messages;
import painpathway.web.quiz.Standing.Phase;

/** What an educator shows of a class now. */
record LeadPage(Classroom classroom, Standing standing, Messages words) {

    static LeadPage of(Classroom classroom, Messages words) {
        return new LeadPage(classroom, classroom.standing(), words);
    }

    /**
     * A learner in the list.
     *
     * @param done whether they have predicted about the case that is asked
     */
    record Present(String nickname, boolean done) {}

    /** What changes by itself while learners join and answer. */
    void fillLive(Map<String, Object> model) {
        List<Learner> learners = classroom.learners();
        List<Present> present = learners.stream()
                .map(l -> new Present(l.nickname().text(), l.at(standing.at()) != null))
                .toList();
        model.put("code", classroom.code());
        model.put("standing", standing);
        model.put("present", present);
        model.put("done", present.stream().filter(Present::done).count());
        if (standing.hasCase()) {
            QuizCase now = classroom.cases().get(standing.at());
            model.put("tallies", Tally.of(now, learners, standing.at(), words));
        }
    }

    /** The whole page. */
    void fill(Map<String, Object> model) {
        fillLive(model);
        model.put("count", classroom.cases().size());
        if (standing.hasCase()) {
            QuizCase now = classroom.cases().get(standing.at());
            model.put("told", classroom.quiz().told(now, words));
            if (standing.phase() == Phase.REVEALED) {
                model.put("reveal", classroom.quiz().reveal(now, Predicted.NOTHING, words));
            }
        } else if (standing.phase() == Phase.OVER) {
            model.put("summary", ClassSummary.of(classroom, words));
        }
    }
}
