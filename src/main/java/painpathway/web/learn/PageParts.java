package painpathway.web.learn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import painpathway.folder.EnumWords;
import painpathway.knowledge.Evidence;
import painpathway.knowledge.Fact;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Policy;
import painpathway.knowledge.Review;
import painpathway.knowledge.Source.Citation;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;
import painpathway.rules.Verb;
import painpathway.web.Messages;
import painpathway.web.learn.Block.Citing;
import painpathway.web.learn.Block.Ref;
import painpathway.web.learn.Block.Refs;

/** The parts that pages are put together from, in words. */
public record PageParts(Workbench bench, Messages words) {

    /** So many cases are listed on a page that is about something else. */
    static final int LISTED = 8;

    /** A text of the interface. */
    public String say(String key, Object... parts) {
        return words.say(key, parts);
    }

    /** The rules in use. */
    public RuleBook book() {
        return bench.book();
    }

    /** A link to anything; one to an advice rule says what the rule does. */
    public Ref ref(Subject subject) {
        if (subject.kind() == Kind.FACTS && promotional(subject)) {
            return new Ref(subject, List.of(new Tag("verb-hold", say("learn.fact-kind.promotional-claim"))));
        }
        if (subject.kind() != Kind.RULES) {
            return new Ref(subject, List.of());
        }
        ClinicalRule rule = bench.rule(subject.id());
        List<Tag> tags = new ArrayList<>(List.of(verb(rule.verb())));
        tags.addAll(policy(rule));
        return new Ref(subject, tags);
    }

    private boolean promotional(Subject fact) {
        Fact found = book().catalogue().fact(fact.id());
        return found != null && found.promotional();
    }

    /** A link to the page of a rule, without its verb where the heading above has it. */
    Ref ref(ClinicalRule rule) {
        return new Ref(bench.subjects().of(rule), policy(rule));
    }

    /** What a rule does, in a word. */
    public Tag verb(Verb verb) {
        String word = EnumWords.of(verb);
        return new Tag("verb-" + word, say("learn.verb." + word));
    }

    /** The one policy that a rule belongs to; none if it belongs to all. */
    List<Tag> policy(ClinicalRule rule) {
        return rule.policy() == null ? List.of() : List.of(new Tag("for-policy", policyName(rule.policy())));
    }

    /** What a policy is called; its id if it is not known. */
    public String policyName(String id) {
        return book().catalogue().policies().stream()
                .filter(p -> p.id().equals(id))
                .map(Policy::name)
                .findFirst()
                .orElse(id);
    }

    Tag evidence(Evidence evidence) {
        return new Tag("evidence e-" + evidence.word(), say("evidence." + evidence.word()));
    }

    Refs refs(String key, Collection<Subject> subjects) {
        return new Refs(say(key), subjects.stream().map(this::ref).toList());
    }

    Refs interventions(String key, Set<Integer> indexes) {
        List<Intervention> all = book().catalogue().interventions();
        return refs(
                key,
                indexes.stream()
                        .sorted()
                        .map(i -> bench.subjects()
                                .known(Kind.INTERVENTIONS, all.get(i).id()))
                        .toList());
    }

    Block.Cited cited(Citation citation, Evidence evidence) {
        return new Block.Cited(say("learn.source"), List.of(citing(citation, evidence)));
    }

    Block.Reviewed reviewed(@Nullable Review review) {
        return new Block.Reviewed(review, book().catalogue().reviewsLast());
    }

    Citing citing(Citation citation, Evidence evidence) {
        Subjects subjects = bench.subjects();
        return Citing.of(
                subjects.known(Kind.SOURCES, citation.source().id()),
                citation.section(),
                citation.fact() == null ? null : subjects.known(Kind.FACTS, citation.fact()),
                evidence.word(),
                citation.source().address());
    }

    Block.Code code(Excerpt excerpt) {
        return new Block.Code(say("learn.written"), excerpt.at(), excerpt.linked(bench.subjects()));
    }

    /** What something reads or rests on, a list for each kind. */
    List<Refs> reads(Subject subject) {
        return byKind(k -> "learn.reads." + k.path(), bench.links().reads(subject), EnumSet.allOf(Kind.class));
    }

    /** What reads it, a list for each kind but those that the page shows by itself. */
    List<Refs> readers(Subject subject, Kind... shown) {
        Set<Kind> kinds = EnumSet.allOf(Kind.class);
        kinds.removeAll(List.of(shown));
        return byKind(k -> "learn.readers." + k.path(), bench.links().readers(subject), kinds);
    }

    private List<Refs> byKind(Function<Kind, String> key, Set<Subject> subjects, Set<Kind> kinds) {
        List<Refs> lists = new ArrayList<>();
        for (Kind kind : kinds) {
            List<Subject> of = subjects.stream().filter(s -> s.kind() == kind).toList();
            if (!of.isEmpty()) {
                lists.add(refs(key.apply(kind), of));
            }
        }
        return lists;
    }

    /** The rules that say this of a red flag, an obstacle, a check, a note or a stance. */
    List<Subject> rulesNaming(Subject subject, Verb verb) {
        return book().rules().stream()
                .filter(r -> r.stage() == Stage.ADVICE
                        && r.verb() == verb
                        && r.subject().equals(subject.id()))
                .map(bench.subjects()::of)
                .toList();
    }

    /** The line that is not met, in words. */
    String line(Literal line) {
        if (line instanceof Literal.OfFinding of) {
            String label = book().findings().get(of.finding()).label();
            return say(of.wanted() ? "learn.line.met" : "learn.line.ruled-out", label);
        }
        Literal.Test test = (Literal.Test) line;
        return test instanceof Literal.Compare compare
                ? say(
                        "learn.line." + EnumWords.of(compare.operator()),
                        test.question().text(),
                        test.question().amount(compare.value()))
                : say("learn.line.answer", test.question().text(), test.needs());
    }

    /** What something is listed under among its kind. */
    String group(Subject subject) {
        return switch (subject.kind()) {
            case NOTES -> say("kind." + subject.group());
            case SOURCES -> say("learn.source-kind." + subject.group());
            case QUESTIONS -> subject.group().isEmpty() ? say("learn.question.derived") : subject.group();
            default -> subject.group();
        };
    }
}
