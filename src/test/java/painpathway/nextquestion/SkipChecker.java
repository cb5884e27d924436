package painpathway.nextquestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Obstacle;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Condition;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Finding;
import painpathway.rules.Literal;
import painpathway.rules.Literal.OfFinding;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;
import painpathway.rules.Verb;

/**
 * Checks the reasons for skipping questions against the rule book and its runs alone: every end is true, and no way from the question
 * to the advice is left without one. What a blank counts as can still be taken back by an answer, so every claim has to hold for each
 * answer to such a question.
 */
final class SkipChecker {

    private static final Set<Verb> ONLY_MET =
            Set.of(Verb.CAUTION, Verb.STANCE, Verb.RED_FLAG, Verb.ALLOW, Verb.OBSTACLE);

    private final RuleBook book;
    private final Assessment soFar;
    private final int places;
    /** By way of answering the assumed questions, by place. */
    private final List<List<Seen>> runs = new ArrayList<>();

    private final Map<Literal.Test, Boolean> passes = new java.util.IdentityHashMap<>();
    private final Map<String, Boolean> known = new HashMap<>();

    SkipChecker(RuleBook book, Assessment soFar) {
        this.book = book;
        this.soFar =
                soFar.pains().isEmpty() ? new Assessment(soFar.policy(), soFar.patient(), List.of(Map.of())) : soFar;
        this.places = this.soFar.pains().size();
        List<Assessment> ways = List.of(this.soFar);
        List<Answers> now = Answers.of(book.questionnaire(), this.soFar);
        for (Item item : book.questionnaire().items(places)) {
            Answers there = now.get(item.place());
            if (there.assumed(item.question()) && there.given(item.question()) == null) {
                List<Assessment> more = new ArrayList<>(ways);
                for (Answer answer : answers(item.question())) {
                    for (Assessment way : ways) {
                        more.add(way.with(item, answer));
                    }
                }
                ways = more;
            }
        }
        for (Assessment way : ways) {
            runs.add(Answers.of(book.questionnaire(), way).stream()
                    .map(this::see)
                    .toList());
        }
    }

    /**
     * What is known at one place. A blank in a copy counts as an answer, but any other can still be given: until then its tests are open here,
     * so that what is certain is certain with every answer. There are too many such blanks to try each answer with each other one.
     */
    private record Seen(Answers answers, Truth[] rules, Truth[] findings) {

        Truth truth(ClinicalRule rule) {
            return rules[rule.index()];
        }

        Truth truth(Finding finding) {
            return findings[finding.index()];
        }
    }

    private Seen see(Answers answers) {
        Conclusions run = new PlainEvaluator(book).run(answers, soFar.policy());
        Truth[] findings = new Truth[book.findings().size()];
        Truth[] rules = new Truth[book.rules().size()];
        for (ClinicalRule rule : book.rules()) {
            rules[rule.index()] = !rule.inForce(soFar.policy())
                    ? Truth.NOT_MET
                    : rule.literals().stream()
                            .map(l -> l instanceof OfFinding of
                                    ? of.truth(findings[of.finding()])
                                    : truth((Literal.Test) l, answers))
                            .reduce(Truth.MET, Truth::and);
            if (rule.stage() != Stage.ADVICE) {
                int finding = book.finding(rule.id()).index();
                findings[finding] =
                        findings[finding] == null ? rules[rule.index()] : findings[finding].or(rules[rule.index()]);
            }
        }
        boolean open = book.questionnaire().questions().stream().anyMatch(q -> open(q, answers));
        if (!open && book.rules().stream().anyMatch(r -> rules[r.index()] != run.truth(r))) {
            throw new AssertionError("the checker reads the rules in another way than the rule book");
        }
        return new Seen(answers, rules, findings);
    }

    private Truth truth(Literal.Test test, Answers answers) {
        return open(test.question(), answers) ? Truth.UNKNOWN : test.truth(answers);
    }

    /** Whether it is a copy whose blank can still be answered; "not known" stays. */
    private boolean open(Question question, Answers answers) {
        return question.copy()
                && answers.assumed(question)
                && answers.given(book.questionnaire().original(question)) == null;
    }

    /** What is wrong with the reasons; nothing where they prove what they say. */
    List<String> faults(SkippedQuestion skipped) {
        List<String> faults = new ArrayList<>();
        for (SkipReason reason : skipped.because()) {
            if (!holds(skipped.item(), reason)) {
                faults.add(skipped.item().question().id() + ": not so: " + reason);
            }
        }
        if (skipped.because().isEmpty()) {
            faults.add(skipped.item().question().id() + ": nothing is said");
        } else if (!(skipped.because().get(0) instanceof SkipReason.NotAsked)) {
            new Ways(skipped, faults).walk();
        }
        return faults;
    }

    // ------------------------------------------------------------------ every way has an end

    private final class Ways {

        private final SkippedQuestion skipped;
        private final List<String> faults;
        private final Set<String> seen = new LinkedHashSet<>();

        Ways(SkippedQuestion skipped, List<String> faults) {
            this.skipped = skipped;
            this.faults = faults;
        }

        void walk() {
            Question question = skipped.item().question();
            if (skipped.item().question().safety()) {
                faults.add(question.id() + ": a safety question is never skipped");
            }
            for (int place = 0; place < places; place++) {
                for (ClinicalRule rule : book.rules()) {
                    if (rule.stage() == Stage.CRITERIA
                            && rule.inForce(soFar.policy())
                            && reads(rule, question, place)) {
                        follow(rule, place, true, true);
                    }
                }
            }
        }

        private boolean reads(ClinicalRule rule, Question question, int place) {
            for (Literal literal : rule.literals()) {
                for (Question input : book.questionnaire().asksFor(((Literal.Test) literal).question())) {
                    boolean samePlace =
                            !question.perPain() || place == skipped.item().place();
                    if (input.equals(question) && samePlace || hangsOn(input, question, place)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** Whether being asked can still hang on the question, at this place. */
        private boolean hangsOn(Question child, Question question, int place) {
            int at = child.perPain() ? place : 0;
            if (runs.stream().map(r -> r.get(at).answers().due(child)).allMatch(d -> d == Truth.MET)
                    || runs.stream().map(r -> r.get(at).answers().due(child)).allMatch(d -> d == Truth.NOT_MET)
                    || neverAsked(child, at)) {
                return false;
            }
            for (Condition condition : child.askedWhen()) {
                Question parent = book.questionnaire().question(condition.question());
                boolean elsewhere = parent.perPain() && !child.perPain();
                boolean here = !question.perPain()
                        || elsewhere
                        || place == skipped.item().place();
                if (parent.equals(question) && here) {
                    return true;
                }
                for (int other = elsewhere ? 0 : place; other < (elsewhere ? places : place + 1); other++) {
                    if (hangsOn(parent, question, other)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private void follow(ClinicalRule rule, int place, boolean met, boolean failed) {
            if (!seen.add(rule.index() + " " + place + met + failed) || rule.verb() == Verb.SUPPORT) {
                return;
            }
            Finding finding = rule.stage() == Stage.ADVICE ? null : book.finding(rule.id());
            if (saysNothingLeft(rule, place) || finding != null && saysDecided(finding, place)) {
                return;
            }
            boolean fails = saysNeverMet(rule, place);
            boolean stillMet = met && !fails;
            boolean stillFailed = failed && !(fails && always(rule, place, Truth.NOT_MET));
            if (finding != null && saysNeverRuledOut(finding, place)) {
                stillFailed = false;
            }
            if (finding == null) {
                if (stillMet || stillFailed && !ONLY_MET.contains(rule.verb())) {
                    faults.add(skipped.item().question().id() + ": a way is open through " + rule.name());
                }
                return;
            }
            for (ClinicalRule reader : book.rules()) {
                for (Literal literal : reader.literals()) {
                    if (literal instanceof OfFinding of
                            && of.finding() == finding.index()
                            && reader.inForce(soFar.policy())) {
                        boolean m = of.wanted() ? stillMet : stillFailed;
                        boolean n = of.wanted() ? stillFailed : stillMet;
                        if (m || n) {
                            follow(reader, place, m, n);
                        }
                    }
                }
            }
        }

        private boolean saysNothingLeft(ClinicalRule rule, int place) {
            return says(
                    SkipReason.NothingLeftToChange.class, place, r -> r.rule().index() == rule.index());
        }

        private boolean saysNeverMet(ClinicalRule rule, int place) {
            return says(SkipReason.NeverMet.class, place, r -> r.rule().index() == rule.index());
        }

        private boolean saysDecided(Finding finding, int place) {
            return says(SkipReason.FindingDecided.class, place, r -> r.finding().equals(finding));
        }

        private boolean saysNeverRuledOut(Finding finding, int place) {
            return says(SkipReason.NeverRuledOut.class, place, r -> r.finding().equals(finding));
        }

        private <R extends SkipReason> boolean says(Class<R> kind, int place, Predicate<R> about) {
            return skipped.because().stream()
                    .anyMatch(r -> kind.isInstance(r) && r.place() == place && about.test(kind.cast(r)));
        }
    }

    // ------------------------------------------------------------------ every end is true

    private boolean holds(Item item, SkipReason reason) {
        int place = reason.place();
        if (reason instanceof SkipReason.NotAsked) {
            return neverAsked(item.question(), place);
        }
        if (reason instanceof SkipReason.FindingDecided decided) {
            return decided(decided.finding(), place);
        }
        if (reason instanceof SkipReason.NeverRuledOut never) {
            return !canFail(never.finding(), place);
        }
        if (reason instanceof SkipReason.NeverMet never) {
            return !canBeMet(never.rule(), place);
        }
        if (reason instanceof SkipReason.NothingLeftToChange nothingLeft) {
            return closed(nothingLeft.rule(), place);
        }
        return reason instanceof SkipReason.NotUsed;
    }

    private boolean decided(Finding finding, int place) {
        Set<Truth> truths = new TreeSet<>();
        runs.forEach(r -> truths.add(r.get(place).truth(finding)));
        return truths.size() == 1
                        && (!truths.contains(Truth.UNKNOWN) || !canBeMet(finding, place) && !canFail(finding, place))
                || !canBeMet(finding, place) && !canBeAnythingBut(finding, place);
    }

    private boolean canBeAnythingBut(Finding finding, int place) {
        return runs.stream().anyMatch(r -> r.get(place).truth(finding) != Truth.NOT_MET);
    }

    private boolean always(ClinicalRule rule, int place, Truth truth) {
        return runs.stream().allMatch(r -> r.get(place).truth(rule) == truth)
                || truth == Truth.NOT_MET && neverButFailed(rule, place);
    }

    /** A line that cannot hold in any way. */
    private boolean neverButFailed(ClinicalRule rule, int place) {
        for (Literal literal : rule.literals()) {
            if (literal instanceof OfFinding of) {
                if (runs.stream().allMatch(r -> of.truth(r.get(place).findings()[of.finding()]) == Truth.NOT_MET)) {
                    return true;
                }
            } else if (runs.stream()
                    .allMatch(r -> truth((Literal.Test) literal, r.get(place).answers()) == Truth.NOT_MET)) {
                return true;
            }
        }
        return false;
    }

    private boolean neverAsked(Question question, int place) {
        if (runs.stream().allMatch(r -> r.get(place).answers().due(question) == Truth.NOT_MET)) {
            return true;
        }
        for (Condition condition : question.askedWhen()) {
            Question parent = book.questionnaire().question(condition.question());
            boolean elsewhere = parent.perPain() && !question.perPain();
            boolean never = true;
            for (int at = elsewhere ? 0 : place; at < (elsewhere ? places : place + 1); at++) {
                Answer given =
                        runs.get(0).get(parent.perPain() ? at : 0).answers().given(parent);
                never &= given instanceof Answer.NotKnown
                        || given != null && !condition.matches(given)
                        || neverAsked(parent, parent.perPain() ? at : 0);
            }
            if (never) {
                return true;
            }
        }
        return false;
    }

    /** Whether it can come out that the question is certainly not asked. */
    private boolean canBeDropped(Question question, int place) {
        for (Condition condition : question.askedWhen()) {
            Question parent = book.questionnaire().question(condition.question());
            boolean elsewhere = parent.perPain() && !question.perPain();
            boolean all = true;
            for (int at = elsewhere ? 0 : place; at < (elsewhere ? places : place + 1); at++) {
                int there = parent.perPain() ? at : 0;
                Answer given = runs.get(0).get(there).answers().given(parent);
                boolean mismatch = given == null
                        ? answers(parent).stream().anyMatch(a -> !condition.matches(a))
                        : !(given instanceof Answer.NotKnown) && !condition.matches(given);
                all &= canBeDropped(parent, there) || mismatch && !neverAsked(parent, there);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private boolean canBeMet(Finding finding, int place) {
        return remember(
                "m" + finding.index() + "/" + place,
                () -> book.rulesOf(finding, soFar.policy()).stream().anyMatch(r -> canBeMet(r, place)));
    }

    private boolean canFail(Finding finding, int place) {
        return remember(
                "f" + finding.index() + "/" + place,
                () -> book.rulesOf(finding, soFar.policy()).stream().allMatch(r -> canFail(r, place)));
    }

    private boolean remember(String key, java.util.function.BooleanSupplier answer) {
        Boolean before = known.get(key);
        if (before == null) {
            before = answer.getAsBoolean();
            known.put(key, before);
        }
        return before;
    }

    private boolean canBeMet(ClinicalRule rule, int place) {
        return runs.stream().anyMatch(r -> r.get(place).truth(rule) == Truth.MET)
                || rule.literals().stream().allMatch(l -> can(l, place, true));
    }

    private boolean canFail(ClinicalRule rule, int place) {
        return runs.stream().anyMatch(r -> r.get(place).truth(rule) == Truth.NOT_MET)
                || rule.literals().stream().anyMatch(l -> can(l, place, false));
    }

    private boolean can(Literal literal, int place, boolean hold) {
        if (literal instanceof OfFinding of) {
            Finding finding = book.findings().get(of.finding());
            Set<Truth> now = new TreeSet<>();
            runs.forEach(r -> now.add(of.truth(r.get(place).findings()[of.finding()])));
            if (!now.contains(Truth.UNKNOWN)) {
                return now.contains(hold ? Truth.MET : Truth.NOT_MET);
            }
            return of.wanted() == hold ? canBeMet(finding, place) : canFail(finding, place);
        }
        return test((Literal.Test) literal, place, hold);
    }

    /** Whether some answers to the blank questions behind a test let it hold, or fail. */
    private boolean test(Literal.Test test, int place, boolean hold) {
        Truth wanted = hold ? Truth.MET : Truth.NOT_MET;
        Set<Truth> now = new TreeSet<>();
        runs.forEach(r -> now.add(truth(test, r.get(place).answers())));
        if (now.contains(wanted) || !now.contains(Truth.UNKNOWN)) {
            return now.contains(wanted);
        }
        List<Question> inputs =
                book.questionnaire().asksFor(test.question()).stream().toList();
        if (!hold && inputs.stream().anyMatch(q -> canBeDropped(q, place))) {
            return true;
        }
        if (inputs.stream().anyMatch(q -> neverAsked(q, place))) {
            return false;
        }
        List<Assessment> ways = List.of(soFar);
        for (Question input : inputs) {
            Item asked = Item.at(input, place);
            if (runs.get(0).get(place).answers().given(input) == null) {
                List<Assessment> more = new ArrayList<>();
                for (Answer answer : answers(input)) {
                    ways.forEach(w -> more.add(w.with(asked, answer)));
                }
                ways = more;
            }
        }
        for (Assessment way : ways) {
            Answers answers = Answers.of(book.questionnaire(), way).get(place);
            Truth truth = test.truth(answers);
            if (truth == wanted
                    || truth == Truth.UNKNOWN
                            && inputs.stream()
                                    .noneMatch(q -> answers.given(q) instanceof Answer.NotKnown
                                            && q.unknownAs() == null
                                            && !test.question().copy())) {
                return true;
            }
        }
        return false;
    }

    /** Every option, each alone, all together; the ends of a range and every constant in it. */
    private List<Answer> answers(Question question) {
        List<Answer> all = new ArrayList<>();
        if (question.type().isNumber()) {
            Set<Double> values = new TreeSet<>(List.of(question.min(), question.max()));
            for (ClinicalRule rule : book.rules()) {
                for (Literal literal : rule.literals()) {
                    if (literal instanceof Literal.Compare compare
                            && book.questionnaire().original(compare.question()).equals(question)) {
                        List.of(compare.value() - 1, compare.value(), compare.value() + 1).stream()
                                .filter(v -> v >= question.min() && v <= question.max())
                                .forEach(values::add);
                    }
                }
            }
            values.forEach(v -> all.add(new Answer.Amount(v)));
        } else if (question.type() == Question.Type.CHOICE) {
            question.optionIds().forEach(o -> all.add(new Answer.Choice(o)));
        } else {
            question.optionIds().forEach(o -> all.add(new Answer.Choices(Set.of(o))));
            Set<String> every = new LinkedHashSet<>(question.optionIds());
            every.remove(Question.NONE);
            all.add(new Answer.Choices(every));
        }
        return all;
    }

    // ------------------------------------------------------------------ what is closed

    private boolean closed(ClinicalRule rule, int place) {
        Predicate<Integer> settled = switch (rule.verb()) {
            // A rule that cannot be met matters only as long as all of its kind can fail.
            case SUGGEST ->
                i -> !canBeMet(rule, place) && !canAllFail(Verb.SUGGEST, i, place)
                        || contraindicated(i, place)
                        || sure(Verb.SUGGEST, i, null, place)
                        || withheld(i, place) && urgencySettled();
            case CONTRAINDICATE ->
                i -> contraindicated(i, place)
                        || never(Verb.SUGGEST, i, place)
                        || withheld(i, place) && urgencySettled()
                        || !canBeMet(rule, place)
                                && (!can(Verb.SUGGEST, i, place) || !canAllFail(Verb.CONTRAINDICATE, i, place));
            case HOLD ->
                i -> contraindicated(i, place)
                        || !can(Verb.SUGGEST, i, place)
                        || sure(Verb.HOLD, i, rule.subject(), place)
                        || withheld(i, place) && urgencySettled()
                        || !canBeMet(rule, place)
                                && (!canAllFail(Verb.HOLD, i, place) || !canAllFail(Verb.CONTRAINDICATE, i, place));
            case CAUTION ->
                i -> stands(rule.subject(), i)
                        || contraindicated(i, place)
                        || !can(Verb.SUGGEST, i, place)
                        || withheld(i, place)
                        || sure(Verb.CAUTION, i, rule.subject(), place);
            case STANCE ->
                i -> contraindicated(i, place)
                        || !can(Verb.SUGGEST, i, place)
                        || withheld(i, place)
                        || sure(Verb.STANCE, i, rule.subject(), place);
            default -> null;
        };
        if (settled != null) {
            return book.catalogue().targets(rule.targets()).stream().allMatch(settled);
        }
        if (flagged(Urgency.EMERGENCY)) {
            return true;
        }
        return switch (rule.verb()) {
            case RED_FLAG -> flagClosed(rule);
            case ALLOW -> {
                RedFlag flag = book.catalogue().redFlag(rule.subject());
                yield book.catalogue().targets(rule.targets()).stream()
                                .allMatch(i ->
                                        !flag.withholds().contains(i) || withheld(i, place) || allowed(flag, i, place))
                        || everywhere(p -> book.naming(Verb.RED_FLAG, flag.id()).stream()
                                .noneMatch(r -> inForce(r) && canBeMet(r, p)));
            }
            case OBSTACLE -> {
                Obstacle obstacle = book.catalogue().obstacle(rule.subject());
                yield raised(obstacle)
                        || obstacle.contradiction()
                        || (flagged(Urgency.URGENT) || obstructed()) && allWithheld(obstacle.withholds());
            }
            default -> false;
        };
    }

    private boolean flagClosed(ClinicalRule rule) {
        RedFlag flag = book.catalogue().redFlag(rule.subject());
        boolean verdicts = raised(flag) || allWithheld(flag.withholds());
        boolean urgency = switch (rule.urgency()) {
            case URGENT -> flagged(Urgency.URGENT);
            case ROUTINE -> flagged(Urgency.ROUTINE) || urgencySettled();
            default -> false;
        };
        return verdicts && urgency;
    }

    private boolean inForce(ClinicalRule rule) {
        return rule.inForce(soFar.policy());
    }

    private boolean stands(String note, int intervention) {
        return book.catalogue().note(note).kind().explains()
                || book.catalogue().note(note).interventions().contains(intervention)
                || book.catalogue().note(note).analogies().contains(intervention);
    }

    /** Some rule of a verb (and subject) holds, whatever comes. */
    private boolean sure(Verb verb, int intervention, String subject, int place) {
        List<ClinicalRule> rules = book.forIntervention(intervention, verb).stream()
                .filter(r -> inForce(r) && (subject == null || subject.equals(r.subject())))
                .toList();
        return runs.stream()
                .allMatch(run -> rules.stream().anyMatch(r -> run.get(place).truth(r) == Truth.MET));
    }

    private boolean contraindicated(int intervention, int place) {
        return sure(Verb.CONTRAINDICATE, intervention, null, place);
    }

    private boolean never(Verb verb, int intervention, int place) {
        return book.forIntervention(intervention, verb).stream()
                .filter(this::inForce)
                .allMatch(r -> always(r, place, Truth.NOT_MET));
    }

    private boolean can(Verb verb, int intervention, int place) {
        return book.forIntervention(intervention, verb).stream().anyMatch(r -> inForce(r) && canBeMet(r, place));
    }

    private boolean canAllFail(Verb verb, int intervention, int place) {
        return book.forIntervention(intervention, verb).stream()
                .filter(this::inForce)
                .allMatch(r -> canFail(r, place));
    }

    private boolean everywhere(Predicate<Integer> at) {
        for (int place = 0; place < places; place++) {
            if (!at.test(place)) {
                return false;
            }
        }
        return true;
    }

    private boolean anyMet(List<ClinicalRule> rules) {
        return runs.stream()
                .allMatch(run -> run.stream().anyMatch(at -> rules.stream().anyMatch(r -> at.truth(r) == Truth.MET)));
    }

    private boolean flagged(Urgency urgency) {
        return anyMet(book.rules().stream()
                .filter(r -> r.verb() == Verb.RED_FLAG && r.urgency() == urgency)
                .toList());
    }

    private boolean raised(RedFlag flag) {
        return anyMet(book.naming(Verb.RED_FLAG, flag.id()));
    }

    private boolean raised(Obstacle obstacle) {
        return anyMet(book.naming(Verb.OBSTACLE, obstacle.id()))
                || obstacle == book.catalogue().blankSafetyQuestion() && safetyNotKnown();
    }

    private boolean safetyNotKnown() {
        return runs.stream()
                .allMatch(run -> run.stream()
                        .anyMatch(at -> book.questionnaire().asked().stream()
                                .anyMatch(q -> q.safety()
                                        && at.answers().due(q) == Truth.MET
                                        && at.answers().given(q) instanceof Answer.NotKnown)));
    }

    private boolean obstructed() {
        return book.catalogue().obstacles().stream().anyMatch(this::raised);
    }

    private boolean allowed(RedFlag flag, int intervention, int place) {
        List<ClinicalRule> allows = allows(flag, intervention);
        return runs.stream()
                .allMatch(run -> allows.stream().anyMatch(r -> run.get(place).truth(r) == Truth.MET));
    }

    private List<ClinicalRule> allows(RedFlag flag, int intervention) {
        return book.forIntervention(intervention, Verb.ALLOW).stream()
                .filter(r -> inForce(r) && r.subject().equals(flag.id()))
                .toList();
    }

    private boolean withheld(int intervention, int place) {
        if (flagged(Urgency.EMERGENCY) && book.catalogue().emergencyWithholds().contains(intervention)) {
            return true;
        }
        for (RedFlag flag : book.catalogue().redFlags()) {
            if (flag.withholds().contains(intervention)
                    && raised(flag)
                    && allows(flag, intervention).stream().noneMatch(r -> canBeMet(r, place))) {
                return true;
            }
        }
        return book.catalogue().obstacles().stream().anyMatch(o -> o.withholds().contains(intervention) && raised(o));
    }

    private boolean allWithheld(Set<Integer> interventions) {
        return everywhere(place -> interventions.stream().allMatch(i -> withheld(i, place)));
    }

    /** Whether the urgency no longer hangs on what is suggested. */
    private boolean urgencySettled() {
        if (flagged(Urgency.EMERGENCY) || flagged(Urgency.URGENT) || obstructed()) {
            return true;
        }
        boolean open = false;
        for (Intervention intervention : book.catalogue().interventions()) {
            for (int place = 0; place < places && intervention.procedure(); place++) {
                int i = intervention.index();
                boolean free = never(Verb.CONTRAINDICATE, i, place);
                boolean heldOrFree = sure(Verb.HOLD, i, null, place)
                        || never(Verb.HOLD, i, place)
                        || !canStayUnknown(Verb.HOLD, i, place);
                if (sure(Verb.SUGGEST, i, null, place) && free && heldOrFree) {
                    return true;
                }
                open |= !withheld(i, place) && !contraindicated(i, place) && !never(Verb.SUGGEST, i, place);
            }
        }
        return flagged(Urgency.ROUTINE) && !open;
    }

    private boolean canStayUnknown(Verb verb, int intervention, int place) {
        return runs.stream()
                .anyMatch(run -> book.forIntervention(intervention, verb).stream()
                        .anyMatch(r ->
                                inForce(r) && run.get(place).truth(r) == Truth.UNKNOWN && unknown(r, run.get(place))));
    }

    /** Whether it is more than a blank in a copy, which always counts as something, that a rule waits for. */
    private boolean unknown(ClinicalRule rule, Seen seen) {
        return rule.literals().stream()
                .anyMatch(l -> l instanceof OfFinding of
                        ? seen.findings()[of.finding()] == Truth.UNKNOWN
                                && book.findings().get(of.finding()).rules().stream()
                                        .anyMatch(r -> unknown(r, seen))
                        : ((Literal.Test) l).truth(seen.answers()) == Truth.UNKNOWN);
    }
}
