package painpathway.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a controller of ours does when it fails, with the value that was sent in the message. A test puts it at an address. */
public class Failing {

    /** The ways in which it can fail. */
    public static final List<String> WAYS = List.of(
            "number",
            "state",
            "checked",
            "servlet",
            "io",
            "error",
            "suppressed",
            "too-long",
            "no-parent",
            "no-number",
            "grammar",
            "no-view",
            "bad-view",
            "template",
            "status");

    private final JdbcClient jdbc;

    /** With a database that can refuse a value. */
    public Failing(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** Fails in this way over this value. */
    public String fail(@RequestParam String how, @RequestParam String value) throws Exception {
        switch (how) {
            case "number" -> Integer.parseInt(value);
            case "state" -> throw new IllegalStateException(value, new IllegalArgumentException(value));
            case "checked" -> throw new Exception(value);
            case "servlet" -> throw new ServletException(value, new IOException(value));
            case "io" -> throw new IOException(value);
            case "error" -> throw new AssertionError(value);
            case "suppressed" -> {
                RuntimeException fault = new RuntimeException(value);
                fault.addSuppressed(new RuntimeException(value));
                throw fault;
            }
            case "too-long" ->
                jdbc.sql(
                                "insert into draft (id, revision, reference, created, changed) values (?, 1, '', current_timestamp, current_timestamp)")
                        .param(value.repeat(20))
                        .update();
            case "no-parent" ->
                jdbc.sql("insert into draft_tab (draft, tab, turn) values (?, ?, 1)")
                        .params(value, value)
                        .update();
            case "no-number" ->
                jdbc.sql("select cast(? as integer)")
                        .param(value)
                        .query(Integer.class)
                        .single();
            case "grammar" ->
                jdbc.sql("select '" + value + "' from " + value)
                        .query(String.class)
                        .single();
            case "no-view" -> {
                return value;
            }
            case "bad-view" -> {
                return "redirect:http://" + value + " [ /{" + value + "}";
            }
            case "template" -> {
                // The page of a record without the record: its expressions fail while it is being written.
                return "record";
            }
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, value);
        }
        return "start";
    }
}
