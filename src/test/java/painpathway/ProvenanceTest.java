package painpathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import painpathway.folder.RulesFolder;
import painpathway.knowledge.Evidence;
import painpathway.knowledge.Source;
import painpathway.rules.ClinicalRule;
import painpathway.rules.RuleBook;

/** What the shipped folder says about where its knowledge comes from. */
class ProvenanceTest {

    private static final RuleBook BOOK = RuleBook.load(RulesFolder.at(Path.of("rules")));
    private static final Map<String, Source> SOURCES =
            BOOK.catalogue().sources().stream().collect(Collectors.toMap(Source::id, Function.identity()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nice-ng12 | seen | back and bone cancers",
                "physiopedia-red-flags | seen | single red flags",
                "nice-ng158 | seen | deep vein thrombosis",
                "evicore-cmm-200-summary | summary | imaging",
                "cauda-equina-emergency-review | seen | red flags",
                "cord-sensory-level-series | seen | abstract",
                "osteoporosis-ages-restated | seen | whom to assess",
                "sir-2019 | seen | high-risk procedures",
                "nice-ng156 | seen | symptomatic and known aneurysms",
                "idsa-2015 | seen | when to suspect",
                "llr-carpal-tunnel | seen | urgent referral",
                "nice-ng59-medicines | seen | medicines for sciatica",
                "haematoma-after-block-series | seen | abstract",
                "retroperitoneal-haematoma-case | seen | case",
                "bsr-hot-swollen-joint | seen | assessment",
                "bsr-gca-2020 | seen | symptoms and referral",
                "nice-cg150 | seen | danger signs",
                "nice-trigeminal-restated | seen | first medicine and referral",
                "harrisons-lumbar-roots | seen | lumbar roots",
                "makindo-roots | seen | cervical roots",
                "l39455-summary | summary | indications",
                "uptodate-occipital | seen | occipital nerve block",
                "nantes-criteria | seen | criteria",
                "best-practice-cauda-equina | seen | key recommendations"
            })
    void theSourcesOfTheSecondPartOfTheCriteriaAreThere(String id, String status, String section) {
        assertThat(SOURCES).containsKey(id);
        assertThat(SOURCES.get(id).status().word()).isEqualTo(status);
        assertThat(SOURCES.get(id).sections()).contains(section);
    }

    @Test
    void theReadingsOfTheSecondPartOfTheCriteriaAreThere() {
        assertThat(SOURCES.get("house-reading").sections())
                .contains(
                        "serious illness without known cancer",
                        "blood clot in the leg",
                        "age of the scan",
                        "roots above knee and elbow, and facet pain",
                        "both legs at once and new numbness",
                        "fracture",
                        "blood thinners and INR",
                        "known aneurysm",
                        "fever that is over",
                        "weakness of one known nerve, old weakness",
                        "stimulator and operable causes",
                        "new pain after a procedure, and bleeding",
                        "antibiotics, hot and replaced joints",
                        "shooting or stabbing",
                        "head and face",
                        "places outside the five documents",
                        "open questions decided",
                        "the patient's sheet",
                        "causes");
    }

    @Test
    void anAddressIsAWebPage() {
        addressed().forEach(s -> {
            URI address = URI.create(s.address());
            assertThat(address.getScheme()).as(s.id()).isIn("https", "http");
            assertThat(address.getHost()).as(s.id()).contains(".");
            if (address.getHost().endsWith("doi.org")) {
                assertThat(s.address()).as(s.id()).matches("https://doi\\.org/10\\.\\d{4,9}/\\S+");
            }
        });
    }

    /** An author who renames a place where it was read into an address would send a reader to a copy. */
    @Test
    void whereItWasReadIsNoAddress() {
        addressed()
                .filter(s -> s.via() != null)
                .forEach(s -> assertThat(s.via())
                        .as(s.id())
                        .doesNotContain(URI.create(s.address()).getHost()));
    }

    @Test
    void aWorkThatNeedsALicenceHasNoLinkButItsPublishers() {
        assertThat(BOOK.catalogue().sources())
                .filteredOn(s -> Stream.of(s.title(), s.publisher(), s.via())
                        .filter(Objects::nonNull)
                        .anyMatch(t -> t.contains("UpToDate")
                                || t.contains("Harrison")
                                || t.contains("Best Practice")
                                || t.contains("EBM Guidelines")))
                .hasSize(7)
                .allSatisfy(s -> {
                    assertThat(String.valueOf(s.via())).doesNotContain("/");
                    assertThat(s.address() == null
                                    || s.address().startsWith("https://bestpractice.bmj.com/")
                                    || s.address().startsWith("https://doi.org/"))
                            .as(s.id())
                            .isTrue();
                });
    }

    @Test
    void notesOfStudentsAndWikisAreFurtherReading() {
        assertThat(BOOK.catalogue().sources())
                .filteredOn(s -> s.kind() == Source.Kind.FURTHER_READING)
                .extracting(Source::id)
                .containsExactlyInAnyOrder(
                        "dn4-interview", "physiopedia-red-flags", "makindo-roots", "nice-trigeminal-restated");
    }

    @Test
    void aThresholdNeverRestsOnFurtherReading() {
        List<ClinicalRule> resting = BOOK.rules().stream()
                .filter(r -> r.citation().source().kind() == Source.Kind.FURTHER_READING)
                .toList();
        assertThat(resting).extracting(ClinicalRule::evidence).containsOnly(Evidence.OURS);
    }

    private static Stream<Source> addressed() {
        Collection<Source> sources = BOOK.catalogue().sources();
        return sources.stream().filter(s -> s.address() != null);
    }
}
