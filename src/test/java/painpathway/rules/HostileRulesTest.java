package painpathway.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.KieServices;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import painpathway.SmallFolder;
import painpathway.folder.FaultyKnowledge;
import painpathway.folder.RulesFolder;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;

/** A rules folder cannot run code of its own: whatever tries is refused before Drools sees it. Public, so that rules could call it. */
public class HostileRulesTest {

    private static final String TOUCH = "painpathway.rules.HostileRulesTest.touch()";

    private static boolean touched;

    /** What hostile rules call. */
    public static boolean touch() {
        touched = true;
        return true;
    }

    @BeforeEach
    void untouched() {
        touched = false;
    }

    static Stream<Named<String>> hostileFiles() {
        String head =
                "package rules;\nimport painpathway.questionnaire.Answers;\nimport function painpathway.rules.RuleVerbs.criterionMet;\n";
        String annotations =
                "    @criterion(\"hostile\") @source(\"guide, Rules\") @evidence(\"summary\") @reviewed(\"2026-11-21\")\n";
        String when = "when\n    Answers( number( \"patient.age\" ) >= 21 )\n";
        String then = "then\n    criterionMet( kcontext );\nend\n";
        return Stream.of(
                Named.of(
                        "code in then",
                        head + "rule \"Hostile\"\n" + annotations + when + "then\n    " + TOUCH
                                + ";\n    criterionMet( kcontext );\nend\n"),
                Named.of(
                        "code after the verb",
                        head + "rule \"Hostile\"\n" + annotations + when + "then\n    criterionMet( kcontext ); "
                                + TOUCH + ";\nend\n"),
                Named.of(
                        "code as an argument",
                        head + "rule \"Hostile\"\n" + annotations + when + "then\n    criterionMet( " + TOUCH
                                + " ? kcontext : kcontext );\nend\n"),
                Named.of(
                        "code in a second then",
                        head + "rule \"Hostile\"\n" + annotations + when
                                + "then\n    criterionMet( kcontext );\nthen[ other ]\n    " + TOUCH + ";\nend\n"),
                Named.of(
                        "code in a constraint",
                        head + "rule \"Hostile\"\n" + annotations
                                + "when\n    Answers( number( \"patient.age\" ) >= 21, " + TOUCH + " )\n" + then),
                Named.of(
                        "code in an argument of a constraint",
                        head + "rule \"Hostile\"\n" + annotations + "when\n    Answers( number( " + TOUCH
                                + " ? \"patient.age\" : \"\" ) >= 21 )\n" + then),
                Named.of(
                        "code in eval",
                        head + "rule \"Hostile\"\n" + annotations
                                + "when\n    Answers( number( \"patient.age\" ) >= 21 )\n    eval( " + TOUCH + " )\n"
                                + then),
                Named.of(
                        "code in from",
                        head + "rule \"Hostile\"\n" + annotations
                                + "when\n    Answers( number( \"patient.age\" ) >= 21 ) from " + TOUCH + "\n" + then),
                Named.of(
                        "code in an attribute",
                        head + "rule \"Hostile\"\n" + annotations + "    salience ( " + TOUCH + " ? 1 : 0 )\n" + when
                                + then),
                Named.of(
                        "code in enabled",
                        head + "rule \"Hostile\"\n" + annotations + "    enabled ( " + TOUCH + " )\n" + when + then),
                Named.of(
                        "code in an annotation",
                        head + "rule \"Hostile\"\n" + annotations.replace("\"hostile\"", TOUCH) + when + then),
                Named.of(
                        "code in the text of an annotation",
                        head + "rule \"Hostile\"\n" + annotations.replace("hostile", "x\\\" + " + TOUCH + " + \\\"")
                                + when + then),
                Named.of(
                        "code in the name",
                        head + "rule \"Hostile\\\"); " + TOUCH + "; //\"\n" + annotations + when + then),
                Named.of(
                        "code in the name, by escapes of Java",
                        head + "rule \"Hostile \\u0022); " + TOUCH + "; //\"\n" + annotations + when + then),
                Named.of(
                        "code in a function",
                        head + "function boolean f() { return " + TOUCH + "; }\nrule \"Hostile\"\n" + annotations
                                + "when\n    Answers( f() )\n" + then),
                Named.of(
                        "an imported function",
                        head + "import function " + TOUCH.replace("()", "") + ";\nrule \"Hostile\"\n" + annotations
                                + "when\n    Answers( touch() )\n" + then),
                Named.of(
                        "code in a declared type",
                        head + "declare Hostile\n    x : boolean = " + TOUCH + "\nend\nrule \"Hostile\"\n" + annotations
                                + when + then),
                Named.of(
                        "code in accumulate",
                        head + "rule \"Hostile\"\n" + annotations + "when\n    accumulate( Answers(), init( " + TOUCH
                                + "; ) action( ) result( 1 ) )\n" + then),
                Named.of(
                        "code in a query",
                        head + "query q( boolean b )\n    eval( " + TOUCH + " )\nend\nrule \"Hostile\"\n" + annotations
                                + when + then),
                Named.of(
                        "another fact",
                        head.replace("painpathway.questionnaire.Answers", "java.lang.Object") + "rule \"Hostile\"\n"
                                + annotations + "when\n    Object( " + TOUCH + " )\n" + then));
    }

    @ParameterizedTest
    @MethodSource("hostileFiles")
    void codeIsRefusedBeforeAnythingIsCompiled(String drl) {
        RulesFolder folder = SmallFolder.good().with("criteria/hostile.drl", drl);
        assertThatThrownBy(() -> RuleBook.load(folder))
                .isInstanceOf(FaultyKnowledge.class)
                .hasMessageContaining("criteria/hostile.drl:");
        assertThat(touched).isFalse();
    }

    @Test
    void codeInAFileOfAnotherNameIsRefusedToo() {
        RulesFolder folder = SmallFolder.good()
                .with("criteria/hostile.txt", "package rules;\nfunction boolean f() { return " + TOUCH + "; }");
        assertThatThrownBy(() -> RuleBook.load(folder))
                .isInstanceOf(FaultyKnowledge.class)
                .hasMessageContaining("criteria/hostile.txt:");
    }

    /** Without the reader, Drools would run such code: otherwise the tests above would show nothing. */
    @Test
    void droolsAloneWouldRunIt() {
        String drl = "package rules;\nimport painpathway.questionnaire.Answers;\nrule \"Hostile\" when Answers() then "
                + TOUCH + "; end";
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
        builder.add(
                KieServices.get().getResources().newByteArrayResource(drl.getBytes(StandardCharsets.UTF_8), "UTF-8"),
                ResourceType.DRL);
        assertThat(builder.getErrors()).isEmpty();
        var session = builder.newKieBase().newKieSession();
        try {
            session.insert(someone(RuleBook.load(SmallFolder.good())));
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        assertThat(touched).isTrue();
    }

    /** The names of rules travel to Drools as bytes and come back as texts, whatever the machine's own character set is. */
    @Test
    void aNameInAnyScriptComesBackFromDrools() throws Exception {
        Process child = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Dfile.encoding=US-ASCII",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(child.waitFor()).as(said).isZero();
    }

    /** Runs the small folder with a rule whose name is not ASCII. */
    static final class Child {
        public static void main(String[] arguments) {
            RuleEngine engine = RuleEngine.compile(RuleBook.load(SmallFolder.with(
                    "criteria/patient.drl", "The patient is grown up", "Age \u2265 18, gr\u00f6wn up")));
            engine.run(someone(engine.book()), "us");
        }
    }

    private static Answers someone(RuleBook book) {
        Assessment assessment = new Assessment("us", Map.of("patient.age", new Answer.Amount(40)), List.of(Map.of()));
        return Answers.of(book.questionnaire(), assessment).get(0);
    }
}
