package painpathway.web.quiz;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What was made last, so that it need not be made again. Two threads that ask for the same at once may both make it. Thread-safe. */
final class Recent<K, V> {

    private final Map<K, V> made;

    /** Remembers so many. */
    Recent(int most) {
        this.made = new LinkedHashMap<>(most, 1, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What was made for a key, or what is made for it now. */
    V get(K key, Supplier<V> make) {
        synchronized (made) {
            V known = made.get(key);
            if (known != null) {
                return known;
            }
        }
        V value = make.get();
        synchronized (made) {
            made.put(key, value);
        }
        return value;
    }
}
