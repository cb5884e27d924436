package painpathway;

import java.util.List;
import painpathway.advice.Advisor;
import painpathway.folder.RulesFolder;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.rules.RuleEngine;
import painpathway.vignette.Vignette;
import painpathway.vignette.Vignettes;

/** The shipped rules, loaded and compiled once for all tests of one run. */
public final class ShippedRules {

    public static final RuleBook BOOK = RuleBook.load(RulesFolder.shipped());
    public static final RuleEngine ENGINE = RuleEngine.compile(BOOK);
    /** Over Drools, as in production. */
    public static final Advisor ADVISOR = new Advisor(ENGINE, "test");
    /** Over the rule book's own reading: the same advice, faster. */
    public static final Advisor PLAIN = new Advisor(new PlainEvaluator(BOOK), "test");

    public static final List<Vignette> VIGNETTES = Vignettes.load(BOOK);

    private ShippedRules() {}
}
