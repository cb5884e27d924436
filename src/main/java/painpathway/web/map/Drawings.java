package painpathway.web.map;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import painpathway.web.learn.Kind;
import painpathway.web.learn.Subject;
import painpathway.web.learn.Workbench;

/** The maps of one rule book, each laid out once. A patient changes no place, so all patients share a drawing. Thread-safe. */
final class Drawings {

    /** So many are kept: which families are unfolded makes many different ones. */
    private static final int KEPT = 100;

    private record What(String intervention, Set<Family> open) {}

    private final Atlas atlas;
    private final Map<What, Drawing> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<What, Drawing> eldest) {
            return size() > KEPT;
        }
    });

    Drawings(Workbench bench) {
        this.atlas = Atlas.of(bench);
    }

    Workbench bench() {
        return atlas.bench();
    }

    /** The family with this word, if there is one. */
    Optional<Family> family(String key) {
        return atlas.families().find(key);
    }

    /** The map of one intervention; of the whole pathway if that is empty. */
    Drawing of(String intervention, List<Family> open) {
        What what = new What(intervention, open.stream().collect(Collectors.toUnmodifiableSet()));
        Drawing drawing = kept.get(what);
        return drawing == null ? drawn(what) : drawing;
    }

    /** One at a time, so that whoever asks for many takes no more than one core. */
    private synchronized Drawing drawn(What what) {
        @Nullable Drawing drawing = kept.get(what);
        if (drawing == null) {
            drawing = Layout.of(sketch(what));
            kept.put(what, drawing);
        }
        return drawing;
    }

    private Sketch sketch(What what) {
        if (what.intervention.isEmpty()) {
            return Sketcher.whole(atlas, what.open);
        }
        Subject about = atlas.bench().subjects().known(Kind.INTERVENTIONS, what.intervention);
        return Sketcher.of(atlas, about, what.open);
    }
}
