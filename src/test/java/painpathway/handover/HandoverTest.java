package painpathway.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;
import painpathway.ShippedRules;
import painpathway.advice.LiveAdvisor;
import painpathway.advice.Verdict;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.records.ClosedRecord;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.records.FrozenDocuments;
import painpathway.records.Records;
import painpathway.vignette.SamplePatients;
import painpathway.vignette.Vignette;
import painpathway.web.Messages;
import painpathway.web.Visitor;
import painpathway.web.advice.AdviceView;
import painpathway.web.advice.InterventionView;
import painpathway.web.form.AdvisedAnswers;
import painpathway.web.form.BoundForm;

/** The advice on paper: what stands on the first page, what stands behind it, and that nothing is cut in silence. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class HandoverTest {

    /** Every so many vignettes: laying out all thousand of them takes long. Their files follow one another, so every family is met. */
    private static final int STEP = Integer.getInteger("handover.every", 29);

    private static final List<Vignette> VIGNETTES = ShippedRules.VIGNETTES;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private LiveAdvisor live;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Records records;

    @Autowired
    private FrozenDocuments papers;

    @Autowired
    private PaperRenderer paper;

    @Autowired
    private Pdf pdf;

    @Autowired
    private MessageSource messages;

    @Test
    void theFirstPageOfAVignetteIsOnePageWithEveryWarningAndCandidate() {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < VIGNETTES.size(); i += STEP) {
            HandoverDocument handover = handover(VIGNETTES.get(i).assessment());
            FirstPage first = paper.first(handover, Locale.ENGLISH);
            boolean cut = first.flags().more()
                            + first.obstacles().more()
                            + first.candidates().more()
                            + first.conditional().more()
                    > 0;
            if (cut || pdf.pages(paper.first(handover, first, Locale.ENGLISH)) != 1) {
                wrong.add(VIGNETTES.get(i).name());
            }
            namesEveryRisk(handover, first, paper.first(handover, first, Locale.ENGLISH));
        }
        assertThat(wrong).isEmpty();
    }

    /** Each risk of what is suggested, the shortest first, and a count of those that had no room. */
    private static void namesEveryRisk(HandoverDocument handover, FirstPage first, String html) {
        Set<String> expected = new TreeSet<>();
        Stream.of(handover.view().candidates(), handover.view().conditional())
                .flatMap(List::stream)
                .flatMap(e -> e.it().riskNotes().stream())
                .filter(n -> n.reasons().isEmpty()
                        && Set.of("risk", "rare-complication")
                                .contains(n.note().kind().word()))
                .forEach(n -> expected.add(n.note().text()));
        assertThat(handover.risks())
                .extracting(Risk::text)
                .containsExactlyInAnyOrderElementsOf(expected)
                .isSortedAccordingTo(Comparator.comparingInt(String::length));
        assertThat(handover.risks())
                .noneMatch(r -> r.names().isEmpty() && r.similar().isEmpty());
        assertThat(first.risks().shown().size() + first.risks().more())
                .isEqualTo(handover.risks().size());
        String words = HtmlUtils.htmlUnescape(html);
        first.risks().shown().forEach(r -> assertThat(words).contains(r.text()));
        if (first.risks().more() > 0) {
            assertThat(words)
                    .contains("\u2026 and " + first.risks().more() + " more risk"
                            + (first.risks().more() > 1 ? "s" : "") + " on page 2");
        }
    }

    @Test
    void aRiskThatHadNoRoomOpensPageTwo() throws Exception {
        HandoverDocument handover = mostToSay().stream()
                .map(i -> handover(threePlaces(i)))
                .filter(h -> paper.first(h, Locale.ENGLISH).risks().more() > 0)
                .findFirst()
                .orElseThrow();
        FirstPage first = paper.first(handover, Locale.ENGLISH);
        try (PDDocument read = Loader.loadPDF(pdf.of(paper.handover(handover, Locale.ENGLISH)))) {
            assertThat(text(read, 1, 1)).contains("more risk");
            String second = text(read, 2, 2);
            handover.risks()
                    .subList(first.risks().shown().size(), handover.risks().size())
                    .forEach(r -> assertThat(second).contains(r.text()));
        }
    }

    /** The patients with most to say, by what is suggested for them at three places. */
    private static List<Integer> mostToSay() {
        long[] suggested = IntStream.range(0, VIGNETTES.size())
                .mapToLong(HandoverTest::suggested)
                .toArray();
        return IntStream.range(0, VIGNETTES.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> suggested[i]).reversed())
                .limit(4)
                .toList();
    }

    @Test
    void theFirstPageOfThreePlacesIsOnePageAndSaysHowMuchIsLeft() {
        int cut = 0;
        // Those with most to say, and a sample of the others.
        List<Integer> patients = new ArrayList<>(mostToSay());
        IntStream.iterate(0, i -> i < VIGNETTES.size(), i -> i + STEP * 4).forEach(patients::add);
        for (int i : patients) {
            HandoverDocument handover = handover(threePlaces(i));
            FirstPage first = paper.first(handover, Locale.ENGLISH);
            String html = paper.first(handover, first, Locale.ENGLISH);
            assertThat(pdf.pages(html)).as(VIGNETTES.get(i).name()).isEqualTo(1);
            assertThat(first.flags().more()).isZero();
            for (FirstPage.Some<?> some :
                    List.of(first.candidates(), first.conditional(), first.missing(), first.key(), first.cautions())) {
                if (some.more() > 0) {
                    cut++;
                    assertThat(html).contains(some.more() + " more on the next pages");
                }
            }
            assertThat(first.key().shown().size() + first.key().more())
                    .isEqualTo(handover.key().size());
            namesEveryRisk(handover, first, html);
        }
        assertThat(cut).as("lists that were cut").isPositive();
    }

    @Test
    void theDocumentHoldsTheAdviceInWords() throws Exception {
        Vignette vignette = VIGNETTES.stream()
                .filter(v -> v.name().startsWith("Arthritic knee for 40 weeks"))
                .findFirst()
                .orElseThrow();
        HandoverDocument handover = handover(vignette.assessment());
        long start = System.nanoTime();
        byte[] document = pdf.of(paper.handover(handover, Locale.ENGLISH));
        long millis = (System.nanoTime() - start) / 1_000_000;
        try (PDDocument read = Loader.loadPDF(document)) {
            System.out.printf(
                    "hand-over: %d pages, %d bytes, %d ms the first time%n",
                    read.getNumberOfPages(), document.length, millis);
            assertThat(document.length).isLessThan(1_000_000);
            String first = text(read, 1, 1);
            String all = text(read, 1, read.getNumberOfPages());
            assertThat(first)
                    .contains(
                            handover.view().urgency(),
                            "CLINIC-17",
                            handover.view().policy(),
                            ShippedRules.BOOK.version(),
                            "Program version test",
                            ShippedRules.BOOK.catalogue().statement(),
                            "Page 1 of " + read.getNumberOfPages());
            for (InterventionView entry : handover.view().conditional()) {
                assertThat(first).contains(entry.it().intervention().name());
                entry.checks().forEach(c -> assertThat(first).contains(c.it().text(), c.it().who()));
            }
            for (HandoverDocument.VerdictGroup group : handover.groups()) {
                for (InterventionView entry : group.entries()) {
                    assertThat(all)
                            .contains(
                                    entry.it().intervention().name(),
                                    entry.it().intervention().is());
                    entry.why().forEach(w -> assertThat(all).contains(w.rule().name()));
                    entry.notes()
                            .gaps()
                            .forEach(b -> b.notes()
                                    .forEach(n ->
                                            assertThat(all).contains(n.note().text())));
                    entry.notes()
                            .risks()
                            .forEach(b -> b.notes()
                                    .forEach(n ->
                                            assertThat(all).contains(n.note().text())));
                    entry.notes()
                            .aftercare()
                            .forEach(b -> b.notes()
                                    .forEach(n ->
                                            assertThat(all).contains(n.note().text())));
                    entry.notes()
                            .more()
                            .values()
                            .forEach(blocks -> blocks.forEach(b -> b.notes()
                                    .forEach(n ->
                                            assertThat(all).contains(n.note().text()))));
                    entry.stances()
                            .forEach(s ->
                                    s.sides().forEach(side -> assertThat(all).contains(side.says())));
                }
            }
            handover.answers()
                    .forEach(s -> s.rows().forEach(g -> assertThat(all).contains(g.question(), g.answer())));
            handover.sources().forEach(n -> assertThat(all).contains(n.label()));
            // Whoever finds one page alone has to know whose it is and what it rests on.
            for (int page = 1; page <= read.getNumberOfPages(); page++) {
                assertThat(text(read, page, page))
                        .contains("CLINIC-17", ShippedRules.BOOK.version(), "Page " + page + " of");
            }
        }
    }

    @Test
    void theDocumentIsTaggedAndBringsItsFonts() throws Exception {
        byte[] document = pdf.of(paper.handover(handover(VIGNETTES.get(0).assessment()), Locale.ENGLISH));
        try (PDDocument read = Loader.loadPDF(document)) {
            assertThat(read.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(read.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(read.getDocumentInformation().getTitle()).isEqualTo("Printed advice: CLINIC-17");
            assertThat(new String(read.getDocumentCatalog().getMetadata().toByteArray()))
                    .contains("pdfuaid");
            for (PDPage page : read.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isBetween(595f, 596f);
                assertThat(page.getMediaBox().getHeight()).isBetween(841f, 842.5f);
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded())
                            .as(page.getResources().getFont(name).getName())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void withholdsInOneQuietLineEach() throws Exception {
        Vignette vignette = VIGNETTES.stream()
                .filter(v -> v.name().startsWith("New bladder trouble with back pain"))
                .findFirst()
                .orElseThrow();
        HandoverDocument handover = handover(vignette.assessment());
        String html = paper.handover(handover, Locale.ENGLISH);
        assertThat(handover.groups()).isEmpty();
        assertThat(handover.abouts()).isEmpty();
        assertThat(html)
                .contains("withheld because of: "
                        + handover.view().flags().get(0).it().flag().name());
        assertThat(handover.key().stream().map(DecisiveAnswer::question))
                .contains(
                        ShippedRules.BOOK
                                .questionnaire()
                                .question("safety.bladder-bowel-saddle")
                                .text(),
                        ShippedRules.BOOK
                                .questionnaire()
                                .question("safety.bladder-bowel-onset")
                                .text());
        assertThat(html.indexOf(handover.view().flags().get(0).it().action())).isLessThan(html.indexOf("In full"));
    }

    @Test
    void servesADraftAsADraftUnderANameThatTellsNothing() throws Exception {
        String id = new Visitor(mvc).intake(sample(), "B <7> & \"x\"");
        MockHttpServletResponse page = mvc.perform(get(id + "/print"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(page.getContentType()).startsWith("text/html");
        assertThat(page.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(page.getContentAsString())
                .contains("Draft: the intake is still open", "B &lt;7&gt; &amp; &quot;x&quot;", "css/handover.css")
                .doesNotContain("handover-pdf")
                .doesNotContain("<script")
                .doesNotContain("style=");
        MockHttpServletResponse file = mvc.perform(get(id + "/handover.pdf"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(file.getContentType()).isEqualTo("application/pdf");
        assertThat(file.getHeader("Content-Disposition")).contains("handover.pdf");
        assertThat(file.getHeader("Cache-Control")).isEqualTo("no-store");
        try (PDDocument read = Loader.loadPDF(file.getContentAsByteArray())) {
            assertThat(text(read, 1, 1)).contains("Draft: the intake is still open", "B <7> & \"x\"");
        }
        mvc.perform(get("/intakes/none-such/print")).andExpect(status().isNotFound());
        mvc.perform(get("/intakes/none-such/handover.pdf")).andExpect(status().isNotFound());
        for (String unknown : List.of("/letters", "/handover", "/sheet", "/patient-sheet.pdf.pdf")) {
            mvc.perform(get(id + unknown)).andExpect(status().isNotFound());
        }
    }

    @Test
    void whatIsAssumedStandsOnTheFirstPageAndBesideItsLine() throws Exception {
        int seen = 0;
        for (Vignette vignette : VIGNETTES) {
            List<String> assumed = ShippedRules.PLAIN.advise(vignette.assessment()).redFlags().stream()
                    .flatMap(f -> f.assumptions().stream())
                    .distinct()
                    .toList();
            if (!assumed.isEmpty() && seen++ < 4) {
                try (PDDocument read =
                        Loader.loadPDF(pdf.of(paper.handover(handover(vignette.assessment()), Locale.ENGLISH)))) {
                    assertThat(text(read, 1, 1)).as(vignette.name()).contains(assumed);
                    assertThat(text(read, 2, read.getNumberOfPages()))
                            .as(vignette.name())
                            .contains(assumed);
                }
            }
        }
        assertThat(seen).isPositive();
    }

    @Test
    void aClosedRecordIsPrintedAsItWasFrozen() throws Exception {
        String id = draft();
        String record = new Visitor(mvc)
                .location(post("/intakes/" + id + "/close").param("who", "AB").param("asked", "true"));
        assertThat(record).startsWith("/records/");
        String frozen = papers.find(record.substring("/records/".length()), HandoverKind.PRINT.word())
                .orElseThrow();
        String page = mvc.perform(get(record + "/print"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .isEqualTo(frozen)
                .contains(live.book().version())
                .doesNotContain("Draft: the intake is still open");
        // The draft has become the record: nothing is printed of it that could still change.
        assertThat(mvc.perform(get("/intakes/" + id + "/print"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .isEqualTo(frozen);
        for (String file : List.of("/handover.pdf", "/patient-sheet.pdf")) {
            try (PDDocument read = Loader.loadPDF(mvc.perform(get(record + file))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray())) {
                assertThat(text(read, 1, 1)).contains(live.book().version());
            }
        }
        mvc.perform(get(record + "/patient-sheet")).andExpect(status().isOk());
        String links = new Visitor(mvc).page(record);
        assertThat(links)
                .contains(
                        record + "/letter",
                        record + "/letter.pdf",
                        record + "/print",
                        record + "/handover.pdf",
                        record + "/patient-sheet");
    }

    @Test
    void putsNothingOnPaperThatTheRecordDoesNotSay() throws Exception {
        String id = draft();
        Draft draft = drafts.find(id).orElseThrow();
        // As if it had been closed under other knowledge, by a program that did not freeze its pages.
        String record = records.close(
                        id,
                        draft.revision(),
                        new ClosedRecord.Content(
                                "routine",
                                "us",
                                "sha256:other",
                                "old",
                                "{\"policy\":\"us\",\"answers\":{},\"pains\":[{}]}",
                                "{\"urgency\":\"routine\"}"),
                        "")
                .orElseThrow();
        mvc.perform(get("/records/" + record + "/print")).andExpect(status().isNotFound());
        mvc.perform(get("/records/" + record + "/patient-sheet.pdf")).andExpect(status().isNotFound());
        assertThat(papers.find(record, HandoverKind.PRINT.word())).isEmpty();
        // A letter is a paper like the others: of such a record it was never made, and it is not made up later.
        mvc.perform(get("/records/" + record + "/letter")).andExpect(status().isNotFound());
        papers.keep(record, Map.of(HandoverKind.PRINT.word(), "first"));
        papers.keep(record, Map.of(HandoverKind.PRINT.word(), "second", HandoverKind.SHEET.word(), "sheet"));
        assertThat(papers.find(record, HandoverKind.PRINT.word())).contains("first");
        assertThat(papers.find(record, HandoverKind.SHEET.word())).contains("sheet");
        // A sheet of an earlier program, without risks to ask about, is read as it was frozen.
        assertThat(mvc.perform(get("/records/" + record + "/patient-sheet"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .isEqualTo("sheet");
    }

    private String draft() throws Exception {
        return Visitor.id(new Visitor(mvc).intake(sample(), "B 7"));
    }

    private String sample() {
        return SamplePatients.load(live.book()).get(0).vignette();
    }

    /** The places of three vignettes of different families, with the patient of the first. */
    private static long suggested(int at) {
        return ShippedRules.PLAIN.advise(threePlaces(at)).interventions().stream()
                .filter(s -> s.verdict() == Verdict.CANDIDATE || s.verdict() == Verdict.CONDITIONAL)
                .count();
    }

    private static Assessment threePlaces(int at) {
        List<Map<String, Answer>> pains = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            pains.add(VIGNETTES
                    .get((at + i * VIGNETTES.size() / 3) % VIGNETTES.size())
                    .assessment()
                    .pains()
                    .get(0));
        }
        return new Assessment(
                VIGNETTES.get(at).assessment().policy(),
                VIGNETTES.get(at).assessment().patient(),
                pains);
    }

    private HandoverDocument handover(Assessment assessment) {
        AdvisedAnswers answers =
                AdvisedAnswers.of(BoundForm.of(assessment), ShippedRules.PLAIN, new Messages(messages, Locale.ENGLISH));
        return HandoverDocument.of(
                HandoverDocument.Head.of(
                        "abc",
                        "CLINIC-17",
                        false,
                        Instant.now(),
                        answers.places().all()),
                AdviceView.of(answers.advice(), answers.places(), ShippedRules.BOOK, answers.words()),
                answers);
    }

    /** The words of some pages, with single spaces: a line may break anywhere. */
    private static String text(PDDocument document, int from, int to) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(from);
        stripper.setEndPage(to);
        return stripper.getText(document).replaceAll("\\s+", " ");
    }
}
