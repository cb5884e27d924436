package painpathway.web.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;

/** Follows every link of the pages for educators, each once. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class LearnLinksTest {

    private static final Pattern LINK = Pattern.compile("<a[^>]* href=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final Pattern MANY = Pattern.compile("/(rules|criteria|notes|facts)/");
    /** Pages of a case, of which there are as many as steps and answers. */
    private static final Pattern PARTS = Pattern.compile("/cases/[^/]+/|/compare\\?");

    private static final List<String> ELSEWHERE = List.of("/records", "/help");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Workbenches benches;

    private final Map<String, Set<String>> anchors = new HashMap<>();
    private final Map<String, String> wanted = new TreeMap<>();
    private final List<String> dead = new ArrayList<>();

    @Test
    void noLinkIsDeadAndEverythingWithAnIdIsReached() throws Exception {
        Deque<String> open = new ArrayDeque<>(List.of("/learn"));
        Set<String> seen = new LinkedHashSet<>(open);
        while (!open.isEmpty()) {
            String page = open.pop();
            for (String link : links(page)) {
                wanted.putIfAbsent(link, page);
                String address = link.replaceAll("#.*", "");
                if (seen.add(address) && worthAVisit(address, seen.size())) {
                    open.add(address);
                }
            }
        }
        wanted.forEach((link, from) -> {
            int hash = link.indexOf('#');
            boolean read = !PARTS.matcher(link).lookingAt() || anchors.containsKey(link.replaceAll("#.*", ""));
            if (hash >= 0
                    && read
                    && !anchors.getOrDefault(link.substring(0, hash), Set.of()).contains(link.substring(hash + 1))) {
                dead.add(link + " on " + from);
            }
        });
        assertThat(dead).isEmpty();
        assertThat(benches.now().subjects().all().map(Subject::address)).isSubsetOf(wanted.keySet());
    }

    /** Of pages of which there are hundreds, drawn alike, some are enough; with {@code -Devery-page=true} all are read, for minutes. */
    private static boolean worthAVisit(String address, int so) {
        if (PARTS.matcher(address).lookingAt()) {
            return so % 40 == 0;
        }
        if (address.startsWith("/map") && address.contains("?")) {
            // From a map with one family unfolded there are links to those with two, and so on without end.
            return so % 30 == 0 && address.indexOf("open=") == address.lastIndexOf("open=");
        }
        if (Boolean.getBoolean("every-page") || address.startsWith("/cases?topic=")) {
            return true;
        }
        if (address.startsWith("/cases?")) {
            return so % 50 == 0;
        }
        return address.startsWith("/cases/")
                ? so % 20 == 0
                : !MANY.matcher(address).lookingAt() || so % 4 == 0;
    }

    /** The links of a page to other pages of these and to anchors; the page itself has to be there. */
    private List<String> links(String page) throws Exception {
        MockHttpServletResponse reply =
                mvc.perform(get(URI.create(page))).andReturn().getResponse();
        if (reply.getStatus() != 200) {
            dead.add(reply.getStatus() + " " + page + " on " + wanted.get(page));
            return List.of();
        }
        String html = reply.getContentAsString();
        assertThat(html).as(page).doesNotContain("??");
        Set<String> ids = new LinkedHashSet<>();
        ID.matcher(html).results().forEach(m -> ids.add(m.group(1)));
        anchors.put(page, ids);
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(html);
        while (link.find()) {
            String address = HtmlUtils.htmlUnescape(link.group(1));
            if (address.startsWith("#")) {
                links.add(page + address);
            } else if (address.length() > 1
                    && address.startsWith("/")
                    && ELSEWHERE.stream().noneMatch(address::startsWith)) {
                links.add(address);
            }
        }
        return links;
    }
}
