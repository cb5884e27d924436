package painpathway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import painpathway.SmallFolder;
import painpathway.Wrong;
import painpathway.folder.RulesFolder;

/** Every way in which the YAML of a rules folder can be wrong: refused with file, line and what would be right. */
class BadKnowledgeTest {

    private static final String QUESTIONS = "questionnaire.yaml";
    private static final String SOURCES = "knowledge/sources.yaml";
    private static final String DOCUMENTS = "knowledge/documents.yaml";
    private static final String INTERVENTIONS = "knowledge/interventions.yaml";
    private static final String NOTES = "knowledge/notes.yaml";
    private static final String FLAGS = "knowledge/red-flags.yaml";
    private static final String STANCES = "knowledge/stances.yaml";
    private static final String CHECKS = "knowledge/checks.yaml";
    private static final String OBSTACLES = "knowledge/obstacles.yaml";
    private static final String POLICIES = "knowledge/policies.yaml";

    @Test
    void theSmallFolderIsWithoutFaultsAndWarnings() {
        assertThat(SmallFolder.faults(SmallFolder.good())).isEmpty();
        assertThat(SmallFolder.warnings(SmallFolder.good())).isEmpty();
    }

    // ------------------------------------------------------------------ one file

    static Stream<Wrong> yamlThatIsWrong() {
        return Stream.of(
                new Wrong("not YAML", CHECKS, "checks:", "checks: [", "- id: blood-test", "is not YAML"),
                new Wrong("a tab as indentation", CHECKS, "    text:", "\ttext:", "\ttext:", "is not YAML"),
                new Wrong(
                        "an anchor that spreads lists",
                        CHECKS,
                        "checks:",
                        "more: &a [1]\nmost: *a\nchecks:",
                        "",
                        "is not YAML"),
                new Wrong(
                        "two documents in one file",
                        CHECKS,
                        "checks:",
                        "---\nchecks: []\n--- # again\nchecks:",
                        "# again",
                        "is not YAML"),
                new Wrong(
                        "a key given twice",
                        CHECKS,
                        "    who:",
                        "    who: \"A doctor\"\n    who:",
                        "who: \"The nurse\"",
                        "key 'who' is given twice"),
                new Wrong(
                        "a top key given twice",
                        CHECKS,
                        "checks:",
                        "checks: []\nchecks: # again",
                        "# again",
                        "key 'checks' is given twice"),
                new Wrong(
                        "an unknown key",
                        CHECKS,
                        "    who:",
                        "    whom:",
                        "whom:",
                        "key 'whom' is not known here; did you mean 'who'?"),
                new Wrong(
                        "an unknown top key",
                        CHECKS,
                        "checks:",
                        "check: []\nchecks:",
                        "check: []",
                        "key 'check' is not known here; did you mean 'checks'?"),
                new Wrong(
                        "a missing text",
                        CHECKS,
                        "    who: \"The nurse\"\n",
                        "",
                        "- id: blood-test",
                        "'who' is missing"),
                new Wrong("an empty text", CHECKS, "who: \"The nurse\"", "who: \"\"", "who:", "'who' is missing"),
                new Wrong("a text that is left open", CHECKS, "who: \"The nurse\"", "who:", "who:", "'who' is missing"),
                new Wrong(
                        "a list where one value belongs",
                        CHECKS,
                        "who: \"The nurse\"",
                        "who: [nurse]",
                        "who:",
                        "'who' should be a single value"),
                new Wrong(
                        "one value where a list belongs",
                        OBSTACLES,
                        "withholds: [procedure]",
                        "withholds: procedure",
                        "withholds: procedure",
                        "'withholds' should be a list"),
                new Wrong(
                        "a text where keys belong",
                        CHECKS,
                        "checks:",
                        "checks:\n  - blood",
                        "- blood",
                        "should be a list of keys with values"),
                new Wrong(
                        "a file that is a list",
                        CHECKS,
                        "checks:\n",
                        "",
                        "- id: blood-test",
                        "should be a list of keys with values"),
                new Wrong(
                        "a value that stands twice in a list",
                        OBSTACLES,
                        "[procedure]",
                        "[procedure, procedure]",
                        "[procedure, procedure]",
                        "'procedure' appears twice in 'withholds'"),
                new Wrong(
                        "a word where true or false belongs",
                        POLICIES,
                        "default: true",
                        "default: maybe",
                        "maybe",
                        "'default' should be true or false, but is 'maybe'"),
                new Wrong(
                        "an unquoted yes",
                        QUESTIONS,
                        "{id: \"yes\", text: \"Yes\"}",
                        "{id: yes, text: \"Yes\"}",
                        "{id: yes, text",
                        "put 'yes' in quotes"),
                new Wrong("an unquoted No", QUESTIONS, "text: \"No\"", "text: No", "text: No", "put 'No' in quotes"),
                new Wrong(
                        "an unquoted yes in a list",
                        QUESTIONS,
                        "any-of: [\"yes\"]",
                        "any-of: [yes]",
                        "any-of: [yes]",
                        "put 'yes' in quotes"),
                new Wrong(
                        "a word where a number belongs",
                        QUESTIONS,
                        "max: 120",
                        "max: many",
                        "max: many",
                        "'max' should be a number, but is 'many'"),
                new Wrong(
                        "a number that is none",
                        QUESTIONS,
                        "max: 120",
                        "max: NaN",
                        "max: NaN",
                        "'max' should be a number, but is 'NaN'"),
                new Wrong(
                        "a number without end",
                        QUESTIONS,
                        "max: 120",
                        "max: Infinity",
                        "max: Infinity",
                        "'max' should be a number, but is 'Infinity'"),
                new Wrong(
                        "a number too large for any",
                        QUESTIONS,
                        "max: 120",
                        "max: 1e999",
                        "max: 1e999",
                        "'max' should be a number, but is '1e999'"),
                new Wrong(
                        "a number as programmers write it",
                        QUESTIONS,
                        "max: 120",
                        "max: 120d",
                        "max: 120d",
                        "'max' should be a number, but is '120d'"));
    }

    @ParameterizedTest
    @MethodSource("yamlThatIsWrong")
    void yamlIsRefused(Wrong wrong) {
        wrong.isRefused();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {QUESTIONS, SOURCES, DOCUMENTS, INTERVENTIONS, NOTES, FLAGS, STANCES, CHECKS, OBSTACLES, POLICIES
            })
    void aMissingFileIsNamed(String file) {
        Map<String, String> files = new TreeMap<>();
        RulesFolder good = SmallFolder.good();
        for (String path : List.of(
                QUESTIONS, SOURCES, DOCUMENTS, INTERVENTIONS, NOTES, FLAGS, STANCES, CHECKS, OBSTACLES, POLICIES)) {
            files.put(path, good.text(path));
        }
        for (Stage stage : Stage.values()) {
            files.putAll(good.below(stage.folder()));
        }
        files.remove(file);
        assertThat(SmallFolder.faults(RulesFolder.of("small", files))).contains(file + ": this file is missing");
    }

    // ------------------------------------------------------------------ the questionnaire

    static Stream<Wrong> questionnairesThatAreWrong() {
        return Stream.of(
                new Wrong("no sections", QUESTIONS, "sections:", "parts:", "parts:", "'sections' is missing"),
                new Wrong(
                        "a section twice",
                        QUESTIONS,
                        "  - id: plan\n",
                        "  - id: pain\n",
                        "- id: pain",
                        "section 'pain' is defined twice"),
                new Wrong(
                        "a question twice",
                        QUESTIONS,
                        "- id: pain.weeks",
                        "- id: pain.site",
                        "- id: pain.site",
                        "question 'pain.site' is defined twice"),
                new Wrong(
                        "an id outside of its section",
                        QUESTIONS,
                        "- id: plan.shoes",
                        "- id: shoes",
                        "- id: shoes",
                        "the id 'shoes' should begin with its section: 'plan.'"),
                new Wrong(
                        "no type", QUESTIONS, "        type: integer\n", "", "- id: patient.age", "'type' is missing"),
                new Wrong("a type left open", QUESTIONS, "type: choice\n", "type:\n", "type:", "'type' is missing"),
                new Wrong(
                        "an unknown type",
                        QUESTIONS,
                        "type: integer",
                        "type: intger",
                        "type: intger",
                        "should be one of [integer, decimal, choice, choices]; did you mean 'integer'?"),
                new Wrong(
                        "an unknown per",
                        QUESTIONS,
                        "per: pain",
                        "per: pian",
                        "per: pian",
                        "'per' is 'pian' but should be one of [pain]"),
                new Wrong(
                        "a number without unit",
                        QUESTIONS,
                        "        unit: {one: year, other: years}\n",
                        "",
                        "type: integer",
                        "a number needs 'unit', 'min' and 'max'"),
                new Wrong(
                        "a number without an end",
                        QUESTIONS,
                        "        max: 520\n",
                        "",
                        "type: integer",
                        "a number needs 'unit', 'min' and 'max'"),
                new Wrong(
                        "a range upside down",
                        QUESTIONS,
                        "min: 0",
                        "min: 130",
                        "min: 130",
                        "'min' should be less than 'max'"),
                new Wrong(
                        "a unit without the word for one",
                        QUESTIONS,
                        "{one: year, other: years}",
                        "{other: years}",
                        "{other: years}",
                        "'one' is missing"),
                new Wrong(
                        "a unit without the word for many",
                        QUESTIONS,
                        "{one: year, other: years}",
                        "{one: year}",
                        "{one: year}",
                        "'other' is missing"),
                new Wrong(
                        "a unit with a third word",
                        QUESTIONS,
                        "{one: year, other: years}",
                        "{one: year, other: years, few: yrs}",
                        "few: yrs",
                        "key 'few' is not known here"),
                new Wrong(
                        "a unit that is a list",
                        QUESTIONS,
                        "{one: year, other: years}",
                        "[year, years]",
                        "[year, years]",
                        "'unit' should be a single value"),
                new Wrong(
                        "a choice with a unit",
                        QUESTIONS,
                        "type: choice\n",
                        "type: choice\n        unit: words\n",
                        "type: choice",
                        "only a number has 'unit', 'min' and 'max'"),
                new Wrong(
                        "a choice without options",
                        QUESTIONS,
                        "        options:\n          - {id: back, text: \"Back\"}\n          - {id: leg, text: \"Leg\"}\n",
                        "",
                        "type: choice",
                        "a choice needs options"),
                new Wrong(
                        "a number with options",
                        QUESTIONS,
                        "        unit: {one: year, other: years}\n",
                        "        unit: {one: year, other: years}\n        options: [{id: a, text: b}]\n",
                        "type: integer",
                        "a number has no options"),
                new Wrong(
                        "an option twice",
                        QUESTIONS,
                        "{id: back,",
                        "{id: leg,",
                        "text: \"Leg\"",
                        "option 'leg' is defined twice"),
                new Wrong(
                        "an option that means unknown",
                        QUESTIONS,
                        "{id: back,",
                        "{id: not-known,",
                        "{id: not-known,",
                        "'not-known' is an answer to every question, so it cannot be an option"),
                new Wrong(
                        "a parent that is misspelt",
                        QUESTIONS,
                        "{question: pain.signs,",
                        "{question: pain.sign,",
                        "{question: pain.sign,",
                        "an earlier question 'pain.sign' does not exist; did you mean 'pain.signs'?"),
                new Wrong(
                        "a parent that comes later",
                        QUESTIONS,
                        "{question: pain.signs,",
                        "{question: plan.shoes,",
                        "{question: plan.shoes,",
                        "an earlier question 'plan.shoes' does not exist"),
                new Wrong(
                        "a parent that is the question itself",
                        QUESTIONS,
                        "{question: pain.signs,",
                        "{question: pain.signs-pace,",
                        "{question: pain.signs-pace,",
                        "an earlier question 'pain.signs-pace' does not exist"),
                new Wrong(
                        "a parent's option that is misspelt",
                        QUESTIONS,
                        "any-of: [numb, weak]",
                        "any-of: [num, weak]",
                        "any-of: [num,",
                        "in 'pain.signs' the option 'num' does not exist; did you mean 'numb'?"),
                new Wrong(
                        "a number asked for its options",
                        QUESTIONS,
                        "{question: pain.weeks, at-least: 4}",
                        "{question: pain.weeks, any-of: [four]}",
                        "any-of: [four]",
                        "'pain.weeks' is of type integer and needs 'at-least' or 'at-most'"),
                new Wrong(
                        "a choice asked for its size",
                        QUESTIONS,
                        "{question: pain.foot, any-of: [\"yes\"]}",
                        "{question: pain.foot, at-least: 1}",
                        "{question: pain.foot, at-least: 1}",
                        "'pain.foot' is of type choice and needs 'any-of'"),
                new Wrong(
                        "a branch without a condition",
                        QUESTIONS,
                        "{question: pain.weeks, at-least: 4}",
                        "{question: pain.weeks}",
                        "{question: pain.weeks}",
                        "needs 'at-least' or 'at-most'"),
                new Wrong(
                        "a patient question about two places",
                        QUESTIONS,
                        "- {question: pain.site, any-of: [leg]}\n\nderived",
                        "- {question: pain.site, any-of: [leg]}\n          - {question: pain.weeks, at-most: 9}\n\nderived",
                        "at-most: 9",
                        "only one condition of a patient question may look at the painful places"),
                new Wrong(
                        "unknown-as an option that is misspelt",
                        QUESTIONS,
                        "unknown-as: fast",
                        "unknown-as: fats",
                        "unknown-as: fats",
                        "the option 'fats' does not exist; did you mean 'fast'?"),
                new Wrong(
                        "unknown-as a number out of range",
                        QUESTIONS,
                        "        max: 120\n",
                        "        max: 120\n        unknown-as: 121\n        when-unknown: \"W\"\n",
                        "unknown-as: 121",
                        "a number within its range"),
                new Wrong(
                        "unknown-as on a list",
                        QUESTIONS,
                        "type: choices\n",
                        "type: choices\n        unknown-as: numb\n        when-unknown: \"W\"\n",
                        "unknown-as: numb",
                        "should be one option of a choice"),
                new Wrong(
                        "unknown-as that no reader is told of",
                        QUESTIONS,
                        "        when-unknown: \"Pace not known, so treated as fast\"\n",
                        "",
                        "unknown-as: fast",
                        "'when-unknown' is missing: the sentence that tells a reader what the blank was taken as"),
                new Wrong(
                        "when-unknown left open",
                        QUESTIONS,
                        "when-unknown: \"Pace not known, so treated as fast\"",
                        "when-unknown:",
                        "unknown-as: fast",
                        "'when-unknown' is missing"),
                new Wrong(
                        "when-unknown of a blank that counts as nothing",
                        QUESTIONS,
                        "        unknown-as: fast\n",
                        "",
                        "when-unknown: \"Pace not known, so treated as fast\"",
                        "'when-unknown' goes with 'unknown-as' only"),
                new Wrong(
                        "a copy that no reader is told of",
                        QUESTIONS,
                        "    when-unknown: \"Weeks not known, so treated as new\"\n",
                        "",
                        "unknown-as: 0",
                        "'when-unknown' is missing"),
                new Wrong(
                        "when-unknown of a derived number",
                        QUESTIONS,
                        "    mean-of: [pain.average, pain.worst]\n",
                        "    mean-of: [pain.average, pain.worst]\n    when-unknown: \"W\"\n",
                        "when-unknown: \"W\"",
                        "key 'when-unknown' is not known here"),
                new Wrong(
                        "an unknown way to change",
                        QUESTIONS,
                        "        max: 120\n",
                        "        max: 120\n        can-change: with-luck\n",
                        "with-luck",
                        "should be one of [with-time, with-care, by-test, never]"),
                new Wrong(
                        "the result of nothing",
                        QUESTIONS,
                        "        max: 120\n",
                        "        max: 120\n        result-of: injektion\n",
                        "- id: patient.age",
                        "the intervention 'injektion' does not exist; did you mean 'injection'?"),
                new Wrong(
                        "a derived number of nothing",
                        QUESTIONS,
                        "mean-of: [pain.average, pain.worst]",
                        "mean-of: []",
                        "- id: pain.mean",
                        "needs one of 'mean-of', 'sum-of' or 'count-of'"),
                new Wrong(
                        "a derived number made in two ways",
                        QUESTIONS,
                        "    sum-of: {pain.worst: 1",
                        "    mean-of: [pain.worst]\n    sum-of: {pain.worst: 1",
                        "- id: pain.gap",
                        "needs one of 'mean-of', 'sum-of' or 'count-of'"),
                new Wrong(
                        "a derived number of a misspelt question",
                        QUESTIONS,
                        "mean-of: [pain.average,",
                        "mean-of: [pain.averge,",
                        "- id: pain.mean",
                        "the question 'pain.averge' does not exist; did you mean 'pain.average'?"),
                new Wrong(
                        "a derived number of a derived number",
                        QUESTIONS,
                        "sum-of: {pain.foot-days: 0.5}",
                        "sum-of: {pain.mean: 0.5}",
                        "- id: pain.foot-weeks",
                        "the question 'pain.mean' does not exist"),
                new Wrong(
                        "a sum of words",
                        QUESTIONS,
                        "sum-of: {pain.foot-days: 0.5}",
                        "sum-of: {pain.foot: 0.5}",
                        "- id: pain.foot-weeks",
                        "'pain.foot' is not a number"),
                new Wrong(
                        "a sum with a word for a factor",
                        QUESTIONS,
                        "pain.foot-days: 0.5",
                        "pain.foot-days: half",
                        "pain.foot-days: half",
                        "'pain.foot-days' should be a number, but is 'half'"),
                new Wrong(
                        "a sum without a factor",
                        QUESTIONS,
                        "{pain.foot-days: 0.5}",
                        "{pain.foot-days: }",
                        "pain.foot-days: }",
                        "'pain.foot-days' needs a factor"),
                new Wrong(
                        "a factor of nothing",
                        QUESTIONS,
                        "{pain.foot-days: 0.5}",
                        "{pain.foot-days: 0}",
                        "pain.foot-days: 0}",
                        "'pain.foot-days' needs a factor"),
                new Wrong(
                        "a count of a misspelt option",
                        QUESTIONS,
                        "{pain.signs: [numb, weak],",
                        "{pain.signs: [numb, week],",
                        "- id: pain.sign-count",
                        "in 'pain.signs' the option 'week' does not exist; did you mean 'weak'?"),
                new Wrong(
                        "a count of a misspelt question",
                        QUESTIONS,
                        "{pain.signs: [numb, weak],",
                        "{pain.sings: [numb, weak],",
                        "- id: pain.sign-count",
                        "the question 'pain.sings' does not exist; did you mean 'pain.signs'?"),
                new Wrong(
                        "a derived number of a place, without per",
                        QUESTIONS,
                        "    text: \"Mean of the scores\"\n    per: pain\n",
                        "    text: \"Mean of the scores\"\n",
                        "- id: pain.mean",
                        "needs 'per: pain', because 'pain.average' is asked for each place"),
                new Wrong(
                        "a copy of a misspelt question",
                        QUESTIONS,
                        "copy-of: pain.weeks",
                        "copy-of: pain.week",
                        "copy-of: pain.week",
                        "the question 'pain.week' does not exist; did you mean 'pain.weeks'?"),
                new Wrong(
                        "a copy of a derived number",
                        QUESTIONS,
                        "copy-of: pain.weeks",
                        "copy-of: pain.mean",
                        "copy-of: pain.mean",
                        "'pain.mean' is made of other answers: only a question that is asked can be copied"),
                new Wrong(
                        "a copy of a copy",
                        QUESTIONS,
                        "copy-of: pain.site",
                        "copy-of: pain.weeks-or-new",
                        "copy-of: pain.weeks-or-new",
                        "only a question that is asked can be copied"),
                new Wrong(
                        "a copy of a place, without per",
                        QUESTIONS,
                        "    per: pain\n    copy-of: pain.weeks",
                        "    copy-of: pain.weeks",
                        "copy-of: pain.weeks",
                        "needs 'per: pain', because 'pain.weeks' is asked for each place"),
                new Wrong(
                        "a copy of the patient's, for each place",
                        QUESTIONS,
                        "copy-of: pain.weeks",
                        "copy-of: patient.age",
                        "copy-of: patient.age",
                        "'per: pain' does not fit: 'patient.age' is asked once for the patient"),
                new Wrong(
                        "a copy without unknown-as",
                        QUESTIONS,
                        "    unknown-as: 0\n",
                        "",
                        "- id: pain.weeks-or-new",
                        "a copy needs 'unknown-as'"),
                new Wrong(
                        "a copy with an option that is misspelt",
                        QUESTIONS,
                        "unknown-as: back",
                        "unknown-as: bakc",
                        "unknown-as: bakc",
                        "the option 'bakc' does not exist; did you mean 'back'?"),
                new Wrong(
                        "a copy of a list with an option that is misspelt",
                        QUESTIONS,
                        "unknown-as: none",
                        "unknown-as: nune",
                        "unknown-as: nune",
                        "the option 'nune' does not exist; did you mean 'none'?"),
                new Wrong(
                        "a copy of a list with two options",
                        QUESTIONS,
                        "unknown-as: none",
                        "unknown-as: [numb, weak]",
                        "unknown-as: [",
                        "'unknown-as' should be a single value"),
                new Wrong(
                        "a copy with a number out of range",
                        QUESTIONS,
                        "unknown-as: 0",
                        "unknown-as: 521",
                        "unknown-as: 521",
                        "a number within its range"),
                new Wrong(
                        "a copy with half of a week",
                        QUESTIONS,
                        "unknown-as: 0",
                        "unknown-as: 0.5",
                        "unknown-as: 0.5",
                        "a number within its range"),
                new Wrong(
                        "a copy with a word for a number",
                        QUESTIONS,
                        "unknown-as: 0",
                        "unknown-as: new",
                        "unknown-as: new",
                        "'unknown-as' should be a number, but is 'new'"),
                new Wrong(
                        "a copy with a unit of its own",
                        QUESTIONS,
                        "    copy-of: pain.weeks\n",
                        "    copy-of: pain.weeks\n    unit: days\n",
                        "unit: days",
                        "key 'unit' is not known here"),
                new Wrong(
                        "a copy that is a sum too",
                        QUESTIONS,
                        "    copy-of: pain.weeks\n",
                        "    copy-of: pain.weeks\n    sum-of: {pain.worst: 1}\n",
                        "sum-of: {pain.worst: 1}",
                        "key 'sum-of' is not known here"),
                new Wrong(
                        "a sum of a copy",
                        QUESTIONS,
                        "copy-of: pain.site\n    unknown-as: back",
                        "sum-of: {pain.weeks-or-new: 1}",
                        "- id: pain.site-or-back",
                        "the question 'pain.weeks-or-new' does not exist"),
                new Wrong(
                        "a derived number with the id of a question",
                        QUESTIONS,
                        "- id: pain.mean",
                        "- id: pain.worst",
                        "- id: pain.worst",
                        "question 'pain.worst' is defined twice"));
    }

    @ParameterizedTest
    @MethodSource("questionnairesThatAreWrong")
    void aQuestionnaireIsRefused(Wrong wrong) {
        wrong.isRefused();
    }

    // ------------------------------------------------------------------ the catalogue

    @Test
    void nobodyKnowsMoreThanTheSource() {
        RulesFolder folder = SmallFolder.with(SOURCES, "status: summary", "status: unverified");
        assertThat(SmallFolder.faults(folder))
                .isNotEmpty()
                .allMatch(f -> f.contains(
                        "evidence 'summary' is stronger than the source 'guide', whose status is 'unverified'"));
    }

    @Test
    void furtherReadingCarriesNothing() {
        RulesFolder folder = SmallFolder.with(SOURCES, "kind: guideline", "kind: further-reading");
        assertThat(SmallFolder.faults(folder))
                .contains(
                        CHECKS
                                + ":6: 'guide' is further reading: what rests on it alone is 'ours' or 'unverified', not 'summary'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unverified", "ours"})
    void lessThanTheSourceMayBeClaimed(String evidence) {
        assertThat(SmallFolder.faults(SmallFolder.with(CHECKS, "evidence: summary", "evidence: " + evidence)))
                .isEmpty();
    }

    static Stream<Wrong> cataloguesThatAreWrong() {
        return Stream.of(
                new Wrong(
                        "a source twice",
                        SOURCES,
                        "- id: guide",
                        "- id: manual",
                        "- id: manual",
                        "'manual' is defined twice"),
                new Wrong(
                        "a source of an unknown kind",
                        SOURCES,
                        "kind: guideline",
                        "kind: guidline",
                        "kind: guidline",
                        "did you mean 'guideline'?"),
                new Wrong(
                        "a source without status",
                        SOURCES,
                        "    status: seen\n",
                        "",
                        "- id: manual",
                        "'status' is missing; it should be one of [seen, summary, unverified, ours]"),
                new Wrong(
                        "a source with a status left open",
                        SOURCES,
                        "status: seen",
                        "status:",
                        "status:",
                        "'status' is missing; it should be one of [seen, summary, unverified, ours]"),
                new Wrong(
                        "a source without sections",
                        SOURCES,
                        "    sections: [Rules, Care, Shoes, Warnings, Needles, Tests]\n",
                        "",
                        "- id: guide",
                        "'sections' is missing: the parts of this source that may be cited"),
                new Wrong(
                        "a section given twice",
                        SOURCES,
                        "sections: [Rules,",
                        "sections: [Care, Rules,",
                        "sections:",
                        "'Care' appears twice in 'sections'"),
                new Wrong(
                        "sections of a document",
                        SOURCES,
                        "    status: seen\n",
                        "    status: seen\n    sections: [Risks]\n",
                        "sections: [Risks]",
                        "the sections of a document are those of its facts in knowledge/documents.yaml"),
                new Wrong(
                        "a section that its source has not",
                        CHECKS,
                        "\"guide, Tests\"",
                        "\"guide, Test\"",
                        "guide, Test",
                        "in 'guide' the section 'Test' does not exist; did you mean 'Tests'?"),
                new Wrong(
                        "a section in the wrong case",
                        CHECKS,
                        "\"guide, Tests\"",
                        "\"guide, tests\"",
                        "guide, tests",
                        "in 'guide' the section 'tests' does not exist; did you mean 'Tests'?"),
                new Wrong(
                        "a section that its document has not",
                        INTERVENTIONS,
                        "\"manual, Risks\"",
                        "\"manual, Risk\"",
                        "manual, Risk",
                        "in 'manual' the section 'Risk' does not exist; did you mean 'Risks'?"),
                new Wrong(
                        "a source of ours that was seen",
                        SOURCES,
                        "kind: guideline",
                        "kind: ours",
                        "status: summary",
                        "'status' should be ours where 'kind' is, and nowhere else"),
                new Wrong(
                        "a status of ours for somebody else's source",
                        SOURCES,
                        "status: summary",
                        "status: ours",
                        "status: ours",
                        "'status' should be ours where 'kind' is, and nowhere else"),
                new Wrong(
                        "a check stronger than its source",
                        CHECKS,
                        "evidence: summary",
                        "evidence: seen",
                        "evidence: seen",
                        "evidence 'seen' is stronger than the source 'guide', whose status is 'summary'"),
                new Wrong(
                        "a note stronger than its source",
                        NOTES,
                        "evidence: summary",
                        "evidence: seen",
                        "evidence: seen",
                        "evidence 'seen' is stronger than the source 'guide'"),
                new Wrong(
                        "a red flag stronger than its source",
                        FLAGS,
                        "evidence: summary",
                        "evidence: seen",
                        "evidence: seen",
                        "evidence 'seen' is stronger than the source 'guide'"),
                new Wrong(
                        "a side stronger than its source",
                        STANCES,
                        "\"guide, Needles\", evidence: summary",
                        "\"guide, Needles\", evidence: seen",
                        "guide, Needles",
                        "evidence 'seen' is stronger than the source 'guide'"),
                new Wrong(
                        "a document that is no source",
                        DOCUMENTS,
                        "- id: manual",
                        "- id: manul",
                        "- id: manul",
                        "the source 'manul' does not exist; did you mean 'manual'?"),
                new Wrong("a fact twice", DOCUMENTS, "id: F-03", "id: F-01", "Causes", "'F-01' is defined twice"),
                new Wrong(
                        "a fact of an unknown kind",
                        DOCUMENTS,
                        "kind: cause",
                        "kind: course",
                        "kind: course",
                        "did you mean 'cause'?"),
                new Wrong(
                        "a promotional claim without handling",
                        DOCUMENTS,
                        ", handling: \"Say that no share was given.\"",
                        "",
                        "F-02",
                        "a promotional claim needs 'handling'"),
                new Wrong(
                        "a promotional claim as a note",
                        NOTES,
                        "fact: F-01",
                        "fact: F-02",
                        "fact: F-02",
                        "'F-02' is a promotional claim, so it can never be a note"),
                new Wrong(
                        "a promotional claim as a source",
                        NOTES,
                        "source: \"guide, Shoes\"",
                        "source: F-02",
                        "source: F-02",
                        "'F-02' is a promotional claim, so nothing may be based on it"),
                new Wrong(
                        "a promotional claim with a red flag",
                        FLAGS,
                        "facts: [F-03]",
                        "facts: [F-02]",
                        "facts: [F-02]",
                        "'F-02' is a promotional claim, so it can never be shown with a red flag"),
                new Wrong(
                        "an intervention twice",
                        INTERVENTIONS,
                        "- id: exercise",
                        "- id: injection",
                        "- id: injection",
                        "'injection' is defined twice"),
                new Wrong(
                        "a tag twice",
                        INTERVENTIONS,
                        "{id: care,",
                        "{id: procedure,",
                        "\"Care without",
                        "'procedure' is defined twice"),
                new Wrong(
                        "an intervention with the id of a tag",
                        INTERVENTIONS,
                        "- id: exercise",
                        "- id: care",
                        "- id: care",
                        "'care' is also a tag"),
                new Wrong(
                        "a misspelt tag",
                        INTERVENTIONS,
                        "tags: [care]",
                        "tags: [cure]",
                        "tags: [cure]",
                        "the tag 'cure' does not exist; did you mean 'care'?"),
                new Wrong(
                        "a purpose that is none",
                        INTERVENTIONS,
                        "[therapeutic]",
                        "[curative]",
                        "[curative]",
                        "'purposes' should name diagnostic, therapeutic or both"),
                new Wrong(
                        "no purpose",
                        INTERVENTIONS,
                        "    purposes: [therapeutic]\n",
                        "",
                        "- id: exercise",
                        "'purposes' should name"),
                new Wrong(
                        "no interventions",
                        INTERVENTIONS,
                        "interventions:",
                        "things:",
                        "tags:",
                        "'interventions' is missing"),
                new Wrong(
                        "a source that does not exist",
                        INTERVENTIONS,
                        "\"guide, Care\"",
                        "\"gide, Care\"",
                        "gide",
                        "the source 'gide' does not exist; did you mean 'guide'?"),
                new Wrong(
                        "a source without a section",
                        INTERVENTIONS,
                        "\"guide, Care\"",
                        "guide",
                        "source: guide",
                        "the source 'guide' needs a section: \"guide, section\""),
                new Wrong(
                        "a note of a fact that does not exist",
                        NOTES,
                        "fact: F-01",
                        "fact: F-1",
                        "fact: F-1",
                        "the fact 'F-1' does not exist; did you mean 'F-01'?"),
                new Wrong(
                        "a note of a fact with a text of its own",
                        NOTES,
                        "fact: F-01",
                        "fact: F-01\n    text: \"Mine.\"",
                        "text: \"Mine.\"",
                        "key 'text' is not known here"),
                new Wrong(
                        "a note of an unknown kind",
                        NOTES,
                        "kind: risk",
                        "kind: risque",
                        "kind: risque",
                        "should be one of [risk, rare-complication"),
                new Wrong(
                        "a note for nothing that exists",
                        NOTES,
                        "for: [procedure]",
                        "for: [procedur]",
                        "for: [procedur]",
                        "the intervention or tag 'procedur' does not exist; did you mean 'procedure'?"),
                new Wrong(
                        "a note by analogy for nothing that exists",
                        NOTES,
                        "for: [procedure]",
                        "by-analogy-for: [massage]",
                        "massage",
                        "the intervention or tag 'massage' does not exist"),
                new Wrong(
                        "a note without evidence",
                        NOTES,
                        "    evidence: summary\n",
                        "",
                        "- id: mind-the-shoes",
                        "'evidence' is missing; it should be one of [seen, summary, unverified, ours]"),
                new Wrong(
                        "a note twice",
                        NOTES,
                        "- id: mind-the-shoes",
                        "- id: F-01",
                        "- id: F-01",
                        "'F-01' is defined twice"),
                new Wrong(
                        "a red flag without actions",
                        FLAGS,
                        "    actions:\n      urgent: \"See a doctor today.\"\n",
                        "",
                        "- id: nerve-loss",
                        "'actions' is missing: what to do now, for each urgency"),
                new Wrong(
                        "a red flag with an unknown urgency",
                        FLAGS,
                        "urgent:",
                        "urgant:",
                        "urgant:",
                        "'urgant' should be one of [emergency, urgent, routine]; did you mean 'urgent'?"),
                new Wrong(
                        "a red flag with a fact that does not exist",
                        FLAGS,
                        "[F-03]",
                        "[F-04]",
                        "[F-04]",
                        "the fact 'F-04' does not exist"),
                new Wrong(
                        "a red flag that withholds nothing that exists",
                        FLAGS,
                        "withholds: [procedure]\n",
                        "withholds: [needles]\n",
                        "needles",
                        "the intervention or tag 'needles' does not exist"),
                new Wrong(
                        "an emergency that withholds nothing that exists",
                        FLAGS,
                        "[procedure, care]",
                        "[procedure, cares]",
                        "[procedure, cares]",
                        "did you mean 'care'?"),
                new Wrong(
                        "a stance with one side",
                        STANCES,
                        "      - {says: \"No.\", source: \"guide, Needles\", evidence: summary}\n",
                        "",
                        "sides:",
                        "a stance needs at least two sides"),
                new Wrong(
                        "a stance without a default",
                        STANCES,
                        "    default: \"Wait.\"\n",
                        "",
                        "- id: needle-or-not",
                        "'default' is missing"),
                new Wrong(
                        "a check without a source",
                        CHECKS,
                        "    source: \"guide, Tests\"\n",
                        "",
                        "- id: blood-test",
                        "'source' is missing"),
                new Wrong(
                        "no obstacle for a blank safety question",
                        OBSTACLES,
                        "    for: blank-safety-question\n",
                        "",
                        "",
                        "one obstacle needs 'for: blank-safety-question'"),
                new Wrong(
                        "two obstacles for a blank safety question",
                        OBSTACLES,
                        "for: blank-safety-question",
                        "for: blank-safety-question\n  - id: again\n    text: \"Blank.\"\n    action: \"Ask.\"\n    for: blank-safety-question # again",
                        "# again",
                        "'blank' is already the obstacle for blank safety questions"),
                new Wrong(
                        "an obstacle for an unknown thing",
                        OBSTACLES,
                        "for: blank-safety-question",
                        "for: blank-question",
                        "for: blank-question",
                        "should be one of [blank-safety-question]"),
                new Wrong(
                        "no default policy",
                        POLICIES,
                        ", default: true",
                        "",
                        "",
                        "exactly one policy should be the default"),
                new Wrong(
                        "two default policies",
                        POLICIES,
                        "\"What holds there.\"",
                        "\"What holds there.\", default: true",
                        "",
                        "exactly one policy should be the default"),
                new Wrong(
                        "no statement",
                        POLICIES,
                        "statement: \"A clinician decides.\"\n",
                        "",
                        "policies:",
                        "'statement' is missing"));
    }

    @ParameterizedTest
    @MethodSource("cataloguesThatAreWrong")
    void aCatalogueIsRefused(Wrong wrong) {
        wrong.isRefused();
    }
}
