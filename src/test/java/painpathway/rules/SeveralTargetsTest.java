package painpathway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.SmallFolder;
import painpathway.advice.Advisor;
import painpathway.folder.RulesFolder;
import painpathway.vignette.Vignette;
import painpathway.vignette.Vignettes;

/** One rule about several interventions, and the ids that rules had before they became one. */
class SeveralTargetsTest {

    private static final String ADVICE = "advice/all.drl";
    private static final String VIGNETTES = "vignettes/all.yaml";
    private static final String CARE = "@id(\"care-01\")\n";

    /** A grown-up with lasting pain: the rule that suggests exercise now suggests the injection too, whatever the nerves do. */
    private static RulesFolder oneRuleForBoth() {
        return SmallFolder.change(
                SmallFolder.with(ADVICE, CARE, CARE + "    @formerly(\"care-02, needle-21\")\n"),
                ADVICE,
                "suggest( kcontext, \"exercise\" )",
                "suggest( kcontext, \"exercise\", \"injection\" )");
    }

    @Test
    void theRuleSpeaksOfEachOfThemInDroolsAndInPlainJava() {
        RulesFolder folder = SmallFolder.change(oneRuleForBoth(), VIGNETTES, "vignettes:\n", """
                vignettes:
                  - id: both
                    name: "Not numb for 30 weeks: both all the same"
                    answers: {patient.age: 40, patient.faints: "no", plan.shoes: "yes"}
                    pains: [{pain.site: back, pain.weeks: 30, pain.average: 5, pain.worst: 6, pain.signs: [none]}]
                    expect:
                      verdicts: {injection: candidate, exercise: candidate}
                      reasons: {injection: [care-01], exercise: [needle-21]}
                      fires: [care-01, care-02]
                      does-not-fire: [needle-01]
                """);
        RuleBook book = RuleBook.load(folder);
        Vignette both = Vignettes.load(book).get(0);
        assertThat(both.failures(new Advisor(RuleEngine.compile(book), ""))).isEmpty();
        assertThat(both.failures(new Advisor(new PlainEvaluator(book), ""))).isEmpty();
    }

    @Test
    void anOldIdIsNotUsedAgain() {
        RulesFolder reused = SmallFolder.change(oneRuleForBoth(), ADVICE, "needle-08", "needle-21");
        assertThat(SmallFolder.faults(reused))
                .singleElement()
                .asString()
                .contains("the id 'needle-21' was used before and is now part of 'care-01'");
    }

    /** A saved reply, a vignette or a letter may name any id that was ever shipped. */
    @Test
    void noIdOfTheSecondEditionIsLost() throws IOException {
        Set<String> known = new HashSet<>();
        ShippedRules.BOOK.rules().forEach(rule -> known.addAll(rule.ids()));
        List<String> before = idsOfTheSecondEdition();
        assertThat(before).hasSizeGreaterThan(250);
        assertThat(known).containsAll(before);
    }

    @Test
    void theChangelogNamesEveryOldId() throws IOException {
        List<String> old = ShippedRules.BOOK.rules().stream()
                .flatMap(rule -> rule.formerly().stream())
                .toList();
        assertThat(old).isNotEmpty();
        String changelog = Files.readString(Path.of(".github/CHANGELOG.md"));
        assertThat(old).allSatisfy(id -> assertThat(changelog).contains("`" + id + "`"));
    }

    private static List<String> idsOfTheSecondEdition() throws IOException {
        Set<String> ids = new HashSet<>();
        try (InputStream file = Files.newInputStream(Path.of("src/test/resources/golden/rules.zip"));
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("advice/")) {
                    Matcher id = Pattern.compile("@id\\(\"([^\"]+)\"\\)")
                            .matcher(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                    while (id.find()) {
                        ids.add(id.group(1));
                    }
                }
            }
        }
        return List.copyOf(ids);
    }
}
