package painpathway.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import painpathway.Patients;
import painpathway.ShippedRules;
import painpathway.advice.Advice;
import painpathway.advice.Verdict;
import painpathway.counterfactual.AnswerChange.Values;
import painpathway.knowledge.Intervention;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Literal;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;
import painpathway.vignette.Vignette;

/**
 * Smallest changes on the shipped rules, against trying: every one and every two answers changed, by the rule book alone. Tick lists are
 * tried with one option more or less, with one alone and with none; a set that needs more than that is tried as it was told.
 */
class CounterfactualTest {

    private static final int BY_FORCE = 24;

    private final RuleBook book = ShippedRules.BOOK;
    private final CounterfactualFinder changes = new CounterfactualFinder(book);
    private final Set<Question> matter = matter();
    private final Map<String, List<Double>> numbers = numbers();

    /** A question about the patient, or about one place. */
    private record Key(Question question, Integer pain) {}

    private record Try(Key key, Answer answer) {}

    @Test
    void allOneAndTwoAnswerChangesOnManyVignettesAgree() {
        List<Vignette> vignettes = new ArrayList<>(ShippedRules.VIGNETTES);
        Collections.shuffle(vignettes, new Random(20));
        // Two of them have several places.
        List<Vignette> chosen = new ArrayList<>(vignettes.stream()
                .filter(v -> v.assessment().pains().size() == 2)
                .limit(2)
                .toList());
        vignettes.stream()
                .filter(v -> v.assessment().pains().size() == 1)
                .limit(BY_FORCE - chosen.size())
                .forEach(chosen::add);
        Map<Integer, Integer> sizes = new TreeMap<>();
        chosen.parallelStream().forEach(v -> agree(v, sizes));
        assertThat(sizes.keySet()).contains(1, 2);
        assertThat(sizes.get(1)).isGreaterThan(20);
        // Weeks only grow and a test that is over stays: few entries are two answers away.
        assertThat(sizes.get(2)).isGreaterThan(8);
    }

    private void agree(Vignette vignette, Map<Integer, Integer> sizes) {
        Assessment patient = vignette.assessment();
        int pain = 0;
        List<CounterfactualResult> prospects = changes.of(patient, ShippedRules.PLAIN.advise(patient))
                .subList(0, book.catalogue().interventions().size());
        List<Try> tries = tries(patient, false);
        Map<Intervention, Set<Set<Key>>> found = new HashMap<>();
        for (Try one : tries) {
            note(patient, pain, prospects, List.of(one), found);
        }
        Map<Intervention, Set<Set<Key>>> ones = Map.copyOf(found);
        Map<Intervention, Set<Set<Key>>> twos = new HashMap<>();
        for (int i = 0; i < tries.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!tries.get(i).key.equals(tries.get(j).key)) {
                    note(patient, pain, prospects, List.of(tries.get(i), tries.get(j)), twos);
                }
            }
        }
        for (CounterfactualResult prospect : prospects) {
            String what = prospect.intervention().id() + " in \"" + vignette.name() + "\"";
            if (prospect.underlying() == Verdict.CANDIDATE) {
                continue;
            }
            Set<Set<Key>> tried =
                    ones.getOrDefault(prospect.intervention(), twos.getOrDefault(prospect.intervention(), Set.of()));
            Set<Set<Key>> told = prospect.target() == Verdict.CANDIDATE
                    ? prospect.sets().stream()
                            .map(s -> s.changes().stream()
                                    .map(c -> new Key(c.question(), c.pain()))
                                    .collect(Collectors.toSet()))
                            .collect(Collectors.toSet())
                    : Set.of();
            int size = told.isEmpty() ? 99 : told.iterator().next().size();
            if (!tried.isEmpty()) {
                assertThat(told)
                        .as(what)
                        .isNotEmpty()
                        .allMatch(s -> s.size() <= tried.iterator().next().size());
                if (size == tried.iterator().next().size() && prospect.found() <= CounterfactualFinder.MOST_SETS) {
                    assertThat(told).as(what).containsAll(tried);
                }
            }
            if (size <= 2) {
                Set<Set<Key>> beyond = new LinkedHashSet<>(told);
                beyond.removeAll(tried);
                for (Counterfactual set : prospect.sets()) {
                    if (beyond.contains(set.changes().stream()
                            .map(c -> new Key(c.question(), c.pain()))
                            .collect(Collectors.toSet()))) {
                        assertThat(set.changes())
                                .as(what + " " + set.text())
                                .anyMatch(c -> c.to() instanceof Answer.Choices to
                                        && to.options().size() > 1);
                    }
                }
            }
            synchronized (sizes) {
                sizes.merge(size, 1, Integer::sum);
            }
        }
    }

    private void note(
            Assessment patient,
            int pain,
            List<CounterfactualResult> prospects,
            List<Try> tries,
            Map<Intervention, Set<Set<Key>>> found) {
        Conclusions run = run(with(patient, tries), pain);
        for (CounterfactualResult prospect : prospects) {
            if (prospect.underlying() != Verdict.CANDIDATE
                    && verdict(run, prospect.intervention()) == Verdict.CANDIDATE) {
                found.computeIfAbsent(prospect.intervention(), i -> new LinkedHashSet<>())
                        .add(tries.stream().map(Try::key).collect(Collectors.toSet()));
            }
        }
    }

    @Test
    void whatIsToldHoldsOnEveryPatient() {
        Patients patients = new Patients(book, 77);
        int sets = 0;
        int values = 0;
        int blocked = 0;
        for (int i = 0; i < 80; i++) {
            Vignette like = ShippedRules.VIGNETTES.get((i * 7) % ShippedRules.VIGNETTES.size());
            Assessment patient = i % 4 == 0 ? patients.any(0.3 + 0.1 * (i % 8)) : patients.like(like, i % 6);
            for (CounterfactualResult prospect : changes.of(patient, ShippedRules.PLAIN.advise(patient))) {
                for (Counterfactual set : prospect.sets()) {
                    sets++;
                    values += check(patient, prospect, set);
                }
                if (prospect.underlying() != Verdict.CANDIDATE && prospect.target() != Verdict.CANDIDATE) {
                    assertThat(prospect.blockedBy()).isNotEmpty();
                    blocked++;
                }
            }
        }
        assertThat(sets).isGreaterThan(400);
        assertThat(values).isGreaterThan(sets);
        assertThat(blocked).isGreaterThan(100);
    }

    /** The set brings its target, with every one of its values; no part of it does; nothing in it is beyond changing. */
    private int check(Assessment patient, CounterfactualResult prospect, Counterfactual set) {
        List<Try> all = set.changes().stream()
                .map(c -> new Try(new Key(c.question(), c.pain()), c.to()))
                .toList();
        assertThat(after(patient, prospect, all)).isEqualTo(prospect.target());
        int values = 0;
        for (int i = 0; i < all.size(); i++) {
            AnswerChange change = set.changes().get(i);
            Answer from = given(patient, new Key(change.question(), change.pain()));
            boolean blank = from == null || from instanceof Answer.NotKnown;
            assertThat(blank || change.question().changeable()).isTrue();
            assertThat(change.kind()).isNotEqualTo(AnswerChange.Kind.NEVER);
            assertThat(change.from()).isEqualTo(from);
            List<Try> fewer = new ArrayList<>(all);
            fewer.remove(i);
            assertThat(after(patient, prospect, fewer)).isNotEqualTo(prospect.target());
            for (Answer answer : answersIn(change)) {
                List<Try> other = new ArrayList<>(all);
                other.set(i, new Try(all.get(i).key, answer));
                assertThat(after(patient, prospect, other))
                        .as(change.text() + " as " + answer)
                        .isEqualTo(prospect.target());
                values++;
            }
        }
        return values;
    }

    /** Answers that a change tells would do as well: numbers of its range, every option. */
    private List<Answer> answersIn(AnswerChange change) {
        Question question = change.question();
        if (change.values() instanceof Values.Range range) {
            return numbers.get(question.id()).stream()
                    .filter(n -> within(range, n))
                    .<Answer>map(Answer.Amount::new)
                    .toList();
        }
        if (change.values() instanceof Values.OneOf oneOf) {
            return oneOf.options().stream()
                    .<Answer>map(o -> question.type() == Question.Type.CHOICE
                            ? new Answer.Choice(o.id())
                            : new Answer.Choices(Set.of(o.id())))
                    .toList();
        }
        Values.Ticks ticks = (Values.Ticks) change.values();
        if (!ticks.anyOf()) {
            return List.of(change.to());
        }
        Set<String> fixed = new TreeSet<>(((Answer.Choices) change.to()).options());
        ticks.with().forEach(o -> fixed.remove(o.id()));
        return ticks.with().stream()
                .<Answer>map(o -> {
                    Set<String> with = new TreeSet<>(fixed);
                    with.add(o.id());
                    return new Answer.Choices(with);
                })
                .toList();
    }

    private static boolean within(Values.Range range, double number) {
        return (range.atLeast() == null || number >= range.atLeast())
                && (range.moreThan() == null || number > range.moreThan())
                && (range.atMost() == null || number <= range.atMost())
                && (range.lessThan() == null || number < range.lessThan());
    }

    @Test
    void everySingleAnswerThatLosesACandidateIsNamed() {
        int lost = 0;
        for (int i = 0; i < ShippedRules.VIGNETTES.size(); i += 20) {
            Assessment patient = ShippedRules.VIGNETTES.get(i).assessment();
            List<CounterfactualResult> candidates = changes.of(patient, ShippedRules.PLAIN.advise(patient)).stream()
                    .filter(p -> p.underlying() == Verdict.CANDIDATE)
                    .toList();
            for (Try one : candidates.isEmpty() ? List.<Try>of() : tries(patient, true)) {
                for (CounterfactualResult candidate : candidates) {
                    Verdict becomes = after(patient, candidate, List.of(one));
                    if (becomes != Verdict.CANDIDATE) {
                        lost++;
                        List<AnswerChange> named = candidate.losses().stream()
                                .map(CounterfactualResult.Loss::change)
                                .filter(c -> new Key(c.question(), c.pain()).equals(one.key))
                                .toList();
                        assertThat(named).as(one.toString()).isNotEmpty();
                        if (one.answer instanceof Answer.Amount amount) {
                            assertThat(named)
                                    .as(one.toString())
                                    .anyMatch(c -> within((Values.Range) c.values(), amount.value()));
                        } else if (one.answer instanceof Answer.Choice choice) {
                            assertThat(((Values.OneOf) named.get(0).values()).options())
                                    .extracting(Question.Option::id)
                                    .contains(choice.option());
                        }
                    }
                }
            }
            for (CounterfactualResult candidate : candidates) {
                for (CounterfactualResult.Loss loss : candidate.losses()) {
                    Key key = new Key(loss.change().question(), loss.change().pain());
                    assertThat(after(
                                    patient,
                                    candidate,
                                    List.of(new Try(key, loss.change().to()))))
                            .isEqualTo(loss.becomes())
                            .isNotEqualTo(Verdict.CANDIDATE);
                }
            }
        }
        assertThat(lost).isGreaterThan(1_000);
    }

    @Test
    void everySingleTickMoreOrLessThatLosesACandidateIsNamed() {
        int lost = 0;
        for (int i = 0; i < ShippedRules.VIGNETTES.size(); i += 20) {
            Assessment patient = ShippedRules.VIGNETTES.get(i).assessment();
            List<CounterfactualResult> candidates = changes.of(patient, ShippedRules.PLAIN.advise(patient)).stream()
                    .filter(p -> p.underlying() == Verdict.CANDIDATE)
                    .toList();
            for (Question question : candidates.isEmpty()
                    ? List.<Question>of()
                    : book.questionnaire().asked()) {
                Key key = new Key(question, question.perPain() ? 0 : null);
                if (question.type() != Question.Type.CHOICES
                        || !(given(patient, key) instanceof Answer.Choices given)
                        || !matter.contains(question)) {
                    continue;
                }
                for (Question.Option option : question.options()) {
                    Set<String> other = new LinkedHashSet<>(given.options());
                    boolean more = other.add(option.id());
                    if (!more) {
                        other.remove(option.id());
                    }
                    if (option.id().equals(Question.NONE) || !other.remove(Question.NONE) && other.isEmpty()) {
                        continue;
                    }
                    for (CounterfactualResult candidate : candidates) {
                        Verdict becomes = after(patient, candidate, List.of(new Try(key, new Answer.Choices(other))));
                        if (candidate.pain() == 0 && becomes != Verdict.CANDIDATE) {
                            lost++;
                            assertThat(candidate.losses())
                                    .as(
                                            "%s %s %s of: %s",
                                            candidate.intervention().id(),
                                            question.id(),
                                            option.id(),
                                            ShippedRules.VIGNETTES.get(i).name())
                                    .anyMatch(l -> l.change().question() == question
                                            && l.becomes() == becomes
                                            && l.change().values() instanceof Values.Ticks ticks
                                            && (more ? ticks.with() : ticks.without()).equals(List.of(option)));
                        }
                    }
                }
            }
        }
        assertThat(lost).isGreaterThan(200);
    }

    @Test
    void aTickThatHasToStayIsNamedBesideOneThatMustNotCome() {
        Assessment patient = ShippedRules.VIGNETTES.stream()
                .filter(v -> v.name().startsWith("Sciatica with a contained bulge and an epidural that did not last"))
                .findFirst()
                .orElseThrow()
                .assessment();
        CounterfactualResult laser = changes.of(patient, ShippedRules.PLAIN.advise(patient)).stream()
                .filter(p -> p.underlying() == Verdict.CANDIDATE
                        && p.intervention().id().contains("decompression"))
                .findFirst()
                .orElseThrow();
        assertThat(laser.losses())
                .map(l -> l.change().values())
                .filteredOn(Values.Ticks.class::isInstance)
                .map(Values.Ticks.class::cast)
                .anyMatch(t -> t.without().stream().anyMatch(o -> o.id().equals("contained-bulge")))
                .anyMatch(t -> t.with().stream().anyMatch(o -> o.id().equals("extruded-fragment")));
    }

    @Test
    void theSameIsToldWhoeverWasLookedAtBefore() {
        List<Assessment> patients = IntStream.range(0, 30)
                .mapToObj(i -> ShippedRules.VIGNETTES
                        .get(i * 31 % ShippedRules.VIGNETTES.size())
                        .assessment())
                .toList();
        List<List<CounterfactualResult>> forwards = patients.stream()
                .map(p -> changes.of(p, ShippedRules.PLAIN.advise(p)))
                .toList();
        CounterfactualFinder fresh = new CounterfactualFinder(book);
        for (int i = patients.size() - 1; i >= 0; i--) {
            Advice advice = ShippedRules.PLAIN.advise(patients.get(i));
            assertThat(fresh.of(patients.get(i), advice)).isEqualTo(forwards.get(i));
        }
    }

    @Test
    void manyAtOnceGetTheirOwn() {
        List<Assessment> patients = IntStream.range(0, 24)
                .mapToObj(i -> ShippedRules.VIGNETTES
                        .get(i * 17 % ShippedRules.VIGNETTES.size())
                        .assessment())
                .toList();
        List<List<CounterfactualResult>> alone = patients.stream()
                .map(p -> changes.of(p, ShippedRules.PLAIN.advise(p)))
                .toList();
        List<List<CounterfactualResult>> together = patients.parallelStream()
                .map(p -> changes.of(p, ShippedRules.PLAIN.advise(p)))
                .toList();
        assertThat(together).isEqualTo(alone);
    }

    // ------------------------------------------------------------------ trying, without the formulas

    private Verdict after(Assessment patient, CounterfactualResult prospect, List<Try> tries) {
        return verdict(run(with(patient, tries), prospect.pain()), prospect.intervention());
    }

    private Conclusions run(Assessment patient, int pain) {
        return new PlainEvaluator(book)
                .run(Answers.of(book.questionnaire(), patient).get(pain), patient.policy());
    }

    private Verdict verdict(Conclusions run, Intervention intervention) {
        return Verdict.of(
                any(run, intervention, Verb.CONTRAINDICATE),
                any(run, intervention, Verb.SUGGEST),
                any(run, intervention, Verb.HOLD));
    }

    private Truth any(Conclusions run, Intervention intervention, Verb verb) {
        Truth any = Truth.NOT_MET;
        for (ClinicalRule rule : book.forIntervention(intervention.index(), verb)) {
            any = any.or(run.truth(rule));
        }
        return any;
    }

    private static Answer given(Assessment patient, Key key) {
        return (key.pain == null ? patient.patient() : patient.pains().get(key.pain)).get(key.question.id());
    }

    private static Assessment with(Assessment patient, List<Try> tries) {
        Map<String, Answer> own = new HashMap<>(patient.patient());
        List<Map<String, Answer>> pains = new ArrayList<>();
        patient.pains().forEach(p -> pains.add(new HashMap<>(p)));
        tries.forEach(t -> (t.key.pain == null ? own : pains.get(t.key.pain)).put(t.key.question.id(), t.answer));
        return new Assessment(patient.policy(), own, pains);
    }

    /** Every other answer to every question; without {@code all} only what can change, in the way it can. */
    private List<Try> tries(Assessment patient, boolean all) {
        List<Try> tries = new ArrayList<>();
        for (Question question : book.questionnaire().asked()) {
            for (int pain = 0;
                    matter.contains(question)
                            && pain < (question.perPain() ? patient.pains().size() : 1);
                    pain++) {
                Key key = new Key(question, question.perPain() ? pain : null);
                Answer given = given(patient, key);
                boolean blank = given == null || given instanceof Answer.NotKnown;
                for (Answer answer : all || blank || question.changeable()
                        ? answers(question, blank ? null : given)
                        : Set.<Answer>of()) {
                    if (!answer.equals(given) && (all || blank || !question.onlyMore() || grows(given, answer))) {
                        tries.add(new Try(key, answer));
                    }
                }
            }
        }
        return tries;
    }

    private static boolean grows(Answer from, Answer to) {
        if (from instanceof Answer.Amount before && to instanceof Answer.Amount after) {
            return after.value() > before.value();
        }
        Set<String> before = ((Answer.Choices) from).options();
        return before.contains(Question.NONE) || ((Answer.Choices) to).options().containsAll(before);
    }

    private Set<Answer> answers(Question question, Answer given) {
        Set<Answer> answers = new LinkedHashSet<>();
        switch (question.type()) {
            case INTEGER, DECIMAL -> numbers.get(question.id()).forEach(n -> answers.add(new Answer.Amount(n)));
            case CHOICE -> question.optionIds().forEach(o -> answers.add(new Answer.Choice(o)));
            case CHOICES -> {
                Set<String> now = given instanceof Answer.Choices choices ? choices.options() : Set.of();
                for (String option : question.optionIds()) {
                    answers.add(new Answer.Choices(Set.of(option)));
                    if (!option.equals(Question.NONE)) {
                        Set<String> flipped = new TreeSet<>(now);
                        flipped.remove(Question.NONE);
                        if (!flipped.remove(option)) {
                            flipped.add(option);
                        }
                        if (!flipped.isEmpty()) {
                            answers.add(new Answer.Choices(flipped));
                        }
                    }
                }
            }
        }
        return answers;
    }

    /** The questions that anything about an intervention rests on, through branching too. */
    private Set<Question> matter() {
        Set<Question> matter = new LinkedHashSet<>();
        for (ClinicalRule rule : book.rules()) {
            if (rule.verb() == Verb.SUGGEST || rule.verb() == Verb.CONTRAINDICATE || rule.verb() == Verb.HOLD) {
                matter.addAll(book.questionsBehind(rule));
            }
        }
        for (int size = 0; size < matter.size(); ) {
            size = matter.size();
            List.copyOf(matter)
                    .forEach(q -> q.askedWhen()
                            .forEach(c -> matter.add(book.questionnaire().question(c.question()))));
        }
        book.questionnaire().questions().stream()
                .filter(q ->
                        q.derived() && matter.containsAll(book.questionnaire().asksFor(q)))
                .forEach(matter::add);
        return matter;
    }

    /** The least number, and from each constant that a rule or a branch compares with upwards one; of numbers that are added up, each other's too. */
    private Map<String, List<Double>> numbers() {
        Map<String, Set<Double>> at = new LinkedHashMap<>();
        book.questionnaire().asked().stream()
                .filter(q -> q.type().isNumber())
                .forEach(q -> at.put(q.id(), new TreeSet<>(Set.of(q.min()))));
        for (ClinicalRule rule : book.rules()) {
            for (Literal literal : rule.literals()) {
                if (literal instanceof Literal.Compare compare
                        && (!compare.question().derived() || compare.question().copy())) {
                    boolean from = compare.operator() == Literal.Operator.AT_LEAST
                            || compare.operator() == Literal.Operator.LESS;
                    at.get(book.questionnaire().original(compare.question()).id())
                            .add(compare.value() + (from ? 0 : step(compare.question())));
                }
            }
        }
        for (Question child : book.questionnaire().asked()) {
            child.askedWhen().stream()
                    .filter(c -> at.containsKey(c.question()))
                    .forEach(c -> at.get(c.question())
                            .add(
                                    c.atLeast() == null
                                            ? c.atMost()
                                                    + step(book.questionnaire().question(c.question()))
                                            : c.atLeast()));
        }
        for (Question sum : book.questionnaire().questions()) {
            if (sum.derived()
                    && !sum.copy()
                    && sum.derivation().inputs().stream().allMatch(at::containsKey)
                    && matter.contains(sum)) {
                Set<Double> together = new TreeSet<>();
                sum.derivation().inputs().forEach(q -> at.get(q).forEach(v -> together.addAll(List.of(v, v + 1))));
                sum.derivation().inputs().forEach(q -> at.get(q).addAll(together));
            }
        }
        Map<String, List<Double>> numbers = new HashMap<>();
        at.forEach((id, values) -> {
            Question question = book.questionnaire().question(id);
            numbers.put(
                    id,
                    values.stream()
                            .filter(v -> v >= question.min() && v <= question.max())
                            .toList());
        });
        return numbers;
    }

    private static double step(Question question) {
        return question.type() == Question.Type.INTEGER ? 1 : 0.01;
    }
}
