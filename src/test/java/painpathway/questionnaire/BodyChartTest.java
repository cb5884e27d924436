package painpathway.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import painpathway.folder.Fault;
import painpathway.folder.FaultyKnowledge;
import painpathway.folder.RulesFolder;
import painpathway.rules.RuleBook;

/** The drawing of the body is read with the options that it draws, and refused with file and line where the two do not fit. */
class BodyChartTest {

    private static final RulesFolder SHIPPED = RulesFolder.shipped();

    @Test
    void everyPlaceThatCanBeDrawnIsOnTheShippedChart() {
        BodyChart chart = RuleBook.load(SHIPPED).questionnaire().chart();
        Set<String> drawn = chart.figures().stream()
                .flatMap(f -> f.shapes().stream())
                .map(s -> s.option().id())
                .collect(Collectors.toSet());
        List<String> listOnly = chart.question().optionIds().stream()
                .filter(o -> !drawn.contains(o))
                .toList();
        assertThat(listOnly).containsExactly("other-joint", "missing-limb-or-stump", "all-over");
        for (BodyChart.Figure figure : chart.figures()) {
            for (String option :
                    figure.shapes().stream().map(s -> s.option().id()).collect(Collectors.toSet())) {
                assertThat(figure.shapes())
                        .as("%s on the %s has a place for its number", option, figure.id())
                        .anyMatch(s -> s.option().id().equals(option) && s.at() != null);
            }
        }
    }

    @Test
    void aFolderMayDoWithoutAndTheDrawingIsNoKnowledge() {
        RulesFolder moved =
                SHIPPED.with(BodyChart.FILE, SHIPPED.text(BodyChart.FILE).replace("at: [100, 79]", "at: [101, 79]"));
        assertThat(moved.version()).isEqualTo(SHIPPED.version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{option: knee, side: right,    | {option: kneee, side: right,    | the option 'kneee'",
                "{option: knee, side: right,    | {option: knee, side: rigt,      | the option 'rigt'",
                "question: pain.site            | question: pain.sight            | the question 'pain.sight'",
                "question: pain.site            | question: patient.age           | should be a choice that is asked for each place",
                "beside: [pain.side, pain.weeks]| beside: [pain.side, pain.wekes] | the question 'pain.wekes'",
                "height: 460                    | hight: 460                      | key 'hight' is not known here",
                "at: [100, 79]                  | at: [here]                      | two different numbers"
            })
    void aChartThatDoesNotFitIsRefused(String was, String becomes, String told) {
        String text = SHIPPED.text(BodyChart.FILE);
        assertThat(text).contains(was.strip());
        String faulty = text.replaceFirst(
                java.util.regex.Pattern.quote(was.strip()), java.util.regex.Matcher.quoteReplacement(becomes.strip()));
        int line = (int)
                faulty.substring(0, faulty.indexOf(becomes.strip())).lines().count();
        FaultyKnowledge refused =
                catchThrowableOfType(FaultyKnowledge.class, () -> RuleBook.load(SHIPPED.with(BodyChart.FILE, faulty)));
        assertThat(refused.faults()).extracting(Fault::file).contains(BodyChart.FILE);
        assertThat(refused.faults()).anySatisfy(f -> {
            assertThat(f.problem()).contains(told);
            assertThat(f.line()).isBetween(line, line + 1);
        });
    }

    @Test
    void aPathThatIsNoPathIsRefused() {
        String faulty = SHIPPED.text(BodyChart.FILE).replaceFirst("path: \"M", "path: \"url(#x)M");
        FaultyKnowledge refused =
                catchThrowableOfType(FaultyKnowledge.class, () -> RuleBook.load(SHIPPED.with(BodyChart.FILE, faulty)));
        assertThat(refused.faults()).anySatisfy(f -> assertThat(f.problem()).contains("'path' should be path data"));
    }
}
