package painpathway.web.learn;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import painpathway.rules.Finding;
import painpathway.vignette.Published;
import painpathway.vignette.Reach;

/**
 * Which cases are listed. What is null or empty leaves all of them.
 *
 * @param verdict of the intervention, or of any of them where none is chosen
 * @param fires   the id of a rule, pattern or criterion that is met
 * @param misses  the id of one that is missed by one line
 * @param published {@code all} for patients whom others have published, or a word of {@link Published.Agreement} for some of these
 */
record CaseFilter(
        @Nullable String topic,
        @Nullable String intervention,
        @Nullable String urgency,
        @Nullable String verdict,
        @Nullable String fires,
        @Nullable String misses,
        @Nullable String published) {

    /** So many are on a page. */
    static final int ON_A_PAGE = 200;

    private static final String ALL = "all";

    /** Whether nothing was chosen. */
    public boolean empty() {
        return !given(topic)
                && !given(intervention)
                && !given(urgency)
                && !given(verdict)
                && !given(fires)
                && !given(misses)
                && !given(published);
    }

    /** The cases that are left, in the order of the files. */
    List<CaseSummary> of(Workbench bench) {
        BitSet fire = reached(bench, fires, true);
        BitSet miss = reached(bench, misses, false);
        return IntStream.range(0, bench.summaries().size())
                .filter(i -> !given(fires) || fire.get(i))
                .filter(i -> !given(misses) || miss.get(i))
                .mapToObj(bench.summaries()::get)
                .filter(this::chosen)
                .toList();
    }

    private boolean chosen(CaseSummary one) {
        Collection<String> verdicts = given(intervention)
                ? Set.of(one.verdicts().getOrDefault(intervention, ""))
                : one.verdicts().values();
        Published of = one.vignette().published();
        return (!given(published)
                        || of != null && List.of(ALL, of.advisor().word()).contains(published))
                && (!given(topic) || one.topic().equals(topic))
                && (!given(urgency) || one.urgency().equals(urgency))
                && (!given(verdict) || verdicts.contains(verdict))
                && (!given(intervention) || given(verdict) || !verdicts.contains("not-indicated"));
    }

    private static BitSet reached(Workbench bench, @Nullable String id, boolean fires) {
        Reach reach = bench.reach();
        Finding finding = id == null ? null : bench.book().finding(id);
        if (finding != null) {
            return fires ? reach.meets(finding) : reach.misses(finding);
        }
        return bench.book().rules().stream()
                .filter(r -> r.ids().contains(id))
                .findFirst()
                .map(rule -> fires ? reach.fires(rule) : reach.misses(rule))
                .orElseGet(BitSet::new);
    }

    /** The verdict on the intervention that is chosen; empty where none is. */
    public String verdictOf(CaseSummary one) {
        return given(intervention) ? one.verdicts().getOrDefault(intervention, "") : "";
    }

    /** The address of another page of the same cases. */
    String address(int at) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/cases");
        add(address, "topic", topic);
        add(address, "intervention", intervention);
        add(address, "urgency", urgency);
        add(address, "verdict", verdict);
        add(address, "fires", fires);
        add(address, "misses", misses);
        add(address, "published", published);
        return address.queryParam("page", at).encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (given(value)) {
            address.queryParam(name, value);
        }
    }

    private static boolean given(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
