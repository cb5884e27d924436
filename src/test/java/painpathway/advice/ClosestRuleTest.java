package painpathway.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Verb;
import painpathway.vignette.Vignette;

/** Where nothing suggests an entry, the rule shown is the one a clinician would name, and so is its first line. */
class ClosestRuleTest {

    /** Vignette (as far as its name is needed), intervention, and the finding that has to be named first as lacking. */
    private static final String DECISIVE = """
            Back strain from lifting three weeks ago | facet-joint-injection | pain-12-weeks
            Back strain from lifting three weeks ago | epidural-steroid-injection | radicular-leg-pattern
            Back strain from lifting three weeks ago | cervical-epidural-steroid-injection | radicular-arm-pattern
            Back strain from lifting three weeks ago | percutaneous-laser-disc-decompression | radicular-leg-pattern
            Back strain from lifting three weeks ago | endoscopic-spine-procedure | radicular-leg-pattern
            Back strain from lifting three weeks ago | peripheral-nerve-block | nerve-injury-diagnosed
            Back strain from lifting three weeks ago | spinal-cord-stimulation | stimulation-pain
            Back strain from lifting three weeks ago | sympathetic-nerve-block | crps
            Back strain from lifting three weeks ago | intrathecal-drug-delivery | objective-diagnosis
            Back strain from lifting three weeks ago | percutaneous-spine-fusion | radicular-leg-pattern
            Back strain from lifting three weeks ago | kyphoplasty | fresh-fracture-imaged
            Back strain from lifting three weeks ago | vertebroplasty | fresh-fracture-imaged
            Back strain from lifting three weeks ago | image-guided-arthritis-treatment | joint-place
            Back strain from lifting three weeks ago | multidisciplinary-care | pain-12-weeks
            Back strain in the United Kingdom | epidural-steroid-injection | radicular-leg-pattern
            Neck strain three weeks ago | facet-joint-injection | pain-12-weeks
            Neck strain three weeks ago | kyphoplasty | back-place
            Neck strain three weeks ago | discography | site-low-back
            Lasting low back pain worse on twisting and bending back | radiofrequency-ablation | two-blocks-positive
            Lasting low back pain worse on twisting and bending back | epidural-steroid-injection | radicular-leg-pattern
            Lasting low back pain worse on twisting and bending back | discography | disc-pain-suspected
            Lasting low back pain worse on twisting and bending back | peripheral-nerve-block | nerve-injury-diagnosed
            Lasting low back pain worse on twisting and bending back | intrathecal-drug-delivery | objective-diagnosis
            Sciatica for 3 weeks: a week too early for an epidural in the United States | epidural-steroid-injection | pain-4-weeks
            Sciatica for 3 weeks: a week too early for an epidural in the United States | facet-joint-injection | facet-like-pain
            Sciatica for 3 weeks: a week too early for an epidural in the United States | percutaneous-spine-fusion | scan-slip-or-instability
            Sciatica with a contained bulge and an epidural that did not last | intrathecal-drug-delivery | objective-diagnosis
            Legs that ache on walking and ease on sitting, for 3 weeks | epidural-steroid-injection | pain-4-weeks
            Slip with claudication, average pain of 4 | percutaneous-spine-fusion | average-5-or-more
            Band-like pain with three nerve-type words and no compressed nerve | epidural-steroid-injection | scan-nerve-pressed
            Severe sciatica for 3 weeks with a narrow canal only | epidural-steroid-injection | scan-nerve-pressed
            Otherwise healthy, two test blocks with 90 percent relief | facet-joint-injection | radiofrequency-in-question
            60 percent from the first test, 49 from the second | facet-joint-injection | two-blocks-positive
            60 percent from the first test, 49 from the second | radiofrequency-ablation | every-block-50-or-more
            Burning leg pain 18 months after a disc operation | intrathecal-drug-delivery | opioid-50-mg
            Burning leg pain 18 months after a disc operation | kyphoplasty | back-place
            A back operation five months ago | spinal-cord-stimulation | spine-operation-6-months-ago
            Burning feet from diabetes are not nerve-root pain | epidural-steroid-injection | radicular-leg-pattern
            Burning feet from diabetes are not nerve-root pain | peripheral-nerve-block | nerve-injury-diagnosed
            Arthritic knee for 40 weeks despite exercise and medicine | epidural-steroid-injection | radicular-leg-pattern
            Arthritic knee for 40 weeks despite exercise and medicine | peripheral-nerve-block | nerve-injury-diagnosed
            Fibromyalgia, pain all over for two years | facet-joint-injection | facet-like-pain
            Carpal tunnel syndrome diagnosed by a doctor | peripheral-nerve-block | splint-failed
            A phantom foot: phantom pain is named | peripheral-nerve-block | pain-6-weeks
            Chest pain that has lasted 14 weeks after shingles | spinal-cord-stimulation | pain-26-weeks
            A shingles rash with an average pain of 3 | epidural-steroid-injection | average-4-or-more
            Cancer pain of 4 on average on 120 mg of morphine | intrathecal-drug-delivery | average-5-or-more
            Cancer under treatment, and belly pain that nobody puts down to it | intrathecal-drug-delivery | active-cancer-pain
            Fracture pain for thirteen weeks | kyphoplasty | fracture-pain-within-12-weeks
            A recent fracture in the neck | kyphoplasty | back-place
            A repeat in the United Kingdom, in the upper back | radiofrequency-ablation | facet-like-pain
            """;

    /** What only some patients have at all: named first only where the patient has it, or where nothing else is left to name. */
    private static final Set<String> OF_SOMEBODY_ELSE =
            Set.of("shingles-rash-now", "shingles-nerve-pain", "site-missing-limb", "active-cancer-pain");

    @Test
    void theFirstLineIsTheOneThatAClinicianWouldName() {
        List<String> wrong = new ArrayList<>();
        for (String pair : DECISIVE.lines().toList()) {
            String[] part = pair.split(" \\| ");
            Reason nearest = entry(vignette(part[0]), part[1]).reasons().get(0);
            Reason.Line first = nearest.because().get(0);
            if (nearest.truth() != Truth.NOT_MET || !first.finding().id().equals(part[2])) {
                wrong.add(pair + ": " + nearest.rule().id() + " "
                        + first.finding().id());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(DECISIVE.lines()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void lastingCareIsToldByWeeksAndCareTogether() {
        InterventionAdvice care = entry(vignette("Back strain from lifting three weeks ago"), "multidisciplinary-care");
        assertThat(care.reasons().get(0).because())
                .extracting(line -> line.finding().id())
                .containsExactly("pain-12-weeks", "care-6-weeks-tried");
        assertThat(care.reasons())
                .noneMatch(r -> r.because().stream()
                        .anyMatch(line -> line.finding().id().equals("active-cancer-pain")));
    }

    @Test
    void aPatternThatFailedShowsItsNearestWay() {
        Reason.Line pattern = entry(
                        vignette("Sciatica with a scan that explains nothing, United Kingdom policy"),
                        "percutaneous-laser-disc-decompression")
                .reasons()
                .get(0)
                .because()
                .get(0);
        assertThat(pattern.finding().id()).isEqualTo("disc-contained");
        Reason.Line root = entry(vignette("Neck strain three weeks ago"), "cervical-epidural-steroid-injection")
                .reasons()
                .get(0)
                .because()
                .get(0);
        // The place is right already, so the way that asks for pain in the arm is not the nearest.
        assertThat(root.because().get(0).because())
                .extracting(line -> line.finding().id())
                .containsExactly("spreads-to-forearm-or-hand", "scan-nerve-pressed");
        Reason.Line cancer = entry(
                        vignette("Cancer under treatment, and belly pain that nobody puts down to it"),
                        "intrathecal-drug-delivery")
                .reasons()
                .get(0)
                .because()
                .get(0);
        assertThat(cancer.because().get(0).because())
                .extracting(line -> line.finding().id())
                .containsExactly("cancer-pain-diagnosed");
    }

    @Test
    void noPatientIsToldFirstOfWhatOnlyOthersHave() {
        List<String> wrong = new ArrayList<>();
        int looked = 0;
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            for (InterventionAdvice entry :
                    ShippedRules.PLAIN.advise(vignette.assessment()).interventions()) {
                if (entry.underlying() != Verdict.NOT_INDICATED && entry.underlying() != Verdict.NEEDS_INFORMATION
                        || entry.reasons().isEmpty()) {
                    continue;
                }
                Reason nearest = entry.reasons().get(0);
                String first = nearest.because().get(0).finding().id();
                looked++;
                if (OF_SOMEBODY_ELSE.contains(first)
                        && !has(first, vignette, entry.pain())
                        && anotherWithout(first, vignette, entry)) {
                    wrong.add(vignette.name() + ": " + entry.intervention().id() + ", " + first);
                }
            }
        }
        assertThat(looked).isGreaterThan(10_000);
        assertThat(wrong).isEmpty();
    }

    @Test
    void oneRuleIsShownOrTwoThatComeJustAsNear() {
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            for (InterventionAdvice entry :
                    ShippedRules.PLAIN.advise(vignette.assessment()).interventions()) {
                if (entry.underlying() == Verdict.NOT_INDICATED) {
                    assertThat(entry.reasons()).as(vignette.name()).hasSizeLessThanOrEqualTo(2);
                    assertThat(entry.reasons().stream()
                                    .map(r -> r.because().size())
                                    .distinct())
                            .as(vignette.name())
                            .hasSizeLessThanOrEqualTo(1);
                }
            }
        }
    }

    @Test
    void theFullFormBeginsItsNearMissesWithTheOneShown() {
        for (Vignette vignette : ShippedRules.VIGNETTES.subList(0, 200)) {
            Explained explained = ShippedRules.PLAIN.explain(vignette.assessment());
            for (int i = 0; i < explained.explanations().size(); i++) {
                InterventionAdvice entry = explained.advice().interventions().get(i);
                if (entry.underlying() == Verdict.NOT_INDICATED) {
                    List<ClinicalRule> suggesting = explained.explanations().get(i).rules().stream()
                            .map(Reason::rule)
                            .filter(r -> r.verb() == Verb.SUGGEST)
                            .toList();
                    assertThat(suggesting.subList(0, entry.reasons().size()))
                            .as(vignette.name())
                            .isEqualTo(
                                    entry.reasons().stream().map(Reason::rule).toList());
                }
            }
        }
    }

    /** Whether a rule that does not ask for this could be shown instead. An open entry can only show what is open. */
    private static boolean anotherWithout(String finding, Vignette vignette, InterventionAdvice entry) {
        Truth truth = entry.reasons().get(0).truth();
        return ShippedRules.PLAIN.explain(vignette.assessment()).explanations().stream()
                .filter(e -> e.intervention() == entry.intervention() && e.pain() == entry.pain())
                .flatMap(e -> e.rules().stream())
                .filter(r -> r.rule().verb() == Verb.SUGGEST && r.truth() == truth)
                .anyMatch(r -> r.because().stream()
                        .noneMatch(line -> line.finding().id().equals(finding)));
    }

    /** Whether the answers say that the patient has it, as they were given. */
    private static boolean has(String finding, Vignette vignette, int pain) {
        Map<String, Answer> place = vignette.assessment().pains().get(pain);
        Answer cancer = vignette.assessment().patient().get("safety.cancer");
        return switch (finding) {
            case "site-missing-limb" -> new Answer.Choice("missing-limb-or-stump").equals(place.get("pain.site"));
            case "active-cancer-pain" ->
                cancer instanceof Answer.Choice choice && choice.option().startsWith("active");
            default ->
                place.get("pain.shingles") instanceof Answer.Choice choice
                                && !choice.option().equals("never")
                        || place.get("diagnosis.known") instanceof Answer.Choices known
                                && known.options().stream().anyMatch(o -> o.contains("shingles"));
        };
    }

    private static InterventionAdvice entry(Vignette vignette, String intervention) {
        return ShippedRules.PLAIN.advise(vignette.assessment()).interventions().stream()
                .filter(s -> s.pain() == 0 && s.intervention().id().equals(intervention))
                .findFirst()
                .orElseThrow();
    }

    private static Vignette vignette(String name) {
        List<Vignette> found = ShippedRules.VIGNETTES.stream()
                .filter(v -> v.name().startsWith(name))
                .collect(Collectors.toList());
        assertThat(found).as(name).isNotEmpty();
        return found.get(0);
    }
}
