package painpathway.rules;

import java.util.function.Function;

/** Something costly that is made of a rule book, and good for as long as the same one is in use. Thread-safe. */
public final class ForRuleBook<T> {

    private final Function<RuleBook, T> make;
    private volatile Made<T> made;

    /** {@code make} is called once for each set of rules, when it is first asked for. */
    public ForRuleBook(Function<RuleBook, T> make) {
        this.make = make;
    }

    private record Made<T>(RuleBook from, T value) {
    }

    /** Made anew after the rules were read again. Two who ask first at the same time may each make one; the later stays. */
    public T of(RuleBook book) {
        Made<T> now = made;
        if (now == null || now.from != book) {
            now = new Made<>(book, make.apply(book));
            made = now;
        }
        return now.value;
    }
}
