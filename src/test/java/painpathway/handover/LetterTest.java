package painpathway.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
import painpathway.ShippedRules;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.records.FrozenDocuments;
import painpathway.vignette.SamplePatients;
import painpathway.vignette.Vignette;
import painpathway.web.Messages;
import painpathway.web.Visitor;
import painpathway.web.advice.AdviceView;
import painpathway.web.form.AdvisedAnswers;
import painpathway.web.form.BoundForm;

/** The letter to the specialist: one page that says who, where it hurts, what was denied, what was tried, and what the criteria say. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class LetterTest {

    private static final int EVERY = Integer.getInteger("letter.every", 17);
    private static final Set<String> SAMPLES = SamplePatients.load(ShippedRules.BOOK).stream()
            .map(s -> s.vignette())
            .collect(Collectors.toSet());

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PaperRenderer paper;

    @Autowired
    private Pdf pdf;

    @Autowired
    private FrozenDocuments papers;

    @Autowired
    private MessageSource messages;

    @Test
    void isOnePageForEverySampleAndForNearlyEveryVignette() {
        List<String> wrong = new ArrayList<>();
        TreeMap<Integer, Integer> pages = new TreeMap<>();
        for (int i = 0; i < ShippedRules.VIGNETTES.size(); i++) {
            Vignette vignette = ShippedRules.VIGNETTES.get(i);
            boolean sample = SAMPLES.contains(vignette.name());
            if (i % EVERY == 0 || sample) {
                int needed = pdf.pages(html(vignette.assessment()));
                pages.merge(needed, 1, Integer::sum);
                if (needed > (sample ? 1 : 2)) {
                    wrong.add(needed + " pages: " + vignette.name());
                }
            }
        }
        System.out.println("letters by pages: " + pages);
        assertThat(wrong).isEmpty();
        assertThat(pages.getOrDefault(2, 0)).isLessThan(pages.get(1) / 10);
    }

    @Test
    void saysWhatOneColleagueTellsAnother() throws Exception {
        String sample = ShippedRules.VIGNETTES.stream()
                .map(Vignette::name)
                .filter(n -> n.startsWith("Lasting low back pain worse on twisting"))
                .findFirst()
                .orElseThrow();
        String id = new Visitor(mvc).intake(sample, "CLINIC-17");
        byte[] file = mvc.perform(get(id + "/letter.pdf"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (PDDocument read = Loader.loadPDF(file)) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(read).replaceAll("\\s+", " "))
                    .contains(
                            "CLINIC-17",
                            "Age: 58 years",
                            "Low back",
                            "Duration: 30 weeks",
                            "Worse with: Twisting",
                            "Denied: Bladder, bowel or saddle symptoms; Weakness",
                            "Physiotherapy or exercise:",
                            "Facet joint injection",
                            "Risks for this patient",
                            "Blood thinner or bleeding",
                            "Allergies",
                            "Draft " + Visitor.id(id),
                            ShippedRules.BOOK.version(),
                            ShippedRules.BOOK.catalogue().statement());
        }
    }

    @Test
    void namesEveryWarningCandidateCheckAndCaution() {
        for (int i = 0; i < ShippedRules.VIGNETTES.size(); i += 3 * EVERY) {
            Vignette vignette = ShippedRules.VIGNETTES.get(i);
            AdviceView view = view(answers(vignette.assessment()));
            String html = HtmlUtils.htmlUnescape(html(vignette.assessment()));
            view.flags().forEach(f -> assertThat(html).contains(f.it().flag().name(), f.it().action()));
            view.candidates()
                    .forEach(
                            e -> assertThat(html).contains(e.it().intervention().name(), e.decisive()));
            view.conditional()
                    .forEach(e -> e.checks().forEach(c -> assertThat(html).contains(c.it().text(), c.it().who())));
            Caution.all(view).forEach(c -> assertThat(html).contains(c.text()));
        }
    }

    @Test
    void isFrozenWithItsRecordAndLeadsToTheFullPaper() throws Exception {
        String id = new Visitor(mvc)
                .intake(SamplePatients.load(ShippedRules.BOOK).get(0).vignette(), "B 7");
        String record =
                new Visitor(mvc).location(post(id + "/close").param("who", "AB").param("asked", "true"));
        String frozen = papers.find(record.substring("/records/".length()), HandoverKind.LETTER.word())
                .orElseThrow();
        assertThat(new Visitor(mvc).page(record + "/letter"))
                .isEqualTo(frozen.replaceAll("\\s+", " "))
                .contains("print#full-title", "print#answers", "letter.pdf")
                .contains("Record " + record.substring("/records/".length()))
                .doesNotContain("Draft");
        assertThat(new Visitor(mvc).page(record + "/print")).contains("id=\"full-title\"", "id=\"answers\"");
    }

    /** What the font lacks, or what would come out in the wrong order, is not printed wrongly: the number of the record stands for it. */
    @Test
    void saysSoWhereItCannotShowAReference() throws Exception {
        String sample = SamplePatients.load(ShippedRules.BOOK).get(0).vignette();
        for (String reference : List.of("\u0930\u094b\u0917\u0940 7", "\ud83e\uddb4 7")) {
            String id = new Visitor(mvc).intake(sample, reference);
            assertThat(new Visitor(mvc).page(id + "/letter")).contains("<h1 class=\"unshown\">" + reference + "</h1>");
            for (String file : List.of("/letter.pdf", "/handover.pdf", "/patient-sheet.pdf")) {
                assertThat(text(id + file))
                        .as(reference + file)
                        .contains("This PDF cannot show the reference", "Draft " + Visitor.id(id))
                        .doesNotContain("# 7", "## 7");
            }
        }
        for (String reference : List.of(
                "CLINIC-17",
                "\u0141\u00f3d\u017a 7",
                "\u0416\u03a9 \u2013 7/b",
                "\uae40\ubbfc\uc900 7",
                "\u738b\u5c0f\u660e 7",
                "\u0645\u0631\u064a\u0636 7",
                "\u05d7\u05d5\u05dc\u05d4 7")) {
            String id = new Visitor(mvc).intake(sample, reference);
            String letter = Normalizer.normalize(text(id + "/letter.pdf"), Normalizer.Form.NFKC);
            assertThat(letter).contains(reference.replaceAll(" 7$", "")).doesNotContain("cannot show the reference");
        }
    }

    private String text(String address) throws Exception {
        byte[] file = mvc.perform(get(address)).andReturn().getResponse().getContentAsByteArray();
        try (PDDocument read = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }

    /** "Not at all" is a result of care, and not a sign that was denied. */
    @Test
    void leavesOutAnAnswerThatDoesNotCountAndNamesOneThatIsMissing() {
        Assessment denied = ShippedRules.VIGNETTES.stream()
                .filter(v -> v.name().startsWith("Lasting low back pain worse on twisting"))
                .findFirst()
                .orElseThrow()
                .assessment();
        Item signs = Item.ofPatient(ShippedRules.BOOK.questionnaire().question("safety.bladder-bowel-saddle"));
        Item onset = Item.ofPatient(ShippedRules.BOOK.questionnaire().question("safety.bladder-bowel-onset"));
        LetterPart left = redFlags(denied.with(onset, new Answer.Choice("within-14-days")));
        assertThat(left.given()).extracting(LetterPart.Line::name).doesNotContain("Onset of these");
        assertThat(left.open()).doesNotContain("Onset of these");
        LetterPart missing = redFlags(denied.with(signs, new Answer.Choices(Set.of("urine"))));
        assertThat(missing.open()).contains("Onset of these");
    }

    private LetterPart redFlags(Assessment assessment) {
        AdvisedAnswers answers = answers(assessment);
        return LetterPart.of(ShippedRules.BOOK.catalogue().plain().letter().redFlags(), 0, answers);
    }

    @Test
    void tellsAResultInWords() {
        Vignette vignette = ShippedRules.VIGNETTES.stream()
                .filter(v ->
                        v.assessment().pains().get(0).get("care.physiotherapy-result") instanceof Answer.Choice choice
                                && choice.option().equals("none"))
                .findFirst()
                .orElseThrow();
        assertThat(html(vignette.assessment())).contains("Not at all").doesNotContain("Denied:</b> <span>helped");
    }

    private AdvisedAnswers answers(Assessment assessment) {
        return AdvisedAnswers.of(BoundForm.of(assessment), ShippedRules.PLAIN, new Messages(messages, Locale.ENGLISH));
    }

    private static AdviceView view(AdvisedAnswers answers) {
        return AdviceView.of(answers.advice(), answers.places(), ShippedRules.BOOK, answers.words());
    }

    private String html(Assessment assessment) {
        AdvisedAnswers answers = answers(assessment);
        AdviceView view = view(answers);
        return paper.letter(
                HandoverDocument.Head.of(
                        "abc",
                        "CLINIC-17",
                        false,
                        Instant.now(),
                        answers.places().all()),
                view,
                Letter.of(view, answers, ShippedRules.BOOK.catalogue().plain().letter()),
                Locale.ENGLISH);
    }
}
