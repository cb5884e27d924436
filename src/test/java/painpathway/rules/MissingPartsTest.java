package painpathway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import painpathway.SmallFolder;
import painpathway.Wrong;
import painpathway.folder.RulesFolder;

/** A folder from which something is missing is refused, however well the rest of it fits together; and the cause is told, not what follows. */
class MissingPartsTest {

    private static final String ADVICE = "advice/all.drl";
    private static final String FLAGS = "knowledge/red-flags.yaml";
    private static final String OBSTACLES = "knowledge/obstacles.yaml";
    private static final String MORE_RULES = "package rules;\nimport painpathway.rules.Findings;\n";

    // ------------------------------------------------------------------ what nothing raises

    static Stream<Wrong> unraised() {
        return Stream.of(
                new Wrong(
                        "a red flag of which no rule speaks",
                        FLAGS,
                        "red-flags:\n",
                        "red-flags:\n  - {id: pale, name: Pale, actions: {urgent: \"Look.\"}, source: \"guide, Warnings\", evidence: summary}\n",
                        "id: pale",
                        "no rule raises the red flag 'pale'"),
                new Wrong(
                        "a red flag that a rule only makes an exception for",
                        ADVICE,
                        "redFlag( kcontext, \"nerve-loss\", \"urgent\" )",
                        "support( kcontext, \"injection\" )",
                        "",
                        "no rule raises the red flag 'nerve-loss'"),
                new Wrong(
                        "an obstacle of which no rule speaks",
                        OBSTACLES,
                        "obstacles:",
                        "obstacles:\n  - {id: asleep, text: \"Asleep.\", action: \"Wait.\"}",
                        "id: asleep",
                        "no rule raises the obstacle 'asleep'"),
                new Wrong(
                        "an obstacle whose rule went",
                        ADVICE,
                        "obstacle( kcontext, \"scores-contradict\" )",
                        "support( kcontext, \"injection\" )",
                        "",
                        "no rule raises the obstacle 'scores-contradict'"));
    }

    @ParameterizedTest
    @MethodSource("unraised")
    void aWarningThatNothingRaisesIsAFault(Wrong wrong) {
        assertThat(SmallFolder.faults(SmallFolder.change(withOneFlagRule(), wrong.file(), wrong.old(), wrong.by())))
                .singleElement()
                .asString()
                .startsWith(wrong.says().contains("red flag") ? FLAGS : OBSTACLES)
                .endsWith(wrong.says());
    }

    /** The good folder with a single rule that raises its red flag. */
    private static RulesFolder withOneFlagRule() {
        String advice = SmallFolder.good().text(ADVICE);
        return SmallFolder.good().with(ADVICE, advice.substring(0, advice.indexOf("rule \"Several signs")));
    }

    // ------------------------------------------------------------------ what was left behind on the way

    @ParameterizedTest
    @ValueSource(strings = {"criteria", "patterns", "advice", "knowledge"})
    void aMissingSubFolderIsToldAlone(String folder) {
        assertThat(SmallFolder.faults(without(p -> p.startsWith(folder + "/"))))
                .containsExactly(folder + "/: this folder is missing, or nothing in it can be read");
    }

    @Test
    void aFolderWithRedFlagsNeedsLawsAndVignettes() {
        assertThat(SmallFolder.faults(without(p -> p.equals("laws.yaml"))))
                .containsExactly("laws.yaml: this file is missing: a folder with red flags needs laws to be tried on");
        assertThat(SmallFolder.faults(without(p -> p.startsWith("vignettes/"))))
                .containsExactly(
                        "vignettes/: this folder is missing or empty: a folder with red flags needs vignettes to be tried on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n"})
    void aFileThatIsOnlyBegunIsRefused(String begun) {
        assertThat(SmallFolder.faults(SmallFolder.good().with(FLAGS, begun)))
                .containsExactly(FLAGS + ": this file is empty");
    }

    /** A folder that is copied file by file: as long as anything is missing, it is refused. */
    @Test
    void everyPartOfACopyIsRefusedUntilItIsWhole() {
        RulesFolder good = SmallFolder.good();
        List<String> paths = List.copyOf(good.paths());
        Map<String, String> copied = new TreeMap<>();
        for (String path : paths) {
            assertThat(SmallFolder.faults(RulesFolder.of("copy", copied)))
                    .as("before " + path)
                    .isNotEmpty();
            copied.put(path, good.text(path));
        }
        assertThat(SmallFolder.faults(RulesFolder.of("copy", copied))).isEmpty();
    }

    @Test
    void aFileInAFolderOfRulesThatIsNotReadIsTold() {
        RulesFolder folder = without(p -> p.equals(ADVICE))
                .with("advice/all.drl.txt", SmallFolder.good().text(ADVICE));
        assertThat(SmallFolder.faults(folder))
                .containsExactly("advice/: this folder is missing, or nothing in it can be read");
        assertThat(SmallFolder.faults(SmallFolder.good().with("advice/more.DRL", MORE_RULES)))
                .containsExactly("advice/more.DRL: is not read: it should be called 'advice/more.drl'");
    }

    // ------------------------------------------------------------------ the cause, not what follows from it

    static Stream<Wrong> slips() {
        return Stream.of(
                new Wrong(
                        "a bracket too few in the criteria",
                        "criteria/pain.drl",
                        "\"lasting\")",
                        "\"lasting\"",
                        "",
                        "is not DRL"),
                new Wrong(
                        "a bracket too few in the patterns",
                        "patterns/nerve.drl",
                        "met( \"numb\" ) )",
                        "met( \"numb\" )",
                        "",
                        "is not DRL"),
                new Wrong(
                        "a bracket too few in the advice",
                        ADVICE,
                        "met( \"fast-signs\" ) )",
                        "met( \"fast-signs\" )",
                        "",
                        "is not DRL"),
                new Wrong(
                        "a bracket too many in the questionnaire",
                        "questionnaire.yaml",
                        "any-of: [numb, weak]}",
                        "any-of: [numb, weak]]}",
                        "",
                        "is not YAML"),
                new Wrong(
                        "a list that is left open among the red flags",
                        FLAGS,
                        "[procedure, care]",
                        "[procedure, care",
                        "",
                        "is not YAML"),
                new Wrong(
                        "a list that is left open among the sources",
                        "knowledge/sources.yaml",
                        "kind: guideline",
                        "kind: [guideline",
                        "",
                        "is not YAML"),
                new Wrong(
                        "a text that is left open among the interventions",
                        "knowledge/interventions.yaml",
                        "\"A needle.\"",
                        "\"A needle.",
                        "",
                        "is not YAML"),
                new Wrong(
                        "a list that is left open among the vignettes",
                        "vignettes/all.yaml",
                        "fires: [needle-01]",
                        "fires: [needle-01",
                        "",
                        "is not YAML"),
                new Wrong(
                        "a list that is left open among the laws",
                        "laws.yaml",
                        "of: [injection]",
                        "of: [injection",
                        "",
                        "is not YAML"));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void aFileThatDoesNotParseIsToldAlone(Wrong slip) {
        RulesFolder folder = SmallFolder.with(slip.file(), slip.old(), slip.by());
        if (!slip.file().startsWith("vignettes") && !slip.file().equals("laws.yaml")) {
            assertThat(SmallFolder.faults(folder))
                    .singleElement()
                    .asString()
                    .startsWith(slip.file() + ":")
                    .contains(slip.says());
        }
        // Beside another fault it is told first, and that one still is; a name that cannot be looked up is not.
        folder = SmallFolder.change(folder, "knowledge/checks.yaml", "who:", "whom:");
        folder = SmallFolder.change(folder, ADVICE, "\"mind-the-shoes\"", "\"mind-the-shoe\"");
        assertThat(SmallFolder.faults(folder))
                .satisfiesExactly(
                        f -> assertThat(f).startsWith(slip.file() + ":").contains(slip.says()),
                        f -> assertThat(f).startsWith("knowledge/checks.yaml:2: 'who' is missing"),
                        f -> assertThat(f).startsWith("knowledge/checks.yaml:4: key 'whom' is not known here"));
    }

    @Test
    void whatARefusedRuleWouldHaveDefinedIsNotMissing() {
        assertThat(SmallFolder.faults(
                        SmallFolder.with("patterns/nerve.drl", "patternMet( kcontext )", "paternMet( kcontext )")))
                .singleElement()
                .asString()
                .contains("'paternMet' is not a verb; did you mean 'patternMet'?");
        assertThat(SmallFolder.faults(SmallFolder.with(ADVICE, "redFlag( kcontext", "redFlg( kcontext")))
                .singleElement()
                .asString()
                .contains("'redFlg' is not a verb; did you mean 'redFlag'?");
        assertThat(SmallFolder.faults(
                        SmallFolder.with("criteria/pain.drl", "@criterion(\"lasting\")", "@criteron(\"lasting\")")))
                .satisfiesExactly(
                        f -> assertThat(f).contains("'@criterion' is missing on rule"),
                        f -> assertThat(f).contains("annotation '@criteron' is not known; did you mean 'criterion'?"));
    }

    // ------------------------------------------------------------------ names that people cannot tell apart

    static Stream<Wrong> twins() {
        return Stream.of(
                new Wrong(
                        "rules, by a capital",
                        ADVICE,
                        "rule \"Severe pain: authorities disagree on needles\"",
                        "rule \"severe pain speaks for an injection\"",
                        "rule \"severe pain",
                        "two rules have nearly the same name: 'severe pain speaks for an injection' and 'Severe pain speaks for an injection' (advice/all.drl:29)"),
                new Wrong(
                        "rules, by a space",
                        ADVICE,
                        "rule \"Severe pain: authorities disagree on needles\"",
                        "rule \"Severe pain  speaks for an injection\"",
                        "rule \"Severe pain  ",
                        "(advice/all.drl:29) differ only in capitals, spaces or how a letter is stored"),
                new Wrong(
                        "rules, by a space that does not break",
                        ADVICE,
                        "rule \"Severe pain: authorities disagree on needles\"",
                        "rule \"Severe\u00a0pain speaks for an injection\"",
                        "rule \"Severe\u00a0pain",
                        "(advice/all.drl:29)"),
                new Wrong(
                        "rules, by how a letter is stored",
                        ADVICE,
                        "rule \"Severe pain: authorities disagree on needles\"",
                        "rule \"Se\uFF56ere pain speaks for an injection\"",
                        "rule \"Se\uFF56ere",
                        "(advice/all.drl:29)"),
                new Wrong(
                        "checks",
                        "knowledge/checks.yaml",
                        "checks:\n",
                        "checks:\n  - {id: Blood-Test, text: \"T\", who: \"W\", source: \"guide, Tests\", evidence: seen}\n",
                        "id: blood-test",
                        "'blood-test' and 'Blood-Test' (knowledge/checks.yaml:2) differ only in capitals"),
                new Wrong(
                        "red flags",
                        FLAGS,
                        "red-flags:\n",
                        "red-flags:\n  - {id: Nerve-loss, name: Pale, actions: {urgent: \"Look.\"}, source: \"guide, Warnings\", evidence: summary}\n",
                        "- id: nerve-loss",
                        "'nerve-loss' and 'Nerve-loss' (knowledge/red-flags.yaml:4) differ only"),
                new Wrong(
                        "questions",
                        "questionnaire.yaml",
                        "- id: pain.average",
                        "- id: pain.Weeks",
                        "- id: pain.Weeks",
                        "'pain.Weeks' and 'pain.weeks' (questionnaire.yaml:31) differ only"),
                new Wrong(
                        "options",
                        "questionnaire.yaml",
                        "{id: weak, text: \"Weak\"}",
                        "{id: weak, text: \"Weak\"}\n          - {id: Weak, text: \"Weak\"}",
                        "{id: Weak,",
                        "'Weak' and 'weak' (questionnaire.yaml:59) differ only"));
    }

    @ParameterizedTest
    @MethodSource("twins")
    void namesThatOnlyLookDifferentAreRefusedAndBothPlacesNamed(Wrong twin) {
        twin.isRefused();
    }

    private static RulesFolder without(Predicate<String> gone) {
        RulesFolder good = SmallFolder.good();
        Map<String, String> left = new TreeMap<>();
        good.paths().stream().filter(gone.negate()).forEach(p -> left.put(p, good.text(p)));
        return RulesFolder.of("small", left);
    }
}
