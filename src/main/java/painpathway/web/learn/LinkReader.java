package painpathway.web.learn;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.audit.StatedLaw;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Note;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Source.Citation;
import painpathway.questionnaire.Condition;
import painpathway.questionnaire.Question;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;
import painpathway.vignette.Published;
import painpathway.vignette.Vignette;

/** Finds out which page names which. */
final class LinkReader {

    private final RuleBook book;
    private final Catalogue catalogue;
    private final Subjects subjects;
    private final Links links = new Links();

    private LinkReader(RuleBook book, Subjects subjects) {
        this.book = book;
        this.catalogue = book.catalogue();
        this.subjects = subjects;
    }

    static Links read(RuleBook book, Subjects subjects, List<StatedLaw> laws, List<Vignette> cases) {
        LinkReader reader = new LinkReader(book, subjects);
        book.rules().forEach(reader::rule);
        book.questionnaire().questions().forEach(reader::question);
        reader.knowledge();
        laws.forEach(reader::law);
        cases.forEach(reader::vignette);
        return reader.links;
    }

    private void rule(ClinicalRule rule) {
        Subject from = subjects.of(rule);
        for (Literal literal : rule.literals()) {
            if (literal instanceof Literal.Test test) {
                links.add(from, subjects.known(Kind.QUESTIONS, test.question().id()));
            } else if (literal instanceof Literal.OfFinding of) {
                links.add(from, subjects.of(book.findings().get(of.finding())));
            }
        }
        Kind named = named(rule.verb());
        if (named != null) {
            subjects.find(named, rule.subject()).ifPresent(to -> links.add(from, to));
        }
        rule.targets().forEach(target -> interventions(from, catalogue.targets(target)));
        cites(from, rule.citation());
    }

    /** The kind of thing that a rule names beside interventions; null if it names nothing else. */
    static @Nullable Kind named(Verb verb) {
        return switch (verb) {
            case HOLD -> Kind.CHECKS;
            case CAUTION -> Kind.NOTES;
            case STANCE -> Kind.STANCES;
            case RED_FLAG, ALLOW -> Kind.RED_FLAGS;
            case OBSTACLE -> Kind.OBSTACLES;
            case CRITERION_MET, PATTERN_MET, SUGGEST, SUPPORT, CONTRAINDICATE -> null;
        };
    }

    private void question(Question question) {
        Subject from = subjects.known(Kind.QUESTIONS, question.id());
        for (Condition condition : question.askedWhen()) {
            links.add(from, subjects.known(Kind.QUESTIONS, condition.question()));
        }
        question.inputs().forEach(input -> links.add(from, subjects.known(Kind.QUESTIONS, input)));
        if (question.resultOf() != null) {
            subjects.find(Kind.INTERVENTIONS, question.resultOf()).ifPresent(to -> links.add(from, to));
        }
    }

    private void knowledge() {
        catalogue.interventions().forEach(i -> cites(subjects.known(Kind.INTERVENTIONS, i.id()), i.citation()));
        catalogue.checks().forEach(c -> cites(subjects.known(Kind.CHECKS, c.id()), c.citation()));
        catalogue
                .stances()
                .forEach(stance -> stance.sides()
                        .forEach(side -> cites(subjects.known(Kind.STANCES, stance.id()), side.citation())));
        catalogue.obstacles().forEach(o -> interventions(subjects.known(Kind.OBSTACLES, o.id()), o.withholds()));
        catalogue.notes().forEach(this::note);
        catalogue.redFlags().forEach(this::redFlag);
        catalogue
                .facts()
                .forEach(f -> links.add(
                        subjects.known(Kind.FACTS, f.id()),
                        subjects.known(Kind.SOURCES, f.document().id())));
    }

    private void note(Note note) {
        Subject from = subjects.known(Kind.NOTES, note.id());
        interventions(from, note.interventions());
        interventions(from, note.analogies());
        cites(from, note.citation());
    }

    private void redFlag(RedFlag flag) {
        Subject from = subjects.known(Kind.RED_FLAGS, flag.id());
        interventions(from, flag.withholds());
        flag.facts().forEach(f -> links.add(from, subjects.known(Kind.FACTS, f.id())));
        cites(from, flag.citation());
    }

    private void law(StatedLaw law) {
        Subject from = subjects.known(Kind.LAWS, law.id());
        Excerpt.yaml(book.folder(), StatedLaw.FILE, law.line())
                .mentioned(subjects)
                .forEach(to -> links.add(from, to));
    }

    private void vignette(Vignette vignette) {
        Published published = vignette.published();
        if (published != null) {
            cites(subjects.known(Kind.CASES, vignette.id()), published.citation());
        }
    }

    private void interventions(Subject from, Collection<Integer> indexes) {
        for (int index : indexes) {
            links.add(
                    from,
                    subjects.known(
                            Kind.INTERVENTIONS,
                            catalogue.interventions().get(index).id()));
        }
    }

    private void cites(Subject from, Citation citation) {
        subjects.find(Kind.SOURCES, citation.source().id()).ifPresent(to -> links.add(from, to));
        if (citation.fact() != null) {
            subjects.find(Kind.FACTS, citation.fact()).ifPresent(to -> links.add(from, to));
        }
    }
}
