package painpathway.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import painpathway.audit.Law.Then;
import painpathway.audit.Law.When;
import painpathway.folder.Faults;
import painpathway.folder.Names;
import painpathway.folder.YamlMapping;
import painpathway.rules.RuleBook;

/** Reads the laws of a rules folder. No advice depends on them: they are what the rules are tried on and proved against. */
final class Laws {

    private final RuleBook book;
    private final Faults faults;
    private final WhenReader whens;
    private final ThenReader thens;

    private Laws(RuleBook book, Faults faults) {
        this.book = book;
        this.faults = faults;
        LawNames names = new LawNames(book, faults);
        this.whens = new WhenReader(names, faults);
        this.thens = new ThenReader(names);
    }

    /** All laws of the book's folder; none if it has no such file. Throws {@link painpathway.folder.FaultyKnowledge} with every fault. */
    static List<Law> load(RuleBook book) {
        Faults faults = new Faults();
        List<Law> laws = load(book, faults);
        faults.throwIfAny();
        return laws;
    }

    /** The same where more is read: what is wrong goes to {@code faults}, and what is returned is good only if nothing does. */
    static List<Law> load(RuleBook book, Faults faults) {
        return book.folder().text(Law.FILE) == null ? List.of() : new Laws(book, faults).load();
    }

    private List<Law> load() {
        YamlMapping file = YamlMapping.read(book.folder(), Law.FILE, faults);
        List<Law> laws = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        Names names = new Names();
        for (YamlMapping entry : file.entries("laws")) {
            String id = entry.text("id");
            law(entry, id).ifPresent(laws::add);
            Integer before = lines.putIfAbsent(id, entry.line());
            if (before != null) {
                entry.fault("id", "the law '" + id + "' is already defined in line " + before);
            }
            String twin = names.taken(id, entry.file(), entry.line());
            if (twin != null) {
                entry.fault("id", twin);
            }
        }
        file.done();
        return List.copyOf(laws);
    }

    /** A law; nothing if its promise is faulty. */
    private Optional<Law> law(YamlMapping entry, String id) {
        String policy = entry.optional("policy");
        if (policy != null && book.catalogue().policies().stream().noneMatch(p -> p.id().equals(policy))) {
            faults.unknown(entry.file(), entry.line("policy"), "the policy", policy, book.policies());
        }
        List<YamlMapping> conditions = entry.entries("when");
        List<When> when =
                conditions.stream().map(whens::read).flatMap(Optional::stream).toList();
        Optional<Then> then = thens.read(entry);
        if (conditions.isEmpty() && !entry.has("unread")) {
            entry.fault("id", "'when' is missing: which patients is the law about?");
        }
        String says = entry.text("says");
        entry.done();
        return then.map(promise -> new Law(id, says, policy, when, promise, entry.line()));
    }
}
