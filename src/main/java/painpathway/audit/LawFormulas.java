package painpathway.audit;

import java.util.ArrayList;
import java.util.List;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import painpathway.advice.Verdict;
import painpathway.audit.Law.Then;
import painpathway.audit.Law.When;
import painpathway.knowledge.Intervention;
import painpathway.logic.NumericPartition;
import painpathway.logic.RuleBookEncoding;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/** The laws as formulas. */
final class LawFormulas {

    private final FormulaFactory f;
    private final RuleBookEncoding patient;

    LawFormulas(FormulaFactory f, RuleBookEncoding patient) {
        this.f = f;
        this.patient = patient;
    }

    /** The cuts of a rule book and of the numbers that laws speak of. */
    static NumericPartition partition(RuleBook book, List<Law> laws) {
        return withThoseOf(laws, new NumericPartition(book), book);
    }

    /** Adds the cuts of the numbers that laws speak of. */
    static NumericPartition withThoseOf(List<Law> laws, NumericPartition partition, RuleBook book) {
        for (Law law : laws) {
            for (When when : law.when()) {
                if (when instanceof When.Answered answered) {
                    answered.anyOf().stream()
                            .filter(Literal.Compare.class::isInstance)
                            .forEach(t -> partition.add(book, (Literal.Compare) t));
                }
            }
        }
        return partition;
    }

    /** The patients that the law is about. */
    List<Formula> when(Law law) {
        return law.when().stream().map(this::when).toList();
    }

    private Formula when(When when) {
        if (when instanceof When.Answered answered) {
            Literal.Test first = answered.anyOf().get(0);
            Formula any =
                    f.or(answered.anyOf().stream().map(patient.tests()::given).toList());
            return answered.wanted()
                    ? any
                    : f.and(
                            patient.branching().due(first.question()),
                            patient.tests().answered(first.question()),
                            f.not(any));
        }
        if (when instanceof When.Blank blank) {
            return f.and(
                    patient.branching().due(blank.question()),
                    f.not(patient.tests().answered(blank.question())));
        }
        if (when instanceof When.OfFinding of) {
            return switch (of.how()) {
                case "met" -> patient.rules().met(of.finding());
                case "ruled-out" -> patient.rules().notMet(of.finding());
                default -> f.not(patient.rules().met(of.finding()));
            };
        }
        if (when instanceof When.OfFlag of) {
            return of.at() == null
                    ? patient.flags().raised(of.flag())
                    : patient.flags().flag(of.flag(), of.at());
        }
        if (when instanceof When.OfObstacle of) {
            return patient.flags().obstacle(of.obstacle());
        }
        return f.or(
                ((When.OfUrgency) when).anyOf().stream().map(patient::urgency).toList());
    }

    /** Every way to break the law, with a word for what it is about. Empty for a law about a question that nothing may read. */
    List<Broken> broken(Law law) {
        List<Broken> broken = new ArrayList<>();
        Then then = law.then();
        if (then instanceof Then.Verdicts verdicts) {
            for (Intervention intervention : verdicts.of()) {
                Formula is = patient.verdicts().oneOf(intervention, verdicts.verdicts());
                broken.add(new Broken(intervention.id(), verdicts.never() ? is : f.not(is)));
            }
        } else if (then instanceof Then.Urgencies urgencies) {
            broken.add(new Broken(
                    "urgency",
                    f.not(f.or(urgencies.anyOf().stream().map(patient::urgency).toList()))));
        } else if (then instanceof Then.Flag flag) {
            Formula raised = flag.at() == null
                    ? patient.flags().raised(flag.flag())
                    : patient.flags().flag(flag.flag(), flag.at());
            broken.add(new Broken(flag.flag().id(), flag.raised() ? f.not(raised) : raised));
        } else if (then instanceof Then.Blocked blocked) {
            broken.add(new Broken(blocked.obstacle().id(), f.not(patient.flags().obstacle(blocked.obstacle()))));
        } else if (then instanceof Then.Checked checked) {
            for (Intervention intervention : checked.of()) {
                Formula named = patient.verdicts().any(intervention, Verb.HOLD, checked.check());
                Formula open = f.or(
                        patient.verdicts().underlying(intervention, Verdict.CONDITIONAL),
                        patient.verdicts().underlying(intervention, Verdict.PROVISIONAL));
                broken.add(new Broken(
                        intervention.id(),
                        f.or(
                                patient.verdicts().underlying(intervention, Verdict.CANDIDATE),
                                f.and(open, f.not(named)))));
            }
        } else if (then instanceof Then.Shown shown) {
            for (Intervention intervention : shown.of()) {
                Formula seen =
                        patient.verdicts().any(intervention, shown.stance() ? Verb.STANCE : Verb.CAUTION, shown.id());
                broken.add(new Broken(intervention.id(), f.not(seen)));
            }
        }
        return broken;
    }

    /** A way to break a law. */
    record Broken(String about, Formula formula) {}
}
