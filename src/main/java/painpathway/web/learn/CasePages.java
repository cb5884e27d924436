package painpathway.web.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Reason;
import painpathway.questionnaire.Assessment;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Stage;
import painpathway.vignette.Reach;
import painpathway.vignette.Vignette;
import painpathway.web.learn.Block.Ref;
import painpathway.web.learn.Block.Refs;

/** The pages of cases: the answers in words, the advice, and which rules it fires and nearly fires. */
record CasePages(PageParts parts, Advisor advisor) {

    private static final Pattern LIKE = Pattern.compile("\\s*like: \"(.*)\"");

    SubjectPage page(Subject subject) {
        Vignette vignette = vignette(subject);
        Advice advice = advisor.advise(vignette.assessment());
        Excerpt written = Excerpt.yaml(parts.book().folder(), vignette.file(), vignette.line());
        SubjectPage page = tagged(subject, vignette.assessment(), advice);
        new PublishedParts(parts).show(page, vignette);
        like(written).ifPresent(base -> page.show(parts.refs("learn.case.like", List.of(base))));
        advised(page, vignette.assessment(), advice);
        page.show(parts.code(written));
        return page.beside(fired(position(subject)));
    }

    /** The page of a case that somebody made from an intake. */
    SubjectPage own(Case patient) {
        Advice advice = advisor.advise(patient.assessment());
        SubjectPage page = tagged(patient.subject(), patient.assessment(), advice);
        page.show(new Block.Prose("", parts.say("learn.own.text")));
        advised(page, patient.assessment(), advice);
        return page;
    }

    private SubjectPage tagged(Subject subject, Assessment assessment, Advice advice) {
        String urgency = advice.urgency().word();
        return new SubjectPage(subject)
                .tag(new Tag("u-" + urgency, parts.say("urgency." + urgency)))
                .tag(new Tag("for-policy", parts.policyName(assessment.policy())));
    }

    private void advised(SubjectPage page, Assessment assessment, Advice advice) {
        barriers(page, advice);
        page.show(verdicts(advice));
        new CaseAnswers(parts, assessment).tables().forEach(page::show);
    }

    /** The case that a page is about. */
    Vignette vignette(Subject subject) {
        return parts.bench().cases().get(position(subject));
    }

    private int position(Subject subject) {
        List<Vignette> cases = parts.bench().cases();
        int position = 0;
        while (!cases.get(position).id().equals(subject.id())) {
            position++;
        }
        return position;
    }

    private Optional<Subject> like(Excerpt written) {
        return written.lines().stream()
                .map(LIKE::matcher)
                .filter(Matcher::matches)
                .map(m -> m.group(1))
                .flatMap(name -> parts.bench().subjects().of(Kind.CASES).stream()
                        .filter(s -> s.title().equals(name)))
                .findFirst();
    }

    private void barriers(SubjectPage page, Advice advice) {
        Subjects subjects = parts.bench().subjects();
        List<Ref> raised = new ArrayList<>();
        advice.redFlags()
                .forEach(f -> raised.add(new Ref(
                        subjects.known(Kind.RED_FLAGS, f.flag().id()),
                        List.of(new Tag(
                                "u-" + f.urgency().word(),
                                parts.say("urgency." + f.urgency().word()))),
                        f.action())));
        advice.obstacles()
                .forEach(o -> raised.add(new Ref(
                        subjects.known(Kind.OBSTACLES, o.obstacle().id()),
                        List.of(),
                        o.obstacle().action())));
        page.show(new Refs(parts.say("learn.case.barriers"), raised));
    }

    private Refs verdicts(Advice advice) {
        List<InterventionAdvice> entries = new ArrayList<>(advice.interventions());
        entries.sort(Comparator.comparing(InterventionAdvice::verdict));
        List<Ref> refs = new ArrayList<>();
        for (InterventionAdvice entry : entries) {
            String verdict = entry.verdict().word();
            List<Tag> tags = new ArrayList<>(List.of(new Tag("v-" + verdict, parts.say("verdict." + verdict))));
            tags.addAll(place(advice, entry));
            refs.add(new Ref(
                    parts.bench()
                            .subjects()
                            .known(Kind.INTERVENTIONS, entry.intervention().id()),
                    tags,
                    decisive(entry)));
        }
        return new Refs(parts.say("learn.case.verdicts"), refs);
    }

    /** Which place it is about, where there are several. */
    private List<Tag> place(Advice advice, InterventionAdvice entry) {
        boolean several = advice.interventions().stream().anyMatch(e -> e.pain() > 0);
        return several ? List.of(new Tag("place", parts.say("place.numbered", entry.pain() + 1))) : List.of();
    }

    /** The checks that come first; else the first of its reasons, and where that is a rule that is not met, that it is not. */
    private @Nullable String decisive(InterventionAdvice entry) {
        if (entry.reasons().isEmpty()) {
            return null;
        }
        if (!entry.conditions().isEmpty()) {
            return entry.conditions().stream().map(c -> c.check().text()).collect(Collectors.joining("; "));
        }
        Reason first = entry.reasons().get(0);
        String said = first.rule().name();
        return switch (first.truth()) {
            case MET -> said;
            case NOT_MET -> parts.say("learn.line.met", said);
            case UNKNOWN -> parts.say("learn.case.open-rule", said);
        };
    }

    private List<Refs> fired(int position) {
        Reach reach = parts.bench().reach();
        List<Ref> fires = new ArrayList<>();
        List<Ref> misses = new ArrayList<>();
        for (ClinicalRule rule : parts.book().rules()) {
            if (rule.stage() != Stage.ADVICE) {
                continue;
            }
            Ref ref = parts.ref(parts.bench().subjects().of(rule));
            if (reach.fires(rule).get(position)) {
                fires.add(ref);
            } else if (rule.literals().size() > 1
                    && reach.misses(rule).get(position)
                    && parts.bench().telling(reach.misses(rule))) {
                misses.add(ref.noted(parts.line(reach.line(position, rule))));
            }
        }
        return List.of(
                new Refs(parts.say("learn.case.fires"), fires), new Refs(parts.say("learn.case.misses"), misses));
    }
}
