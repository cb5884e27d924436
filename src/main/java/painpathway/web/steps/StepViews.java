package painpathway.web.steps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Explanation;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Reason;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Stage;
import painpathway.rules.Verb;
import painpathway.web.advice.RuleView;
import painpathway.web.learn.Block.Ref;
import painpathway.web.learn.Case;
import painpathway.web.learn.CaseAnswers;
import painpathway.web.learn.Kind;
import painpathway.web.learn.PageParts;
import painpathway.web.learn.Subject;
import painpathway.web.steps.StepPage.Fired;
import painpathway.web.steps.StepPage.Found;
import painpathway.web.steps.StepPage.Judged;
import painpathway.web.steps.StepPage.Judgement;
import painpathway.web.steps.StepPage.Position;
import painpathway.web.steps.StepPage.Segment;
import painpathway.web.steps.StepPage.Standing;
import painpathway.web.steps.StepPage.TableRow;

/** Puts the steps of a run into words. */
record StepViews(PageParts parts, Case patient, Walk walk) {

    /** {@code asked}: the step asked for; null for the one that decided the intervention {@code of}, or else the first. */
    StepPage page(@Nullable Integer asked, String of) {
        @Nullable Intervention about = parts.book().catalogue().intervention(of);
        int first = about == null ? 0 : walk.decided(about.index());
        int at = Math.max(0, Math.min(walk.last(), asked == null ? first : asked));
        CaseAnswers answers = new CaseAnswers(parts, patient.assessment());
        boolean judged = at == walk.last();
        return new StepPage(
                patient,
                position(at, about),
                List.of(answers.ofPatient(), answers.ofPlace(walk.place())),
                found(at),
                standings(at),
                at == 0 || judged ? null : fired(walk.rule(at)),
                judged ? judgement(about) : null);
    }

    private Position position(int at, @Nullable Intervention about) {
        return new Position(
                walk.place() + 1,
                patient.assessment().advised(),
                at,
                walk.last(),
                about == null ? "" : about.id(),
                walk.nextChange(at),
                segments(at));
    }

    /** The stages in their order; one in which no rule fired has no step of its own. */
    private List<Segment> segments(int at) {
        Map<String, Integer> ends = new LinkedHashMap<>();
        ends.put("answers", 0);
        int end = 0;
        for (Stage stage : Stage.values()) {
            end += (int)
                    walk.rules().stream().filter(r -> r.rule().stage() == stage).count();
            ends.put(stage.folder(), end);
        }
        ends.put("judging", walk.last());
        List<Segment> segments = new ArrayList<>();
        int from = 0;
        for (Map.Entry<String, Integer> stage : ends.entrySet()) {
            if (stage.getValue() >= from) {
                segments.add(new Segment(stage.getKey(), from, stage.getValue(), from <= at && at <= stage.getValue()));
            }
            from = stage.getValue() + 1;
        }
        return segments;
    }

    /** What has been found so far, the latest first; each at the step that found it first. */
    private List<Found> found(int at) {
        Map<Subject, Integer> steps = new LinkedHashMap<>();
        for (int step = 1; step <= at && step < walk.last(); step++) {
            ClinicalRule rule = walk.rule(step).rule();
            if (rule.stage() != Stage.ADVICE) {
                steps.putIfAbsent(parts.bench().subjects().of(rule), step);
            }
        }
        List<Found> found = new ArrayList<>();
        steps.forEach((subject, step) -> found.add(0, new Found(subject, step)));
        return found;
    }

    private List<Standing> standings(int at) {
        List<Integer> changed = walk.changed(at);
        List<Standing> standings = new ArrayList<>();
        for (InterventionAdvice entry : walk.entries()) {
            int index = entry.intervention().index();
            standings.add(new Standing(
                    subject(entry.intervention()),
                    said(walk.verdict(at, index), at),
                    changed.contains(index),
                    walk.decided(index)));
        }
        return standings;
    }

    /** Before the judging, nothing is said about an intervention that no rule has suggested. */
    private String said(Verdict verdict, int at) {
        return verdict == Verdict.NOT_INDICATED && at < walk.last() ? "" : verdict.word();
    }

    private Fired fired(Reason reason) {
        RuleView rule = RuleView.of(reason, parts.book(), parts.words());
        return new Fired(
                rule, MarkedRule.of(rule, parts), parts.verb(reason.rule().verb()), adds(reason.rule()));
    }

    /** The finding that a rule meets, or the interventions and whatever else an advice rule names. */
    private List<Ref> adds(ClinicalRule rule) {
        Subject subject = parts.bench().subjects().of(rule);
        Stream<Subject> added = rule.stage() == Stage.ADVICE
                ? parts.bench().links().reads(subject).stream().filter(s -> switch (s.kind()) {
                    case INTERVENTIONS, CHECKS, NOTES, STANCES, RED_FLAGS, OBSTACLES -> true;
                    default -> false;
                })
                : Stream.of(subject);
        return added.map(parts::ref).toList();
    }

    private Judgement judgement(@Nullable Intervention about) {
        List<Judged> rows = new ArrayList<>();
        List<TableRow> table = new ArrayList<>();
        List<RuleView> rules = new ArrayList<>();
        for (Explanation explanation : walk.explanations()) {
            Intervention intervention = explanation.intervention();
            Judging judging = Judging.of(explanation);
            InterventionAdvice entry = walk.entries().get(intervention.index());
            rows.add(new Judged(
                    subject(intervention),
                    judging,
                    entry.underlying().word(),
                    entry.withheldBy().stream().map(this::barrier).toList(),
                    entry.verdict().word()));
            if (intervention.equals(about)) {
                Judging.TABLE.forEach(row -> table.add(new TableRow(row, row.fits(judging))));
                explanation.rules().stream()
                        .filter(StepViews::tells)
                        .forEach(r -> rules.add(RuleView.of(r, parts.book(), parts.words())));
            }
        }
        return new Judgement(rows, table, rules);
    }

    /** Whether a rule says something about this patient: every indication does, and of the others those that are met or open. */
    private static boolean tells(Reason reason) {
        return Judging.WEIGHED.contains(reason.rule().verb())
                && (reason.rule().verb() == Verb.SUGGEST || reason.truth() != Truth.NOT_MET);
    }

    private Subject barrier(String id) {
        return parts.bench()
                .subjects()
                .find(Kind.RED_FLAGS, id)
                .orElseGet(() -> parts.bench().subjects().known(Kind.OBSTACLES, id));
    }

    private Subject subject(Intervention intervention) {
        return parts.bench().subjects().known(Kind.INTERVENTIONS, intervention.id());
    }
}
