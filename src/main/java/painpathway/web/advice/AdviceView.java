package painpathway.web.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import painpathway.advice.Advice;
import painpathway.advice.Advice.OpenQuestion;
import painpathway.advice.Advice.RaisedFlag;
import painpathway.advice.Advice.RaisedObstacle;
import painpathway.advice.Explained;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.InterventionAdvice.ShownNote;
import painpathway.advice.Reason;
import painpathway.advice.Verdict;
import painpathway.knowledge.Evidence;
import painpathway.knowledge.Fact;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Note;
import painpathway.knowledge.Policy;
import painpathway.knowledge.Source.Citation;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;
import painpathway.web.Messages;
import painpathway.web.form.Form;

/**
 * The advice in reading order: what to do now, what can be considered, what is missing, and what is not suggested
 * and why. It sorts and words what {@link Advice} says and adds nothing to it.
 *
 * @param care     candidates that are not procedures; they are part of nearly every plan, so they are not shown before the others
 * @param withheld entries that a red flag or an obstacle withholds, nearest to a candidate first
 * @param notNow   what is not indicated or contraindicated
 * @param asked    every question that can still change something, the one to ask first in front
 * @param missing  those of them that are no safety questions
 */
public record AdviceView(
        Advice advice,
        String urgency,
        String policy,
        List<Flag> flags,
        List<Hindrance> obstacles,
        List<Entry> candidates,
        List<Entry> conditional,
        List<Entry> provisional,
        List<Entry> care,
        List<Entry> open,
        List<Entry> withheld,
        List<Entry> notNow,
        List<Missing> asked,
        List<Missing> missing,
        List<String> ignored,
        String summary) {

    /** A citation, how well it supports the statement, and the fact it names (or null). */
    public record Sourced(Citation citation, String evidence, Fact fact) {}

    /** A red flag with the facts from the documents about it. */
    public record Flag(RaisedFlag it, List<Why> why, Sourced source, List<FactLine> facts) {}

    public record FactLine(String text, Sourced source) {}

    /** An obstacle; {@code questions} are the blank safety questions, if it is about those. */
    public record Hindrance(RaisedObstacle it, List<Why> why, List<Missing> questions) {}

    /** An open question, where to find it, and what it decides. */
    public record Missing(Question question, String field, String id, String place, String decides) {}

    /**
     * One intervention at one place.
     *
     * @param place     what the place is called, null if there is only one or the verdict is about the patient
     * @param decisive  the one line that decides, shown even while the rest is folded
     * @param withheldBy names of the flags and obstacles that withhold it
     */
    public record Entry(
            InterventionAdvice it,
            String id,
            String place,
            Sourced decisiveSource,
            String decisive,
            List<String> withheldBy,
            List<Why> why,
            List<Check> checks,
            List<Missing> questions,
            Notes notes,
            List<Stand> stances) {}

    /** A rule for or against an intervention, with its lines; {@code ruledOut} are those that only had to be ruled out. */
    public record Why(
            String role, ClinicalRule rule, String policy, Sourced source, List<Line> lines, List<Line> ruledOut) {}

    /**
     * One line of a reason.
     *
     * @param mark     met, ruled-out, failed, present or unknown
     * @param answered the answer behind it, in words; null if there is none
     * @param aside    where the answer comes from if it was not simply given; null otherwise
     * @param assumed  whether {@code aside} says what was assumed because nobody knew the answer
     */
    public record Line(
            String mark,
            String text,
            String answered,
            String aside,
            boolean assumed,
            Sourced source,
            List<Line> because) {}

    /** Every rule that has something to say about this patient, and how many others were left out. */
    record Tree(List<Why> rules, int others) {}

    /** A check to be done first, who does it, and why. */
    public record Check(painpathway.knowledge.Check it, Sourced source, List<Why> why) {}

    /** Notes by purpose. */
    public record Notes(
            List<Block> gaps,
            List<Block> cautions,
            List<Block> risks,
            List<Block> aftercare,
            Map<String, List<Block>> more,
            int moreCount) {}

    /** Notes from one source, which is named only once. */
    public record Block(Sourced source, List<ShownNote> notes) {}

    /** Both sides of a topic that guidelines disagree about. */
    public record Stand(InterventionAdvice.ShownStance it, List<Side> sides) {}

    public record Side(String says, Sourced source) {}

    public static AdviceView of(Advice advice, List<String> placeNames, RuleBook book, Messages words) {
        return new Builder(advice, placeNames, book, words, false).build();
    }

    /** Only what the panel beside the questions shows, because it is made again after every answer. */
    public static AdviceView brief(Advice advice, List<String> placeNames, RuleBook book, Messages words) {
        return new Builder(advice, placeNames, book, words, true).build();
    }

    /** The first few questions that matter most. */
    public List<Missing> stillMissing(int most) {
        return asked.stream().limit(most).toList();
    }

    /** The entry with this id. */
    public Optional<Entry> entry(String id) {
        return Stream.of(candidates, conditional, provisional, care, open, withheld, notNow)
                .flatMap(List::stream)
                .filter(e -> e.id.equals(id))
                .findFirst();
    }

    /** The rules about one entry, with every line down to the answers; those that only exclude, delay or warn other patients are counted. */
    public static Tree tree(Explained explained, String id, List<String> placeNames, RuleBook book, Messages words) {
        Builder builder = new Builder(explained.advice(), placeNames, book, words, false);
        Map<Boolean, List<Reason>> rules = explained.explanations().stream()
                .filter(e -> id(e.intervention(), e.pain()).equals(id))
                .flatMap(e -> e.rules().stream())
                .collect(Collectors.partitioningBy(r -> r.rule().verb().isAgainst() && r.truth() == Truth.NOT_MET));
        return new Tree(
                rules.get(false).stream().map(builder::fullWhy).toList(),
                rules.get(true).size());
    }

    private static String id(Intervention intervention, int pain) {
        return intervention.id() + "-" + pain;
    }

    /** What can be considered, by verdict, best first, for the summary beside the questions. */
    public Map<Verdict, List<Entry>> promising() {
        Map<Verdict, List<Entry>> groups = new LinkedHashMap<>();
        for (List<Entry> group : List.of(candidates, conditional, provisional, care)) {
            for (Entry entry : group) {
                groups.computeIfAbsent(entry.it.verdict(), v -> new ArrayList<>())
                        .add(entry);
            }
        }
        return groups;
    }

    private record Builder(Advice advice, List<String> placeNames, RuleBook book, Messages words, boolean brief) {

        AdviceView build() {
            Map<Verdict, List<Entry>> entries = advice.interventions().stream()
                    .map(this::entry)
                    .collect(Collectors.groupingBy(e -> e.it.verdict()));
            List<Entry> withheld = new ArrayList<>(entries.getOrDefault(Verdict.WITHHELD, List.of()));
            withheld.sort(Comparator.comparing(e -> e.it.underlying()));
            List<Entry> notNow = new ArrayList<>(entries.getOrDefault(Verdict.CONTRAINDICATED, List.of()));
            notNow.addAll(entries.getOrDefault(Verdict.NOT_INDICATED, List.of()));
            List<Missing> asked = advice.questions().stream().map(this::missing).toList();
            List<Missing> missing =
                    asked.stream().filter(m -> !m.question.safety()).toList();
            Map<Boolean, List<Entry>> candidate = entries.getOrDefault(Verdict.CANDIDATE, List.of()).stream()
                    .collect(Collectors.partitioningBy(e -> e.it.intervention().procedure()));
            List<Entry> candidates = candidate.get(true);
            List<Entry> conditional = entries.getOrDefault(Verdict.CONDITIONAL, List.of());
            String urgency = words.say("urgency." + advice.urgency().word());
            String summary = words.say(
                    "summary",
                    urgency,
                    String.valueOf(candidates.size()),
                    String.valueOf(conditional.size()),
                    String.valueOf(asked.size()));
            return new AdviceView(
                    advice,
                    urgency,
                    policyName(advice.knowledge().policy()),
                    advice.redFlags().stream().map(this::flag).toList(),
                    advice.obstacles().stream().map(this::hindrance).toList(),
                    candidates,
                    conditional,
                    entries.getOrDefault(Verdict.PROVISIONAL, List.of()),
                    candidate.get(false),
                    entries.getOrDefault(Verdict.NEEDS_INFORMATION, List.of()),
                    withheld,
                    notNow,
                    asked,
                    missing,
                    advice.ignored().stream()
                            .map(i -> i.pain() == null || placeNames.size() == 1
                                    ? i.question().text()
                                    : words.say("about.place", i.question().text(), placeNames.get(i.pain())))
                            .toList(),
                    summary);
        }

        private Flag flag(RaisedFlag raised) {
            List<FactLine> facts = raised.flag().facts().stream()
                    .map(f -> new FactLine(f.text(), source(f)))
                    .toList();
            return new Flag(
                    raised,
                    whys(raised.reasons()),
                    sourced(raised.flag().citation(), raised.flag().evidence()),
                    facts);
        }

        private Sourced source(Fact fact) {
            return new Sourced(
                    new Citation(fact.document(), fact.section(), fact.id()),
                    fact.document().status().word(),
                    fact);
        }

        private Sourced sourced(Citation citation, Evidence evidence) {
            return new Sourced(
                    citation,
                    evidence.word(),
                    citation.fact() == null ? null : book.catalogue().fact(citation.fact()));
        }

        private Sourced sourced(ClinicalRule rule) {
            return sourced(rule.citation(), rule.evidence());
        }

        private Hindrance hindrance(RaisedObstacle raised) {
            return new Hindrance(
                    raised,
                    whys(raised.reasons()),
                    raised.questions().stream().map(this::missing).toList());
        }

        private Missing missing(OpenQuestion open) {
            String field = Form.field(open.question(), open.pain());
            return new Missing(
                    open.question(),
                    field,
                    Form.id(field),
                    place(open.pain()),
                    open.decides().stream().map(i -> i.name()).collect(Collectors.joining(", ")));
        }

        private String place(Integer pain) {
            return pain == null || placeNames.size() == 1 ? null : placeNames.get(pain);
        }

        private Entry entry(InterventionAdvice s) {
            if (brief) {
                return new Entry(
                        s,
                        id(s.intervention(), s.pain()),
                        place(s.pain()),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Notes(List.of(), List.of(), List.of(), List.of(), Map.of(), 0),
                        List.of());
            }
            List<Missing> questions = advice.questions().stream()
                    .filter(q -> q.decides().contains(s.intervention()) && (q.pain() == null || q.pain() == s.pain()))
                    .map(this::missing)
                    .toList();
            List<Check> checks = s.conditions().stream()
                    .map(c -> new Check(
                            c.check(), sourced(c.check().citation(), c.check().evidence()), whys(c.reasons())))
                    .toList();
            List<Stand> stances = s.stances().stream()
                    .map(st -> new Stand(
                            st,
                            st.stance().sides().stream()
                                    .map(side -> new Side(side.says(), sourced(side.citation(), side.evidence())))
                                    .toList()))
                    .toList();
            Reason deciding = deciding(s);
            return new Entry(
                    s,
                    id(s.intervention(), s.pain()),
                    place(s.pain()),
                    deciding == null ? null : decidingSource(s, deciding),
                    decisive(s, deciding),
                    s.withheldBy().stream().map(this::hindranceName).toList(),
                    whys(s.reasons()),
                    checks,
                    questions,
                    notes(s),
                    stances);
        }

        private String hindranceName(String id) {
            return book.catalogue().redFlag(id) != null
                    ? book.catalogue().redFlag(id).name()
                    : book.catalogue().obstacle(id).text();
        }

        private static Reason deciding(InterventionAdvice s) {
            return s.reasons().stream()
                    .filter(r -> s.underlying() != Verdict.PROVISIONAL || r.truth() == Truth.UNKNOWN)
                    .findFirst()
                    .orElse(null);
        }

        /** The line that decides: the rule itself where it is met, else the first line that keeps it from being met. */
        private String decisive(InterventionAdvice s, Reason reason) {
            if (reason == null) {
                return words.say("decisive.no-rule");
            }
            if (reason.truth() == Truth.MET) {
                return reason.rule().name();
            }
            if (s.underlying() == Verdict.PROVISIONAL || reason.because().isEmpty()) {
                return words.say("decisive.open", reason.rule().name());
            }
            Reason.Line line = reason.because().get(0);
            return words.say("decisive." + mark(line), line.text());
        }

        private Sourced decidingSource(InterventionAdvice s, Reason reason) {
            return reason.truth() == Truth.MET
                            || s.underlying() == Verdict.PROVISIONAL
                            || reason.because().isEmpty()
                    ? sourced(reason.rule())
                    : sourced(reason.because().get(0).rule());
        }

        private List<Why> whys(List<Reason> reasons) {
            return reasons.stream().map(this::why).toList();
        }

        private Why why(Reason reason) {
            List<Line> lines = reason.because().stream().map(this::line).toList();
            boolean met = reason.truth() == Truth.MET;
            return new Why(
                    role(reason),
                    reason.rule(),
                    reason.rule().policy() == null
                            ? null
                            : policyName(reason.rule().policy()),
                    sourced(reason.rule()),
                    lines.stream()
                            .filter(l -> !met || !l.mark.equals("ruled-out"))
                            .toList(),
                    lines.stream()
                            .filter(l -> met && l.mark.equals("ruled-out"))
                            .toList());
        }

        private Why fullWhy(Reason reason) {
            return new Why(
                    role(reason),
                    reason.rule(),
                    reason.rule().policy() == null
                            ? null
                            : policyName(reason.rule().policy()),
                    sourced(reason.rule()),
                    reason.because().stream().map(this::line).toList(),
                    List.of());
        }

        private static String role(Reason reason) {
            return switch (reason.truth()) {
                case UNKNOWN -> "open";
                case NOT_MET -> "lacking";
                case MET ->
                    reason.rule().verb() == Verb.SUPPORT
                            ? "supports"
                            : reason.rule().verb() == Verb.CONTRAINDICATE ? "against" : "holds";
            };
        }

        private Line line(Reason.Line line) {
            List<Reason.Line> because = line.because();
            // A finding with a single rule would show the same sentence twice.
            while (because.size() == 1
                    && because.get(0).text().equals(line.text())
                    && !(because.get(0) instanceof Reason.OfAnswer)) {
                because = because.get(0).because();
            }
            Reason.Tested tested = line instanceof Reason.OfAnswer answer ? answer.tested() : null;
            String answered =
                    tested == null || tested.answered() == null ? null : answer(tested.question(), tested.answered());
            String aside = null;
            if (tested != null && tested.due() == Truth.NOT_MET) {
                aside = words.say("line.not-asked");
            } else if (line.assumed()) {
                aside = String.join("; ", line.assumptions());
            }
            return new Line(
                    mark(line),
                    line.text(),
                    aside == null ? answered : null,
                    aside,
                    line.assumed(),
                    sourced(line.rule()),
                    because.stream().map(this::line).toList());
        }

        private static String mark(Reason.Line line) {
            return switch (line.truth()) {
                case UNKNOWN -> "unknown";
                case MET -> line.ruledOut() ? "present" : "met";
                case NOT_MET -> line.ruledOut() ? "ruled-out" : "failed";
            };
        }

        private String answer(Question question, Object value) {
            if (value instanceof Number number) {
                return question.amount(number.doubleValue());
            }
            if (value instanceof List<?> several) {
                return several.stream().map(o -> option(question, o)).collect(Collectors.joining("; "));
            }
            return option(question, value);
        }

        private static String option(Question question, Object id) {
            Question.Option option = question.option(String.valueOf(id));
            return option == null ? String.valueOf(id) : option.text();
        }

        private Notes notes(InterventionAdvice s) {
            List<ShownNote> gaps = new ArrayList<>();
            List<ShownNote> cautions = new ArrayList<>();
            List<ShownNote> risks = new ArrayList<>();
            List<ShownNote> aftercare = new ArrayList<>();
            Map<String, List<ShownNote>> more = new LinkedHashMap<>();
            for (ShownNote shown : s.riskNotes()) {
                // Notes raised for this patient come first, whatever their kind.
                (!shown.reasons().isEmpty() ? cautions : shown.note().kind() == Note.Kind.GAP ? gaps : risks)
                        .add(shown);
            }
            for (ShownNote shown : s.notes()) {
                Note.Kind kind = shown.note().kind();
                if (!shown.reasons().isEmpty() || kind == Note.Kind.CAUTION) {
                    cautions.add(shown);
                } else if (kind == Note.Kind.AFTERCARE) {
                    aftercare.add(shown);
                } else {
                    more.computeIfAbsent(kind.word(), k -> new ArrayList<>()).add(shown);
                }
            }
            Map<String, List<Block>> moreBlocks = new LinkedHashMap<>();
            more.forEach((kind, notes) -> moreBlocks.put(kind, blocks(notes)));
            risks.sort(Comparator.comparing(n -> n.note().kind() == Note.Kind.GENERIC_RISK));
            return new Notes(
                    blocks(gaps),
                    blocks(cautions),
                    blocks(risks),
                    blocks(aftercare),
                    moreBlocks,
                    more.values().stream().mapToInt(List::size).sum());
        }

        private List<Block> blocks(List<ShownNote> notes) {
            Map<List<Object>, List<ShownNote>> bySource = new LinkedHashMap<>();
            for (ShownNote shown : notes) {
                Citation citation = shown.note().citation();
                bySource.computeIfAbsent(
                                List.of(
                                        citation.source().id(),
                                        citation.section(),
                                        shown.note().evidence()),
                                k -> new ArrayList<>())
                        .add(shown);
            }
            return bySource.values().stream()
                    .map(group -> new Block(
                            sourced(
                                    group.get(0).note().citation(),
                                    group.get(0).note().evidence()),
                            group))
                    .toList();
        }

        private String policyName(String id) {
            return book.catalogue().policies().stream()
                    .filter(p -> p.id().equals(id))
                    .map(Policy::name)
                    .findFirst()
                    .orElse(id);
        }
    }
}
