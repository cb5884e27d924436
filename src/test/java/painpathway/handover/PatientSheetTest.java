package painpathway.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;
import painpathway.Readability;
import painpathway.ShippedRules;
import painpathway.advice.Advice;
import painpathway.advice.Verdict;
import painpathway.knowledge.PatientWording;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.vignette.SamplePatients;
import painpathway.vignette.Vignette;
import painpathway.web.Messages;
import painpathway.web.advice.AdviceView;
import painpathway.web.form.AdvisedAnswers;
import painpathway.web.form.BoundForm;

/** The sheet that patients take home: a twelve-year-old can read it, it frightens nobody and promises nothing. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class PatientSheetTest {

    /** School grade of the formula; a child of twelve goes to grade 6 or 7. */
    private static final double GRADE = 6.5;

    private static final int EVERY = Integer.getInteger("sheet.every", 23);

    private static final PatientWording PLAIN = ShippedRules.BOOK.catalogue().plain();

    /** Messages of verdicts, and words that frighten. Looked for as beginnings of words. */
    private static final List<String> ALARMING = List.of(
            "emergenc",
            "contraindicat",
            "indicat",
            "candidate",
            "withheld",
            "verdict",
            "red flag",
            "warning",
            "danger",
            "risk",
            "cancer",
            "tumour",
            "tumor",
            "malignan",
            "paraly",
            "death",
            "die",
            "dead",
            "fatal",
            "fail",
            "severe",
            "serious",
            "suspect",
            "suspici",
            "reject",
            "refus",
            "unsuitable",
            "abnormal",
            "damage",
            "crippl",
            "alarm",
            "urgent",
            "critical",
            "threat",
            "terrible",
            "unbearable");

    private static final List<String> PROMISES = List.of(
            "cure",
            "will help",
            "will ease",
            "will work",
            "will get better",
            "will feel better",
            "will go away",
            "guarantee",
            "pain-free",
            "painless",
            "safe",
            "harmless",
            "no side effect",
            "always",
            "never",
            "sure to",
            "certain",
            "promise",
            "best treatment");
    private static final List<String> LEAVING_OUT = List.of(
            "stop",
            "come off",
            "give up",
            "leave out",
            "skip",
            "pause",
            "quit",
            "do not take",
            "don't take",
            "cut down",
            "less of your",
            "lower your dose",
            "reduce",
            "miss a",
            "without your",
            "hold your");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PaperRenderer paper;

    @Autowired
    private Pdf pdf;

    @Autowired
    private MessageSource messages;

    @Test
    void theFormulaIsTheOnePublished() {
        // Kincaid and others, 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59.
        assertThat(Readability.grade("The cat sat on the mat.")).isBetween(-1.46, -1.44);
        assertThat(Readability.grade("Interventional procedures require multidisciplinary consideration."))
                .isGreaterThan(20);
        assertThat(List.of(
                                "a",
                                "nerve",
                                "doctor",
                                "medicine",
                                "injection",
                                "hospital",
                                "needed",
                                "called",
                                "pulses",
                                "table",
                                "area",
                                "operation",
                                "bladder",
                                "ambulance",
                                "exercises",
                                "device",
                                "clearly",
                                "treatment",
                                "placed",
                                "idea")
                        .stream()
                        .map(Readability::syllables)
                        .toList())
                .containsExactly(1, 1, 2, 3, 3, 3, 2, 1, 2, 2, 3, 4, 2, 3, 4, 2, 2, 2, 1, 3);
    }

    @Test
    void everyTextOfTheRulesFolderIsPlain() {
        TreeMap<Double, String> hardest = new TreeMap<>();
        List<String> texts = PLAIN.texts().stream()
                .filter(t -> t.endsWith(".") || t.endsWith("?"))
                .toList();
        texts.forEach(t -> hardest.put(Readability.grade(t), t));
        System.out.println("texts: " + texts.size() + ", hardest "
                + hardest.descendingMap().entrySet().stream().limit(6).toList());
        assertThat(hardest.tailMap(GRADE, false)).isEmpty();
    }

    @Test
    void everySheetThatAVignetteGivesIsPlain() {
        double highest = 0;
        double sum = 0;
        List<String> wrong = new ArrayList<>();
        Set<PatientSheet> seen = new HashSet<>();
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            if (!seen.add(sheet(vignette))) {
                continue;
            }
            String text = text(html(vignette.assessment()));
            double grade = Readability.grade(text);
            highest = Math.max(highest, grade);
            sum += grade;
            if (grade > GRADE) {
                wrong.add(grade + " " + vignette.name());
            }
            wrong.addAll(found(
                    withoutWhatHasToBeSaid(text.replaceAll("\\(In letters: [^)]*\\)", " ")),
                    ALARMING,
                    vignette.name()));
            wrong.addAll(found(text, PROMISES, vignette.name()));
            wrong.addAll(found(text, LEAVING_OUT, vignette.name()));
        }
        System.out.printf(
                "sheets: %d different ones of %d vignettes, grade %.2f on average, %.2f at most%n",
                seen.size(), ShippedRules.VIGNETTES.size(), sum / seen.size(), highest);
        assertThat(wrong).isEmpty();
    }

    @Test
    void noTextAlarmsPromisesOrSpeaksOfLeavingMedicineOut() {
        List<String> wrong = new ArrayList<>();
        PLAIN.texts().forEach(t -> {
            wrong.addAll(found(withoutWhatHasToBeSaid(t), ALARMING, t));
            wrong.addAll(found(t, PROMISES, t));
            wrong.addAll(found(t, LEAVING_OUT, t));
        });
        assertThat(wrong).isEmpty();
        assertThat(found("It will help. You may stop taking it.", PROMISES, "a"))
                .hasSize(1);
        assertThat(found("It will help. You may stop taking it.", LEAVING_OUT, "a"))
                .hasSize(1);
        assertThat(found("Contraindicated!", ALARMING, "a")).hasSize(1);
        assertThat(found(withoutWhatHasToBeSaid("Risks to ask about: Your cancer is a risk."), ALARMING, "a"))
                .hasSize(2);
    }

    @Test
    void everyUrgencyHasItsWords() {
        assertThat(PatientWording.URGENCIES)
                .containsExactlyInAnyOrder(
                        Arrays.stream(Urgency.values()).map(Urgency::word).toArray(String[]::new));
        assertThat(PLAIN.outcomes()).containsOnlyKeys(PatientWording.URGENCIES);
    }

    @Test
    void speaksOfWhatComesIntoQuestionAndOfNothingElse() {
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            Advice advice = ShippedRules.PLAIN.advise(vignette.assessment());
            PatientSheet sheet = sheet(vignette);
            Set<String> shown = new TreeSet<>();
            advice.interventions().stream()
                    .filter(s -> Set.of(Verdict.CANDIDATE, Verdict.CONDITIONAL, Verdict.PROVISIONAL)
                            .contains(s.verdict()))
                    .forEach(s -> shown.add(s.intervention().name()));
            assertThat(sheet.options().stream().map(SheetOption::letters))
                    .as(vignette.name())
                    .containsExactlyInAnyOrderElementsOf(shown);
            boolean atOnce = advice.urgency() == Urgency.EMERGENCY || advice.urgency() == Urgency.URGENT;
            assertThat(sheet.instruction().isEmpty()).as(vignette.name()).isNotEqualTo(atOnce);
            if (advice.urgency() == Urgency.EMERGENCY) {
                assertThat(sheet.options()).as(vignette.name()).isEmpty();
            }
            assertThat(sheet.help().size()).as(vignette.name()).isBetween(6, 9);
        }
    }

    @Test
    void whereSomethingIsPressingTheSheetBeginsWithOneInstruction() {
        Set<String> instructions = new TreeSet<>();
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            Advice advice = ShippedRules.PLAIN.advise(vignette.assessment());
            PatientSheet sheet = sheet(vignette);
            String all = sheet.toString();
            if (sheet.instruction().isEmpty()) {
                assertThat(sheet.opening()).isEqualTo(PLAIN.opening());
                assertThat(sheet.questions()).isEqualTo(PLAIN.questions());
                continue;
            }
            instructions.add(advice.urgency().word() + ": " + sheet.instruction());
            assertThat(all).as(vignette.name()).doesNotContain("Nothing has been decided", "What if we wait");
            assertThat(sheet.take()).as(vignette.name()).isNotEmpty();
            if (advice.urgency() == Urgency.EMERGENCY) {
                assertThat(sheet.now())
                        .as(vignette.name())
                        .noneMatch(n -> n.startsWith("Go to a hospital") || n.startsWith("Call an ambulance"));
                boolean ambulance = advice.redFlags().stream()
                        .filter(f -> f.urgency() == Urgency.EMERGENCY)
                        .anyMatch(f -> Set.of("vascular", "visceral", "dangerous-headache")
                                .contains(f.flag().id()));
                assertThat(sheet.instruction().startsWith("Call an ambulance"))
                        .as(vignette.name())
                        .isEqualTo(ambulance);
            }
        }
        System.out.println(String.join("\n", instructions));
        assertThat(instructions).hasSizeGreaterThan(8);
    }

    @Test
    void speaksOfNewPainOnlyWhereEveryPlaceHurtsForLessThanSixWeeks() {
        String line = PLAIN.treatments().get("conservative-care").ifNew();
        int said = 0;
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            boolean isNew = vignette.assessment().pains().stream()
                    .allMatch(p -> p.get("pain.weeks") instanceof Answer.Amount weeks && weeks.value() < 6);
            boolean says = sheet(vignette).toString().contains(line);
            assertThat(says && !isNew).as(vignette.name()).isFalse();
            said += says ? 1 : 0;
        }
        assertThat(said).isPositive();
    }

    /** Every so many vignettes, and all with more than four treatments: laying them all out takes long. */
    @Test
    void fitsOnOnePage() {
        List<String> wrong = new ArrayList<>();
        TreeMap<String, Integer> sizes = new TreeMap<>();
        for (int i = 0; i < ShippedRules.VIGNETTES.size(); i++) {
            Vignette vignette = ShippedRules.VIGNETTES.get(i);
            if (i % EVERY == 0 || sheet(vignette).options().size() > 4) {
                String html = html(vignette.assessment());
                sizes.merge(html.replaceAll("(?s).*class=\"sheet l-(\\w+).*", "$1"), 1, Integer::sum);
                if (pdf.pages(html) != 1) {
                    wrong.add(sheet(vignette).options().size() + " treatments: " + vignette.name());
                }
            }
        }
        System.out.println("sheets by size of letters: " + sizes);
        assertThat(wrong).isEmpty();
    }

    /** Nine lines say what sixteen said: merging them must not lose a sign. */
    @Test
    void keepsEveryWarningSign() {
        String help = PLAIN.signs().values().stream()
                .map(PatientWording.Sign::help)
                .filter(h -> h != null)
                .reduce("", (a, b) -> a + " " + b)
                .toLowerCase(Locale.ROOT);
        assertThat(help)
                .contains(
                        "bladder",
                        "bowels",
                        "numb between your legs",
                        "lie flat",
                        "weaker",
                        "numb",
                        "unsteady",
                        "fever",
                        "shivers",
                        "clumsy",
                        "fall",
                        "walking",
                        "tearing",
                        "cold",
                        "pale",
                        "chest",
                        "blue",
                        "sore",
                        "treatment on your back",
                        "joint gets hot",
                        "losing weight",
                        "more and more ill",
                        "leg swells",
                        "short of breath",
                        "blood thinner",
                        "belly",
                        "head hurts",
                        "see or speak");
    }

    @Test
    void everyTreatmentHasItsRisksToAskAbout() {
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            PatientSheet sheet = sheet(vignette);
            assertThat(sheet.options())
                    .as(vignette.name())
                    .allSatisfy(option -> assertThat(PLAIN.treatments().values())
                            .anyMatch(t -> t.name().equals(option.name())
                                    && List.of(t.risks(), t.risksAgain()).contains(option.risks())));
        }
        assertThat(PLAIN.treatments().get("facet-joint-injection").risks())
                .contains("blood sugar", "Infections, bleeding and allergies are rare");
        assertThat(PLAIN.treatments().get("kyphoplasty").risks())
                .isEqualTo(PLAIN.treatments().get("vertebroplasty").risks())
                .contains("That does not mean there are none.");
    }

    @Test
    void speaksOfCancerOnlyToThoseWhoHadIt() {
        String line = PLAIN.signs().get("metastatic-cord-compression").help();
        int shown = 0;
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            boolean had = vignette.assessment().patient().get("safety.cancer") instanceof Answer.Choice choice
                    && !choice.option().equals("never");
            assertThat(sheet(vignette).help().contains(line))
                    .as(vignette.name())
                    .isEqualTo(had);
            shown += had ? 1 : 0;
        }
        assertThat(shown).isBetween(10, ShippedRules.VIGNETTES.size() / 2);
    }

    @Test
    void isServedAsPageAndAsDocument() throws Exception {
        String sample = SamplePatients.load(ShippedRules.BOOK).get(0).vignette();
        String at = mvc.perform(post("/intakes").param("sample", sample))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        String id = at.substring(0, at.indexOf('?'));
        String page = mvc.perform(get(id + "/patient-sheet"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String treatment = PLAIN.treatments().get("facet-joint-injection").is();
        String risks = PLAIN.treatments().get("facet-joint-injection").risks();
        assertThat(HtmlUtils.htmlUnescape(page))
                .contains(treatment, risks, "Risks to ask about", PLAIN.medicines())
                .doesNotContain("<script");
        byte[] file = mvc.perform(get(id + "/patient-sheet.pdf"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (PDDocument read = Loader.loadPDF(file)) {
            System.out.println("sheet: " + read.getNumberOfPages() + " pages, " + file.length + " bytes");
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(read).replaceAll("\\s+", " "))
                    .contains(
                            treatment, "Risks to ask about: " + risks, PLAIN.medicines(), ShippedRules.BOOK.version());
        }
        mvc.perform(get("/intakes/none-such/patient-sheet")).andExpect(status().isNotFound());
    }

    /**
     * Two words have to be said after all: "risks" in the heading of what to ask about and where no paper names any, and "cancer" to those
     * who told us that they have or had it. Both may stand in these very texts and nowhere else.
     */
    private static String withoutWhatHasToBeSaid(String text) {
        String left = text.replace("Risks to ask about:", "");
        for (PatientWording.Treatment treatment : PLAIN.treatments().values()) {
            left = left.replace(treatment.risks(), treatment.risks().replaceAll("\\brisks\\b", ""));
        }
        for (PatientWording.Sign sign : PLAIN.signs().values()) {
            left = sign.onlyWith().isEmpty()
                    ? left
                    : left.replace(sign.help(), sign.help().replaceAll("\\bcancer\\b", ""));
        }
        return left;
    }

    private static List<String> found(String text, List<String> words, String where) {
        List<String> found = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : words) {
            for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
                if (at == 0 || !Character.isLetter(lower.charAt(at - 1))) {
                    found.add("'" + word + "' in " + where);
                    break;
                }
            }
        }
        return found;
    }

    private PatientSheet sheet(Vignette vignette) {
        AdvisedAnswers answers = AdvisedAnswers.of(
                BoundForm.of(vignette.assessment()), ShippedRules.PLAIN, new Messages(messages, Locale.ENGLISH));
        return PatientSheet.of(answers.advice(), PLAIN, SheetPatient.of(answers, PLAIN));
    }

    private String html(Assessment assessment) {
        AdvisedAnswers answers =
                AdvisedAnswers.of(BoundForm.of(assessment), ShippedRules.PLAIN, new Messages(messages, Locale.ENGLISH));
        return paper.sheet(
                HandoverDocument.Head.of(
                        "abc", "", false, Instant.now(), answers.places().all()),
                AdviceView.of(answers.advice(), answers.places(), ShippedRules.BOOK, answers.words()),
                PatientSheet.of(answers.advice(), PLAIN, SheetPatient.of(answers, PLAIN)),
                Locale.ENGLISH);
    }

    /** What is read on a page, headings and lists included; the foot and the links of the screen are for the clinic. */
    private static String text(String html) {
        String main = html.substring(html.indexOf("<main>"), html.indexOf("class=\"foot\"", html.indexOf("<main>")));
        return HtmlUtils.htmlUnescape(main.replaceAll("</(h1|h2|h3|li|p)>", ".").replaceAll("<[^>]*>", " "))
                .replaceAll("([.?:])\\s*\\.", "$1")
                .replaceAll("\\s+", " ");
    }
}
