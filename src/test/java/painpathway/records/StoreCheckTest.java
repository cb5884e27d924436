package painpathway.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which file an address of a database leads to. That one in use is told is tested at the start itself. */
class StoreCheckTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:./data/advisor;WRITE_DELAY=0, data/advisor.mv.db",
        "jdbc:h2:./data/advisor, data/advisor.mv.db",
        "jdbc:h2:file:/srv/a b, /srv/a b.mv.db"
    })
    void aFile(String url, String file) {
        assertThat(StoreCheck.file(url)).isEqualTo(Path.of(file).toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:~/advisor", "jdbc:h2:file:~/advisor"})
    void aFileAtHome(String url) {
        assertThat(StoreCheck.file(url)).isEqualTo(Path.of(System.getProperty("user.home"), "advisor.mv.db"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jdbc:h2:mem:x;DB_CLOSE_DELAY=-1",
                "jdbc:h2:tcp://localhost/advisor",
                "jdbc:h2:ssl://localhost/advisor",
                "jdbc:h2:zip:a.zip!/b",
                "jdbc:h2:./data/advisor;AUTO_SERVER=TRUE",
                "jdbc:postgresql://localhost/advisor"
            })
    void noFileThatOneProgramHasForItself(String url) {
        assertThat(StoreCheck.file(url)).isNull();
    }
}
