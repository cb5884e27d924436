package painpathway.handover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import painpathway.knowledge.Source;
import painpathway.web.advice.AdviceView;
import painpathway.web.advice.InterventionView;
import painpathway.web.advice.NoteBlocks;
import painpathway.web.advice.RuleView;
import painpathway.web.advice.RuleView.LineView;
import painpathway.web.advice.Sourced;

/** A source and its number. */
record NumberedSource(int number, Source source) {

    public String label() {
        return "[" + number + "] "
                + Stream.of(source.title(), source.publisher(), source.year())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
    }

    /** Every source that is named in the warnings or with one of these entries, in the order in which they are named. */
    static List<NumberedSource> all(AdviceView view, List<InterventionView> entries) {
        Named named = new Named(new LinkedHashMap<>());
        view.flags().forEach(flag -> {
            named.add(flag.source());
            named.addRules(flag.why());
            flag.facts().forEach(fact -> named.add(fact.source()));
        });
        view.obstacles().forEach(obstacle -> named.addRules(obstacle.why()));
        entries.forEach(named::add);
        List<NumberedSource> numbered = new ArrayList<>();
        named.sources.values().forEach(s -> numbered.add(new NumberedSource(numbered.size() + 1, s)));
        return numbered;
    }

    /** The sources named so far, by id. */
    private record Named(Map<String, Source> sources) {

        void add(InterventionView entry) {
            addRules(entry.why());
            entry.checks().forEach(check -> {
                add(check.source());
                addRules(check.why());
            });
            entry.stances().forEach(stance -> stance.sides().forEach(side -> add(side.source())));
            add(entry.it().intervention().citation().source());
            NoteBlocks notes = entry.notes();
            Stream.of(notes.gaps(), notes.cautions(), notes.risks(), notes.aftercare())
                    .flatMap(Collection::stream)
                    .forEach(block -> add(block.source()));
            notes.more().values().forEach(blocks -> blocks.forEach(block -> add(block.source())));
        }

        void addRules(List<RuleView> rules) {
            for (RuleView rule : rules) {
                add(rule.source());
                addLines(rule.lines());
                addLines(rule.ruledOut());
            }
        }

        private void addLines(List<LineView> lines) {
            for (LineView line : lines) {
                add(line.source());
                addLines(line.because());
            }
        }

        void add(Sourced sourced) {
            add(sourced.citation().source());
        }

        private void add(Source source) {
            sources.putIfAbsent(source.id(), source);
        }
    }
}
