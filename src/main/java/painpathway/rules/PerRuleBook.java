package painpathway.rules;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something costly that is made from a rule book and stays valid as long as that one is in use. Thread-safe. */
public final class PerRuleBook<T> {

    private final Function<RuleBook, T> make;
    private volatile @Nullable Made<T> made;

    /** {@code make} is called once for each set of rules, when it is first asked for. */
    public PerRuleBook(Function<RuleBook, T> make) {
        this.make = make;
    }

    private record Made<T>(RuleBook from, T value) {}

    /** Made again after the rules were reloaded. Two threads that ask first at the same time may each make one; the later one is kept. */
    public T of(RuleBook book) {
        Made<T> now = made;
        if (now == null || now.from != book) {
            now = new Made<>(book, make.apply(book));
            made = now;
        }
        return now.value;
    }
}
