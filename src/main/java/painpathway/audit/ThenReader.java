package painpathway.audit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.audit.Law.Then;
import painpathway.folder.YamlMapping;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Urgency;

/** Reads the promises of laws. */
final class ThenReader {

    private static final Set<String> PROMISES = new LinkedHashSet<>(
            List.of("never", "always", "urgency", "flag", "no-flag", "obstacle", "check", "stance", "note", "unread"));
    private static final Set<String> ABOUT_INTERVENTIONS = Set.of("never", "always", "check", "stance", "note");

    private final LawNames names;

    ThenReader(LawNames names) {
        this.names = names;
    }

    /** The promise of a law; nothing if it is faulty. */
    Optional<Then> read(YamlMapping law) {
        List<String> promises = PROMISES.stream().filter(law::has).toList();
        boolean of = law.has("of");
        if (promises.size() != 1) {
            law.fault("id", "a law promises one thing, one of " + PROMISES + ", but this one has " + promises);
            return Optional.empty();
        }
        String promise = promises.get(0);
        boolean needsOf = ABOUT_INTERVENTIONS.contains(promise);
        if (needsOf != of) {
            law.fault(
                    promise,
                    needsOf
                            ? "'" + promise + "' needs 'of', the interventions it is about"
                            : "'" + promise + "' does not take 'of'");
        }
        Urgency at = law.has("at") ? names.flagUrgency(law, "at") : null;
        if (at != null && !promise.equals("flag")) {
            law.fault("at", "only 'flag' takes 'at'");
        }
        return read(law, promise, of ? names.interventions(law, "of") : List.of(), at);
    }

    private Optional<Then> read(YamlMapping law, String promise, List<Intervention> of, @Nullable Urgency at) {
        return switch (promise) {
            case "never", "always" ->
                Optional.of(new Then.Verdicts(names.verdicts(law, promise), promise.equals("never"), of));
            case "urgency" -> Optional.of(new Then.Urgencies(names.urgencies(law, promise)));
            case "flag", "no-flag" ->
                names.flag(law, promise).map(flag -> new Then.Flag(flag, at, promise.equals("flag")));
            case "obstacle" -> names.obstacle(law, promise).map(Then.Blocked::new);
            case "check" -> names.shown(law, promise).map(check -> new Then.Checked(check, of));
            case "stance", "note" ->
                names.shown(law, promise).map(id -> new Then.Shown(promise.equals("stance"), id, of));
            default -> names.question(law, promise).map(Then.Unread::new);
        };
    }
}
