package painpathway.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Claims that something is possible. One policy that shows it is enough, so the threads of all policies share what has been shown. Whatever
 * no policy shows is a defect. Thread-safe.
 */
final class SharedClaims {

    private final Set<String> shown = ConcurrentHashMap.newKeySet();
    private final Map<String, Defect> suspects = new ConcurrentHashMap<>();

    /** Whether a policy has already shown this. */
    boolean isShown(String claim) {
        return shown.contains(claim);
    }

    /** A policy shows it. */
    void show(String claim) {
        shown.add(claim);
    }

    /** A policy does not show it; this is the defect unless another one does. */
    void suspect(String claim, Defect otherwise) {
        suspects.putIfAbsent(claim, otherwise);
    }

    /** The defects of all claims that no policy has shown. */
    List<Defect> defects() {
        return suspects.entrySet().stream()
                .filter(e -> !shown.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
