package painpathway.web.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Question;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;
import painpathway.rules.Verb;
import painpathway.web.learn.Kind;
import painpathway.web.learn.Subject;
import painpathway.web.learn.Subjects;
import painpathway.web.learn.Workbench;

/** Everything that reads something else in a rule book: criteria read questions, and so on up to the interventions. */
final class Arrows {

    private final RuleBook book;
    private final Subjects subjects;
    private final Map<Subject, Map<Subject, Arrow>> into = new LinkedHashMap<>();

    Arrows(Workbench bench) {
        this.book = bench.book();
        this.subjects = bench.subjects();
        for (ClinicalRule rule : book.rules()) {
            Subject reader = subjects.of(rule);
            rule.literals().forEach(literal -> read(literal, reader));
            if (rule.stage() == Stage.ADVICE) {
                about(rule).forEach(to -> add(new Arrow(reader, to, standsAgainst(rule.verb()))));
            }
        }
    }

    private void read(Literal literal, Subject reader) {
        if (literal instanceof Literal.OfFinding of) {
            add(new Arrow(subjects.of(book.findings().get(of.finding())), reader, !of.wanted()));
        } else {
            asked(((Literal.Test) literal).question())
                    .forEach(q -> add(new Arrow(subjects.known(Kind.QUESTIONS, q.id()), reader, false)));
        }
    }

    /** Of a number that is worked out, the questions that it is made of. */
    private Stream<Question> asked(Question question) {
        return question.derived()
                ? question.inputs().stream().map(book.questionnaire()::known).flatMap(this::asked)
                : Stream.of(question);
    }

    /** The interventions that a rule is about; of a red flag or an obstacle, those that it withholds. */
    private List<Subject> about(ClinicalRule rule) {
        Catalogue catalogue = book.catalogue();
        Set<Integer> indexes = new TreeSet<>(catalogue.targets(rule.targets()));
        if (rule.verb() == Verb.OBSTACLE) {
            indexes.addAll(catalogue.obstacle(rule.subject()).withholds());
        } else if (rule.verb() == Verb.RED_FLAG) {
            indexes.addAll(
                    Objects.requireNonNull(catalogue.redFlag(rule.subject())).withholds());
            if (rule.urgency() == Urgency.EMERGENCY) {
                indexes.addAll(catalogue.emergencyWithholds());
            }
        }
        List<Subject> about = new ArrayList<>();
        for (int index : indexes) {
            Intervention intervention = catalogue.interventions().get(index);
            about.add(subjects.known(Kind.INTERVENTIONS, intervention.id()));
        }
        return about;
    }

    private static boolean standsAgainst(Verb verb) {
        return verb == Verb.CONTRAINDICATE || verb == Verb.HOLD || verb == Verb.RED_FLAG || verb == Verb.OBSTACLE;
    }

    /** Of several between the same two, one that is against only if all of them are. */
    private void add(Arrow arrow) {
        into.computeIfAbsent(arrow.to(), to -> new LinkedHashMap<>())
                .merge(
                        arrow.from(),
                        arrow,
                        (one, other) -> new Arrow(one.from(), one.to(), one.against() && other.against()));
    }

    /** What something reads; of an intervention, the rules that are about it. */
    Collection<Arrow> into(Subject subject) {
        return into.getOrDefault(subject, Map.of()).values();
    }

    Stream<Arrow> all() {
        return into.values().stream().flatMap(arrows -> arrows.values().stream());
    }
}
