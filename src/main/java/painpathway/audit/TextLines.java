package painpathway.audit;

import java.util.Locale;

/** A text that grows line by line, the same in every country. */
final class TextLines {

    private final StringBuilder text = new StringBuilder();

    void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
