package painpathway.web.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import painpathway.web.Messages;

/** Which pages have a draft open right now. It lasts only as long as the program runs; it is a courtesy, and nothing depends on it. */
@Component
class Presence {

    private static final Duration FADES = Duration.ofSeconds(25);

    private final Map<String, Map<String, Seen>> open = new ConcurrentHashMap<>();

    private record Seen(String who, Instant at) {}

    /** Notes that a page is open, and returns a sentence about the people at the other pages; an empty text if there are none. */
    String others(String draft, String tab, String who, Messages words) {
        Map<String, Seen> pages = seen(draft, tab, who);
        String others = pages.entrySet().stream()
                .filter(e -> !browser(e.getKey()).equals(browser(tab)))
                .map(e -> e.getValue().who.isEmpty() ? words.say("told.someone") : e.getValue().who)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            return words.say("others", others);
        }
        return pages.size() > 1 ? words.say("others.own") : "";
    }

    /** The name of a tab begins with that of its browser, if the page could learn it: one's own second tab is nobody else. */
    private static String browser(String tab) {
        int end = tab.indexOf('.');
        return end < 0 ? tab : tab.substring(0, end);
    }

    private Map<String, Seen> seen(String draft, String tab, String who) {
        Instant now = Instant.now();
        open.values()
                .forEach(pages -> pages.values().removeIf(s -> s.at.plus(FADES).isBefore(now)));
        open.values().removeIf(Map::isEmpty);
        Map<String, Seen> pages = open.computeIfAbsent(draft, d -> new ConcurrentHashMap<>());
        pages.put(tab, new Seen(who, now));
        return pages;
    }

    void left(String draft, String tab) {
        open.computeIfPresent(draft, (d, pages) -> {
            pages.remove(tab);
            return pages;
        });
    }
}
