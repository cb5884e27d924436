package painpathway.web.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import painpathway.folder.Fault;
import painpathway.folder.RulesFolder;
import painpathway.web.sandbox.SandboxPage.Entry;
import painpathway.web.sandbox.SandboxPage.Opened;
import painpathway.web.sandbox.SandboxPage.Ran;
import painpathway.web.sandbox.SandboxPage.Said;

/** Makes the page of a sandbox. */
record SandboxViews(Sandbox sandbox) {

    private static final int MOST_FAULTS = 50;
    private static final Pattern AT = Pattern.compile("\\s*(?:note: )?([\\w./-]+\\.(?:yaml|drl|md)):(\\d+): .*");

    SandboxPage page(String wanted, int line, List<Fault> faults) {
        RulesFolder folder = sandbox.folder();
        String file = folder.text(wanted) == null
                ? folder.paths().stream().findFirst().orElse("")
                : wanted;
        return new SandboxPage(
                sandbox.id(),
                folders(folder, faults),
                new Opened(file, Objects.requireNonNullElse(folder.text(file), ""), line),
                faults.stream().limit(MOST_FAULTS).toList(),
                Math.max(0, faults.size() - MOST_FAULTS),
                ran());
    }

    private Map<String, List<Entry>> folders(RulesFolder folder, List<Fault> faults) {
        List<String> changed = sandbox.changed();
        Map<String, List<Entry>> folders = new LinkedHashMap<>();
        for (String path : folder.paths()) {
            int slash = path.lastIndexOf('/');
            folders.computeIfAbsent(slash < 0 ? "" : path.substring(0, slash), f -> new ArrayList<>())
                    .add(new Entry(
                            path,
                            changed.contains(path),
                            faults.stream().filter(f -> f.file().equals(path)).count()));
        }
        return folders;
    }

    /** The last trial; null before the first. */
    @Nullable
    Ran ran() {
        Trial trial = sandbox.trial();
        return trial == null
                ? null
                : new Ran(
                        trial.kind(),
                        trial.state().word(),
                        trial.running(),
                        trial.lines().stream().map(SandboxViews::said).toList());
    }

    private static Said said(String line) {
        if (line.startsWith("> ")) {
            return new Said(line.substring(2), true, "", 0);
        }
        Matcher at = AT.matcher(line);
        return at.matches() && at.group(2).length() < 7
                ? new Said(line, false, at.group(1), Integer.parseInt(at.group(2)))
                : new Said(line, false, "", 0);
    }
}
