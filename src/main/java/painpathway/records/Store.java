package painpathway.records;

import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database. A change is on disk before its caller hears that it is done. */
@Component
class Store {

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final boolean h2;

    Store(DataSource source, PlatformTransactionManager manager) {
        this.jdbc = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(manager);
        this.h2 = "H2"
                .equals(new JdbcTemplate(source)
                        .execute((Connection c) -> c.getMetaData().getDatabaseProductName()));
        if (h2) {
            noTrace();
        }
    }

    /** Beside its file H2 writes another one with every statement that failed, and the values in it. */
    private void noTrace() {
        try {
            jdbc.sql("set trace_level_file 0").update();
        } catch (DataAccessException e) {
            LOG.warn(
                    "H2 may write answers of patients into a trace file beside the database: its user has no right to switch that off. Add TRACE_LEVEL_FILE=0 to its address.");
        }
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** Runs a change as one transaction, all of it or nothing. */
    <T> T change(Supplier<T> work) {
        T result = transactions.execute(status -> work.get());
        if (h2) {
            // H2 only hands a commit to the operating system (WRITE_DELAY=0 in its address); to survive a power cut it
            // must be on disk.
            jdbc.sql("checkpoint sync").update();
        }
        return result;
    }

    /** The same for a change that has no result. */
    void run(Runnable work) {
        change(() -> {
            work.run();
            return true;
        });
    }

    /** A name that cannot be guessed, because knowing it is enough to read a draft or a record. */
    static String newId() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The time as both databases keep it. */
    static OffsetDateTime now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }
}
