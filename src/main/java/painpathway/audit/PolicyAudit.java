package painpathway.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;
import painpathway.advice.Verdict;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;
import painpathway.logic.RuleBookEncoding;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;
import painpathway.rules.Verb;

/**
 * Everything that is proved about one rule book under one policy. A claim about every patient that fails is a defect at once;
 * a claim that something is possible needs only one policy, so it goes to {@code shown} or {@code suspects}, which all policies share.
 */
final class PolicyAudit {

    private static final List<Verdict> FINAL = List.of(Verdict.CANDIDATE, Verdict.CONDITIONAL, Verdict.CONTRAINDICATED);
    private static final List<Urgency> AT_LEAST_INSUFFICIENT =
            List.of(Urgency.EMERGENCY, Urgency.URGENT, Urgency.INSUFFICIENT_INFORMATION);

    private final RuleBook book;
    private final Catalogue catalogue;
    private final Questionnaire questionnaire;
    private final String policy;
    private final boolean backwards;
    private final List<Law> laws;
    private final Set<String> shown;
    private final Map<String, Defect> suspects;
    private final List<Defect> defects = new ArrayList<>();
    private final Prover prover;
    private final FormulaFactory f;
    private final RuleBookEncoding patient;
    private final List<Assessment> patients = new ArrayList<>();

    /** @param backwards goes through the shared claims from the end, so that two threads meet in the middle */
    PolicyAudit(
            RuleBook book,
            String policy,
            List<Law> laws,
            boolean backwards,
            Set<String> shown,
            Map<String, Defect> suspects) {
        this.book = book;
        this.catalogue = book.catalogue();
        this.questionnaire = book.questionnaire();
        this.policy = policy;
        this.laws = laws.stream().filter(l -> l.inForce(policy)).toList();
        this.backwards = backwards;
        this.shown = shown;
        this.suspects = suspects;
        this.prover = new Prover(book, policy, LawFormulas.cuts(book, laws));
        this.f = prover.f;
        this.patient = prover.patient;
    }

    int queries() {
        return prover.solver.queries();
    }

    List<Defect> run(Set<Guarantee> checks) {
        for (Guarantee check : checks) {
            switch (check) {
                case RULES_MATTER -> rulesMatter();
                case NOT_IMPLIED -> notImplied();
                case NOT_OPPOSITE -> notOpposite();
                case VERDICTS_REACHED -> verdictsReached();
                case OPTIONS_MATTER -> optionsMatter();
                case ONE_OUTCOME -> oneOutcome();
                case NO_CANDIDATE_BESIDE_CONTRAINDICATION -> noCandidateBesideContraindication();
                case FLAGS_WITHHOLD -> flagsWithhold();
                case FLAGS_SPEAK -> flagsSpeak();
                case BLANK_SAFETY -> blankSafety();
                case FINAL -> staysFinal();
                case LAWS -> laws();
                case ORDER -> unread();
                default -> {
                    // The audit as a whole checks these, not policy by policy.
                }
            }
        }
        return defects;
    }

    // ------------------------------------------------------------------ two kinds of claim

    /** Something that must be possible under some policy. */
    private void possible(String key, Defect otherwise, Formula... all) {
        if (!shown.contains(key)) {
            if (prover.possible(all)) {
                shown.add(key);
            } else {
                suspects.putIfAbsent(key, otherwise);
            }
        }
    }

    /** Something that must never happen under any policy; otherwise the smallest patient is the counterexample. */
    private void never(Guarantee check, String file, int line, String problem, Formula... all) {
        Counterexample example = prover.smallest(all);
        if (example != null) {
            defects.add(new Defect(check, file, line, problem + " (policy " + policy + ")", example, false));
        }
    }

    private List<ClinicalRule> rules() {
        List<ClinicalRule> rules = new ArrayList<>(
                book.rules().stream().filter(r -> r.inForce(policy)).toList());
        return inTurn(rules);
    }

    private <T> List<T> inTurn(List<T> all) {
        List<T> list = new ArrayList<>(all);
        if (backwards) {
            Collections.reverse(list);
        }
        return list;
    }

    private static Defect at(Guarantee check, ClinicalRule rule, String problem) {
        return new Defect(check, rule.file(), rule.line(), "\"" + rule.name() + "\" " + problem, null, false);
    }

    // ------------------------------------------------------------------ rules

    private void rulesMatter() {
        for (ClinicalRule rule : rules()) {
            String key = "matters " + rule.index();
            if (shown.contains(key)) {
                continue;
            }
            if (prover.possible(patient.met(rule), effect(rule))) {
                shown.add(key);
                patients.add(Prover.example(patient, prover.solver.model()).assessment());
            } else if (prover.possible(patient.met(rule))) {
                suspects.putIfAbsent(
                        key,
                        at(
                                Guarantee.RULES_MATTER,
                                rule,
                                "can fire, but changes nothing and shows nothing: " + unseen(rule)));
            } else {
                suspects.putIfAbsent(key, at(Guarantee.RULES_MATTER, rule, whyNot(rule)));
            }
        }
    }

    /** The patients for whom the rule makes a visible difference. */
    private Formula effect(ClinicalRule rule) {
        List<Intervention> targets = rule.target().isEmpty()
                ? List.of()
                : catalogue.interventions().stream()
                        .filter(i -> i.id().equals(rule.target()) || i.tags().contains(rule.target()))
                        .toList();
        return switch (rule.verb()) {
            case SUPPORT ->
                f.or(targets.stream()
                        .map(i -> OutcomeFormulas.is(f, patient, i, OutcomeFormulas.INDICATED))
                        .toList());
            case HOLD ->
                f.or(targets.stream()
                        .map(i -> patient.underlying(i, Verdict.CONDITIONAL))
                        .toList());
            case RED_FLAG -> patient.flag(catalogue.redFlag(rule.target()), Urgency.of(rule.argument()));
            case ALLOW ->
                f.and(
                        patient.raised(catalogue.redFlag(rule.target())),
                        f.not(patient.verdict(catalogue.intervention(rule.argument()), Verdict.WITHHELD)));
            default -> f.verum();
        };
    }

    private static String unseen(ClinicalRule rule) {
        return switch (rule.verb()) {
            case SUPPORT -> "'" + rule.target() + "' is never indicated for its patients";
            case HOLD -> "no intervention that it puts on hold is ever conditional for its patients";
            case RED_FLAG -> "for its patients the same red flag is always raised at a higher urgency";
            default -> "for its patients the red flag is never raised, or the intervention is withheld anyway";
        };
    }

    /** The fewest lines of a rule that cannot be true together. */
    private String whyNot(ClinicalRule rule) {
        if (rule.stage() == Stage.CRITERIA) {
            return "can never fire: no answer meets it while its question is asked";
        }
        List<Literal.OfFinding> lines = new ArrayList<>();
        rule.literals().forEach(l -> lines.add((Literal.OfFinding) l));
        for (Literal.OfFinding line : List.copyOf(lines)) {
            List<Literal.OfFinding> fewer = new ArrayList<>(lines);
            fewer.remove(line);
            if (!prover.possible(fewer.stream().map(this::holds).toArray(Formula[]::new))) {
                lines.remove(line);
            }
        }
        List<String> words = lines.stream()
                .map(l -> (l.wanted() ? "met " : "ruledOut ") + l.id())
                .toList();
        return words.size() == 1
                ? "can never fire: no patient has " + words.get(0)
                : "contradicts itself: " + String.join(" and ", words) + " are never true together";
    }

    private Formula holds(Literal.OfFinding line) {
        return line.wanted()
                ? patient.met(book.findings().get(line.finding()))
                : patient.notMet(book.findings().get(line.finding()));
    }

    private void notImplied() {
        for (ClinicalRule rule : rules()) {
            for (ClinicalRule other : book.rules()) {
                if (other != rule && sameEffect(rule, other)) {
                    String key = "implied " + rule.index() + " " + other.index();
                    if (!shown.contains(key) && prover.possible(patient.met(rule))) {
                        possible(
                                key,
                                at(
                                        Guarantee.NOT_IMPLIED,
                                        rule,
                                        "says nothing new: whenever it fires, \"" + other.name() + "\" (" + other.file()
                                                + ":" + other.line() + ") fires too"),
                                patient.met(rule),
                                f.not(patient.met(other)));
                    }
                }
            }
        }
    }

    /** Whether another rule says at least what this one says. */
    private boolean sameEffect(ClinicalRule rule, ClinicalRule other) {
        if (rule.verb() != other.verb() || !Objects.equals(rule.argument(), other.argument())) {
            return false;
        }
        if (rule.stage() != Stage.ADVICE) {
            return rule.id().equals(other.id());
        }
        boolean aimed = rule.verb() == Verb.CONTRAINDICATE || rule.verb() == Verb.HOLD || rule.verb() == Verb.CAUTION;
        return rule.target().equals(other.target())
                || aimed && catalogue.targets(other.target()).containsAll(catalogue.targets(rule.target()));
    }

    private void notOpposite() {
        for (ClinicalRule rule : rules()) {
            if (rule.verb() == Verb.SUGGEST && prover.possible(patient.met(rule))) {
                Intervention intervention = catalogue.intervention(rule.target());
                possible(
                        "opposite " + rule.index(),
                        at(
                                Guarantee.NOT_OPPOSITE,
                                rule,
                                "suggests '" + rule.target() + "' only to patients for whom it is contraindicated"),
                        patient.met(rule),
                        f.not(patient.underlying(intervention, Verdict.CONTRAINDICATED)));
            }
        }
    }

    // ------------------------------------------------------------------ outcomes

    private void verdictsReached() {
        for (Intervention intervention : catalogue.interventions()) {
            for (Verdict verdict : AllowedVerdicts.of(book, intervention)) {
                possible(
                        "reach " + intervention.id() + " " + verdict,
                        new Defect(
                                Guarantee.VERDICTS_REACHED,
                                "knowledge/interventions.yaml",
                                intervention.line(),
                                "'" + intervention.id() + "' is never " + verdict.word()
                                        + ", although its rules allow it",
                                null,
                                false),
                        OutcomeFormulas.is(f, patient, intervention, List.of(verdict)));
            }
        }
    }

    private void oneOutcome() {
        for (Intervention intervention : catalogue.interventions()) {
            never(
                    Guarantee.ONE_OUTCOME,
                    "knowledge/interventions.yaml",
                    intervention.line(),
                    "'" + intervention.id() + "' has no verdict, or more than one",
                    notExactlyOne(Arrays.stream(Verdict.values())
                            .map(v -> patient.verdict(intervention, v))
                            .toList()));
        }
        never(
                Guarantee.ONE_OUTCOME,
                null,
                0,
                "there is no urgency, or more than one",
                notExactlyOne(
                        Arrays.stream(Urgency.values()).map(patient::urgency).toList()));
    }

    private Formula notExactlyOne(List<Formula> all) {
        List<Formula> ways = new ArrayList<>();
        ways.add(f.not(f.or(all)));
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                ways.add(f.and(all.get(i), all.get(j)));
            }
        }
        return f.or(ways);
    }

    private void noCandidateBesideContraindication() {
        for (Intervention intervention : catalogue.interventions()) {
            never(
                    Guarantee.NO_CANDIDATE_BESIDE_CONTRAINDICATION,
                    "knowledge/interventions.yaml",
                    intervention.line(),
                    "'" + intervention.id() + "' is suggested although it is contraindicated",
                    OutcomeFormulas.is(f, patient, intervention, OutcomeFormulas.INDICATED),
                    patient.any(intervention, Verb.CONTRAINDICATE, null));
        }
    }

    /** A flag must withhold what its entry names and, if urgent or an emergency, every procedure, unless an allow rule fires. */
    private void flagsWithhold() {
        for (RedFlag flag : catalogue.redFlags()) {
            Formula pressing = f.or(patient.flag(flag, Urgency.EMERGENCY), patient.flag(flag, Urgency.URGENT));
            for (Intervention intervention : catalogue.interventions()) {
                Formula open = f.not(patient.verdict(intervention, Verdict.WITHHELD));
                Formula allowed = f.or(book.rulesAbout(Verb.ALLOW, flag.id()).stream()
                        .filter(r -> r.inForce(policy) && r.argument().equals(intervention.id()))
                        .map(patient::met)
                        .toList());
                Formula must = f.or(
                        flag.withholds().contains(intervention.index()) ? patient.raised(flag) : f.falsum(),
                        intervention.procedure() ? pressing : f.falsum());
                String problem = "the red flag '" + flag.id() + "' does not withhold '" + intervention.id() + "'";
                never(
                        Guarantee.FLAGS_WITHHOLD,
                        "knowledge/red-flags.yaml",
                        flag.line(),
                        problem,
                        must,
                        open,
                        f.not(allowed));
                if (intervention.procedure() || catalogue.emergencyWithholds().contains(intervention.index())) {
                    never(
                            Guarantee.FLAGS_WITHHOLD,
                            "knowledge/red-flags.yaml",
                            flag.line(),
                            problem + " in an emergency",
                            patient.flag(flag, Urgency.EMERGENCY),
                            open);
                }
            }
        }
    }

    /** A rule whose lines about what is there are met, and for which no excuse is met, fires: an excuse that is not known is none. */
    private void flagsSpeak() {
        for (ClinicalRule rule : inTurn(book.rules().stream()
                .filter(r -> r.verb() == Verb.RED_FLAG && r.inForce(policy))
                .toList())) {
            List<Formula> silent = new ArrayList<>(List.of(f.not(patient.met(rule))));
            List<String> excuses = new ArrayList<>();
            for (Literal literal : rule.literals()) {
                Literal.OfFinding line = (Literal.OfFinding) literal;
                Formula met = patient.met(book.findings().get(line.finding()));
                silent.add(line.wanted() ? met : f.not(met));
                if (!line.wanted()) {
                    excuses.add(line.id());
                }
            }
            if (!excuses.isEmpty()) {
                never(
                        Guarantee.FLAGS_SPEAK,
                        rule.file(),
                        rule.line(),
                        "\"" + rule.name() + "\" stays silent while nobody knows whether it is excused by "
                                + String.join(", ", excuses),
                        silent.toArray(Formula[]::new));
            }
        }
    }

    private void laws() {
        LawFormulas formulas = new LawFormulas(f, patient);
        for (Law law : laws) {
            List<Formula> when = formulas.when(law);
            Defect nobody = new Defect(
                    Guarantee.LAWS,
                    Law.FILE,
                    law.line(),
                    "the law '" + law.id() + "' fits no patient: " + law.says(),
                    null,
                    false);
            possible("law " + law.id(), nobody, when.toArray(Formula[]::new));
            for (LawFormulas.Broken broken : formulas.broken(law)) {
                List<Formula> all = new ArrayList<>(when);
                all.add(broken.formula());
                never(
                        Guarantee.LAWS,
                        Law.FILE,
                        law.line(),
                        "the law '" + law.id() + "' does not hold (" + broken.about() + "): " + law.says(),
                        all.toArray(Formula[]::new));
            }
        }
    }

    // ------------------------------------------------------------------ two patients who differ in one question

    private void unread() {
        for (Law law : laws) {
            if (law.then() instanceof Law.Then.Unread unread) {
                prover.twoPatients(unread.question(), other -> {
                    never(
                            Guarantee.ORDER,
                            Law.FILE,
                            law.line(),
                            "the law '" + law.id() + "' does not hold: " + law.says(),
                            OutcomeFormulas.differs(f, patient, other));
                    return null;
                });
            }
        }
    }

    /**
     * The program first tries each option or threshold on the patients for whom rules fired; if none of them
     * shows that it matters, the solver looks for two patients who differ in nothing else. Whatever is marked record-only is left out.
     */
    private void optionsMatter() {
        AnswerPerturbations flips = new AnswerPerturbations(book, patient.cuts());
        for (AnswerPerturbations.Flip flip : inTurn(flips.all())) {
            String key = "matters " + flip;
            if (shown.contains(key)) {
                continue;
            }
            if (patients.stream().anyMatch(p -> flips.changesAdvice(flip, p))
                    || prover.twoPatients(flip.question(), other -> prover.possible(differ(flip, other)))) {
                shown.add(key);
            } else {
                suspects.putIfAbsent(
                        key,
                        new Defect(
                                Guarantee.OPTIONS_MATTER,
                                Questionnaire.FILE,
                                flip.question().line(),
                                flip + " never changes the advice; correct the rules or mark it record-only",
                                null,
                                false));
            }
        }
        for (Question question : questionnaire.asked()) {
            boolean read = flips.read().contains(question);
            if (read == question.recordOnly()) {
                suspects.putIfAbsent(
                        "read " + question.id(),
                        new Defect(
                                Guarantee.OPTIONS_MATTER,
                                Questionnaire.FILE,
                                question.line(),
                                "'" + question.id()
                                        + (read
                                                ? "' is marked record-only, but something reads it"
                                                : "' is not read by anything; mark it record-only"),
                                null,
                                false));
            }
        }
    }

    /** Both patients answered the question, the first with the option or above the threshold, the second not; nothing else differs. */
    private Formula[] differ(AnswerPerturbations.Flip flip, RuleBookEncoding other) {
        Question question = flip.question();
        List<Variable> mine = patient.variables(question, 0);
        List<Variable> theirs = other.variables(question, 0);
        int place = flip.index() + 1;
        List<Formula> all = new ArrayList<>(List.of(
                mine.get(place),
                theirs.get(place).negate(),
                theirs.get(0),
                OutcomeFormulas.differs(f, patient, other)));
        boolean free = question.type() == Question.Type.CHOICE || flip.none();
        for (int k = 1; k < mine.size() && !free; k++) {
            // A list without the option may have to become "none".
            boolean none = !question.options().isEmpty()
                    && question.optionIds().get(k - 1).equals(Question.NONE);
            if (k != place && !none) {
                all.add(f.equivalence(mine.get(k), theirs.get(k)));
            }
        }
        return all.toArray(Formula[]::new);
    }

    /** The first patient has answered a safety question, the second has left it blank and is otherwise the same. */
    private void blankSafety() {
        for (Question question : questionnaire.asked()) {
            if (question.safety()) {
                prover.twoPatients(question, blank -> {
                    never(
                            Guarantee.BLANK_SAFETY,
                            Questionnaire.FILE,
                            question.line(),
                            "leaving '" + question.id() + "' blank makes the outcome less cautious",
                            patient.due(question),
                            patient.answered(question, 0),
                            blank.answered(question, 0).negate(),
                            lessCautious(question, blank));
                    return null;
                });
            }
        }
    }

    /** Less than insufficient information, a procedure that is not withheld, or a missing flag that the answer cannot have raised. */
    private Formula lessCautious(Question question, RuleBookEncoding blank) {
        List<Formula> bad = new ArrayList<>();
        bad.add(f.not(f.or(AT_LEAST_INSUFFICIENT.stream().map(blank::urgency).toList())));
        for (Intervention intervention : catalogue.interventions()) {
            if (intervention.procedure()) {
                bad.add(f.not(blank.verdict(intervention, Verdict.WITHHELD)));
            }
        }
        for (RedFlag flag : catalogue.redFlags()) {
            if (!raisedBy(flag, question)) {
                RedFlag.URGENCIES.forEach(u ->
                        bad.add(f.and(patient.flag(flag, Urgency.of(u)), f.not(blank.flag(flag, Urgency.of(u))))));
            }
        }
        return f.or(bad);
    }

    /** Whether an answer to the question can raise the flag, itself or by opening another question. */
    private boolean raisedBy(RedFlag flag, Question question) {
        Set<Question> behind = new LinkedHashSet<>();
        book.rulesAbout(Verb.RED_FLAG, flag.id())
                .forEach(r -> book.questionsBehind(r).forEach(q -> withParents(q, behind)));
        return behind.contains(question);
    }

    private void withParents(Question question, Set<Question> all) {
        if (all.add(question)) {
            question.askedWhen().forEach(c -> withParents(questionnaire.question(c.question()), all));
        }
    }

    /** The first patient has left a question blank, the second has answered it. */
    private void staysFinal() {
        for (Question question : questionnaire.asked()) {
            if (question.unknownAs() == null) {
                prover.twoPatients(question, later -> {
                    never(
                            Guarantee.FINAL,
                            Questionnaire.FILE,
                            question.line(),
                            "an answer to '" + question.id() + "' takes back a verdict that was final",
                            patient.answered(question, 0).negate(),
                            later.answered(question, 0),
                            takenBack(question, later));
                    return null;
                });
            }
        }
    }

    private Formula takenBack(Question question, RuleBookEncoding later) {
        List<Formula> bad = new ArrayList<>();
        for (Intervention intervention : catalogue.interventions()) {
            boolean held = heldByCopy(intervention, question);
            for (Verdict verdict : FINAL) {
                // Where a hold reads a blank as an answer, the real answer may lift or bring the hold; what was
                // indicated stays so.
                boolean ofHold = held && verdict != Verdict.CONTRAINDICATED;
                bad.add(f.and(
                        patient.underlying(intervention, verdict),
                        f.not(
                                ofHold
                                        ? OutcomeFormulas.is(f, later, intervention, OutcomeFormulas.INDICATED)
                                        : later.underlying(intervention, verdict))));
            }
            bad.add(f.and(
                    patient.underlying(intervention, Verdict.NOT_INDICATED),
                    f.not(OutcomeFormulas.is(
                            f, later, intervention, List.of(Verdict.NOT_INDICATED, Verdict.CONTRAINDICATED)))));
        }
        return f.or(bad);
    }

    private boolean heldByCopy(Intervention intervention, Question question) {
        List<Question> copies = questionnaire.copies(question);
        return !copies.isEmpty()
                && book.rulesFor(intervention.index(), Verb.HOLD).stream()
                        .filter(r -> r.inForce(policy))
                        .anyMatch(r -> book.questionsTested(r).stream().anyMatch(copies::contains));
    }
}
