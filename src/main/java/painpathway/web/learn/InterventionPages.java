package painpathway.web.learn;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Note;
import painpathway.knowledge.Policy;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Verb;
import painpathway.web.learn.Block.Columns;
import painpathway.web.learn.Block.Prose;
import painpathway.web.learn.Block.Refs;

/** The pages of interventions: what each is, when rules suggest it, and what stands against it. */
record InterventionPages(PageParts parts) {

    /** After what suggests it, in the order of a verdict; the rules of red flags name no intervention. */
    private static final List<Verb> OTHERS =
            List.of(Verb.SUPPORT, Verb.CONTRAINDICATE, Verb.HOLD, Verb.CAUTION, Verb.STANCE, Verb.ALLOW);

    SubjectPage page(Subject subject) {
        Intervention it = Objects.requireNonNull(parts.book().catalogue().intervention(subject.id()));
        SubjectPage page = new SubjectPage(subject);
        it.purposes().forEach(p -> page.tag(new Tag("purpose", parts.say("purpose." + p.word()))));
        page.show(new Prose("", it.is()));
        page.show(new Prose(parts.say("intervention.can"), it.can()));
        page.show(new Prose(parts.say("intervention.cannot"), it.cannot()));
        List<ClinicalRule> suggests = parts.book().forIntervention(it.index(), Verb.SUGGEST);
        if (!suggests.isEmpty()) {
            page.show(policies(suggests));
            page.show(new Block.Table(parts.say("learn.table"), DecisionTable.of(suggests, parts.book(), parts)));
        }
        Set<Subject> cited = new LinkedHashSet<>();
        cites(suggests, cited);
        for (Verb verb : OTHERS) {
            List<ClinicalRule> rules = parts.book().forIntervention(it.index(), verb);
            cites(rules, cited);
            if (!rules.isEmpty()) {
                page.show(rules("learn.rules." + parts.verb(verb).look(), rules));
            }
        }
        page.show(cases(it));
        page.show(new Columns(parts.say("learn.notes"), notes(it)));
        page.beside(List.of(parts.refs("learn.reads.sources", cited)));
        return page.beside(parts.readers(subject, Kind.RULES, Kind.NOTES));
    }

    private Refs rules(String key, List<ClinicalRule> rules) {
        return new Refs(parts.say(key), rules.stream().map(this::ref).toList());
    }

    /** A link to a rule; of one that asks for a check, with the check. */
    private Block.Ref ref(ClinicalRule rule) {
        Block.Ref ref = parts.ref(rule);
        String source = source(rule);
        return ref.noted(
                rule.verb() == Verb.HOLD
                        ? parts.say(
                                "learn.check-from",
                                parts.book().catalogue().check(rule.subject()).text(),
                                source)
                        : source);
    }

    private static String source(ClinicalRule rule) {
        return rule.citation().source().title() + ", " + rule.citation().section();
    }

    /** Some cases for whom it is a candidate, and all others that it is about. */
    private Refs cases(Intervention it) {
        String candidate = Verdict.CANDIDATE.word();
        List<CaseSummary> suggested = parts.bench().summaries().stream()
                .filter(s -> candidate.equals(s.verdicts().get(it.id())))
                .toList();
        return new Refs(
                parts.say("learn.cases.candidate"),
                suggested.stream()
                        .limit(PageParts.LISTED)
                        .map(s -> parts.ref(s.subject()))
                        .toList(),
                suggested.size() > PageParts.LISTED
                        ? new Refs.More(suggested.size(), "/cases?intervention=" + it.id() + "&verdict=" + candidate)
                        : null);
    }

    /** What suggests it under every policy, and beside it what does under one of them only. */
    private Columns policies(List<ClinicalRule> suggests) {
        List<Refs> columns = new ArrayList<>();
        column(
                columns,
                parts.say("learn.every-policy"),
                suggests.stream().filter(r -> r.policy() == null).toList());
        for (Policy policy : parts.book().catalogue().policies()) {
            column(
                    columns,
                    policy.name(),
                    suggests.stream()
                            .filter(r -> policy.id().equals(r.policy()))
                            .toList());
        }
        return new Columns(parts.say("learn.rules.verb-suggest"), columns);
    }

    private void column(List<Refs> columns, String label, List<ClinicalRule> rules) {
        if (!rules.isEmpty()) {
            columns.add(new Refs(
                    label,
                    rules.stream()
                            .map(r -> new Block.Ref(parts.bench().subjects().of(r), List.of(), source(r)))
                            .toList()));
        }
    }

    private void cites(List<ClinicalRule> rules, Set<Subject> cited) {
        rules.forEach(r -> cited.add(parts.bench()
                .subjects()
                .known(Kind.SOURCES, r.citation().source().id())));
    }

    private List<Refs> notes(Intervention it) {
        List<Refs> lists = new ArrayList<>();
        for (Note.Kind kind : Note.Kind.values()) {
            List<Subject> notes = parts.book().catalogue().notes().stream()
                    .filter(n -> n.kind() == kind
                            && (n.interventions().contains(it.index())
                                    || n.analogies().contains(it.index())))
                    .map(n -> parts.bench().subjects().known(Kind.NOTES, n.id()))
                    .toList();
            if (!notes.isEmpty()) {
                lists.add(parts.refs("kind." + kind.word(), notes));
            }
        }
        return lists;
    }
}
