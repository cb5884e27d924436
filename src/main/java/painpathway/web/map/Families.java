package painpathway.web.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import painpathway.questionnaire.Questionnaire;
import painpathway.questionnaire.Questionnaire.Section;
import painpathway.web.learn.Kind;
import painpathway.web.learn.Subject;
import painpathway.web.learn.Workbench;

/** The families of a rule book, as its folder has them. Interventions have none. */
final class Families {

    private final Map<Subject, Family> ofMember = new HashMap<>();
    private final Map<Family, List<Subject>> members = new LinkedHashMap<>();
    private final Map<String, Family> byKey = new HashMap<>();

    Families(Workbench bench) {
        Questionnaire questionnaire = bench.book().questionnaire();
        for (Section section : questionnaire.sections()) {
            Family family = new Family(Kind.QUESTIONS, section.id(), section.title());
            section.questions().forEach(q -> add(family, bench.subjects().known(Kind.QUESTIONS, q.id())));
        }
        Map<String, String> titles =
                questionnaire.sections().stream().collect(Collectors.toMap(Section::id, Section::title));
        for (Kind kind : List.of(Kind.CRITERIA, Kind.PATTERNS, Kind.RULES)) {
            for (Subject subject : bench.subjects().of(kind)) {
                String id = file(subject);
                // A file of criteria has the name of the section that it reads.
                String title = kind == Kind.CRITERIA ? titles.get(id) : null;
                add(new Family(kind, id, title == null ? title(id) : title), subject);
            }
        }
    }

    private static String file(Subject subject) {
        return subject.group().replaceAll("^[^/]*/|\\.drl$", "").replace('/', '-');
    }

    private static String title(String id) {
        return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1).replace('-', ' ');
    }

    private void add(Family family, Subject member) {
        ofMember.put(member, family);
        byKey.put(family.key(), family);
        members.computeIfAbsent(family, f -> new ArrayList<>()).add(member);
    }

    /** The family of anything but an intervention. */
    Family of(Subject subject) {
        return Objects.requireNonNull(ofMember.get(subject), subject.id());
    }

    Optional<Family> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** All of them with their members, in the order of the folder. */
    Map<Family, List<Subject>> all() {
        return members;
    }
}
