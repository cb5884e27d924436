package painpathway.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be claimed on the strength of a source: never more than was read of it. */
class SourceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "guideline | seen | seen summary unverified ours",
                "guideline | summary | summary unverified ours",
                "reference | unverified | unverified ours",
                "ours | ours | ours",
                "further-reading | seen | unverified ours",
                "further-reading | unverified | unverified ours"
            })
    void aSourceBearsNoMoreThanWasRead(String kind, String status, String bears) {
        Source source =
                new Source("id", kind, "Title", null, null, null, null, status, "2026-11-26", List.of("all"), 1);
        assertThat(Source.EVIDENCE.stream().filter(source::bears)).containsExactly(bears.split(" "));
    }
}
