package painpathway.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import painpathway.SmallFolder;
import painpathway.folder.Faults;

class AssessmentReaderTest {

    private static final Questionnaire QUESTIONNAIRE = Questionnaire.load(SmallFolder.good(), new Faults());

    @Test
    void rightAnswersBecomeAnAssessment() {
        AssessmentReader.Result result = read(Map.of(
                "policy",
                "uk",
                "answers",
                Map.of("patient.age", 58),
                "pains",
                List.of(Map.of(
                        "pain.site",
                        "leg",
                        "pain.average",
                        new BigDecimal("6.5"),
                        "pain.signs",
                        List.of("weak", "numb")))));
        assertThat(result.faults()).isEmpty();
        assertThat(result.assessment())
                .isEqualTo(new Assessment(
                        "uk",
                        Map.of("patient.age", new Answer.Amount(58)),
                        List.of(Map.of(
                                "pain.site",
                                new Answer.Choice("leg"),
                                "pain.average",
                                new Answer.Amount(6.5),
                                "pain.signs",
                                new Answer.Choices(Set.of("numb", "weak"))))));
    }

    @Test
    void nullIsBlankAndNotKnownIsKept() {
        Map<String, Object> place = new HashMap<>();
        place.put("pain.site", null);
        place.put("pain.weeks", "not-known");
        place.put("pain.signs", "not-known");
        AssessmentReader.Result result = read(Map.of("pains", List.of(place)));
        assertThat(result.faults()).isEmpty();
        assertThat(result.assessment().policy()).isEqualTo("us");
        assertThat(result.assessment().pains())
                .containsExactly(Map.of("pain.weeks", Answer.NOT_KNOWN, "pain.signs", Answer.NOT_KNOWN));
    }

    @Test
    void everyKindOfFaultIsToldAtOnce() {
        Map<String, Object> patient = new LinkedHashMap<>();
        patient.put("patient.age", 121);
        patient.put("patient.faints", "yess");
        patient.put("patient.agge", 1);
        patient.put("pain.site", "leg");
        patient.put("pain.mean", 3);
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("pain.site", List.of("leg"));
        place.put("pain.weeks", 1.5);
        place.put("pain.average", "6");
        place.put("pain.signs", List.of());
        place.put("patient.faints", "no");
        Map<String, Object> second = new LinkedHashMap<>();
        second.put("pain.signs", List.of("none", "numb", "numb", "num", 7));
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("policy", "usa");
        request.put("answer", Map.of());
        request.put("answers", patient);
        request.put("pains", Arrays.asList(place, second, null));
        AssessmentReader.Result result = read(request);
        assertThat(result.assessment()).isNull();
        assertThat(result.faults())
                .map(f -> f.question() + "|" + f.pain() + "|" + f.value() + "|" + f.problem())
                .containsExactlyInAnyOrder(
                        "answer|null|null|unknown key",
                        "policy|null|usa|unknown policy",
                        "patient.age|null|121|out of range",
                        "patient.faints|null|yess|unknown option; did you mean 'yes'?",
                        "patient.agge|null|1|unknown question; did you mean 'patient.age'?",
                        "pain.site|null|leg|asked for each painful place: it belongs in pains",
                        "pain.mean|null|3|unknown question",
                        "pain.site|0|[leg]|wrong type: one option is expected",
                        "pain.weeks|0|1.5|wrong type: a whole number is expected",
                        "pain.average|0|6|wrong type: a number is expected",
                        "pain.signs|0|[]|empty list: leave the question out, or answer \"none\" or \"not-known\"",
                        "patient.faints|0|no|asked once for the patient: it belongs in answers",
                        "pain.signs|1|numb|repeated option",
                        "pain.signs|1|num|unknown option; did you mean 'numb'?",
                        "pain.signs|1|7|wrong type: a list of options is expected",
                        "pain.signs|1|[none, numb, numb, num, 7]|\"none\" excludes every other option",
                        "pains|2|null|wrong type");
        assertThat(result.faults())
                .filteredOn(f -> "patient.age".equals(f.question()))
                .singleElement()
                .extracting(AnswerFault::allowed)
                .isEqualTo(List.of("0 to 120 years"));
        assertThat(result.faults())
                .filteredOn(f -> "yess".equals(f.value()))
                .singleElement()
                .extracting(AnswerFault::allowed)
                .isEqualTo(List.of("no", "yes"));
    }

    static Stream<Arguments> placesThatAreWrong() {
        return Stream.of(
                Arguments.of(Named.of("no places", null), "no painful place"),
                Arguments.of(Named.of("an empty list of places", List.of()), "no painful place"),
                Arguments.of(
                        Named.of("four places", Collections.nCopies(4, Map.of())), "more than three painful places"),
                Arguments.of(Named.of("places as an object", Map.of()), "wrong type"),
                Arguments.of(Named.of("places as a text", "back"), "wrong type"));
    }

    @ParameterizedTest
    @MethodSource("placesThatAreWrong")
    void placesAreOneToThree(Object pains, String problem) {
        Map<String, Object> request = new HashMap<>();
        request.put("pains", pains);
        assertThat(read(request).faults()).map(AnswerFault::problem).contains(problem);
    }

    @Test
    void placesMayBeMissingWhereTheCallerSaysSo() {
        assertThat(AssessmentReader.read(
                                Map.of(), QUESTIONNAIRE, Set.of("us"), "us", AssessmentReader.Places.advised(0))
                        .faults())
                .isEmpty();
    }

    static Stream<Object> numbersThatAreNone() {
        return Stream.of(
                new BigDecimal("1e999"),
                new BigDecimal("1e-400").negate().subtract(BigDecimal.ONE),
                Double.NaN,
                Double.POSITIVE_INFINITY,
                BigInteger.TEN.pow(40),
                -1,
                true,
                "58",
                List.of(58),
                Map.of("value", 58));
    }

    @ParameterizedTest
    @MethodSource("numbersThatAreNone")
    void anAgeIsANumberInItsRange(Object age) {
        assertThat(read(Map.of("answers", Map.of("patient.age", age), "pains", List.of(Map.of())))
                        .faults())
                .singleElement()
                .extracting(AnswerFault::question)
                .isEqualTo("patient.age");
    }

    @Test
    void wholeNumbersMayBeWrittenWithAPointAndMinusZeroIsZero() {
        Map<String, Answer> patient = read(Map.of(
                        "answers",
                        Map.of("patient.age", new BigDecimal("58.00")),
                        "pains",
                        List.of(Map.of("pain.weeks", -0.0))))
                .assessment()
                .patient();
        assertThat(patient).containsEntry("patient.age", new Answer.Amount(58));
        assertThat(read(Map.of("pains", List.of(Map.of("pain.weeks", -0.0))))
                        .assessment()
                        .pains()
                        .get(0))
                .containsEntry("pain.weeks", new Answer.Amount(0.0));
    }

    @Test
    void aFaultEchoesAShortPieceOfWhatWasSent() {
        String emoji = "\uD83D\uDE00".repeat(1000);
        Map<String, Object> patient = new HashMap<>();
        patient.put("patient.age", "x" + emoji);
        patient.put("x" + emoji, emoji);
        patient.put("patient.faints", "lonely \uD83D");
        List<AnswerFault> faults =
                read(Map.of("answers", patient, "pains", List.of(Map.of()))).faults();
        assertThat(faults).hasSize(3).allSatisfy(f -> {
            assertThat(f.value()).hasSizeLessThanOrEqualTo(80);
            assertThat(f.question()).hasSizeLessThanOrEqualTo(80);
            assertThat(java.nio.charset.StandardCharsets.UTF_8.newEncoder().canEncode(f.value() + f.question()))
                    .isTrue();
        });
    }

    /** Did-you-mean compares every unknown id with every known one: a request must not be able to make that slow. */
    @Test
    void aMountainOfUnknownIdsIsRefusedQuickly() {
        Map<String, Object> patient = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            patient.put("patient.a" + i, i);
        }
        patient.put("y".repeat(200_000), 1);
        long start = System.nanoTime();
        List<AnswerFault> faults = read(Map.of(
                        "answers", patient, "pains", List.of(Map.of("pain.signs", Collections.nCopies(50_000, "num")))))
                .faults();
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        assertThat(faults).isNotEmpty().hasSizeLessThanOrEqualTo(AssessmentReader.MOST_FAULTS + 1);
        assertThat(faults.get(faults.size() - 1).problem()).startsWith("and ").endsWith(" more faults");
    }

    private static AssessmentReader.Result read(Map<String, ?> request) {
        return AssessmentReader.read(
                request, QUESTIONNAIRE, Set.of("us", "uk"), "us", AssessmentReader.Places.advised(1));
    }
}
