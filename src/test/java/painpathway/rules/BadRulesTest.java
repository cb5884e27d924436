package painpathway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import painpathway.SmallFolder;
import painpathway.Wrong;
import painpathway.folder.RulesFolder;

/** Every way in which the rules of a folder can be wrong: refused with file, line and what would be right. */
class BadRulesTest {

    private static final String QUESTIONS = "questionnaire.yaml";
    private static final String PATIENT = "criteria/patient.drl";
    private static final String PAIN = "criteria/pain.drl";
    private static final String NERVE = "patterns/nerve.drl";
    private static final String ADVICE = "advice/all.drl";

    private static final String NOT_OURS = "is not part of the rule language";
    private static final String ADULT = "Answers( number( \"patient.age\" ) >= 18 )";
    private static final String SEVERE = "Findings( met( \"severe\" ) )";
    private static final String SUPPORT = "support( kcontext, \"injection\" );";
    private static final String SECOND = "rule \"Severe pain speaks for an injection\"";

    // ------------------------------------------------------------------ the form of a file

    static Stream<Wrong> filesThatAreWrong() {
        return Stream.of(
                new Wrong(
                        "no DRL at all",
                        PATIENT,
                        "package rules;",
                        "This is a letter.",
                        "This is a letter",
                        "is not DRL"),
                new Wrong("a rule without an end", NERVE, "end\n", "// the end", "// the end", "is not DRL"),
                new Wrong("brackets without end", NERVE, "met( \"numb\" )", "(".repeat(200_000), "", "is not DRL"),
                new Wrong(
                        "a rule cut off in the middle",
                        NERVE,
                        "met( \"numb\" ) )\nthen\n    patternMet( kcontext );\nend\n",
                        "met(",
                        "met(",
                        "is not DRL"),
                new Wrong(
                        "another package",
                        PATIENT,
                        "package rules;",
                        "package mine;",
                        "// What the patient",
                        "the package should be 'rules', but is 'mine'"),
                new Wrong(
                        "no package",
                        PATIENT,
                        "package rules;",
                        "",
                        "// What the patient",
                        "the package should be 'rules', but is ''"),
                new Wrong(
                        "a second package",
                        PATIENT,
                        "rule \"The patient faints",
                        "package other;\n\nrule \"The patient faints",
                        "package other;",
                        "is not DRL"),
                new Wrong(
                        "the fact of another stage",
                        NERVE,
                        "import painpathway.rules.Criteria;",
                        "import painpathway.rules.Findings;",
                        "rules.Findings",
                        "only 'painpathway.rules.Criteria' and the verbs may be imported here"),
                new Wrong(
                        "a class of Java",
                        PATIENT,
                        "import painpathway.questionnaire.Answers;",
                        "import painpathway.questionnaire.Answers;\nimport java.io.File;",
                        "java.io.File",
                        "import of 'java.io.File': only 'painpathway.questionnaire.Answers' and the verbs may be imported here"),
                new Wrong(
                        "a whole package of Java",
                        PATIENT,
                        "import painpathway.questionnaire.Answers;",
                        "import painpathway.questionnaire.Answers;\nimport java.util.*;",
                        "java.util",
                        "import of 'java.util.*'"),
                new Wrong(
                        "a function of Java",
                        PATIENT,
                        "import function painpathway.rules.RuleVerbs.criterionMet;",
                        "import function painpathway.rules.RuleVerbs.criterionMet;\nimport function java.lang.System.exit;",
                        "System.exit",
                        "import of 'java.lang.System.exit'"),
                new Wrong(
                        "a static import",
                        PATIENT,
                        "import painpathway.questionnaire.Answers;",
                        "import painpathway.questionnaire.Answers;\nimport static java.lang.System.exit;",
                        "System.exit",
                        "import of 'java.lang.System.exit'"),
                new Wrong(
                        "all verbs at once",
                        ADVICE,
                        "RuleVerbs.suggest;",
                        "RuleVerbs.*;",
                        "RuleVerbs.*;",
                        "import of 'painpathway.rules.RuleVerbs.*'"),
                new Wrong(
                        "something of the verbs that is no verb",
                        ADVICE,
                        "RuleVerbs.suggest;",
                        "RuleVerbs.report;",
                        "RuleVerbs.report;",
                        "import of 'painpathway.rules.RuleVerbs.report'"),
                new Wrong(
                        "a verb that is used and not imported",
                        ADVICE,
                        "import function painpathway.rules.RuleVerbs.suggest;\n",
                        "",
                        "suggest( kcontext",
                        "'import function painpathway.rules.RuleVerbs.suggest;' is missing"),
                new Wrong(
                        "a fact that is used and not imported",
                        PATIENT,
                        "import painpathway.questionnaire.Answers;\n",
                        "",
                        "// What the patient",
                        "'import painpathway.questionnaire.Answers;' is missing"),
                new Wrong(
                        "a global",
                        PATIENT,
                        "rule \"The patient is",
                        "global java.util.List out;\n\nrule \"The patient is",
                        "global",
                        "'global' " + NOT_OURS),
                new Wrong(
                        "a function",
                        PATIENT,
                        "rule \"The patient is",
                        "function int f() { return 1; }\n\nrule \"The patient is",
                        "function int",
                        "'function' " + NOT_OURS),
                new Wrong(
                        "a declared type",
                        PATIENT,
                        "rule \"The patient is",
                        "declare Person\n    age : int\nend\n\nrule \"The patient is",
                        "declare Person",
                        "'declare' " + NOT_OURS),
                new Wrong(
                        "a declared trait",
                        PATIENT,
                        "rule \"The patient is",
                        "declare trait Tall\nend\n\nrule \"The patient is",
                        "declare trait",
                        "'declare' " + NOT_OURS),
                new Wrong(
                        "a declared enum",
                        PATIENT,
                        "rule \"The patient is",
                        "declare enum Side\n    LEFT, RIGHT;\nend\n\nrule \"The patient is",
                        "declare enum",
                        NOT_OURS),
                new Wrong(
                        "a declared entry point",
                        PATIENT,
                        "rule \"The patient is",
                        "declare entry-point in\nend\n\nrule \"The patient is",
                        "declare entry-point",
                        NOT_OURS),
                new Wrong(
                        "a declared window",
                        PATIENT,
                        "rule \"The patient is",
                        "declare window last\n    Answers() over window:length( 1 )\nend\n\nrule \"The patient is",
                        "declare window",
                        NOT_OURS),
                new Wrong(
                        "an accumulate function",
                        PATIENT,
                        "rule \"The patient is",
                        "import accumulate java.lang.String mine;\n\nrule \"The patient is",
                        "import accumulate",
                        "'import accumulate' " + NOT_OURS),
                new Wrong(
                        "a query",
                        PATIENT,
                        "rule \"The patient is",
                        "query adults\n    Answers( number( \"patient.age\" ) >= 18 )\nend\n\nrule \"The patient is",
                        "query adults",
                        "'query' " + NOT_OURS),
                new Wrong(
                        "a unit",
                        PATIENT,
                        "package rules;",
                        "package rules;\nunit Mine;",
                        "// What the patient",
                        "'unit' " + NOT_OURS),
                new Wrong(
                        "a dialect for the whole file",
                        PATIENT,
                        "package rules;",
                        "package rules;\ndialect \"mvel\"",
                        "dialect",
                        NOT_OURS),
                new Wrong(
                        "an attribute for the whole file",
                        PATIENT,
                        "rule \"The patient is",
                        "salience 3\n\nrule \"The patient is",
                        "salience 3",
                        NOT_OURS));
    }

    @ParameterizedTest
    @MethodSource("filesThatAreWrong")
    void aFileIsRefused(Wrong wrong) {
        wrong.isRefused();
    }

    // ------------------------------------------------------------------ what DRL has and the rule language has not

    static Stream<Wrong> attributes() {
        return Stream.of(
                        "salience 10",
                        "no-loop true",
                        "no-loop",
                        "agenda-group \"first\"",
                        "ruleflow-group \"first\"",
                        "lock-on-active true",
                        "enabled false",
                        "activation-group \"one\"",
                        "auto-focus true",
                        "dialect \"mvel\"",
                        "date-effective \"01-Jan-2026\"",
                        "date-expires \"01-Jan-2026\"",
                        "duration 100",
                        "timer ( int: 1s )",
                        "calendars \"weekday\"")
                .map(a -> new Wrong(
                        a,
                        ADVICE,
                        "when\n    " + SEVERE,
                        a + " // here\nwhen\n    " + SEVERE,
                        a.equals("no-loop") ? "when" : "// here",
                        "'" + a.split(" ")[0] + "' " + NOT_OURS));
    }

    static Stream<Wrong> leftHandSides() {
        return Stream.of(
                when("not", "not( " + SEVERE + " )", "'not' " + NOT_OURS),
                when("exists", "exists( " + SEVERE + " )", "'exists' " + NOT_OURS),
                when("forall", "forall( Findings() " + SEVERE + " )", "'forall' " + NOT_OURS),
                when("or between patterns", "( " + SEVERE + " or Findings( met( \"lasting\" ) ) )", "'or' " + NOT_OURS),
                when("|| between patterns", "( " + SEVERE + " || Findings( met( \"lasting\" ) ) )", NOT_OURS),
                when("|| between constraints", "Findings( met( \"severe\" ) || met( \"lasting\" ) )", NOT_OURS),
                when("&& between constraints", "Findings( met( \"severe\" ) && met( \"lasting\" ) )", NOT_OURS),
                when("or inside a constraint", "Findings( met( \"severe\" ) or met( \"lasting\" ) )", ""),
                when("a constraint that is denied", "Findings( !met( \"severe\" ) )", NOT_OURS),
                when("a constraint compared with true", "Findings( met( \"severe\" ) == true )", NOT_OURS),
                when("!=", "Findings( met( \"severe\" ) != true )", NOT_OURS),
                when("eval as an element", SEVERE + "\n    eval( true )", "'eval' " + NOT_OURS),
                when("eval as a constraint", "Findings( eval( true ) )", NOT_OURS),
                when("from", "Findings( met( \"severe\" ) ) from all()", "'from'"),
                when("from an entry point", "Findings( met( \"severe\" ) ) from entry-point \"in\"", "'from'"),
                when("from collect", "Findings( met( \"severe\" ) ) from collect( Findings() )", "'from'"),
                when("over a window", "Findings( met( \"severe\" ) ) over window:length( 1 )", "'over'"),
                when("accumulate", "accumulate( Findings(); $n : count( 1 ) )", ""),
                when("groupby", "groupby( Findings(); 1; $n : count( 1 ) )", ""),
                when("a binding of the fact", "$f : " + SEVERE, "bindings"),
                when("a binding of a constraint", "Findings( $m : met( \"severe\" ) )", NOT_OURS),
                when("a unification", "Findings( $m := met( \"severe\" ) )", NOT_OURS),
                when(
                        "a second pattern",
                        SEVERE + "\n    Findings( met( \"lasting\" ) )",
                        "'when' contains one pattern, Findings( ... ), but has 2"),
                when(
                        "patterns in brackets",
                        "( " + SEVERE + " and Findings( met( \"lasting\" ) ) )",
                        "'when' contains one pattern, Findings( ... ), but has 2"),
                when("no pattern", "", "'when' contains one pattern, Findings( ... ), but has 0"),
                when("a pattern without a constraint", "Findings()", "a rule needs at least one constraint"),
                when(
                        "the fact of another stage",
                        "Answers( number( \"patient.age\" ) >= 18 )",
                        "the pattern should be Findings( ... ), but is Answers"),
                when(
                        "a fact by its full name",
                        "painpathway.rules.Findings( met( \"severe\" ) )",
                        "the pattern should be Findings( ... ), but is painpathway.rules.Findings"),
                when(
                        "a class of Java",
                        "java.lang.Object()",
                        "the pattern should be Findings( ... ), but is java.lang.Object"),
                when("a positional constraint", "Findings( met( \"severe\" ); )", NOT_OURS),
                when("a path", "/findings[ met( \"severe\" ) ]", ""),
                when("a query call", "?Findings( met( \"severe\" ); )", ""),
                when("a branch", SEVERE + "\n    if ( true ) do[ other ]", ""),
                when("a named consequence", SEVERE + "\n    do[ other ]", ""),
                when("another method of the fact", "Findings( truth( 1 ) != null )", NOT_OURS),
                when("a method of the class", "Findings( getClass().getName() == \"x\" )", NOT_OURS),
                when("an inner comparison in brackets", "Findings( ( met( \"severe\" ) ) )", NOT_OURS),
                when("a finding by a variable", "Findings( met( severe ) )", NOT_OURS),
                when("a text with an escape", "Findings( met( \"sev\\u0065re\" ) )", NOT_OURS),
                when("a remark inside a constraint", "Findings( met( /* very */ \"severe\" ) )", ""),
                when("a temporal operator", "Findings( this after met( \"severe\" ) )", NOT_OURS),
                when("matches", "Findings( met( \"severe\" ) matches \".*\" )", NOT_OURS));
    }

    static Stream<Wrong> tests() {
        return Stream.of(
                test("equality of numbers", "number( \"patient.age\" ) == 18", NOT_OURS),
                test("inequality of numbers", "number( \"patient.age\" ) != 18", NOT_OURS),
                test("a number with an exponent", "number( \"patient.age\" ) >= 1e1", NOT_OURS),
                test("a number as programmers write it", "number( \"patient.age\" ) >= 18L", NOT_OURS),
                test("a number that Java reads in base eight", "number( \"patient.age\" ) >= 018", NOT_OURS),
                test("a number in base sixteen", "number( \"patient.age\" ) >= 0x12", NOT_OURS),
                test("a number that no machine holds", "number( \"pain.gap\" ) >= 99999999999999999999", NOT_OURS),
                test("a count that no machine holds", "count( \"pain.signs\" ) >= 99999999999", NOT_OURS),
                test("a sum", "number( \"patient.age\" ) + 1 >= 18", NOT_OURS),
                test("a sum on the right", "number( \"patient.age\" ) >= 17 + 1", NOT_OURS),
                test("two questions compared", "number( \"pain.worst\" ) >= number( \"pain.average\" )", NOT_OURS),
                test("a threshold in quotes", "number( \"patient.age\" ) >= \"18\"", NOT_OURS),
                test("a range in one constraint", "number( \"patient.age\" ) >= 18 && <= 65", NOT_OURS),
                test("an exact count", "count( \"pain.signs\" ) == 2", NOT_OURS),
                test("a count from above", "count( \"pain.signs\" ) <= 2", NOT_OURS),
                test("an option that is not chosen", "choice( \"pain.site\" ) != \"leg\"", NOT_OURS),
                test("options that are not chosen", "choice( \"pain.site\" ) not in ( \"leg\" )", NOT_OURS),
                test("no answer", "choice( \"pain.site\" ) == null", NOT_OURS),
                test("an option that is not ticked", "choices( \"pain.signs\" ) not contains \"numb\"", NOT_OURS),
                test("an empty list of options", "choice( \"pain.site\" ) in ( )", "is not DRL"),
                test("a finding in a criterion", "met( \"severe\" )", NOT_OURS),
                test("the size of a list", "choices( \"pain.signs\" ).size() >= 2", NOT_OURS));
    }

    static Stream<Wrong> rightHandSides() {
        return Stream.of(
                then("nothing", ""),
                then("two verbs", SUPPORT + " " + SUPPORT, "Write a rule of its own for each of these 2 verbs."),
                then("no comma", "support( kcontext \"injection\" );", "A comma is missing."),
                then("no comma between two", "support( kcontext, \"injection\" \"exercise\" );", "A comma is missing."),
                then("Java", "System.exit( 1 );"),
                then("a verb and Java", SUPPORT + " System.exit( 1 );"),
                then("Java and a verb", "System.exit( 1 ); " + SUPPORT),
                then("Java as an argument", "support( kcontext, String.valueOf( 1 ) );"),
                then("texts put together", "support( kcontext, \"inj\" + \"ection\" );"),
                then("drools instead of kcontext", "support( drools, \"injection\" );"),
                then("a text with an escape", "support( kcontext, \"inj\\u0065ction\" );"),
                then(
                        "a text that is closed by an escape",
                        "support( kcontext, \"injection\\u0022 ); System.exit( 1 ); //\" );"),
                then("a remark", SUPPORT + " // why"),
                then("a long remark", "/* why */ " + SUPPORT),
                then(
                        "no semicolon",
                        "support( kcontext, \"injection\" )",
                        "'then' holds one call of a verb and nothing else, such as: suggest( kcontext, \"intervention\" );"
                                + " The semicolon at the end is missing."),
                then("a block", "{ " + SUPPORT + " }"),
                then("insert", "insert( new Object() );"),
                then("modify", "modify( kcontext ) { };"),
                then("update", "update( kcontext );", "'update' is not a verb"),
                then("delete", "delete( kcontext );", "'delete' is not a verb"),
                then("retract", "retract( kcontext );", "'retract' is not a verb"),
                then(
                        "a misspelt verb",
                        "suport( kcontext, \"injection\" );",
                        "'suport' is not a verb; did you mean 'support'?"),
                then(
                        "a verb of another stage",
                        "criterionMet( kcontext );",
                        "'criterionMet' belongs in criteria/, not in advice/"),
                then(
                        "too few arguments",
                        "support( kcontext );",
                        "too few words for 'support', which is written: support( kcontext, \"intervention\", ... );"),
                then(
                        "a check without a target",
                        "hold( kcontext, \"blood-test\" );",
                        "too few words for 'hold', which is written: hold( kcontext, \"intervention-or-tag\", ..., \"check\" );"),
                then(
                        "too many arguments",
                        "redFlag( kcontext, \"nerve-loss\", \"urgent\", \"injection\" );",
                        "too many words for 'redFlag', which is written: redFlag( kcontext, \"red-flag\", \"urgency\" );"),
                new Wrong(
                        "a target twice",
                        ADVICE,
                        SUPPORT,
                        "support( kcontext, \"exercise\", \"exercise\" );",
                        "support( kcontext, \"exercise\", \"exercise\" );",
                        "'exercise' is named twice"),
                new Wrong(
                        "a target that a tag stands for",
                        ADVICE,
                        SUPPORT,
                        "contraindicate( kcontext, \"injection\", \"procedure\" );",
                        "contraindicate( kcontext, \"injection\", \"procedure\" );",
                        "'injection' and 'procedure' both stand for 'injection'"),
                new Wrong(
                        "a target where the check belongs",
                        ADVICE,
                        SUPPORT,
                        "hold( kcontext, \"blood-test\", \"procedure\" );",
                        "hold( kcontext, \"blood-test\", \"procedure\" );",
                        "the intervention or tag 'blood-test'"),
                new Wrong(
                        "a target where the check is forgotten",
                        ADVICE,
                        SUPPORT,
                        "hold( kcontext, \"injection\", \"exercise\" );",
                        "hold( kcontext, \"injection\", \"exercise\" );",
                        "the last word of hold is a check from checks.yaml; 'exercise' is none"));
    }

    @ParameterizedTest
    @MethodSource({"attributes", "leftHandSides", "tests", "rightHandSides"})
    void aRuleOutsideOfTheHouseLanguageIsRefused(Wrong wrong) {
        wrong.isRefused();
    }

    // ------------------------------------------------------------------ names and annotations

    static Stream<Wrong> namesAndAnnotations() {
        return Stream.of(
                new Wrong(
                        "no name",
                        ADVICE,
                        SECOND,
                        "rule \"\"",
                        "rule \"\"",
                        "a rule's name is a sentence of 1 to 100 characters"),
                new Wrong(
                        "a name that is too long",
                        ADVICE,
                        SECOND,
                        "rule \"" + "very ".repeat(20) + "long\"",
                        "very very",
                        "a rule's name is a sentence of 1 to 100 characters; this one has 104"),
                new Wrong(
                        "a name with spaces around it",
                        ADVICE,
                        SECOND,
                        "rule \" Severe \"",
                        "rule \" Severe",
                        "a rule's name is a sentence"),
                new Wrong(
                        "a name with a quotation mark",
                        ADVICE,
                        SECOND,
                        "rule \"Severe \\\" pain\"",
                        "rule \"Severe",
                        "a rule's name is plain text on one line"),
                new Wrong(
                        "a name with code",
                        ADVICE,
                        SECOND,
                        "rule \"x\\\"); System.exit( 1 ); //\"",
                        "rule \"x",
                        "a rule's name is plain text on one line"),
                new Wrong(
                        "a name over two lines",
                        ADVICE,
                        SECOND,
                        "rule \"Severe\n pain\"",
                        "rule \"Severe",
                        "a rule's name is plain text on one line"),
                new Wrong(
                        "a name that is taken",
                        ADVICE,
                        SECOND,
                        "rule \"The pain is severe\"",
                        "rule \"The pain is severe\"",
                        "the name \"The pain is severe\" is taken by criteria/pain.drl:29"),
                new Wrong(
                        "a rule that extends another",
                        ADVICE,
                        SECOND,
                        SECOND + " extends \"Lasting nerve pain: injection\"",
                        SECOND,
                        "'extends' " + NOT_OURS),
                new Wrong(
                        "a second then",
                        ADVICE,
                        "support( kcontext, \"injection\" );\n",
                        "support( kcontext, \"injection\" );\nthen[other]\n    support( kcontext, \"exercise\" );\n",
                        SECOND,
                        "a second 'then' " + NOT_OURS),
                new Wrong(
                        "an old id that another rule has",
                        ADVICE,
                        "    @id(\"needle-02\")\n",
                        "    @id(\"needle-02\")\n    @formerly(\"needle-01\")\n",
                        "rule \"Lasting",
                        "the id 'needle-01' was used before and is now part of 'needle-02' (advice/all.drl:29); choose a new id"),
                new Wrong(
                        "an old id that another rule had",
                        ADVICE,
                        "    @id(\"needle-02\")\n",
                        "    @id(\"needle-02\")\n    @formerly(\"needle-20, needle-20\")\n",
                        SECOND,
                        "'@formerly' names 'needle-20', which is already said of this rule"),
                new Wrong(
                        "old ids without commas",
                        ADVICE,
                        "    @id(\"needle-02\")\n",
                        "    @id(\"needle-02\")\n    @formerly(\"needle-20 needle-21\")\n",
                        SECOND,
                        "'@formerly' should be ids with commas between them"),
                new Wrong(
                        "an old id of a criterion",
                        PATIENT,
                        "    @criterion(\"adult\")\n",
                        "    @criterion(\"adult\")\n    @formerly(\"grown-01\")\n",
                        "rule \"The patient is",
                        "'@formerly' belongs in advice/"),
                new Wrong("no id", ADVICE, "    @id(\"needle-02\")\n", "", SECOND, "'@id' is missing on rule"),
                new Wrong(
                        "no source",
                        ADVICE,
                        "    @source(\"guide, Rules\")\n",
                        "",
                        "rule \"Lasting",
                        "'@source' is missing on rule"),
                new Wrong(
                        "no evidence",
                        ADVICE,
                        "    @evidence(\"summary\")\n",
                        "",
                        "rule \"Lasting",
                        "'@evidence' is missing on rule"),
                new Wrong(
                        "no rationale",
                        ADVICE,
                        "    @rationale(\"The guide says so.\")\n",
                        "",
                        "rule \"Lasting",
                        "'@rationale' is missing on rule"),
                new Wrong(
                        "no review date",
                        ADVICE,
                        "    @reviewed(\"2026-11-21\")\n",
                        "",
                        "rule \"Lasting",
                        "'@reviewed' is missing on rule"),
                new Wrong(
                        "no criterion",
                        PATIENT,
                        "    @criterion(\"adult\")\n",
                        "",
                        "rule \"The patient is",
                        "'@criterion' is missing on rule"),
                new Wrong(
                        "no pattern",
                        NERVE,
                        "    @pattern(\"nerve\")\n",
                        "",
                        "rule \"The pain",
                        "'@pattern' is missing on rule"),
                new Wrong(
                        "a criterion in advice",
                        ADVICE,
                        "@id(\"needle-02\")",
                        "@id(\"needle-02\") @criterion(\"x\")",
                        SECOND,
                        "'@criterion' belongs in criteria/, not in advice/"),
                new Wrong(
                        "a pattern among criteria",
                        PATIENT,
                        "@criterion(\"adult\")",
                        "@criterion(\"adult\") @pattern(\"x\")",
                        "rule \"The patient is",
                        "'@pattern' belongs in patterns/, not in criteria/"),
                new Wrong(
                        "an unknown annotation",
                        ADVICE,
                        "@id(\"needle-02\")",
                        "@id(\"needle-02\") @sauce(\"x\")",
                        SECOND,
                        "annotation '@sauce' is not known; did you mean 'source'?"),
                new Wrong(
                        "an annotation by a class of Java",
                        ADVICE,
                        "@id(\"needle-02\")",
                        "@id(\"needle-02\") @java.lang.Deprecated",
                        "@java",
                        "annotation '@java.lang.Deprecated' is not known"),
                new Wrong(
                        "an annotation that Drools understands",
                        ADVICE,
                        "@id(\"needle-02\")",
                        "@id(\"needle-02\") @Propagation(IMMEDIATE)",
                        SECOND,
                        "annotation '@Propagation' is not known"),
                new Wrong(
                        "an annotation without a value",
                        ADVICE,
                        "@id(\"needle-02\")",
                        "@id",
                        "@id\n".strip(),
                        "'@id' takes one string, once"),
                new Wrong(
                        "an annotation with an empty text",
                        ADVICE,
                        "@id(\"needle-02\")",
                        "@id(\"\")",
                        SECOND,
                        "'@id' takes one string, once"),
                new Wrong(
                        "an annotation without quotes",
                        ADVICE,
                        "@id(\"needle-02\")",
                        "@id(needle)",
                        SECOND,
                        "'@id' takes one string, once"),
                new Wrong(
                        "an annotation with a list",
                        ADVICE,
                        "@id(\"needle-02\")",
                        "@id({\"a\",\"b\"})",
                        SECOND,
                        "'@id' takes one string, once"),
                new Wrong(
                        "an annotation with keys",
                        ADVICE,
                        "@id(\"needle-02\")",
                        "@id(a = \"b\", c = \"d\")",
                        SECOND,
                        "'@id' takes one string, once"),
                new Wrong(
                        "an annotation with one key",
                        ADVICE,
                        "@id(\"needle-02\")",
                        "@id(name = \"needle-02\")",
                        SECOND,
                        "'@id' takes one string, once"),
                new Wrong(
                        "an annotation given twice",
                        ADVICE,
                        "@id(\"needle-02\")",
                        "@id(\"needle-02\") @id(\"needle-12\")",
                        SECOND,
                        "'@id' takes one string, once"),
                new Wrong(
                        "an annotation with code",
                        ADVICE,
                        "@id(\"needle-02\")",
                        "@id(System.exit(1))",
                        SECOND,
                        "'@id' takes one string, once"),
                new Wrong(
                        "an annotation with an escape",
                        ADVICE,
                        "@id(\"needle-02\")",
                        "@id(\"needle\\u0022-02\")",
                        SECOND,
                        "'@id' takes one string, once"),
                new Wrong(
                        "an annotation on a pattern",
                        ADVICE,
                        SEVERE,
                        "Findings( met( \"severe\" ) ) @watch( * )",
                        "@watch",
                        ""),
                new Wrong(
                        "an id without a number",
                        ADVICE,
                        "needle-02",
                        "needle",
                        "rule \"Severe pain speaks",
                        "the id 'needle' should be a family and a number"),
                new Wrong(
                        "an id that is taken",
                        ADVICE,
                        "needle-02",
                        "needle-01",
                        SECOND,
                        "the id 'needle-01' is taken by advice/all.drl:"),
                new Wrong(
                        "a criterion that is a sentence",
                        PATIENT,
                        "@criterion(\"adult\")",
                        "@criterion(\"Grown up\")",
                        "rule \"The patient is",
                        "'Grown up' should be small letters, digits and hyphens, such as some-finding"),
                new Wrong(
                        "a criterion and a pattern of one name",
                        NERVE,
                        "@pattern(\"nerve\")",
                        "@pattern(\"adult\")",
                        "rule \"The pain",
                        "'adult' is already a criterion"),
                new Wrong(
                        "an unknown evidence",
                        ADVICE,
                        "@evidence(\"summary\")",
                        "@evidence(\"sumary\")",
                        "rule \"Lasting",
                        "'@evidence' is 'sumary' but should be one of [seen, summary, unverified, ours]; did you mean 'summary'?"),
                new Wrong(
                        "a rule that is marked as a draft: rules are finished or left out",
                        ADVICE,
                        "@id(\"needle-02\")",
                        "@id(\"needle-02\") @status(\"draft\")",
                        SECOND,
                        "annotation '@status' is not known"),
                new Wrong(
                        "a day that no calendar has",
                        ADVICE,
                        "2026-11-21",
                        "2026-02-30",
                        "rule \"Lasting",
                        "'@reviewed' should be a date such as 2026-11-21, but is '2026-02-30'"),
                new Wrong(
                        "an unknown policy",
                        ADVICE,
                        "@id(\"needle-02\")",
                        "@id(\"needle-02\") @policy(\"usa\")",
                        SECOND,
                        "the policy 'usa' does not exist; did you mean 'us'?"),
                new Wrong(
                        "a source that does not exist",
                        ADVICE,
                        "@source(\"guide, Rules\")",
                        "@source(\"gide, Rules\")",
                        "rule \"Lasting",
                        "the source 'gide' does not exist; did you mean 'guide'?"),
                new Wrong(
                        "a source without a section",
                        ADVICE,
                        "@source(\"guide, Rules\")",
                        "@source(\"guide\")",
                        "rule \"Lasting",
                        "the source 'guide' needs a section: \"guide, section\""),
                new Wrong(
                        "a section that its source has not",
                        ADVICE,
                        "@source(\"guide, Rules\")",
                        "@source(\"guide, Rule\")",
                        "rule \"Lasting",
                        "in 'guide' the section 'Rule' does not exist; did you mean 'Rules'?"),
                new Wrong(
                        "a section that its document has not",
                        ADVICE,
                        "@source(\"guide, Rules\")",
                        "@source(\"manual, Risk\")",
                        "rule \"Lasting",
                        "in 'manual' the section 'Risk' does not exist; did you mean 'Risks'?"),
                new Wrong(
                        "evidence stronger than its source",
                        ADVICE,
                        "@evidence(\"summary\")",
                        "@evidence(\"seen\")",
                        "rule \"Lasting",
                        "evidence 'seen' is stronger than the source 'guide', whose status is 'summary'"),
                new Wrong(
                        "a promotional claim as a source",
                        ADVICE,
                        "@source(\"guide, Rules\")",
                        "@source(\"F-02\")",
                        "rule \"Lasting",
                        "'F-02' is a promotional claim, so nothing may be based on it"));
    }

    @ParameterizedTest
    @MethodSource("namesAndAnnotations")
    void anAnnotationIsRefused(Wrong wrong) {
        wrong.isRefused();
    }

    // ------------------------------------------------------------------ names that lead nowhere, tests that say
    // nothing

    static Stream<Wrong> meanings() {
        return Stream.of(
                new Wrong(
                        "a question that does not exist",
                        PATIENT,
                        "\"patient.age\"",
                        "\"patient.aged\"",
                        "\"patient.aged\"",
                        "the question 'patient.aged' does not exist; did you mean 'patient.age'?"),
                new Wrong(
                        "an option that does not exist",
                        PATIENT,
                        "== \"yes\"",
                        "== \"yess\"",
                        "== \"yess\"",
                        "in 'patient.faints' the option 'yess' does not exist; did you mean 'yes'?"),
                new Wrong(
                        "an option in a list that does not exist",
                        PAIN,
                        "( \"back\", \"leg\" )",
                        "( \"back\", \"lag\" )",
                        "( \"back\", \"lag\" )",
                        "in 'pain.site' the option 'lag' does not exist; did you mean 'leg'?"),
                new Wrong(
                        "a ticked option that does not exist",
                        PAIN,
                        "contains \"numb\"",
                        "contains \"num\"",
                        "contains \"num\"",
                        "in 'pain.signs' the option 'num' does not exist; did you mean 'numb'?"),
                new Wrong(
                        "a choice read as a number",
                        PAIN,
                        "choice( \"pain.site\" ) in ( \"back\", \"leg\" )",
                        "number( \"pain.site\" ) >= 1",
                        "number( \"pain.site\" ) >= 1",
                        "read it with choice( ... ), not number( ... )"),
                new Wrong(
                        "a list read as a choice",
                        PAIN,
                        "choices( \"pain.signs\" ) contains \"numb\"",
                        "choice( \"pain.signs\" ) == \"numb\"",
                        "choice( \"pain.signs\" ) == \"numb\"",
                        "read it with choices( ... ), not choice( ... )"),
                new Wrong(
                        "a number read as a count",
                        PATIENT,
                        "number( \"patient.age\" ) >= 18",
                        "count( \"patient.age\" ) >= 18",
                        "count( \"patient.age\" ) >= 18",
                        "read it with number( ... ), not count( ... )"),
                new Wrong(
                        "a derived number read as a choice",
                        PAIN,
                        "number( \"pain.mean\" ) >= 7",
                        "choice( \"pain.mean\" ) == \"7\"",
                        "choice( \"pain.mean\" ) == \"7\"",
                        "read it with number( ... ), not choice( ... )"),
                new Wrong(
                        "a threshold outside of the range",
                        PATIENT,
                        ">= 18",
                        ">= 180",
                        ">= 180",
                        "the threshold 180 is outside the range of 'patient.age'"),
                new Wrong(
                        "a threshold that everyone meets",
                        PATIENT,
                        ">= 18",
                        ">= 0",
                        ">= 0",
                        "'patient.age >= 0' is met by every answer"),
                new Wrong(
                        "a threshold that no one meets",
                        PATIENT,
                        ">= 18",
                        "> 120",
                        "> 120",
                        "'patient.age > 120' is met by no answer"),
                new Wrong(
                        "a range that no one meets",
                        PATIENT,
                        ">= 18",
                        ">= 18,\n             number( \"patient.age\" ) < 12",
                        "rule \"The patient is",
                        "no answer to 'patient.age' is >= 18 and < 12"),
                new Wrong(
                        "a count of none",
                        PAIN,
                        ">= 2 )\nthen\n    criterionMet( kcontext );\nend\n\nrule \"The signs",
                        ">= 0 )\nthen\n    criterionMet( kcontext );\nend\n\nrule \"The signs",
                        "count( \"pain.signs\" ) >= 0",
                        NOT_OURS),
                new Wrong(
                        "a count of more than there are",
                        PAIN,
                        "count( \"pain.signs\" ) >= 2",
                        "count( \"pain.signs\" ) >= 3",
                        "count( \"pain.signs\" ) >= 3",
                        "a count of 3 can never be reached: 'pain.signs' has 2 options"),
                new Wrong(
                        "two questions in one criterion",
                        PATIENT,
                        ">= 18",
                        ">= 18,\n             choice( \"patient.faints\" ) == \"no\"",
                        "rule \"The patient is",
                        "a criterion rule tests one question; use a pattern to bring several together"),
                new Wrong(
                        "one constraint twice",
                        ADVICE,
                        "met( \"adult\" ),",
                        "met( \"adult\" ),\n              met(  \"adult\" ),",
                        "met(  \"adult\" ),",
                        "'met( \"adult\" )' appears twice in one rule"),
                new Wrong(
                        "one threshold in two rules",
                        PAIN,
                        "\"pain.gap\" ) < 0",
                        "\"pain.mean\" ) >= 7",
                        "rule \"The worst",
                        "'severe' (criteria/pain.drl:29) already has this test; keep each threshold in one rule"),
                new Wrong(
                        "a finding met and ruled out",
                        ADVICE,
                        SEVERE,
                        "Findings( met( \"severe\" ), ruledOut( \"severe\" ) )",
                        SECOND,
                        "needs 'severe' both met and ruled out, so it can never fire"),
                new Wrong(
                        "a finding that does not exist",
                        ADVICE,
                        "met( \"severe\" )",
                        "met( \"sever\" )",
                        "met( \"sever\" )",
                        "the criterion or pattern 'sever' does not exist; did you mean 'severe'?"),
                new Wrong(
                        "a criterion that does not exist",
                        NERVE,
                        "met( \"numb\" )",
                        "met( \"dumb\" )",
                        "met( \"dumb\" )",
                        "the criterion 'dumb' does not exist; did you mean 'numb'?"),
                new Wrong(
                        "a pattern that reads a pattern",
                        NERVE,
                        "met( \"numb\" )",
                        "met( \"nerve\" )",
                        "met( \"nerve\" )",
                        "'nerve' is a pattern: patterns read criteria only"),
                new Wrong(
                        "an intervention that does not exist",
                        ADVICE,
                        SUPPORT,
                        "support( kcontext, \"injektion\" );",
                        "support( kcontext, \"injektion\" );",
                        "the intervention 'injektion' does not exist; did you mean 'injection'?"),
                new Wrong(
                        "a tag where an intervention belongs",
                        ADVICE,
                        SUPPORT,
                        "support( kcontext, \"procedure\" );",
                        "support( kcontext, \"procedure\" );",
                        "'procedure' is a tag; support names single interventions"),
                new Wrong(
                        "a target that does not exist",
                        ADVICE,
                        "contraindicate( kcontext, \"procedure\" )",
                        "contraindicate( kcontext, \"procedures\" )",
                        "contraindicate( kcontext, \"procedures\" )",
                        "the intervention or tag 'procedures' does not exist; did you mean 'procedure'?"),
                new Wrong(
                        "a check that does not exist",
                        ADVICE,
                        "\"blood-test\"",
                        "\"blood-tests\"",
                        "\"blood-tests\"",
                        "the check 'blood-tests' does not exist; did you mean 'blood-test'?"),
                new Wrong(
                        "a note that does not exist",
                        ADVICE,
                        "\"mind-the-shoes\"",
                        "\"mind-the-shoe\"",
                        "\"mind-the-shoe\"",
                        "the note 'mind-the-shoe' does not exist; did you mean 'mind-the-shoes'?"),
                new Wrong(
                        "a promotional claim as a caution",
                        ADVICE,
                        "\"mind-the-shoes\"",
                        "\"F-02\"",
                        "\"F-02\"",
                        "the note 'F-02' does not exist"),
                new Wrong(
                        "a stance that does not exist",
                        ADVICE,
                        "\"needle-or-not\"",
                        "\"needle-or-no\"",
                        "\"needle-or-no\"",
                        "the stance 'needle-or-no' does not exist; did you mean 'needle-or-not'?"),
                new Wrong(
                        "a red flag that does not exist",
                        ADVICE,
                        "redFlag( kcontext, \"nerve-loss\"",
                        "redFlag( kcontext, \"nerve-los\"",
                        "redFlag( kcontext, \"nerve-los\"",
                        "the red flag 'nerve-los' does not exist; did you mean 'nerve-loss'?"),
                new Wrong(
                        "an urgency that does not exist",
                        ADVICE,
                        "\"urgent\"",
                        "\"urgently\"",
                        "\"urgently\"",
                        "the urgency 'urgently' does not exist; did you mean 'urgent'?"),
                new Wrong(
                        "an urgency without an action",
                        ADVICE,
                        "\"urgent\"",
                        "\"emergency\"",
                        "\"emergency\"",
                        "the red flag 'nerve-loss' has no action for the urgency 'emergency' in knowledge/red-flags.yaml"),
                new Wrong(
                        "an exception for a red flag that does not exist",
                        ADVICE,
                        "allow( kcontext, \"nerve-loss\"",
                        "allow( kcontext, \"nerve\"",
                        "allow( kcontext, \"nerve\"",
                        "the red flag 'nerve' does not exist"),
                new Wrong(
                        "an obstacle that does not exist",
                        ADVICE,
                        "\"scores-contradict\"",
                        "\"score-contradict\"",
                        "\"score-contradict\"",
                        "the obstacle 'score-contradict' does not exist; did you mean 'scores-contradict'?"),
                new Wrong(
                        "a suggestion that rests on a blank",
                        ADVICE,
                        "met( \"lasting\" ) )",
                        "met( \"fast-signs\" ) )",
                        "rule \"A grown-up",
                        "a suggestion may not rest on 'pain.signs-pace', where a blank counts as an answer"),
                new Wrong(
                        "a suggestion that rests on a blank through a derived number",
                        ADVICE,
                        "met( \"lasting\" ) )",
                        "ruledOut( \"many-signs\" ) )",
                        "rule \"A grown-up",
                        "a suggestion may not rest on 'pain.signs-pace'"),
                new Wrong(
                        "a suggestion that rests on a blank, where it is ruled out",
                        ADVICE,
                        "ruledOut( \"several-signs\" )",
                        "ruledOut( \"fast-signs\" )",
                        "rule \"Lasting",
                        "a suggestion may not rest on 'pain.signs-pace'"),
                new Wrong(
                        "a suggestion that rests on a copy",
                        ADVICE,
                        "met( \"lasting\" ) )",
                        "met( \"surely-old\" ) )",
                        "rule \"A grown-up",
                        "'suggest' may not rest on the copy 'pain.weeks-or-new': only redFlag, obstacle, hold and caution may"),
                new Wrong(
                        "a suggestion that rests on a copy, where it is ruled out",
                        ADVICE,
                        "ruledOut( \"several-signs\" )",
                        "ruledOut( \"surely-old\" )",
                        "rule \"Lasting",
                        "'suggest' may not rest on the copy 'pain.weeks-or-new'"),
                new Wrong(
                        "a suggestion that rests on a copy through a pattern",
                        ADVICE,
                        "met( \"nerve\" )",
                        "met( \"surely-weak-or-numb\" )",
                        "rule \"Lasting",
                        "'suggest' may not rest on the copy 'pain.signs-or-none'"),
                new Wrong(
                        "a support that rests on a copy",
                        ADVICE,
                        "met( \"severe\" )",
                        "met( \"surely-old\" )",
                        SECOND,
                        "'support' may not rest on the copy 'pain.weeks-or-new'"),
                new Wrong(
                        "a contraindication that rests on a copy",
                        ADVICE,
                        "met( \"faints\" )",
                        "met( \"surely-leg\" )",
                        "rule \"No needle",
                        "'contraindicate' may not rest on the copy 'pain.site-or-back'"),
                new Wrong(
                        "an exception that rests on a copy",
                        ADVICE,
                        "ruledOut( \"many-signs\" )",
                        "ruledOut( \"surely-fast\" )",
                        "rule \"With few",
                        "'allow' may not rest on the copy 'pain.pace-or-slow'"),
                new Wrong(
                        "a stance that rests on a copy",
                        ADVICE,
                        "met( \"severe\" ) )\nthen\n    stance",
                        "met( \"surely-old\" ) )\nthen\n    stance",
                        "rule \"Severe pain: auth",
                        "'stance' may not rest on the copy 'pain.weeks-or-new'"));
    }

    @ParameterizedTest
    @MethodSource("meanings")
    void aRuleThatMeansNothingIsRefused(Wrong wrong) {
        wrong.isRefused();
    }

    @Test
    void rulesOutsideOfTheThreeFoldersAreNotLostWithoutAWord() {
        RulesFolder folder = SmallFolder.good().with("advise/more.drl", "package rules;");
        assertThat(SmallFolder.faults(folder))
                .containsExactly(
                        "advise/more.drl: rules stand in one of the folders [criteria, patterns, advice]: nothing would read this file");
    }

    @Test
    void onlyRulesBelongInTheFoldersOfRules() {
        RulesFolder folder =
                SmallFolder.good().with("criteria/more.yaml", SmallFolder.good().text(PATIENT));
        assertThat(SmallFolder.faults(folder))
                .containsExactly("criteria/more.yaml: only .drl files belong in criteria/");
    }

    @Test
    void anOldIdBelongsToOneRule() {
        RulesFolder folder =
                SmallFolder.with(ADVICE, "@id(\"needle-02\")", "@id(\"needle-02\") @formerly(\"needle-40\")");
        folder =
                SmallFolder.change(folder, ADVICE, "@id(\"needle-03\")", "@id(\"needle-03\") @formerly(\"needle-40\")");
        assertThat(SmallFolder.faults(folder))
                .containsExactly(
                        "advice/all.drl:41: '@formerly' names 'needle-40', which is said of advice/all.drl:29 too");
    }

    // ------------------------------------------------------------------ all of it at once

    @Test
    void everyFaultOfAFolderIsToldAtOnceByFileAndLine() {
        RulesFolder folder = SmallFolder.good();
        folder = SmallFolder.change(
                folder, ADVICE, "suggest( kcontext, \"injection\" );", "suggest( kcontext, \"injektion\" );");
        folder = SmallFolder.change(folder, ADVICE, "contraindicate( kcontext", "contrandicate( kcontext");
        folder = SmallFolder.change(folder, PATIENT, "package rules;", "package mine;");
        folder = SmallFolder.change(folder, PATIENT, "\"yes\"", "\"yess\"");
        folder = SmallFolder.change(folder, "knowledge/notes.yaml", "fact: F-01", "fact: F-02");
        folder = SmallFolder.change(folder, "knowledge/checks.yaml", "who:", "whom:");
        folder = SmallFolder.change(folder, QUESTIONS, "max: 120", "max: many");
        List<String> faults = SmallFolder.faults(folder);
        assertThat(faults)
                .containsExactly(
                        "advice/all.drl:26: the intervention 'injektion' does not exist; did you mean 'injection'?",
                        "advice/all.drl:50: 'contrandicate' is not a verb; did you mean 'contraindicate'?",
                        "criteria/patient.drl:1: the package should be 'rules', but is 'mine'",
                        "criteria/patient.drl:24: in 'patient.faints' the option 'yess' does not exist; did you mean 'yes'?",
                        "knowledge/checks.yaml:2: 'who' is missing",
                        "knowledge/checks.yaml:4: key 'whom' is not known here; did you mean 'who'?",
                        "knowledge/notes.yaml:2: 'F-02' is a promotional claim, so it can never be a note",
                        "questionnaire.yaml:9: a number needs 'unit', 'min' and 'max'",
                        "questionnaire.yaml:12: 'max' should be a number, but is 'many'");
    }

    // ------------------------------------------------------------------ what is allowed and not used

    static Stream<Wrong> unused() {
        return Stream.of(
                new Wrong(
                        "a criterion",
                        PATIENT,
                        "\nrule \"The patient is grown up\"",
                        "\nrule \"The patient is old\"\n    @criterion(\"old\")\n    @source(\"guide, Rules\")\n    @evidence(\"summary\")\n    @reviewed(\"2026-11-21\")\nwhen\n    Answers( number( \"patient.age\" ) >= 80 )\nthen\n    criterionMet( kcontext );\nend\n\nrule \"The patient is grown up\"",
                        "rule \"The patient is old",
                        "nothing reads the criterion 'old'"),
                new Wrong(
                        "a pattern",
                        ADVICE,
                        "met( \"nerve\" )",
                        "met( \"numb\" )",
                        "",
                        "nothing reads the pattern 'nerve'"),
                new Wrong(
                        "a question",
                        QUESTIONS,
                        "      - id: patient.faints",
                        "      - id: patient.name-length\n        text: \"How long is the name?\"\n        type: integer\n        unit: letters\n        min: 0\n        max: 99\n      - id: patient.faints",
                        "- id: patient.name-length",
                        "no rule reads 'patient.name-length': mark it record-only or remove it"),
                new Wrong(
                        "a question that is marked so and read",
                        QUESTIONS,
                        "        max: 120\n",
                        "        max: 120\n        record-only: true\n",
                        "- id: patient.age",
                        "'patient.age' is marked record-only, but something reads it"),
                new Wrong(
                        "a derived number",
                        QUESTIONS,
                        "derived:",
                        "derived:\n  - {id: pain.half, text: Half, per: pain, sum-of: {pain.worst: 0.5}}",
                        "pain.half",
                        "no rule reads 'pain.half'"),
                new Wrong(
                        "an option that is marked so and read",
                        QUESTIONS,
                        "{id: numb, text: \"Numb\"}",
                        "{id: numb, text: \"Numb\", record-only: true}",
                        "- id: pain.signs\n".strip(),
                        "the option 'numb' of 'pain.signs' is marked record-only, but something reads it"),
                new Wrong(
                        "a tag",
                        "knowledge/interventions.yaml",
                        "tags:",
                        "tags:\n  - {id: red, text: \"Red\"}",
                        "",
                        "nothing uses the tag 'red'"),
                new Wrong(
                        "a source",
                        "knowledge/sources.yaml",
                        "  - id: guide\n",
                        "  - {id: novel, kind: reference, title: \"A novel\", status: seen, reviewed: \"2026-11-21\", sections: [All]}\n  - id: guide\n",
                        "id: novel",
                        "nothing uses the source 'novel'"),
                new Wrong(
                        "a section",
                        "knowledge/sources.yaml",
                        "sections: [Rules,",
                        "sections: [Index, Rules,",
                        "id: guide",
                        "nothing uses the section 'Index' of 'guide'"),
                new Wrong(
                        "a fact",
                        "knowledge/documents.yaml",
                        "    facts:\n",
                        "    facts:\n      - {id: F-00, section: Risks, kind: risk, text: \"A risk.\"}\n",
                        "F-00",
                        "nothing uses the fact 'F-00'"),
                new Wrong(
                        "a check",
                        "knowledge/checks.yaml",
                        "checks:",
                        "checks:\n  - {id: x-ray, text: \"X-ray.\", who: \"A nurse\", source: \"guide, Tests\", evidence: summary}",
                        "x-ray",
                        "nothing uses the check 'x-ray'"),
                new Wrong(
                        "a note",
                        "knowledge/notes.yaml",
                        "notes:",
                        "notes:\n  - {id: idle, kind: limit, text: \"Idle.\", source: \"guide, Tests\", evidence: summary}",
                        "idle",
                        "nothing uses the note 'idle'"),
                new Wrong(
                        "a stance",
                        ADVICE,
                        "stance( kcontext, \"injection\", \"needle-or-not\" )",
                        "support( kcontext, \"exercise\" )",
                        "",
                        "nothing uses the stance 'needle-or-not'"));
    }

    @ParameterizedTest
    @MethodSource("unused")
    void whatNothingUsesIsAWarning(Wrong unused) {
        assertThat(SmallFolder.warnings(SmallFolder.with(unused.file(), unused.old(), unused.by())))
                .singleElement()
                .asString()
                .contains(unused.says());
    }

    @Test
    void anOptionThatNoRuleReadsIsAWarning() {
        RulesFolder folder = SmallFolder.change(
                SmallFolder.good(),
                PAIN,
                "count( \"pain.signs\" ) >= 2",
                "choices( \"pain.signs\" ) contains \"weak\"");
        folder = SmallFolder.change(
                folder,
                QUESTIONS,
                "{id: weak, text: \"Weak\"}",
                "{id: weak, text: \"Weak\"}\n          - {id: itchy, text: \"Itchy\"}");
        assertThat(SmallFolder.warnings(folder))
                .singleElement()
                .asString()
                .contains("the option 'itchy' of 'pain.signs' is not read by any rule: mark it record-only");
    }

    private static Wrong when(String name, String leftHandSide, String says) {
        String line = leftHandSide.lines().reduce((a, b) -> b).orElse(SECOND);
        return new Wrong(name, ADVICE, SEVERE, leftHandSide, says.startsWith("'when' contains") ? SECOND : line, says);
    }

    private static Wrong test(String name, String constraint, String says) {
        return new Wrong(name, PATIENT, ADULT, "Answers( " + constraint + " )", "Answers( " + constraint, says);
    }

    private static Wrong then(String name, String rightHandSide) {
        return then(name, rightHandSide, "'then' holds one call of a verb and nothing else");
    }

    private static Wrong then(String name, String rightHandSide, String says) {
        return new Wrong(name, ADVICE, SUPPORT, rightHandSide, rightHandSide.isEmpty() ? "then" : rightHandSide, says);
    }
}
