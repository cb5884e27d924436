package painpathway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.Criteria;
import painpathway.rules.Findings;

/** Who may use whom, and what stays out of which package. */
class ArchitectureTest {

    private static final String ROOT = "painpathway";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final List<String> CORE = List.of(
            "folder",
            "questionnaire",
            "knowledge",
            "rules",
            "advice",
            "vignette",
            "logic",
            "nextquestion",
            "counterfactual",
            "pathway",
            "audit");

    /** Package to the packages that its {@code package-info} lets it use beside itself. */
    private static final Map<String, List<String>> MAY_USE = mayUse();

    static Set<String> packages() {
        return MAY_USE.keySet();
    }

    @Test
    void everyPackageSaysWhatItIsAndNamesOnlyPackagesThatExist() {
        assertThat(MAY_USE.keySet())
                .containsExactlyInAnyOrderElementsOf(MAIN.stream()
                        .map(ArchitectureTest::feature)
                        .filter(p -> !p.isEmpty())
                        .collect(Collectors.toSet()));
        assertThat(MAY_USE.keySet()).containsAll(CORE);
        MAY_USE.forEach((name, others) -> assertThat(MAY_USE.keySet()).as(name).containsAll(others));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyWhatItMay(String name) {
        Set<String> used = MAIN.stream()
                .filter(type -> feature(type).equals(name))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(d -> d.getTargetClass().getBaseComponentType())
                .filter(type -> type.getPackageName().startsWith(ROOT + "."))
                .map(ArchitectureTest::feature)
                .filter(other -> !other.equals(name))
                .collect(Collectors.toSet());
        assertThat(used).isSubsetOf(MAY_USE.get(name));
    }

    @Test
    void noPackageUsesItselfByWayOfOthers() {
        for (String start : MAY_USE.keySet()) {
            Set<String> reached = new HashSet<>();
            Deque<String> open = new ArrayDeque<>(MAY_USE.get(start));
            while (!open.isEmpty()) {
                String next = open.pop();
                if (reached.add(next)) {
                    open.addAll(MAY_USE.get(next));
                }
            }
            assertThat(reached).as(start).doesNotContain(start);
        }
    }

    @Test
    void nothingUsesTheClassesThatStartTheProgram() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(MAIN);
    }

    @Test
    void theCoreKnowsNoWebNoDatabaseNoFormatOfAClient() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        CORE.stream().map(p -> ROOT + "." + p + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.servlet..",
                        "jakarta.persistence..",
                        "java.sql..",
                        "javax.sql..",
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.jdbc..",
                        "org.springframework.data..",
                        "org.springframework.ui..",
                        "org.thymeleaf..",
                        "com.fasterxml..",
                        "ca.uhn..",
                        "org.hl7..")
                .check(MAIN);
    }

    @Test
    void onlyTheRecordsKnowTheDatabaseAndTheyKnowNoClient() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".records..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "org.springframework.jdbc..",
                        "org.springframework.transaction..",
                        "org.flywaydb..",
                        "org.h2..",
                        "org.postgresql..")
                .check(MAIN);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".records..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.servlet..",
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.ui..",
                        "org.thymeleaf..",
                        "tools.jackson..")
                .check(MAIN);
    }

    /** They show what one advice was made from; two evaluations of the same answers only cost time. */
    @Test
    void pagesAndDocumentsEvaluateNoAnswersOfTheirOwn() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".web..", ROOT + ".handover..")
                .should()
                .callMethod(Answers.class, "of", Questionnaire.class, Assessment.class)
                .check(MAIN);
    }

    @Test
    void nothingOutsideTheRecordsOpensTheirStore() {
        classes()
                .that()
                .haveNameMatching("painpathway\\.records\\.(Store|DraftHistory)(\\$.*)?")
                .should()
                .notBePublic()
                .check(MAIN);
    }

    @Test
    void onlyWhatReadsOrWritesJsonKnowsJackson() {
        // The audit is a command too, and its report can be asked for as JSON.
        noClasses()
                .that()
                .resideInAnyPackage(CORE.stream()
                        .filter(p -> !p.equals("audit"))
                        .map(p -> ROOT + "." + p + "..")
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .check(MAIN);
    }

    @Test
    void onlyTheRulesKnowDrools() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".rules..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie..")
                .check(MAIN);
    }

    @Test
    void onlyTheHandOverMakesPdf() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".handover..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.openhtmltopdf..", "org.apache.pdfbox..")
                .check(MAIN);
    }

    @Test
    void onlyTheMapKnowsItsLayoutLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".web.map..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.elk..", "org.eclipse.emf..", "com.google.common..")
                .check(MAIN);
    }

    @Test
    void onlyTheTwoReadersOfRuleFilesKnowTheParser() {
        noClasses()
                .that()
                .haveNameNotMatching("painpathway\\.rules\\.(DrlFile|RuleReader)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.drools.drl..")
                .check(MAIN);
    }

    @Test
    void factsAreImmutable() {
        for (Class<?> fact : List.of(Answers.class, Assessment.class, Criteria.class, Findings.class)) {
            JavaClass type = MAIN.get(fact);
            assertThat(type.getModifiers()).as(fact.getName()).contains(JavaModifier.FINAL);
            assertThat(type.getAllFields()).as(fact.getName()).allMatch(ArchitectureTest::isFinal);
        }
    }

    @Test
    void recordsHoldNothingThatCanBeSet() {
        classes().that().areRecords().should().haveOnlyFinalFields().check(MAIN);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager)(\\$.*)?")
                .check(MAIN);
    }

    @Test
    void everyLineOfCodeIsWrittenOut() {
        noClasses().should().dependOnClassesThat().resideInAPackage("lombok..").check(MAIN);
    }

    private static boolean isFinal(JavaField field) {
        return field.getModifiers().contains(JavaModifier.FINAL);
    }

    /** The package of a type without the name that all of them begin with; empty for the package that starts the program. */
    private static String feature(JavaClass type) {
        return type.getPackageName().equals(ROOT) ? "" : type.getPackageName().substring(ROOT.length() + 1);
    }

    private static Map<String, List<String>> mayUse() {
        Path sources = Path.of("src/main/java", ROOT);
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(f -> f.endsWith("package-info.java"))
                    .filter(f -> !f.getParent().equals(sources))
                    .collect(Collectors.toMap(
                            f -> sources.relativize(f.getParent()).toString().replace('/', '.'),
                            ArchitectureTest::named));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> named(Path file) {
        try {
            Matcher line = Pattern.compile("<p>May use: (.*)\\.")
                    .matcher(Files.readString(file).replaceAll("\n \\*", ""));
            assertThat(line.find()).as(file + " says what the package may use").isTrue();
            return line.group(1).equals("nothing else")
                    ? List.of()
                    : List.of(line.group(1).split(",\\s*"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
