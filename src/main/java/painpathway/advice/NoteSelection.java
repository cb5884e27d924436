package painpathway.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import painpathway.advice.InterventionAdvice.ShownNote;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Note;

/** Which notes are shown with an intervention. */
final class NoteSelection {

    /** The notes of an entry, with those about risks kept apart. */
    record Notes(List<ShownNote> risks, List<ShownNote> others) {

        private static Notes of(List<ShownNote> notes) {
            List<ShownNote> risks = new ArrayList<>();
            List<ShownNote> others = new ArrayList<>();
            for (ShownNote note : notes) {
                (note.note().risk() ? risks : others).add(note);
            }
            return new Notes(List.copyOf(risks), List.copyOf(others));
        }
    }

    private final Catalogue catalogue;
    /** By intervention, what every patient sees. */
    private final List<Notes> always = new ArrayList<>();

    NoteSelection(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (Intervention intervention : catalogue.interventions()) {
            List<ShownNote> notes = new ArrayList<>();
            for (Note note : catalogue.notes()) {
                if (note.interventions().contains(intervention.index())) {
                    notes.add(new ShownNote(note, false, List.of()));
                } else if (note.analogies().contains(intervention.index())) {
                    notes.add(new ShownNote(note, true, List.of()));
                }
            }
            always.add(Notes.of(notes));
        }
    }

    /** Those raised for this patient, by id with the rules that raised them, and then those that every patient sees. */
    Notes of(int intervention, Map<String, List<Reason>> raised) {
        Notes standing = always.get(intervention);
        if (raised.isEmpty()) {
            return standing;
        }
        List<ShownNote> notes = new ArrayList<>();
        raised.forEach((id, reasons) -> {
            Note note = catalogue.note(id);
            notes.add(new ShownNote(note, note.analogies().contains(intervention), List.copyOf(reasons)));
        });
        for (List<ShownNote> shown : List.of(standing.risks, standing.others)) {
            for (ShownNote note : shown) {
                if (!raised.containsKey(note.note().id())) {
                    notes.add(note);
                }
            }
        }
        return Notes.of(notes);
    }
}
