package painpathway.web.learn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;
import painpathway.rules.Literal;
import painpathway.vignette.Expectation.Listed;
import painpathway.vignette.Reach;
import painpathway.vignette.Vignette;
import painpathway.web.learn.Block.Ref;
import painpathway.web.learn.Block.Refs;

/** The pages of advice rules, patterns and criteria. */
record RulePages(PageParts parts) {

    SubjectPage rule(Subject subject) {
        ClinicalRule rule = parts.bench().rule(subject.id());
        Reach reach = parts.bench().reach();
        SubjectPage page = new SubjectPage(subject).tag(parts.verb(rule.verb()));
        parts.policy(rule).forEach(page::tag);
        page.tag(parts.evidence(rule.evidence()));
        written(page, rule);
        if (!rule.formerly().isEmpty()) {
            page.show(new Block.Prose(parts.say("learn.formerly"), String.join(", ", rule.formerly())));
        }
        cases(page, reach.fires(rule), reach.misses(rule), List.of(rule));
        return page.beside(parts.reads(subject)).beside(parts.readers(subject));
    }

    SubjectPage finding(Subject subject) {
        Finding finding = Objects.requireNonNull(parts.book().finding(subject.id()));
        Reach reach = parts.bench().reach();
        SubjectPage page = new SubjectPage(subject);
        boolean several = finding.rules().size() > 1;
        if (several) {
            page.show(new Block.Prose("", parts.say("learn.any-of")));
        }
        for (ClinicalRule rule : finding.rules()) {
            if (several) {
                page.show(new Block.Prose("", rule.name()));
            } else {
                page.tag(parts.evidence(rule.evidence()));
            }
            parts.policy(rule).forEach(page::tag);
            written(page, rule);
        }
        cases(page, reach.meets(finding), reach.misses(finding), finding.rules());
        List<Subject> behind = new ArrayList<>(parts.bench().links().rulesBehind(subject));
        behind.removeAll(parts.bench().links().readers(subject));
        page.beside(parts.reads(subject)).beside(parts.readers(subject));
        return behind.isEmpty() ? page : page.beside(List.of(parts.refs("learn.readers.indirect", behind)));
    }

    private void written(SubjectPage page, ClinicalRule rule) {
        if (rule.rationale() != null) {
            page.show(new Block.Prose(parts.say("learn.rationale"), rule.rationale()));
        }
        page.show(parts.code(Excerpt.drl(parts.book().folder(), rule.at())));
        page.show(parts.cited(rule.citation(), rule.evidence()));
        page.show(parts.reviewed(rule.review()));
    }

    private void cases(SubjectPage page, BitSet fires, BitSet misses, List<ClinicalRule> rules) {
        String id = page.subject().id();
        page.show(list("learn.cases.fire", "/cases?fires=" + id, named(fires, id, Listed.FIRES), this::ref));
        page.show(list(
                "learn.cases.miss",
                "/cases?misses=" + id,
                named(telling(misses, id), id, Listed.DOES_NOT_FIRE),
                position -> ref(position).noted(parts.line(line(position, rules)))));
    }

    /** If most cases miss a rule by one line, that says nothing about any of them: then only those that were written for it are left. */
    private BitSet telling(BitSet misses, String id) {
        if (parts.bench().telling(misses)) {
            return misses;
        }
        BitSet written = new BitSet();
        misses.stream()
                .filter(p -> parts.bench()
                        .cases()
                        .get(p)
                        .expectation()
                        .of(Listed.DOES_NOT_FIRE)
                        .contains(id))
                .forEach(written::set);
        return written;
    }

    private Literal line(int position, List<ClinicalRule> rules) {
        Reach reach = parts.bench().reach();
        return rules.stream()
                .filter(rule -> reach.misses(rule).get(position))
                .findFirst()
                .map(rule -> reach.line(position, rule))
                .orElseThrow();
    }

    private Ref ref(int position) {
        return parts.ref(parts.bench().subject(parts.bench().cases().get(position)));
    }

    /** The cases that were written for it come first: those that expect it, or expect that it is missed. */
    private List<Integer> named(BitSet positions, String id, Listed list) {
        List<Vignette> cases = parts.bench().cases();
        return positions.stream()
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer p) -> !cases.get(p).expectation().of(list).contains(id)))
                .toList();
    }

    private Refs list(String key, String all, List<Integer> positions, Function<Integer, Ref> ref) {
        boolean many = positions.size() > PageParts.LISTED;
        return new Refs(
                parts.say(key),
                positions.stream().limit(PageParts.LISTED).map(ref).toList(),
                many ? new Refs.More(positions.size(), all) : null);
    }
}
