package painpathway.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import painpathway.folder.EnumWords;

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
        Source source = new Source(
                "id",
                EnumWords.find(Source.Kind.class, kind),
                "Title",
                null,
                null,
                null,
                null,
                EnumWords.find(Evidence.class, status),
                "2026-11-26",
                List.of("all"),
                1);
        assertThat(Arrays.stream(Evidence.values()).filter(source::bears).map(Evidence::word))
                .containsExactly(bears.split(" "));
    }
}
