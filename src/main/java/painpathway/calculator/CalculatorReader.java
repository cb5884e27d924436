package painpathway.calculator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.folder.Faults;
import painpathway.folder.YamlMapping;
import painpathway.knowledge.Citations;
import painpathway.knowledge.Evidence;
import painpathway.knowledge.Source.Citation;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;

/** Reads the calculators, which may fill only questions that exist and cite only sources that do. */
final class CalculatorReader {

    private final Questionnaire questionnaire;
    private final Citations citations;
    private final Faults faults;
    private final Set<String> ids = new HashSet<>();

    CalculatorReader(Questionnaire questionnaire, Citations citations, Faults faults) {
        this.questionnaire = questionnaire;
        this.citations = citations;
        this.faults = faults;
    }

    List<Calculator> read(YamlMapping file) {
        List<Calculator> calculators = new ArrayList<>();
        for (YamlMapping entry : file.someEntries("calculators")) {
            Calculator calculator = calculator(entry);
            if (calculator != null) {
                calculators.add(calculator);
            }
        }
        file.done();
        return List.copyOf(calculators);
    }

    private @Nullable Calculator calculator(YamlMapping entry) {
        String id = entry.text("id");
        if (!id.matches("[a-z0-9-]{1,40}")) {
            entry.fault("id", "an id has small letters, digits and hyphens only");
        } else if (!ids.add(id)) {
            entry.fault("id", "'" + id + "' is defined twice");
        }
        boolean gives = entry.has("doses") || entry.has("items");
        Question beside = question(entry, gives ? "fills" : "below");
        if (gives && beside != null && (!beside.type().isNumber() || beside.perPain() || beside.derived())) {
            entry.fault("fills", "a sum can fill only a number that is asked once for the patient");
        }
        Calculator.Texts texts =
                new Calculator.Texts(entry.text("title"), entry.optional("about"), entry.texts("cautions"));
        Sum sum = beside == null ? new Sum.Elsewhere() : sum(entry, beside);
        Citation citation = citations.read(entry.text("source"), entry.file(), entry.line("source"));
        Evidence evidence = entry.required("evidence", Evidence.class);
        citations.checkEvidence(citation, evidence, entry.file(), entry.line("evidence"));
        entry.text("reviewed");
        if (beside != null) {
            entry.done();
        }
        return beside == null ? null : new Calculator(id, beside, sum, texts, citation, evidence);
    }

    private Sum sum(YamlMapping entry, Question beside) {
        if (entry.has("doses")) {
            List<Medicine> medicines =
                    entry.someEntries("doses").stream().map(Medicine::read).toList();
            Double rows = entry.number("rows");
            if (rows == null || rows < 1 || rows > Entered.MOST_ROWS) {
                entry.fault("rows", "'rows' should be 1 to " + Entered.MOST_ROWS);
            }
            return new Doses(medicines, rows == null ? 1 : rows.intValue(), beside);
        }
        if (entry.has("items")) {
            Items items = new Items(entry.texts("items"), entry.texts("answers"));
            if (items.items().isEmpty()
                    || items.items().size() > Entered.MOST_ROWS
                    || items.answers().size() < 2
                    || items.answers().size() > 10) {
                entry.fault("items", "a form needs 1 to 9 'items' with 2 to 10 'answers'");
            }
            return items;
        }
        if (entry.has("mean-of")) {
            Question mean = question(entry, "mean-of");
            if (mean != null && !mean.derived()) {
                entry.fault("mean-of", "'" + mean.id() + "' is asked, not made of other answers");
            }
            return new Sum.MeanOf(entry.text("mean-of"));
        }
        if (!entry.flag("elsewhere")) {
            entry.fault("id", "a calculator needs 'doses', 'items', 'mean-of' or 'elsewhere: true'");
        }
        return new Sum.Elsewhere();
    }

    private @Nullable Question question(YamlMapping entry, String key) {
        String id = entry.text(key);
        Question question = questionnaire.question(id);
        if (question == null && !id.isEmpty()) {
            faults.unknown(entry.file(), entry.line(key), "the question", id, questionnaire.ids());
        }
        return question;
    }
}
