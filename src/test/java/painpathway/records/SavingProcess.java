package painpathway.records;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A process of its own that saves one answer after the other through the real store, and says each number only when its save
 * has come back: what it has said, a kill must not lose. Arguments: address of the database, draft, first number.
 */
final class SavingProcess {

    /** Both get the same number in one save. */
    static final String ONE = "q.one";

    static final String OTHER = "q.other";

    private SavingProcess() {}

    public static void main(String[] args) {
        SingleConnectionDataSource source = new SingleConnectionDataSource(args[0], true);
        if (args[0].startsWith("jdbc:h2")) {
            source.setUsername("sa");
        }
        Drafts drafts = new Drafts(new Store(source, new JdbcTransactionManager(source)));
        for (int number = Integer.parseInt(args[2]); ; number++) {
            Map<String, List<String>> fields =
                    Map.of(ONE, List.of(String.valueOf(number)), OTHER, List.of(String.valueOf(number)));
            drafts.save(
                            args[1],
                            new Edit(
                                    0,
                                    fields,
                                    fields.keySet(),
                                    fields.keySet(),
                                    1,
                                    OptionalInt.empty(),
                                    new Edit.OpenPage("tab", "", number)))
                    .orElseThrow();
            System.out.println(number);
            System.out.flush();
        }
    }
}
