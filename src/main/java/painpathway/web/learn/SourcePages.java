package painpathway.web.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import painpathway.folder.EnumWords;
import painpathway.knowledge.Fact;
import painpathway.knowledge.Source;
import painpathway.web.learn.Block.Prose;
import painpathway.web.learn.Block.Ref;
import painpathway.web.learn.Block.Refs;

/** The pages of sources and of the facts of documents. */
record SourcePages(PageParts parts) {

    SubjectPage source(Subject subject) {
        Source source = parts.book().catalogue().sources().stream()
                .filter(s -> s.id().equals(subject.id()))
                .findFirst()
                .orElseThrow();
        SubjectPage page = new SubjectPage(subject)
                .tag(new Tag(
                        "plain-tag",
                        parts.say("learn.source-kind." + source.kind().word())))
                .tag(parts.evidence(source.status()));
        page.show(new Prose("", parts.say("evidence." + source.status().word() + ".text")));
        page.show(new Block.Rows(parts.say("learn.source.about"), about(source)));
        if (source.kind() == Source.Kind.DOCUMENT) {
            facts(source).forEach(page::show);
        } else if (!source.sections().isEmpty()) {
            page.show(new Block.Rows(
                    parts.say("learn.source.sections"),
                    source.sections().stream().map(s -> new Block.Row(s, "")).toList()));
        }
        return page.beside(parts.readers(subject, Kind.FACTS));
    }

    private List<Block.Row> about(Source source) {
        List<Block.Row> rows = new ArrayList<>();
        add(rows, "learn.source.publisher", source.publisher());
        add(rows, "learn.source.year", source.year());
        add(rows, "learn.source.address", source.address());
        add(rows, "learn.source.via", source.via());
        add(rows, "learn.source.reviewed", source.reviewed());
        return rows;
    }

    private void add(List<Block.Row> rows, String key, @Nullable String value) {
        if (value != null) {
            rows.add(new Block.Row(parts.say(key), value));
        }
    }

    /** The facts of a document, section by section. */
    private List<Refs> facts(Source source) {
        Map<String, List<Ref>> sections = new LinkedHashMap<>();
        for (Fact fact : parts.book().catalogue().facts()) {
            if (fact.document().equals(source)) {
                sections.computeIfAbsent(fact.section(), s -> new ArrayList<>())
                        .add(new Ref(
                                parts.bench().subjects().known(Kind.FACTS, fact.id()),
                                List.of(kind(fact)),
                                fact.handling()));
            }
        }
        return sections.entrySet().stream()
                .map(e -> new Refs(e.getKey(), e.getValue()))
                .toList();
    }

    private Tag kind(Fact fact) {
        return new Tag(
                fact.promotional() ? "verb-contraindicate" : "plain-tag",
                parts.say("learn.fact-kind." + EnumWords.of(fact.kind())));
    }

    SubjectPage fact(Subject subject) {
        Fact fact = Objects.requireNonNull(parts.book().catalogue().fact(subject.id()));
        SubjectPage page = new SubjectPage(subject)
                .tag(kind(fact))
                .tag(parts.evidence(fact.document().status()));
        if (fact.promotional()) {
            page.show(new Prose(parts.say("learn.fact.promotional"), parts.say("learn.fact.promotional.text")));
        }
        if (fact.handling() != null) {
            page.show(new Prose(parts.say("learn.fact.handling"), fact.handling()));
        }
        page.show(new Block.Cited(
                parts.say("learn.source"),
                List.of(parts.citing(
                        new Source.Citation(fact.document(), fact.section()),
                        fact.document().status()))));
        List<Refs> readers = parts.readers(subject);
        if (readers.isEmpty() && !fact.promotional()) {
            page.show(new Prose("", parts.say("learn.fact.unused")));
        }
        return page.beside(readers);
    }
}
