package painpathway.web.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.InterventionAdvice.ShownNote;
import painpathway.knowledge.Note;
import painpathway.knowledge.Source.Citation;

/**
 * The notes about an intervention by purpose.
 *
 * @param more everything that has no place of its own, by kind
 */
public record NoteBlocks(
        List<NoteBlock> gaps,
        List<NoteBlock> cautions,
        List<NoteBlock> risks,
        List<NoteBlock> aftercare,
        Map<String, List<NoteBlock>> more) {

    static final NoteBlocks NONE = new NoteBlocks(List.of(), List.of(), List.of(), List.of(), Map.of());

    /** Notes from one source, which is named only once. */
    public record NoteBlock(Sourced source, List<ShownNote> notes) {}

    /** How many notes have no place of their own. */
    public int moreCount() {
        return more.values().stream()
                .flatMap(List::stream)
                .mapToInt(block -> block.notes.size())
                .sum();
    }

    static NoteBlocks of(InterventionAdvice advice, Sources sources) {
        List<ShownNote> gaps = new ArrayList<>();
        List<ShownNote> cautions = new ArrayList<>();
        List<ShownNote> risks = new ArrayList<>();
        List<ShownNote> aftercare = new ArrayList<>();
        Map<String, List<ShownNote>> more = new LinkedHashMap<>();
        for (ShownNote shown : advice.riskNotes()) {
            // Notes raised for this patient come first, whatever their kind.
            (!shown.reasons().isEmpty() ? cautions : shown.note().kind() == Note.Kind.GAP ? gaps : risks).add(shown);
        }
        for (ShownNote shown : advice.notes()) {
            Note.Kind kind = shown.note().kind();
            if (!shown.reasons().isEmpty() || kind == Note.Kind.CAUTION) {
                cautions.add(shown);
            } else if (kind == Note.Kind.AFTERCARE) {
                aftercare.add(shown);
            } else {
                more.computeIfAbsent(kind.word(), k -> new ArrayList<>()).add(shown);
            }
        }
        risks.sort(Comparator.comparing(n -> n.note().kind() == Note.Kind.GENERIC_RISK));
        Map<String, List<NoteBlock>> moreBlocks = new LinkedHashMap<>();
        more.forEach((kind, notes) -> moreBlocks.put(kind, blocks(notes, sources)));
        return new NoteBlocks(
                blocks(gaps, sources),
                blocks(cautions, sources),
                blocks(risks, sources),
                blocks(aftercare, sources),
                moreBlocks);
    }

    private static List<NoteBlock> blocks(List<ShownNote> notes, Sources sources) {
        Map<List<Object>, List<ShownNote>> bySource = new LinkedHashMap<>();
        for (ShownNote shown : notes) {
            Citation citation = shown.note().citation();
            bySource.computeIfAbsent(
                            List.of(
                                    citation.source().id(),
                                    citation.section(),
                                    shown.note().evidence()),
                            k -> new ArrayList<>())
                    .add(shown);
        }
        return bySource.values().stream()
                .map(group -> new NoteBlock(
                        sources.of(
                                group.get(0).note().citation(),
                                group.get(0).note().evidence()),
                        group))
                .toList();
    }
}
