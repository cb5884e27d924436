package painpathway.web.help;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.PatientWording;
import painpathway.knowledge.Term;
import painpathway.questionnaire.Question;
import painpathway.rules.Finding;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;

/**
 * Everything in a rules folder that has a name, with what it means.
 *
 * @param places   on the body, as the questionnaire calls them
 * @param patterns what the rules look for in several answers together
 * @param criteria what the rules look for in one answer
 * @param terms    by name
 */
record Glossary(
        Catalogue catalogue, List<String> places, List<String> patterns, List<String> criteria, List<Term> terms) {

    static Glossary of(RuleBook book) {
        return new Glossary(
                book.catalogue(),
                Stream.ofNullable(book.questionnaire().firstOfPlaces())
                        .map(Question::options)
                        .flatMap(List::stream)
                        .map(Question.Option::text)
                        .toList(),
                labels(book, Stage.PATTERNS),
                labels(book, Stage.CRITERIA),
                book.catalogue().terms().stream()
                        .sorted(Comparator.comparing(Term::name, String.CASE_INSENSITIVE_ORDER))
                        .toList());
    }

    private static List<String> labels(RuleBook book, Stage stage) {
        return book.findings().stream()
                .filter(f -> f.stage() == stage)
                .map(Finding::label)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    /** What an intervention is, as a patient is told. */
    public Optional<PatientWording.Treatment> plain(String intervention) {
        return Optional.ofNullable(catalogue.plain())
                .map(PatientWording::treatments)
                .map(treatments -> treatments.get(intervention));
    }

    /** The signs of a red flag, as a patient is told; empty where they are in the line of another one. */
    public Optional<String> signs(String redFlag) {
        return Optional.ofNullable(catalogue.plain())
                .map(PatientWording::signs)
                .map(signs -> signs.get(redFlag))
                .map(PatientWording.Sign::help);
    }
}
