package painpathway.logic;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Urgency;
import painpathway.rules.RuleBook;

/** The urgency of the advice for one place. */
final class UrgencyFormulas {

    private final FormulaFactory f;
    private final Map<Urgency, Formula> urgencies;

    UrgencyFormulas(
            FormulaFactory f, RuleBook book, FlagFormulas flags, VerdictFormulas verdicts, Definitions definitions) {
        this.f = f;
        this.urgencies = encode(book, flags, verdicts);
        urgencies.replaceAll((urgency, formula) -> definitions.define("urgency " + urgency.word(), formula));
    }

    Formula of(Urgency urgency) {
        return urgencies.getOrDefault(urgency, f.falsum());
    }

    private Map<Urgency, Formula> encode(RuleBook book, FlagFormulas flags, VerdictFormulas verdicts) {
        List<Intervention> procedures = book.catalogue().interventions().stream()
                .filter(Intervention::procedure)
                .toList();
        Formula suggested = f.or(procedures.stream()
                .map(p -> f.or(verdicts.underlying(p, Verdict.CANDIDATE), verdicts.underlying(p, Verdict.CONDITIONAL)))
                .toList());
        Formula open = f.or(procedures.stream()
                .map(p -> f.or(verdicts.shown(p, Verdict.NEEDS_INFORMATION), verdicts.shown(p, Verdict.PROVISIONAL)))
                .toList());
        Formula insufficient = f.or(flags.anyObstacle(), f.and(open, f.not(suggested)));
        Formula emergency = flags.anyFlag(Urgency.EMERGENCY);
        Formula urgent = flags.anyFlag(Urgency.URGENT);
        Formula flagged = f.or(emergency, urgent);
        Formula routine = f.or(flags.anyFlag(Urgency.ROUTINE), suggested);
        Map<Urgency, Formula> all = new EnumMap<>(Urgency.class);
        all.put(Urgency.EMERGENCY, emergency);
        all.put(Urgency.URGENT, f.and(f.not(emergency), urgent));
        all.put(Urgency.INSUFFICIENT_INFORMATION, f.and(f.not(flagged), insufficient));
        all.put(Urgency.ROUTINE, f.and(f.not(flagged), f.not(insufficient), routine));
        all.put(Urgency.CONSERVATIVE_FIRST, f.and(f.not(flagged), f.not(insufficient), f.not(routine)));
        return all;
    }
}
