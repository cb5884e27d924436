package painpathway.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import painpathway.folder.Faults;
import painpathway.folder.Names;
import painpathway.folder.RulesFolder;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.PatientWording;
import painpathway.knowledge.Source.Citation;
import painpathway.questionnaire.Derivation;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.RuleReader.Draft;

/** Reads one folder into a {@link RuleBook}: looks up every name and reports everything that is wrong, then refuses or accepts. */
final class RuleBookLoader {

    /** The verbs of caution: for these a blank may count as an answer that it is not taken for elsewhere. */
    private static final Set<Verb> REST_ON_COPIES = EnumSet.of(Verb.RED_FLAG, Verb.OBSTACLE, Verb.HOLD, Verb.CAUTION);

    private final RulesFolder folder;
    private final Faults faults;
    private final boolean withDrafts;
    private final Set<String> readQuestions = new LinkedHashSet<>();
    private final Map<String, Set<String>> readOptions = new LinkedHashMap<>();
    private final Set<String> readFindings = new LinkedHashSet<>();
    private final Map<String, ClinicalRule> literalsSeen = new LinkedHashMap<>();
    private Questionnaire questionnaire;
    private Catalogue catalogue;

    RuleBookLoader(RulesFolder folder, Faults faults, boolean withDrafts) {
        this.folder = folder;
        this.faults = faults;
        this.withDrafts = withDrafts;
    }

    RuleBook load() {
        folder.checkLayout(faults);
        questionnaire = Questionnaire.load(folder, faults);
        catalogue = Catalogue.load(folder, faults);
        List<Draft> drafts = RuleReader.read(folder, faults).stream()
                .filter(d -> withDrafts || !d.annotations().containsKey("status"))
                .toList();
        checkNames(drafts);
        Map<String, Integer> findingIndexes = new LinkedHashMap<>();
        for (Stage stage : List.of(Stage.CRITERIA, Stage.PATTERNS)) {
            for (Draft draft : drafts) {
                String id = draft.annotations().get(stage.annotation());
                if (draft.stage() == stage && id != null) {
                    findingIndexes.putIfAbsent(id, findingIndexes.size());
                }
            }
        }
        Set<String> criteria = new LinkedHashSet<>();
        drafts.stream()
                .filter(d -> d.stage() == Stage.CRITERIA)
                .forEach(d -> criteria.add(d.annotations().get("criterion")));
        for (Draft draft : drafts) {
            if (draft.stage() == Stage.PATTERNS
                    && criteria.contains(draft.annotations().get("pattern"))) {
                fault(draft, "'" + draft.annotations().get("pattern") + "' is already a criterion");
            }
        }
        List<ClinicalRule> rules = new ArrayList<>();
        for (Draft draft : drafts) {
            rules.add(rule(rules.size(), draft, findingIndexes, criteria));
        }
        List<Finding> findings = new ArrayList<>();
        findingIndexes.forEach((id, index) -> {
            List<ClinicalRule> own = rules.stream()
                    .filter(r -> r.stage() != Stage.ADVICE && id.equals(r.id()))
                    .toList();
            findings.add(new Finding(index, id, own.get(0).stage(), label(own), own));
        });
        checkResults();
        MissingParts.check(folder, catalogue, rules, faults);
        checkPlainWords(findingIndexes.keySet());
        // A broken folder can have names that lead nowhere: only a whole one is looked over for warnings and made into
        // a book.
        faults.throwIfAny();
        warn(findings);
        RuleBook book = new RuleBook(folder, questionnaire, catalogue, rules, findings, faults.warnings());
        checkUnknownAs(book);
        faults.throwIfAny();
        return book;
    }

    /** The sentence of the rule; if several rules share a finding, the words before the colon in all of their sentences. */
    private static String label(List<ClinicalRule> rules) {
        String first = rules.get(0).name();
        int colon = first.indexOf(": ");
        boolean shared = rules.size() > 1
                && colon > 0
                && rules.stream().allMatch(r -> r.name().startsWith(first.substring(0, colon + 2)));
        return shared ? first.substring(0, colon) : first;
    }

    private void checkNames(List<Draft> drafts) {
        Names similar = new Names();
        Map<String, Draft> names = new LinkedHashMap<>();
        Map<String, Draft> ids = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            String twin = similar.taken(draft.name(), draft.file(), draft.line());
            if (twin != null) {
                fault(draft, "two rules have nearly the same name: " + twin);
            }
            Draft other = names.putIfAbsent(draft.name(), draft);
            if (other != null) {
                fault(draft, "the name \"" + draft.name() + "\" is taken by " + other.file() + ":" + other.line());
            }
            String id = draft.annotations().get("id");
            if (draft.stage() == Stage.ADVICE && id != null) {
                if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*-\\d{2,}")) {
                    fault(draft, "the id '" + id + "' should be a family and a number, such as family-01");
                }
                Draft before = ids.putIfAbsent(id, draft);
                if (before != null) {
                    fault(draft, "the id '" + id + "' is taken by " + before.file() + ":" + before.line());
                }
            }
        }
    }

    private ClinicalRule rule(int index, Draft draft, Map<String, Integer> findingIndexes, Set<String> criteria) {
        Map<String, String> notes = draft.annotations();
        List<Literal> literals = new ArrayList<>();
        for (String constraint : draft.constraints()) {
            Literal literal = draft.stage() == Stage.CRITERIA
                    ? test(draft, constraint)
                    : ofFinding(draft, constraint, findingIndexes, criteria);
            if (literal != null) {
                if (literals.contains(literal)) {
                    fault(draft, "'" + constraint + "' appears twice in one rule");
                }
                literals.add(literal);
            }
        }
        if (draft.stage() == Stage.CRITERIA
                && literals.stream()
                                .map(l -> ((Literal.Test) l).question().id())
                                .distinct()
                                .count()
                        > 1) {
            fault(draft, "a criterion rule tests one question; use a pattern to bring several together");
        }
        for (Literal literal : literals) {
            if (literal instanceof Literal.OfFinding of
                    && literals.contains(new Literal.OfFinding(of.finding(), of.id(), !of.wanted()))) {
                fault(draft, "needs '" + of.id() + "' both met and ruled out, so it can never fire");
                break;
            }
        }
        checkCanBeMet(draft, literals);
        String policy = notes.get("policy");
        if (policy != null && catalogue.policies().stream().noneMatch(p -> p.id().equals(policy))) {
            faults.unknown(
                    draft.file(),
                    draft.line(),
                    "the policy",
                    policy,
                    catalogue.policies().stream().map(p -> p.id()).toList());
        }
        Citation citation = notes.containsKey("source")
                ? catalogue.citation(notes.get("source"), draft.file(), draft.line(), faults)
                : null;
        catalogue.checkEvidence(citation, notes.getOrDefault("evidence", ""), draft.file(), draft.line(), faults);
        checkArguments(draft);
        List<String> arguments = draft.arguments();
        ClinicalRule rule = new ClinicalRule(
                index,
                notes.getOrDefault(draft.stage().annotation(), ""),
                draft.name(),
                draft.stage(),
                draft.verb(),
                arguments.isEmpty() ? null : arguments.get(0),
                arguments.size() < 2 ? null : arguments.get(1),
                List.copyOf(literals),
                policy,
                citation,
                notes.getOrDefault("evidence", ""),
                notes.get("rationale"),
                notes.get("reviewed"),
                notes.containsKey("status"),
                draft.file(),
                draft.line());
        if (rule.stage() == Stage.CRITERIA) {
            checkStandsOnce(draft, rule);
        }
        return rule;
    }

    /** A number cannot be above and below the same value. Such a rule would never fire, and nobody would notice. */
    private void checkCanBeMet(Draft draft, List<Literal> literals) {
        List<Literal.Compare> compares = literals.stream()
                .filter(Literal.Compare.class::isInstance)
                .map(Literal.Compare.class::cast)
                .toList();
        for (Literal.Compare one : compares) {
            if (compares.stream().anyMatch(other -> other.question() == one.question() && one.excludes(other))) {
                fault(
                        draft,
                        "no answer to '" + one.question().id() + "' is "
                                + compares.stream().map(Literal.Compare::needs).collect(Collectors.joining(" and ")));
                return;
            }
        }
    }

    private void checkStandsOnce(Draft draft, ClinicalRule rule) {
        if (rule.literals().stream().noneMatch(l -> l instanceof Literal.Compare || l instanceof Literal.Ticked)) {
            return;
        }
        String key = rule.literals().stream()
                        .map(l -> ((Literal.Test) l).question().id() + " " + ((Literal.Test) l).needs())
                        .sorted()
                        .toList()
                + " " + rule.policy();
        ClinicalRule before = literalsSeen.putIfAbsent(key, rule);
        if (before != null) {
            fault(
                    draft,
                    "'" + before.id() + "' (" + before.file() + ":" + before.line()
                            + ") already has this test; keep each threshold in one rule");
        }
    }

    private void checkArguments(Draft draft) {
        List<Verb.Argument> kinds = draft.verb().arguments();
        for (int i = 0; i < kinds.size(); i++) {
            String id = draft.arguments().get(i);
            switch (kinds.get(i)) {
                case INTERVENTION ->
                    known(
                            draft,
                            "the intervention",
                            id,
                            catalogue.intervention(id) != null,
                            catalogue.interventions().stream()
                                    .map(Intervention::id)
                                    .toList());
                case TARGET ->
                    known(
                            draft,
                            "the intervention or tag",
                            id,
                            !catalogue.targets(id).isEmpty(),
                            List.copyOf(catalogue.targetNames()));
                case CHECK ->
                    use(
                            draft,
                            "check",
                            id,
                            catalogue.check(id) != null,
                            catalogue.checks().stream().map(c -> c.id()).toList());
                case NOTE ->
                    use(
                            draft,
                            "note",
                            id,
                            catalogue.note(id) != null,
                            catalogue.notes().stream().map(n -> n.id()).toList());
                case STANCE ->
                    use(
                            draft,
                            "stance",
                            id,
                            catalogue.stance(id) != null,
                            catalogue.stances().stream().map(s -> s.id()).toList());
                case OBSTACLE ->
                    known(
                            draft,
                            "the obstacle",
                            id,
                            catalogue.obstacle(id) != null,
                            catalogue.obstacles().stream().map(o -> o.id()).toList());
                case RED_FLAG ->
                    known(
                            draft,
                            "the red flag",
                            id,
                            catalogue.redFlag(id) != null,
                            catalogue.redFlags().stream().map(f -> f.id()).toList());
                case URGENCY -> {
                    known(draft, "the urgency", id, Catalogue.FLAG_URGENCIES.contains(id), Catalogue.FLAG_URGENCIES);
                    var flag = catalogue.redFlag(draft.arguments().get(0));
                    if (flag != null
                            && Catalogue.FLAG_URGENCIES.contains(id)
                            && !flag.actions().containsKey(id)) {
                        fault(
                                draft,
                                "the red flag '" + flag.id() + "' has no action for the urgency '" + id
                                        + "' in knowledge/red-flags.yaml");
                    }
                }
            }
        }
    }

    private void use(Draft draft, String kind, String id, boolean exists, List<String> ids) {
        catalogue.use(kind, id);
        known(draft, "the " + kind, id, exists, ids);
    }

    private void known(Draft draft, String what, String id, boolean exists, List<String> ids) {
        if (!exists) {
            faults.unknown(draft.file(), draft.line(), what, id, ids);
        }
    }

    private Literal test(Draft draft, String constraint) {
        Matcher matcher = RuleReader.TEST.matcher(constraint);
        if (!matcher.matches()) {
            throw new IllegalStateException(constraint);
        }
        String accessor = matcher.group(1);
        Question question = questionnaire.question(matcher.group(2));
        String rest = matcher.group(3);
        if (question == null) {
            faults.unknown(draft.file(), draft.line(), "the question", matcher.group(2), questionnaire.ids());
            return null;
        }
        readQuestions.add(question.id());
        String right = switch (question.type()) {
            case INTEGER, DECIMAL -> "number";
            case CHOICE -> "choice";
            case CHOICES -> accessor.equals("count") ? "count" : "choices";
        };
        if (!accessor.equals(right)) {
            fault(
                    draft,
                    "'" + question.id() + "' is of type " + question.type().word() + ": read it with " + right
                            + "( ... ), not " + accessor + "( ... )");
            return null;
        }
        return switch (accessor) {
            case "number" -> compare(draft, question, rest);
            case "count" -> {
                int least = Integer.parseInt(rest.replaceAll("\\D", ""));
                long most = question.optionIds().stream()
                        .filter(o -> !o.equals(Question.NONE))
                        .count();
                if (least > most) {
                    fault(
                            draft,
                            "a count of " + least + " can never be reached: '" + question.id() + "' has " + most
                                    + " options");
                }
                question.optionIds().forEach(o -> readOption(question, o));
                yield new Literal.Ticked(question, least);
            }
            case "choice" -> {
                List<String> options = RuleReader.quoted(rest);
                options.forEach(o -> option(draft, question, o));
                yield new Literal.OneOf(question, options);
            }
            default -> {
                String option = RuleReader.quoted(rest).get(0);
                option(draft, question, option);
                yield new Literal.Contains(question, option);
            }
        };
    }

    private Literal compare(Draft draft, Question question, String rest) {
        Matcher matcher = RuleReader.COMPARISON.matcher(rest);
        if (!matcher.matches()) {
            throw new IllegalStateException(rest);
        }
        double value = Double.parseDouble(matcher.group(2));
        Literal.Operator operator = Literal.Operator.of(matcher.group(1));
        if (question.min() != null && (value < question.min() || value > question.max())) {
            fault(draft, "the threshold " + matcher.group(2) + " is outside the range of '" + question.id() + "'");
        } else if (question.min() != null
                && operator.holds(question.min(), value)
                && operator.holds(question.max(), value)) {
            fault(draft, "'" + question.id() + " " + rest + "' is met by every answer");
        } else if (question.min() != null
                && !operator.holds(question.min(), value)
                && !operator.holds(question.max(), value)) {
            fault(draft, "'" + question.id() + " " + rest + "' is met by no answer");
        }
        return new Literal.Compare(question, operator, value);
    }

    private void option(Draft draft, Question question, String option) {
        readOption(question, option);
        if (question.option(option) == null) {
            faults.unknown(
                    draft.file(), draft.line(), "in '" + question.id() + "' the option", option, question.optionIds());
        }
    }

    private void readOption(Question question, String option) {
        readOptions.computeIfAbsent(question.id(), q -> new LinkedHashSet<>()).add(option);
    }

    private Literal ofFinding(
            Draft draft, String constraint, Map<String, Integer> findingIndexes, Set<String> criteria) {
        Matcher matcher = RuleReader.FINDING.matcher(constraint);
        if (!matcher.matches()) {
            throw new IllegalStateException(constraint);
        }
        String id = matcher.group(2);
        readFindings.add(id);
        Integer index = findingIndexes.get(id);
        if (index == null) {
            faults.unknown(
                    draft.file(),
                    draft.line(),
                    draft.stage() == Stage.PATTERNS ? "the criterion" : "the criterion or pattern",
                    id,
                    findingIndexes.keySet());
            return null;
        }
        if (draft.stage() == Stage.PATTERNS && !criteria.contains(id)) {
            fault(draft, "'" + id + "' is a pattern: patterns read criteria only");
        }
        return new Literal.OfFinding(index, id, matcher.group(1).equals("met"));
    }

    private void checkResults() {
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
    private void checkPlainWords(Set<String> findings) {
        if (catalogue.plain() != null) {
            catalogue
                    .plain()
                    .signs()
                    .values()
                    .forEach(sign -> sign.onlyWith().forEach(id -> {
                        readFindings.add(id);
                        if (!findings.contains(id)) {
                            faults.unknown(PatientWording.FILE, sign.line(), "the criterion or pattern", id, findings);
                        }
                    }));
        }
    }

    /** A blank that counts as an answer is right for caution and wrong for a suggestion; one that counts otherwise in a copy, for any advice. */
    private void checkUnknownAs(RuleBook book) {
        for (ClinicalRule rule : book.rules()) {
            if (rule.verb() == Verb.SUGGEST) {
                for (Question question : book.questionsBehind(rule)) {
                    if (question.unknownAs() != null) {
                        faults.add(
                                rule.file(),
                                rule.line(),
                                "a suggestion may not rest on '" + question.id()
                                        + "', where a blank counts as an answer");
                    }
                }
            }
            if (rule.stage() == Stage.ADVICE && !REST_ON_COPIES.contains(rule.verb())) {
                for (Question question : book.questionsTested(rule)) {
                    if (question.copy()) {
                        faults.add(
                                rule.file(),
                                rule.line(),
                                "'" + rule.verb().word() + "' may not rest on the copy '" + question.id()
                                        + "': only redFlag, obstacle, hold and caution may read a blank as an answer");
                    }
                }
            }
        }
    }

    private void warn(List<Finding> findings) {
        for (Finding finding : findings) {
            if (!readFindings.contains(finding.id())) {
                ClinicalRule first = finding.rules().get(0);
                faults.warn(
                        first.file(),
                        first.line(),
                        "nothing reads the " + first.stage().annotation() + " '" + finding.id() + "'");
            }
        }
        Set<String> parents = new LinkedHashSet<>();
        for (Question question : questionnaire.questions()) {
            question.askedWhen().forEach(c -> {
                parents.add(c.question());
                c.anyOf().forEach(o -> readOption(questionnaire.question(c.question()), o));
            });
            if (question.derived() && readQuestions.contains(question.id())) {
                question.derivation().inputs().forEach(readQuestions::add);
                if (question.copy()) {
                    readOptions
                            .getOrDefault(question.id(), Set.of())
                            .forEach(o -> readOption(questionnaire.original(question), o));
                }
                if (question.derivation() instanceof Derivation.CountOf count) {
                    count.options()
                            .forEach((q, options) -> options.forEach(o -> readOption(questionnaire.question(q), o)));
                }
            }
        }
        for (Question question : questionnaire.questions()) {
            boolean read = readQuestions.contains(question.id()) || parents.contains(question.id());
            if (read == question.recordOnly()) {
                faults.warn(
                        Questionnaire.FILE,
                        question.line(),
                        read
                                ? "'" + question.id() + "' is marked record-only, but something reads it"
                                : "no rule reads '" + question.id() + "': mark it record-only or remove it");
            }
            if (read && question.type() == Question.Type.CHOICES && !question.copy()) {
                Set<String> options = readOptions.getOrDefault(question.id(), Set.of());
                for (Question.Option option : question.options()) {
                    if (!option.id().equals(Question.NONE) && options.contains(option.id()) == option.recordOnly()) {
                        faults.warn(
                                Questionnaire.FILE,
                                question.line(),
                                "the option '" + option.id() + "' of '" + question.id()
                                        + (option.recordOnly()
                                                ? "' is marked record-only, but something reads it"
                                                : "' is not read by any rule: mark it record-only"));
                    }
                }
            }
        }
        catalogue.warnUnused(faults);
    }

    private void fault(Draft draft, String problem) {
        faults.add(draft.file(), draft.line(), problem);
    }
}
