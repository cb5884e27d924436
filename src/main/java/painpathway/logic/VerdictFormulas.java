package painpathway.logic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/** The verdict on each intervention. */
public final class VerdictFormulas {

    private final FormulaFactory f;
    private final RuleBook book;
    private final RuleFormulas rules;
    private final List<Map<Verdict, Formula>> underlying = new ArrayList<>();
    private final List<Formula> withheld = new ArrayList<>();

    VerdictFormulas(FormulaFactory f, RuleBook book, RuleFormulas rules, FlagFormulas flags, Definitions definitions) {
        this.f = f;
        this.book = book;
        this.rules = rules;
        for (Intervention intervention : book.catalogue().interventions()) {
            Map<Verdict, Formula> verdicts = encode(intervention);
            verdicts.replaceAll(
                    (verdict, formula) -> definitions.define(verdict.word() + " " + intervention.id(), formula));
            underlying.add(verdicts);
            withheld.add(definitions.define("withheld " + intervention.id(), flags.withholds(intervention)));
        }
    }

    /** Whether this is the verdict without flags, obstacles and blank safety questions. It is never WITHHELD. */
    public Formula underlying(Intervention intervention, Verdict verdict) {
        return underlying.get(intervention.index()).getOrDefault(verdict, f.falsum());
    }

    /** Whether this is the verdict that the advice for one place shows. */
    public Formula shown(Intervention intervention, Verdict verdict) {
        Formula kept = withheld.get(intervention.index());
        return verdict == Verdict.WITHHELD ? kept : f.and(f.not(kept), underlying(intervention, verdict));
    }

    /** Whether the verdict is one of these: the shown one for WITHHELD, else the underlying one. */
    public Formula oneOf(Intervention intervention, List<Verdict> verdicts) {
        return f.or(verdicts.stream()
                .map(v -> v == Verdict.WITHHELD ? shown(intervention, v) : underlying(intervention, v))
                .toList());
    }

    /** Whether any rule with this verb is met for an intervention. */
    public Formula any(Intervention intervention, Verb verb) {
        return rules.any(book.forIntervention(intervention.index(), verb), r -> true);
    }

    /** Whether any rule with this verb and this check, note or stance is met for an intervention. */
    public Formula any(Intervention intervention, Verb verb, String subject) {
        return rules.any(book.forIntervention(intervention.index(), verb), r -> subject.equals(r.subject()));
    }

    private Formula none(Intervention intervention, Verb verb) {
        return rules.none(book.forIntervention(intervention.index(), verb));
    }

    private Map<Verdict, Formula> encode(Intervention intervention) {
        Formula contraindicated = any(intervention, Verb.CONTRAINDICATE);
        Formula notContraindicated = none(intervention, Verb.CONTRAINDICATE);
        Formula indicated = any(intervention, Verb.SUGGEST);
        Formula notIndicated = none(intervention, Verb.SUGGEST);
        Formula held = any(intervention, Verb.HOLD);
        Formula notHeld = none(intervention, Verb.HOLD);
        Formula maybe = f.not(contraindicated);
        Map<Verdict, Formula> verdicts = new EnumMap<>(Verdict.class);
        verdicts.put(Verdict.CONTRAINDICATED, contraindicated);
        verdicts.put(Verdict.NOT_INDICATED, f.and(maybe, notIndicated));
        verdicts.put(Verdict.NEEDS_INFORMATION, f.and(maybe, f.not(indicated), f.not(notIndicated)));
        Formula open = f.or(f.not(notContraindicated), f.and(f.not(held), f.not(notHeld)));
        verdicts.put(Verdict.PROVISIONAL, f.and(maybe, indicated, open));
        verdicts.put(Verdict.CONDITIONAL, f.and(notContraindicated, indicated, held));
        verdicts.put(Verdict.CANDIDATE, f.and(notContraindicated, indicated, notHeld));
        return verdicts;
    }
}
