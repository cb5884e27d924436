package painpathway.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.calculator.Calculators;
import painpathway.folder.Faults;
import painpathway.folder.RulesFolder;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.LetterWording;
import painpathway.knowledge.LoadedCatalogue;
import painpathway.knowledge.PatientWording;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;

/** Reads one folder into a {@link RuleBook}: looks up every name and reports everything that is wrong, then refuses or accepts. */
final class RuleBookLoader {

    private final RulesFolder folder;
    private final Faults faults = new Faults();
    private final NamesRead read = new NamesRead();
    private final Questionnaire questionnaire;
    private final LoadedCatalogue loaded;

    private RuleBookLoader(RulesFolder folder) {
        this.folder = folder;
        folder.checkLayout(faults);
        this.questionnaire = Questionnaire.load(folder, faults);
        this.loaded = LoadedCatalogue.load(folder, faults);
    }

    static RuleBook load(RulesFolder folder) {
        return new RuleBookLoader(folder).load();
    }

    private RuleBook load() {
        List<WrittenRule> written = RuleReader.read(folder, faults);
        RuleNames.check(written, faults);
        FindingNames names = FindingNames.of(written, faults);
        RuleLinker linker = new RuleLinker(questionnaire, loaded, names, read, faults);
        List<ClinicalRule> rules = new ArrayList<>();
        written.forEach(rule -> rules.add(linker.link(rules.size(), rule)));
        List<Finding> findings = names.findings(rules);
        checkResults(loaded.catalogue());
        Calculators calculators = Calculators.load(folder, questionnaire, loaded.citations(), faults);
        MissingParts.check(folder, loaded.catalogue(), rules, faults);
        checkPatientWording(loaded.catalogue().plain(), names.all());
        // A broken folder can have names that lead nowhere: only a whole one is looked over for warnings and made into
        // a book.
        faults.throwIfAny();
        read.warnUnread(findings, questionnaire, faults);
        loaded.usage().warnUnused(loaded.catalogue(), faults);
        RuleBook book = new RuleBook(
                folder, questionnaire, loaded.catalogue(), calculators, rules, findings, faults.warnings());
        BlankCheck.check(book, faults);
        faults.throwIfAny();
        return book;
    }

    private void checkResults(Catalogue catalogue) {
        for (Question question : questionnaire.asked()) {
            if (question.resultOf() != null && catalogue.intervention(question.resultOf()) == null) {
                faults.unknown(
                        Questionnaire.FILE,
                        question.line(),
                        "the intervention",
                        question.resultOf(),
                        catalogue.interventions().stream().map(Intervention::id).toList());
            }
        }
    }

    /** The sheet for patients can depend on findings, which only the rules know. */
    private void checkPatientWording(@Nullable PatientWording wording, Set<String> findings) {
        if (wording == null) {
            return;
        }
        PatientWording.NewPain newPain = wording.newPain();
        if (newPain != null) {
            checkQuestion(newPain.question(), newPain.line());
        }
        LetterWording letter = wording.letter();
        if (letter != null) {
            letter.all().forEach(named -> checkQuestion(named.question(), named.line()));
        }
        for (PatientWording.Sign sign : wording.signs().values()) {
            for (String id : sign.onlyWith()) {
                read.finding(id);
                if (!findings.contains(id)) {
                    faults.unknown(PatientWording.FILE, sign.line(), "the criterion or pattern", id, findings);
                }
            }
        }
    }

    private void checkQuestion(String id, int line) {
        if (questionnaire.question(id) == null) {
            faults.unknown(
                    PatientWording.FILE,
                    line,
                    "the question",
                    id,
                    questionnaire.questions().stream().map(Question::id).toList());
        }
    }
}
