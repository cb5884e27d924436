package painpathway.web.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import painpathway.ShippedRules;
import painpathway.audit.StatedLaw;
import painpathway.vignette.Reach;
import painpathway.web.Messages;
import painpathway.web.learn.Workbench;
import painpathway.web.quiz.Classroom.Joining;

/** A class without a server: who gets in, what counts, when it ends, and what is left of it. */
class ClassroomTest {

    private static final QuizMaker MAKER = new QuizMaker(
            ShippedRules.VIGNETTES.subList(0, 200),
            Reach.of(ShippedRules.BOOK, ShippedRules.VIGNETTES.subList(0, 10)),
            ShippedRules.PLAIN);
    private static final List<QuizCase> CASES = MAKER.cases(QuizSet.of(MAKER, "", "any", 3, 1));

    /** A clock that a test can put forward. */
    private static final class Watch extends Clock {

        private Instant now = Instant.parse("2026-11-28T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Watch watch = new Watch();
    private final Classes classes = new Classes(watch);

    @Test
    void endsAfterTwelveHoursAndLeavesNothing() {
        Classroom classroom = open("a");
        watch.now = watch.now.plus(Duration.ofHours(12)).minusSeconds(1);
        assertThat(classes.find(classroom.code())).contains(classroom);
        watch.now = watch.now.plusSeconds(1);
        assertThat(classes.find(classroom.code())).isEmpty();
        assertThat(classes.count()).isZero();
        assertThat(open("a")).as("the form is forgotten too").isNotSameAs(classroom);
    }

    @Test
    void theEducatorEndsItBefore() {
        Classroom classroom = open("a");
        Classroom other = open("b");
        classes.end(classroom);
        assertThat(classes.find(classroom.code())).isEmpty();
        assertThat(classes.find(other.code())).contains(other);
    }

    @Test
    void oneFormOpensOneClassAndThereIsALimit() {
        assertThat(open("same")).isSameAs(open("same"));
        IntStream.range(1, Classes.MOST).forEach(i -> open("form " + i));
        assertThat(classes.count()).isEqualTo(Classes.MOST);
        assertThat(classes.open("one more", quiz(), CASES)).isEmpty();
    }

    @Test
    void aLearnerIsLetInOnceAndNicknamesDiffer() {
        Classroom classroom = open("a");
        assertThat(join(classroom, "1", "Ana")).isEqualTo(Joining.JOINED);
        assertThat(join(classroom, "1", "Ana")).isEqualTo(Joining.JOINED);
        assertThat(join(classroom, "2", " ＡＮＡ ")).isEqualTo(Joining.TAKEN);
        assertThat(join(classroom, "2", "Ana 2")).isEqualTo(Joining.JOINED);
        assertThat(classroom.learners()).hasSize(2);
        for (int i = 3; i <= Classroom.MOST_LEARNERS; i++) {
            assertThat(join(classroom, "" + i, "learner " + i)).isEqualTo(Joining.JOINED);
        }
        assertThat(join(classroom, "late", "late")).isEqualTo(Joining.FULL);
        assertThat(Classroom.MOST_LEARNERS).isGreaterThan(60);
    }

    @Test
    void whatIsPredictedTwiceCountsOnceAndOnlyBeforeTheReveal() {
        Classroom classroom = open("a");
        join(classroom, "1", "Ana");
        Prediction right = right(0);
        Prediction other = new Prediction(right.urgency(), right.verdicts(), 1 - Math.min(1, right.finding()));
        classroom.predict("1", 0, right);
        assertThat(made(classroom, "1")).as("nothing is asked yet").isEmpty();
        classroom.goOn("joining-0");
        classroom.predict("1", 0, other);
        classroom.predict("1", 0, right);
        classroom.predict("1", 1, right);
        classroom.predict("nobody", 0, right);
        assertThat(made(classroom, "1")).isEqualTo(Map.of(0, right));
        classroom.goOn("asking-0");
        classroom.predict("1", 0, other);
        assertThat(made(classroom, "1")).isEqualTo(Map.of(0, right));
        List<Tally> tallies = Tally.of(CASES.get(0), classroom.learners(), 0, words());
        assertThat(tallies)
                .allSatisfy(t -> assertThat(t.bars())
                        .filteredOn(Tally.Bar::right)
                        .singleElement()
                        .matches(b -> b.count() == 1 && b.percent() == 100));
    }

    @Test
    void aSecondClickSkipsNothing() {
        Classroom classroom = open("a");
        for (String step : List.of("joining-0", "joining-0", "asking-0", "asking-0", "joining-0")) {
            classroom.goOn(step);
        }
        assertThat(classroom.standing().word()).isEqualTo("revealed-0");
        for (String step : List.of("revealed-0", "asking-1", "revealed-1", "asking-2", "revealed-2", "over-3")) {
            classroom.goOn(step);
        }
        assertThat(classroom.standing().word()).isEqualTo("over-3");
    }

    @Test
    void aCodeCannotBeMisread() {
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 500; i++) {
            ClassCode code = ClassCode.draw(random);
            assertThat(code.letters()).matches("[BCDFGHJKLMNPQRSTVWXZ]{6}");
            assertThat(ClassCode.read(code.shown().toLowerCase(Locale.ROOT))).contains(code);
        }
        for (String no : List.of("", "BCDFG", "BCDFGA", "BCDFG0", "BCDFGHJ", "../../", "B".repeat(5_000))) {
            assertThat(ClassCode.read(no)).as(no).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "...", "\u202E\u200B", "1234567890123456789012345"})
    void thisIsNoNickname(String typed) {
        assertThat(Nickname.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"' Ana  B. ', Ana B.", "李雷, 李雷", "מיכל, מיכל", "a\u202Eb, ab", "🦴🦴, 🦴🦴", "<b>x, <b>x"})
    void aNicknameCanBeInAnyScript(String typed, String shown) {
        assertThat(Nickname.read(typed)).contains(new Nickname(shown));
    }

    @Test
    void aSpreadsheetRunsNoneOfIt() throws Exception {
        Classroom classroom = open("a");
        join(classroom, "1", "=HYPERLINK(\"x\")");
        join(classroom, "2", "\"a\", b");
        classroom.goOn("joining-0");
        classroom.predict("1", 0, right(0));
        classroom.predict("2", 0, right(0));
        String csv = new AnswersCsv(classroom, words()).text();
        assertThat(csv).startsWith("\uFEFFcase,");
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv.substring(1))) {
            List<CsvRecord> lines = reader.stream().toList();
            int questions = CASES.get(0).asked().size() + 2;
            assertThat(lines).hasSize(1 + 2 * questions);
            assertThat(lines).allMatch(line -> line.getFieldCount() == 7);
            assertThat(lines.get(1).getField(2)).isEqualTo("'=HYPERLINK(\"x\")");
            assertThat(lines.get(1 + questions).getField(2)).isEqualTo("\"a\", b");
            assertThat(lines.subList(1, lines.size()))
                    .allMatch(line -> line.getField(6).equals("true"));
        }
        for (String formula : List.of("=1", "+1", "-1", "@x", "\tx", "\rx", "＝1", "％x".replace("％", "%"))) {
            assertThat(AnswersCsv.harmless(formula)).isEqualTo("'" + formula);
        }
        assertThat(AnswersCsv.harmless("a=1")).isEqualTo("a=1");
    }

    @Test
    void theQrPictureReadsAsTheAddress() throws Exception {
        String address = "https://advisor.example.org:8443/class/BCDFGH";
        QrPicture picture = QrPicture.of(address);
        int scale = 4;
        int side = picture.size() * scale;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(picture.path());
        while (run.find()) {
            int x = Integer.parseInt(run.group(1)) * scale;
            int y = Integer.parseInt(run.group(2)) * scale;
            int width = Integer.parseInt(run.group(3)) * scale;
            for (int row = y; row < y + scale; row++) {
                Arrays.fill(pixels, row * side + x, row * side + x + width, 0);
            }
        }
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(address);
    }

    private Classroom open(String form) {
        return classes.open(form, quiz(), CASES).orElseThrow();
    }

    private static QuizBook quiz() {
        return new QuizBook(
                new Workbench(ShippedRules.BOOK, List.<StatedLaw>of(), List.of(), List.of(), null, null, null), MAKER);
    }

    private static Joining join(Classroom classroom, String learner, String nickname) {
        return classroom.join(learner, Nickname.read(nickname).orElseThrow());
    }

    private static Map<Integer, Prediction> made(Classroom classroom, String learner) {
        return classroom.learner(learner).orElseThrow().made();
    }

    private static Prediction right(int at) {
        QuizCase about = CASES.get(at);
        return new Prediction(
                about.urgency(),
                about.asked().stream().map(QuizCase.Asked::verdict).toList(),
                about.finding().right());
    }

    private static Messages words() {
        ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
        bundle.setBasename("messages");
        bundle.setDefaultEncoding("UTF-8");
        return new Messages(bundle, Locale.UK);
    }
}
