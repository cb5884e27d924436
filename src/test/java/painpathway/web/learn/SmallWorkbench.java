package painpathway.web.learn;

import painpathway.rules.RuleBook;

/** The workbench of a folder made for a test. */
public final class SmallWorkbench {

    private SmallWorkbench() {}

    public static Workbench of(RuleBook book) {
        return Workbench.of(book);
    }
}
