package painpathway.calculator;

/** What a calculator does with what was entered. */
public sealed interface Sum permits Doses, Items, Sum.MeanOf, Sum.Elsewhere {

    /** Shows a derived mean, which is made of answers and needs nothing entered; {@code question} is its id. */
    record MeanOf(String question) implements Sum {}

    /** A form that somebody else licenses: only where it is found can be shown. */
    record Elsewhere() implements Sum {}
}
