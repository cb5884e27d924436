package painpathway.knowledge;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import painpathway.folder.YamlMapping;

/**
 * That a clinician has reviewed a rule or a text and agrees with it.
 *
 * @param by name and role, such as "A. Person, pain physician"
 */
public record Review(String by, LocalDate on) {

    /** What is wrong with a reviewer who is not named like one. */
    public static final String NAME_AND_ROLE = "should be a name and a role, such as \"A. Person, pain physician\"";

    private static final Pattern REVIEWER = Pattern.compile("[^,]*\\S, *[^,\\s][^,]*");

    /** Whether it names a person and a role. */
    public static boolean names(String by) {
        return REVIEWER.matcher(by).matches();
    }

    /** Whether it is too old to count: a new one is due. {@code lasts} is null where no review ever is. */
    public boolean due(LocalDate today, @Nullable Period lasts) {
        return lasts != null && !on.plus(lasts).isAfter(today);
    }

    /** The keys {@code reviewed-by} and {@code reviewed} of an entry; null if it has neither. */
    static @Nullable Review read(YamlMapping e) {
        if (!e.has("reviewed-by") && !e.has("reviewed")) {
            return null;
        }
        String by = e.text("reviewed-by");
        if (!by.isEmpty() && !names(by)) {
            e.fault("reviewed-by", "'reviewed-by' " + NAME_AND_ROLE);
        }
        String date = e.text("reviewed");
        try {
            return new Review(by, LocalDate.parse(date));
        } catch (DateTimeParseException notADate) {
            if (!date.isEmpty()) {
                e.fault("reviewed", "'reviewed' should be a date such as \"2026-11-21\", but is '" + date + "'");
            }
            return null;
        }
    }
}
