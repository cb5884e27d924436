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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.rules.Criteria;
import painpathway.rules.Findings;

/** Who may use whom, and what stays out of which package. */
class ArchitectureTest {

    private static final String ROOT = "painpathway";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final List<String> CORE =
            List.of("folder", "questionnaire", "knowledge", "rules", "advice", "logic", "pathway", "audit");
    private static final List<String> ADAPTERS = List.of("records", "handover", "api", "fhir", "cdshooks", "cohort");

    /** Package to the packages that it may use beside itself. One that is not in the list has to be thought about first. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("folder", List.of()),
            Map.entry("questionnaire", List.of("folder")),
            Map.entry("knowledge", List.of("folder")),
            Map.entry("rules", List.of("folder", "questionnaire", "knowledge")),
            Map.entry("advice", List.of("folder", "questionnaire", "knowledge", "rules")),
            Map.entry("logic", List.of("folder", "questionnaire", "knowledge", "rules", "advice")),
            Map.entry("pathway", List.of("folder", "questionnaire", "knowledge", "rules", "advice", "logic")),
            Map.entry("audit", List.of("folder", "questionnaire", "knowledge", "rules", "advice", "logic", "pathway")),
            Map.entry("records", CORE),
            Map.entry("handover", CORE),
            Map.entry("api", CORE),
            Map.entry("fhir", CORE),
            Map.entry("cdshooks", CORE),
            Map.entry("cohort", CORE),
            Map.entry("web", Stream.concat(CORE.stream(), ADAPTERS.stream()).toList()));

    static Set<String> packages() {
        return MAY_USE.keySet();
    }

    @Test
    void everyPackageHasItsPlace() {
        assertThat(MAIN.stream()
                        .map(JavaClass::getPackageName)
                        .filter(p -> !p.equals(ROOT))
                        .map(ArchitectureTest::feature)
                        .distinct())
                .isSubsetOf(MAY_USE.keySet());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyWhatItMay(String name) {
        List<String> wrong = new ArrayList<>();
        for (JavaClass type : MAIN) {
            if (type.getPackageName().equals(ROOT)
                    || !feature(type.getPackageName()).equals(name)) {
                continue;
            }
            type.getDirectDependenciesFromSelf().stream()
                    .filter(d -> d.getTargetClass().getPackageName().startsWith(ROOT + "."))
                    .filter(d -> !feature(d.getTargetClass().getPackageName()).equals(name))
                    .filter(d -> !MAY_USE.get(name)
                            .contains(feature(d.getTargetClass().getPackageName())))
                    .forEach(d -> wrong.add(d.getDescription()));
        }
        assertThat(wrong).isEmpty();
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

    @Test
    void nothingOutsideTheRecordsOpensTheirStore() {
        classes()
                .that()
                .haveNameMatching("painpathway\\.records\\.(Store|Log)(\\$.*)?")
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
    void onlyTheRuleReaderKnowsTheParser() {
        noClasses()
                .that()
                .haveNameNotMatching("painpathway\\.rules\\.RuleReader(\\$.*)?")
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

    private static String feature(String packageName) {
        String below = packageName.substring(ROOT.length() + 1);
        return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
    }
}
