package painpathway.calculator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import painpathway.folder.Faults;
import painpathway.folder.RulesFolder;
import painpathway.folder.YamlMapping;
import painpathway.knowledge.Citations;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;

/** All calculators of a rules folder, in the order of their file. A folder may do without. */
public record Calculators(List<Calculator> all) {

    static final String FILE = "knowledge/calculators.yaml";

    /** Reads the calculators and adds everything wrong with them to {@code faults}. */
    public static Calculators load(
            RulesFolder folder, Questionnaire questionnaire, Citations citations, Faults faults) {
        if (folder.text(FILE) == null) {
            return new Calculators(List.of());
        }
        YamlMapping file = YamlMapping.read(folder, FILE, faults);
        return new Calculators(new CalculatorReader(questionnaire, citations, faults).read(file));
    }

    /** Those that stand with a question. */
    public List<Calculator> beside(Question question) {
        return all.stream().filter(c -> c.beside() == question).toList();
    }

    /** The one with this id. */
    public Optional<Calculator> find(String id) {
        return all.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /** The one that a field of a form belongs to. */
    public Optional<Calculator> of(String field) {
        return Entered.calculatorOf(field).flatMap(this::find).filter(Calculator::entered);
    }

    /** Whether a field is called like one of a calculator, whichever there are. */
    public static boolean named(String field) {
        return Entered.calculatorOf(field).isPresent();
    }

    /** What these fields hold for a calculator. */
    public static Entered entered(Calculator calculator, Map<String, List<String>> fields) {
        return new Entered(calculator.id(), fields);
    }
}
