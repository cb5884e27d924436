package painpathway.web.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import painpathway.web.Messages;

/** Who else is there: other people, and not one's own second tab. */
class PresenceTest {

    private final Presence presence = new Presence();
    private final Messages words = words();

    @Test
    void aSecondTabOfTheSameBrowserIsNobodyElse() {
        assertThat(presence.others("draft", "mine.1", "MK", words)).isEmpty();
        assertThat(presence.others("draft", "mine.2", "MK", words)).isEqualTo("another tab");
        presence.left("draft", "mine.1");
        assertThat(presence.others("draft", "mine.2", "MK", words)).isEmpty();
    }

    @Test
    void anotherBrowserIsSomebodyElseEvenIfItSaysNoName() {
        presence.others("draft", "mine.1", "MK", words);
        presence.others("draft", "mine.2", "MK", words);
        assertThat(presence.others("draft", "theirs.1", "", words)).isEqualTo("others: MK");
        assertThat(presence.others("draft", "mine.1", "MK", words)).isEqualTo("others: page");
    }

    /** Without JavaScript a tab has no browser, and each counts for itself. */
    @Test
    void tabsWithoutABrowserAreApart() {
        presence.others("draft", "3f2a-1", "AB", words);
        assertThat(presence.others("draft", "77c0-2", "", words)).isEqualTo("others: AB");
    }

    private static Messages words() {
        StaticMessageSource source = new StaticMessageSource();
        source.addMessage("others", Locale.ROOT, "others: {0}");
        source.addMessage("others.own", Locale.ROOT, "another tab");
        source.addMessage("told.someone", Locale.ROOT, "page");
        return new Messages(source, Locale.ROOT);
    }
}
