package painpathway.web.learn;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import painpathway.audit.StatedLaw;
import painpathway.knowledge.Catalogue;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;
import painpathway.vignette.Vignette;

/** Everything that has a page, by kind and id. */
public final class Subjects {

    private final Map<Kind, Map<String, Subject>> byKind = new EnumMap<>(Kind.class);
    /** Ids that rules had formerly, with the ids that they have now. */
    private final Map<String, String> retired = new HashMap<>();

    Subjects(RuleBook book, List<StatedLaw> laws, List<Vignette> vignettes) {
        for (Kind kind : Kind.values()) {
            byKind.put(kind, new LinkedHashMap<>());
        }
        addRules(book);
        addQuestions(book.questionnaire());
        addKnowledge(book.catalogue());
        laws.forEach(law -> add(Kind.LAWS, law.id(), law.says(), ""));
        vignettes.forEach(v -> add(Kind.CASES, v.id(), v.name(), v.file()));
    }

    private void addRules(RuleBook book) {
        for (ClinicalRule rule : book.rules()) {
            if (rule.stage() == Stage.ADVICE) {
                add(Kind.RULES, rule.id(), rule.name(), rule.at().file());
                rule.formerly().forEach(id -> retired.put(id, rule.id()));
            }
        }
        for (Finding finding : book.findings()) {
            String file = finding.rules().get(0).at().file();
            add(Kind.of(finding.stage()), finding.id(), finding.label(), file);
        }
    }

    private void addQuestions(Questionnaire questionnaire) {
        for (Questionnaire.Section section : questionnaire.sections()) {
            section.questions().forEach(q -> add(Kind.QUESTIONS, q.id(), q.text(), section.title()));
        }
        questionnaire.questions().stream()
                .filter(Question::derived)
                .forEach(q -> add(Kind.QUESTIONS, q.id(), q.text(), ""));
    }

    private void addKnowledge(Catalogue catalogue) {
        catalogue.interventions().forEach(i -> add(Kind.INTERVENTIONS, i.id(), i.name(), ""));
        catalogue.redFlags().forEach(f -> add(Kind.RED_FLAGS, f.id(), f.name(), ""));
        catalogue.obstacles().forEach(o -> add(Kind.OBSTACLES, o.id(), o.text(), ""));
        catalogue.checks().forEach(c -> add(Kind.CHECKS, c.id(), c.text(), c.who()));
        catalogue.stances().forEach(s -> add(Kind.STANCES, s.id(), s.topic(), ""));
        catalogue
                .notes()
                .forEach(n -> add(Kind.NOTES, n.id(), n.text(), n.kind().word()));
        catalogue
                .sources()
                .forEach(s -> add(Kind.SOURCES, s.id(), s.title(), s.kind().word()));
        catalogue
                .facts()
                .forEach(f -> add(Kind.FACTS, f.id(), f.text(), f.document().title()));
    }

    private void add(Kind kind, String id, String title, String group) {
        Map<String, Subject> subjects = byKind.getOrDefault(kind, Map.of());
        subjects.put(id, new Subject(kind, id, title, group));
    }

    /** All of a kind, in the order of the rules folder. */
    public Collection<Subject> of(Kind kind) {
        return byKind.getOrDefault(kind, Map.of()).values();
    }

    /** All of every kind. */
    Stream<Subject> all() {
        return byKind.values().stream().flatMap(subjects -> subjects.values().stream());
    }

    /** The one with this id, if there is one. */
    public Optional<Subject> find(Kind kind, String id) {
        return Optional.ofNullable(byKind.getOrDefault(kind, Map.of()).get(id));
    }

    /** The one with this id, which has to exist. */
    public Subject known(Kind kind, String id) {
        return find(kind, id).orElseThrow(() -> new IllegalArgumentException(kind.path() + " have no " + id));
    }

    /** The rule in which one that had this id lives on. */
    Optional<Subject> heir(String id) {
        return Optional.ofNullable(retired.get(id)).flatMap(now -> find(Kind.RULES, now));
    }

    /** The criterion or pattern. */
    public Subject of(Finding finding) {
        return known(Kind.of(finding.stage()), finding.id());
    }

    /** What a rule is about: in the first two stages its criterion or pattern, else itself. */
    public Subject of(ClinicalRule rule) {
        return known(Kind.of(rule.stage()), rule.id());
    }
}
