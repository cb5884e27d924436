package painpathway.records;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The databases that the program runs on, for real: H2 in a file and a PostgreSQL server of the tests' own. */
public final class Databases {

    private static EmbeddedPostgres postgres;

    private Databases() {}

    /** The address of a new empty database of each kind. */
    public static Stream<String> empty() {
        return Stream.of(h2(), postgres());
    }

    static String h2() {
        return h2(Path.of("target", "stores", UUID.randomUUID().toString()));
    }

    static String h2(Path file) {
        return "jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE";
    }

    /** A new database on the server; it commits as a server does that nobody has made faster for tests. */
    public static synchronized String postgres() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("fsync", "on")
                        .start();
            }
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
                connection.createStatement().execute("create database " + name);
            }
            return postgres.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An open store, with the migrations done. */
    record Open(
            HikariDataSource source,
            Drafts drafts,
            NewDrafts newDrafts,
            Bin bin,
            Records records,
            RecordLog log,
            Others others)
            implements AutoCloseable {

        String create(Map<String, List<String>> fields, int places) {
            return newDrafts.begin(new NewDrafts.First("", fields, places), false);
        }

        Amendments amendments() {
            return others.amendments;
        }

        Worklist worklist() {
            return others.worklist;
        }

        @Override
        public void close() {
            source.close();
        }
    }

    record Others(Amendments amendments, Worklist worklist) {}

    static Open open(String address) {
        HikariDataSource source = source(address);
        migrate(source);
        Store store = new Store(source, new JdbcTransactionManager(source));
        Drafts drafts = new Drafts(store);
        RecordLog log = new RecordLog(store);
        Records records = new Records(store, log);
        Others others = new Others(new Amendments(store, drafts, records), new Worklist(store));
        return new Open(source, drafts, new NewDrafts(store, drafts), new Bin(store), records, log, others);
    }

    static HikariDataSource source(String address) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        if (address.startsWith("jdbc:h2")) {
            config.setUsername("sa");
        }
        return new HikariDataSource(config);
    }

    /** Runs the migrations as the program does at its start, and says which ran. */
    static List<String> migrate(DataSource source) {
        return Flyway.configure().dataSource(source).load().migrate().migrations.stream()
                .map(m -> m.version)
                .toList();
    }
}
