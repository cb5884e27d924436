package painpathway.handover;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import painpathway.web.advice.InterventionView;
import painpathway.web.advice.NoteBlocks.NoteBlock;

/** The notes about an intervention, for any patient; {@code more} by kind, without those that several share. */
record InterventionNotes(InterventionView entry, Map<String, List<NoteBlock>> more) {

    static InterventionNotes of(InterventionView entry, List<SharedNote> shared) {
        Set<String> elsewhere = shared.stream().map(s -> s.note().note().id()).collect(Collectors.toSet());
        Map<String, List<NoteBlock>> more = new LinkedHashMap<>();
        entry.notes().more().forEach((kind, blocks) -> {
            List<NoteBlock> own = blocks.stream()
                    .map(block -> new NoteBlock(
                            block.source(),
                            block.notes().stream()
                                    .filter(n -> !elsewhere.contains(n.note().id()))
                                    .toList()))
                    .filter(block -> !block.notes().isEmpty())
                    .toList();
            if (!own.isEmpty()) {
                more.put(kind, own);
            }
        });
        return new InterventionNotes(entry, more);
    }
}
