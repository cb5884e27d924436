package painpathway.web.quiz;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import painpathway.advice.Verdict;
import painpathway.web.Messages;
import painpathway.web.quiz.QuizCase.Asked;

/** The answers of a class as a table: a line for every learner, case and question. */
record AnswersCsv(Classroom classroom, Messages words) {

    /** By it a spreadsheet knows that the text is UTF-8. */
    private static final String MARK = "\uFEFF";
    /** With one of these a spreadsheet would take a cell for a formula and run it. */
    private static final Pattern FORMULA =
            Pattern.compile("^[=+\\-@\\t\\r\\n|%\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

    String text() {
        StringWriter text = new StringWriter();
        text.append(MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(List.of(words.say("class.csv.columns").split(",")));
            List<Learner> learners = classroom.learners();
            for (int at = 0; at < classroom.cases().size(); at++) {
                QuizCase about = classroom.cases().get(at);
                for (Learner learner : learners) {
                    Optional<Prediction> made = Optional.ofNullable(learner.at(at));
                    if (made.isPresent()) {
                        lines(csv, at, about, learner, made.get());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void lines(CsvWriter csv, int at, QuizCase about, Learner learner, Prediction made) {
        line(
                csv,
                at,
                about,
                learner,
                List.of(
                        words.say("urgency"),
                        words.say("urgency." + made.urgency().word()),
                        words.say("urgency." + about.urgency().word())));
        for (int i = 0; i < about.asked().size(); i++) {
            Asked asked = about.asked().get(i);
            line(
                    csv,
                    at,
                    about,
                    learner,
                    List.of(asked.intervention().name(), verdict(made.verdicts().get(i)), verdict(asked.verdict())));
        }
        line(
                csv,
                at,
                about,
                learner,
                List.of(
                        words.say("quiz.finding", about.finding().about().name()),
                        about.finding().options().get(made.finding()).label(),
                        about.finding().options().get(about.finding().right()).label()));
    }

    private String verdict(Verdict verdict) {
        return words.say("verdict." + verdict.word());
    }

    private static void line(CsvWriter csv, int at, QuizCase about, Learner learner, List<String> answer) {
        csv.writeRecord(
                String.valueOf(at + 1),
                harmless(about.patient().key()),
                harmless(learner.nickname().text()),
                harmless(answer.get(0)),
                harmless(answer.get(1)),
                harmless(answer.get(2)),
                String.valueOf(answer.get(1).equals(answer.get(2))));
    }

    /** A text that no spreadsheet runs. */
    static String harmless(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
