package painpathway.knowledge;

import java.util.Map;
import painpathway.folder.RulesFolder;
import painpathway.folder.YamlMapping;

/** What an advice can say beside a verdict, by id in the order of the files. */
record Remarks(Map<String, Note> notes, Map<String, Stance> stances, Map<String, Check> checks) {

    static Remarks read(RulesFolder folder, EntryReader reader) {
        YamlMapping notes = YamlMapping.read(folder, Note.FILE, reader.faults());
        YamlMapping stances = YamlMapping.read(folder, Stance.FILE, reader.faults());
        YamlMapping checks = YamlMapping.read(folder, Check.FILE, reader.faults());
        Remarks remarks = new Remarks(
                Table.of(notes.entries("notes"), e -> Note.read(e, reader), Note::id),
                Table.of(stances.entries("stances"), e -> Stance.read(e, reader.citations()), Stance::id),
                Table.of(checks.entries("checks"), e -> Check.read(e, reader.citations()), Check::id));
        notes.done();
        stances.done();
        checks.done();
        return remarks;
    }
}
