package painpathway.web.map;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import painpathway.advice.Advised;
import painpathway.advice.InterventionAdvice;
import painpathway.pathway.Pathway;
import painpathway.pathway.PathwayStatus;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Finding;
import painpathway.rules.Stage;
import painpathway.web.Messages;
import painpathway.web.learn.Kind;
import painpathway.web.learn.Subject;
import painpathway.web.learn.Workbench;

/** One painful place of a patient, laid over a map: the truths of the run behind the advice, and where each intervention stands. */
record Overlay(Map<Subject, Mark> marks) {

    static Overlay of(Workbench bench, Advised advised, int place, Messages words) {
        Marking marking = new Marking(bench, advised.runs().get(place), words, new HashMap<>());
        marking.questions();
        marking.findings();
        marking.rules();
        Pathway pathway = new Pathway(bench.book(), advised.assessment().policy());
        for (InterventionAdvice entry : advised.advice().interventions()) {
            if (entry.pain() == place) {
                marking.intervention(entry, pathway);
            }
        }
        return new Overlay(Map.copyOf(marking.marks));
    }

    Mark of(Subject subject) {
        return Objects.requireNonNull(marks.get(subject), subject.id());
    }

    private record Marking(Workbench bench, Conclusions run, Messages words, Map<Subject, Mark> marks) {

        void questions() {
            Answers answers = run.answers();
            for (Question question : bench.book().questionnaire().asked()) {
                Object value = answers.value(question);
                Mark mark = answers.due(question) == Truth.NOT_MET
                        ? new Mark("not-asked", words.say("map.mark.not-asked"))
                        : answers.blank(question) || value == null
                                ? new Mark("unknown", words.say("map.mark.no-answer"))
                                : new Mark("answered", words.answers().ofValue(question, value));
                marks.put(bench.subjects().known(Kind.QUESTIONS, question.id()), mark);
            }
        }

        void findings() {
            for (Finding finding : bench.book().findings()) {
                Truth truth = run.findings().truth(finding.index());
                marks.put(bench.subjects().of(finding), new Mark(look(truth), words.say("mark." + look(truth))));
            }
        }

        void rules() {
            for (ClinicalRule rule : bench.book().rules()) {
                if (rule.stage() == Stage.ADVICE) {
                    marks.put(bench.subjects().of(rule), rule(rule));
                }
            }
        }

        private Mark rule(ClinicalRule rule) {
            if (!rule.inForce(run.policy())) {
                return new Mark("not-asked", words.say("map.mark.other-policy"));
            }
            Truth truth = run.truth(rule);
            return new Mark(look(truth), words.say(truth == Truth.NOT_MET ? "mark.failed" : "mark." + look(truth)));
        }

        void intervention(InterventionAdvice entry, Pathway pathway) {
            PathwayStatus.State state = PathwayStatus.State.of(entry.verdict());
            boolean behind = !pathway.done(entry.intervention(), run.answers()).isEmpty();
            marks.put(
                    bench.subjects()
                            .known(Kind.INTERVENTIONS, entry.intervention().id()),
                    new Mark(
                            state.word(), words.say("verdict." + entry.verdict().word()), behind));
        }

        private static String look(Truth truth) {
            return switch (truth) {
                case MET -> "met";
                case NOT_MET -> "ruled-out";
                case UNKNOWN -> "unknown";
            };
        }
    }
}
