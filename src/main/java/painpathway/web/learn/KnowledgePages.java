package painpathway.web.learn;

import java.util.List;
import java.util.Objects;
import painpathway.knowledge.Check;
import painpathway.knowledge.Note;
import painpathway.knowledge.Obstacle;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Stance;
import painpathway.knowledge.Urgency;
import painpathway.rules.Verb;
import painpathway.web.learn.Block.Prose;

/** The pages of red flags, obstacles, checks, stances and notes: what each says, and which rules raise it. */
record KnowledgePages(PageParts parts) {

    SubjectPage redFlag(Subject subject) {
        RedFlag flag = Objects.requireNonNull(parts.book().catalogue().redFlag(subject.id()));
        SubjectPage page = new SubjectPage(subject).tag(parts.evidence(flag.evidence()));
        for (String urgency : RedFlag.URGENCIES) {
            String action = flag.actions().get(urgency);
            if (action != null) {
                page.tag(new Tag("u-" + urgency, parts.say("urgency." + urgency)));
                page.show(new Prose(parts.say("learn.flag.action", parts.say("urgency." + urgency)), action));
            }
        }
        page.show(parts.cited(flag.citation(), flag.evidence()));
        page.show(parts.reviewed(flag.review()));
        raised(page, Verb.RED_FLAG, "learn.raised-by");
        raised(page, Verb.ALLOW, "learn.rules.verb-allow");
        page.show(parts.interventions("learn.withholds", flag.withholds()));
        if (flag.actions().get(Urgency.EMERGENCY.word()) != null) {
            page.show(parts.interventions(
                    "learn.withholds.emergency", parts.book().catalogue().emergencyWithholds()));
        }
        return page.beside(List.of(parts.refs(
                        "learn.reads.facts",
                        flag.facts().stream()
                                .map(f -> parts.bench().subjects().known(Kind.FACTS, f.id()))
                                .toList())))
                .beside(parts.readers(subject, Kind.RULES));
    }

    SubjectPage obstacle(Subject subject) {
        Obstacle obstacle = parts.book().catalogue().obstacle(subject.id());
        SubjectPage page =
                new SubjectPage(subject).show(new Prose(parts.say("learn.obstacle.action"), obstacle.action()));
        if (!obstacle.whenNotKnown().equals(obstacle.text())) {
            page.show(new Prose(parts.say("learn.obstacle.not-known"), obstacle.whenNotKnown()));
        }
        if (obstacle.equals(parts.book().catalogue().blankSafetyQuestion())) {
            page.show(new Prose("", parts.say("learn.obstacle.blank")));
        }
        raised(page, Verb.OBSTACLE, "learn.raised-by");
        page.show(parts.interventions("learn.withholds", obstacle.withholds()));
        return page.beside(parts.readers(subject, Kind.RULES));
    }

    SubjectPage check(Subject subject) {
        Check check = parts.book().catalogue().check(subject.id());
        SubjectPage page = new SubjectPage(subject)
                .tag(parts.evidence(check.evidence()))
                .show(new Prose(parts.say("checks.who"), check.who()))
                .show(parts.cited(check.citation(), check.evidence()));
        raised(page, Verb.HOLD, "learn.asked-by");
        return page.beside(parts.readers(subject, Kind.RULES));
    }

    SubjectPage stance(Subject subject) {
        Stance stance = parts.book().catalogue().stance(subject.id());
        SubjectPage page = new SubjectPage(subject)
                .tag(new Tag("evidence e-contested", parts.say("contested")))
                .show(new Prose(parts.say("stance.default"), stance.byDefault()))
                .show(new Block.Cited(
                        parts.say("learn.sides"),
                        stance.sides().stream()
                                .map(s ->
                                        parts.citing(s.citation(), s.evidence()).saying(s.says()))
                                .toList()))
                .show(parts.reviewed(stance.review()));
        raised(page, Verb.STANCE, "learn.shown-by");
        return page.beside(parts.readers(subject, Kind.RULES));
    }

    SubjectPage note(Subject subject) {
        Note note = parts.book().catalogue().note(subject.id());
        SubjectPage page = new SubjectPage(subject)
                .tag(new Tag("plain-tag", parts.say("kind." + note.kind().word())))
                .tag(parts.evidence(note.evidence()))
                .show(parts.cited(note.citation(), note.evidence()));
        raised(page, Verb.CAUTION, "learn.shown-by");
        page.show(parts.interventions("learn.note.for", note.interventions()));
        page.show(parts.interventions("learn.note.by-analogy", note.analogies()));
        return page.beside(parts.readers(subject, Kind.RULES));
    }

    private void raised(SubjectPage page, Verb verb, String key) {
        List<Subject> rules = parts.rulesNaming(page.subject(), verb);
        if (!rules.isEmpty()) {
            page.show(parts.refs(key, rules));
        }
    }
}
