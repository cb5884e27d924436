package painpathway.handover;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import painpathway.advice.Advice;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.InterventionAdvice.ShownNote;
import painpathway.advice.Reason;
import painpathway.knowledge.Source;
import painpathway.knowledge.Source.Citation;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.questionnaire.Truth;
import painpathway.rules.RuleBook;
import painpathway.web.Messages;
import painpathway.web.advice.AdviceView;
import painpathway.web.form.BoundForm;
import painpathway.web.form.ConcurrentChangeView;
import painpathway.web.form.Form;
import painpathway.web.form.QuestionnairePage;

/**
 * One advice on paper: a first page to act on, followed by everything that the advice says, with all answers and sources.
 *
 * @param key     the answers behind the flags and suggestions
 * @param cautions what to take note of with the procedures that can be considered
 * @param risks   every risk and rare complication of what is suggested, the shortest first
 * @param groups  the entries to print in full, by verdict
 * @param abouts  what is said about an intervention for any patient; nothing for one that is withheld everywhere
 * @param common  notes shared by several interventions; risks are repeated with each
 * @param answers every answer given, in the order of the questionnaire
 * @param sources every source named, each with its number
 */
record HandoverDocument(
        Head head,
        AdviceView view,
        List<Key> key,
        List<Caution> cautions,
        List<Risk> risks,
        List<Group> groups,
        List<About> abouts,
        List<Common> common,
        List<Section> answers,
        List<Numbered> sources) {

    /** A note shared by at least this many interventions is printed once, with their names. */
    private static final int SEVERAL = 3;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /**
     * The contents of the head and foot of every page.
     *
     * @param id     of the draft or record
     * @param draft  whether the intake is still open, so that the printed advice can change
     * @param places what each painful place is called
     */
    record Head(String id, String reference, boolean draft, String date, List<String> places) {

        static Head of(String id, String reference, boolean draft, Instant at, List<String> places) {
            return new Head(
                    id, reference, draft, at.atZone(ZoneId.systemDefault()).format(DATE), places);
        }
    }

    /** An answer in one line. */
    record Key(String question, String place, String answer) {}

    /** Entries under one title; {@code title} is a key of the message bundle. */
    record Group(String title, List<AdviceView.Entry> entries) {}

    /** The notes about an intervention itself; {@code more} by kind, without those shared by several. */
    record About(AdviceView.Entry entry, Map<String, List<AdviceView.Block>> more) {}

    /** A note shared by several interventions and printed once. */
    record Common(ShownNote note, AdviceView.Sourced source, List<String> names) {}

    /** A note that a rule raised for this patient, and the interventions it is about. */
    record Caution(String text, List<String> names) {}

    /** The answers of one section about one place, or (place is null) about the patient. */
    record Section(String title, String place, List<Given> given) {}

    /** An answer; {@code counts} is false for one that was given and is not used. */
    record Given(String question, String answer, boolean counts) {}

    /** A source and its number. */
    record Numbered(int number, Source source) {

        public String label() {
            return "[" + number + "] "
                    + Stream.of(source.title(), source.publisher(), source.year())
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(", "));
        }
    }

    /** As much of a list as fits, and how many are left for the next pages. */
    record Some<T>(List<T> shown, int more) {

        static <T> Some<T> of(List<T> all, int most) {
            int shown = Math.min(Math.max(most, 0), all.size());
            return new Some<>(all.subList(0, shown), all.size() - shown);
        }
    }

    /** The first page. Warnings are cut last, answers first. */
    record Short(
            Some<AdviceView.Flag> flags,
            Some<AdviceView.Hindrance> obstacles,
            Some<AdviceView.Entry> candidates,
            Some<AdviceView.Entry> conditional,
            Some<AdviceView.Entry> provisional,
            Some<AdviceView.Entry> care,
            Some<Caution> cautions,
            Some<Risk> risks,
            Some<AdviceView.Missing> missing,
            Some<Key> key) {}

    /** The first page with room for this many lines in its longest list; risks are short, so twice as many of them fit. */
    Short first(int most) {
        return new Short(
                Some.of(view.flags(), most + 8),
                Some.of(view.obstacles(), most + 4),
                Some.of(view.candidates(), most + 2),
                Some.of(view.conditional(), most + 1),
                Some.of(view.provisional(), most),
                Some.of(view.care(), most),
                Some.of(cautions, most),
                Some.of(risks, 2 * most),
                Some.of(view.asked(), most),
                Some.of(key, most));
    }

    /** Whether more than one intervention is suggested, so that it has to be said which of them is meant. */
    public boolean several() {
        return Stream.of(view.candidates(), view.conditional())
                        .flatMap(List::stream)
                        .map(e -> e.it().intervention())
                        .distinct()
                        .count()
                > 1;
    }

    /** The number of a source and the section that is meant. */
    public String ref(Citation citation) {
        String number = sources.stream()
                .filter(n -> n.source.id().equals(citation.source().id()))
                .map(n -> String.valueOf(n.number))
                .findFirst()
                .orElse("");
        return citation.section().isEmpty() ? number : number + ", " + citation.section();
    }

    /** {@code refused} has the fields whose values could not be used, with these values; {@code unused} holds what is in no field of a page. */
    static HandoverDocument of(
            Head head,
            AdviceView view,
            Assessment assessment,
            Map<String, List<String>> refused,
            List<Section> unused,
            RuleBook book,
            Messages words) {
        List<Group> groups = Stream.of(
                        new Group("group.candidates", view.candidates()),
                        new Group("group.conditional", view.conditional()),
                        new Group("group.provisional", view.provisional()),
                        new Group("group.care", view.care()),
                        new Group("group.open", view.open()),
                        new Group("handover.not", view.notNow()))
                .filter(g -> !g.entries.isEmpty())
                .toList();
        Map<String, AdviceView.Entry> each = new LinkedHashMap<>();
        groups.forEach(g ->
                g.entries.forEach(e -> each.putIfAbsent(e.it().intervention().id(), e)));
        List<AdviceView.Entry> inOrder = each.values().stream()
                .sorted(Comparator.comparing(e -> e.it().intervention().index()))
                .toList();
        List<Common> common = common(inOrder);
        return new HandoverDocument(
                head,
                view,
                key(view.advice(), assessment, book, head.places, words),
                cautions(view),
                Risk.all(view),
                groups,
                inOrder.stream().map(e -> about(e, common)).toList(),
                common,
                Stream.concat(
                                answers(view.advice(), assessment, refused, book, head.places, words).stream(),
                                unused.stream())
                        .toList(),
                sources(view, groups));
    }

    /** What a draft holds that cannot be used. */
    static List<Section> unused(BoundForm reading, RuleBook book, Messages words) {
        List<Section> unused = new ArrayList<>();
        List<Given> strange = new ArrayList<>(given(QuestionnairePage.strays(reading.strange(), words)));
        int more = reading.strange().size() - strange.size();
        if (more > 0) {
            strange.add(new Given(words.say("handover.strange.more", String.valueOf(more)), "", false));
        }
        if (!strange.isEmpty()) {
            unused.add(new Section(words.say("handover.strange"), null, strange));
        }
        QuestionnairePage.surplus(reading, reading.assessment().pains().size(), book, words)
                .forEach(place ->
                        unused.add(new Section(words.say("handover.surplus"), place.name(), given(place.answers()))));
        return unused;
    }

    private static List<Given> given(List<QuestionnairePage.Stray> strays) {
        return strays.stream().map(s -> new Given(s.name(), s.answer(), false)).toList();
    }

    private static List<Caution> cautions(AdviceView view) {
        Map<String, List<String>> cautions = new LinkedHashMap<>();
        Stream.of(view.candidates(), view.conditional(), view.provisional())
                .flatMap(List::stream)
                .forEach(e -> e.notes()
                        .cautions()
                        .forEach(b -> b.notes().forEach(n -> {
                            List<String> names =
                                    cautions.computeIfAbsent(n.note().text(), t -> new ArrayList<>());
                            if (!names.contains(e.it().intervention().name())) {
                                names.add(e.it().intervention().name());
                            }
                        })));
        return cautions.entrySet().stream()
                .map(c -> new Caution(c.getKey(), c.getValue()))
                .toList();
    }

    private static List<Common> common(List<AdviceView.Entry> entries) {
        Map<String, Common> all = new LinkedHashMap<>();
        entries.forEach(e -> e.notes()
                .more()
                .values()
                .forEach(blocks -> blocks.forEach(b -> b.notes()
                        .forEach(n -> all.computeIfAbsent(
                                        n.note().id(), id -> new Common(n, b.source(), new ArrayList<>()))
                                .names
                                .add(e.it().intervention().name())))));
        return all.values().stream().filter(c -> c.names.size() >= SEVERAL).toList();
    }

    private static About about(AdviceView.Entry entry, List<Common> common) {
        Set<String> elsewhere = common.stream().map(c -> c.note.note().id()).collect(Collectors.toSet());
        Map<String, List<AdviceView.Block>> more = new LinkedHashMap<>();
        entry.notes().more().forEach((kind, blocks) -> {
            List<AdviceView.Block> own = blocks.stream()
                    .map(b -> new AdviceView.Block(
                            b.source(),
                            b.notes().stream()
                                    .filter(n -> !elsewhere.contains(n.note().id()))
                                    .toList()))
                    .filter(b -> !b.notes().isEmpty())
                    .toList();
            if (!own.isEmpty()) {
                more.put(kind, own);
            }
        });
        return new About(entry, more);
    }

    // ---------------------------------------------------------------- answers

    private static List<Key> key(
            Advice advice, Assessment assessment, RuleBook book, List<String> places, Messages words) {
        Set<Question> ofPatient =
                new LinkedHashSet<>(book.questionnaire().sections().get(0).questions());
        Map<Integer, Set<Question>> ofPlace = new TreeMap<>();
        advice.redFlags().forEach(flag -> flag.reasons().forEach(r -> rests(r.because(), ofPatient, book)));
        for (InterventionAdvice suggestion : advice.interventions()) {
            switch (suggestion.verdict()) {
                case CANDIDATE, CONDITIONAL, PROVISIONAL -> {
                    Set<Question> questions = ofPlace.computeIfAbsent(suggestion.pain(), p -> new LinkedHashSet<>());
                    suggestion.reasons().stream()
                            .filter(r -> r.truth() == Truth.MET)
                            .forEach(r -> rests(r.because(), questions, book));
                    suggestion.conditions().forEach(c -> c.reasons().forEach(r -> rests(r.because(), questions, book)));
                }
                default -> {}
            }
        }
        List<Key> key = new ArrayList<>();
        for (Question question : book.questionnaire().asked()) {
            boolean everywhere = ofPatient.contains(question);
            for (int place = 0; place < (question.perPain() ? assessment.pains().size() : 1); place++) {
                Answer answer =
                        (question.perPain() ? assessment.pains().get(place) : assessment.patient()).get(question.id());
                boolean used = everywhere
                        || (question.perPain()
                                ? ofPlace.getOrDefault(place, Set.of()).contains(question)
                                : ofPlace.values().stream().anyMatch(q -> q.contains(question)));
                if (used && answer != null && !(answer instanceof Answer.NotKnown)) {
                    key.add(new Key(
                            question.text(),
                            question.perPain() && places.size() > 1 ? places.get(place) : null,
                            text(question, answer, words)));
                }
            }
        }
        return key;
    }

    /** The questions whose answers these lines depend on, without those that only had to be ruled out. */
    private static void rests(List<Reason.Line> lines, Set<Question> questions, RuleBook book) {
        for (Reason.Line line : lines) {
            if (line.truth() == Truth.MET && !line.ruledOut()) {
                if (line instanceof Reason.OfAnswer answer) {
                    Question question = answer.tested().question();
                    if (question.derived()) {
                        question.derivation()
                                .inputs()
                                .forEach(id -> add(book.questionnaire().question(id), questions, book));
                    } else if (!line.assumed()) {
                        add(question, questions, book);
                    }
                }
                rests(line.because(), questions, book);
            }
        }
    }

    /** A question and those that it is asked because of, because "since when" says little without "what". */
    private static void add(Question question, Set<Question> questions, RuleBook book) {
        if (questions.add(question)) {
            question.askedWhen().forEach(c -> add(book.questionnaire().question(c.question()), questions, book));
        }
    }

    private static List<Section> answers(
            Advice advice,
            Assessment assessment,
            Map<String, List<String>> refused,
            RuleBook book,
            List<String> places,
            Messages words) {
        List<Section> sections = new ArrayList<>();
        for (Questionnaire.Section section : book.questionnaire().sections()) {
            for (int place = -1; place < assessment.pains().size(); place++) {
                List<Given> given = new ArrayList<>();
                for (Question question : section.questions()) {
                    boolean here = question.perPain() ? place >= 0 : place < 0;
                    Answer answer = !here
                            ? null
                            : (place < 0
                                            ? assessment.patient()
                                            : assessment.pains().get(place))
                                    .get(question.id());
                    if (answer != null) {
                        int at = place;
                        boolean ignored = advice.ignored().stream()
                                .anyMatch(i -> i.question() == question && (i.pain() == null || i.pain() == at));
                        given.add(new Given(question.text(), text(question, answer, words), !ignored));
                    } else if (here && refused.containsKey(Form.field(question, place < 0 ? null : place))) {
                        given.add(new Given(
                                question.text(),
                                String.join("; ", refused.get(Form.field(question, place < 0 ? null : place))),
                                false));
                    }
                }
                if (!given.isEmpty()) {
                    sections.add(new Section(
                            section.title(), place < 0 || places.size() == 1 ? null : places.get(place), given));
                }
            }
        }
        return sections;
    }

    private static String text(Question question, Answer answer, Messages words) {
        return ConcurrentChangeView.words(question, Form.values(question, answer), words);
    }

    // ---------------------------------------------------------------- sources

    private static List<Numbered> sources(AdviceView view, List<Group> groups) {
        Map<String, Source> named = new LinkedHashMap<>();
        view.flags().forEach(f -> {
            name(f.source(), named);
            whys(f.why(), named);
            f.facts().forEach(fact -> name(fact.source(), named));
        });
        view.obstacles().forEach(o -> whys(o.why(), named));
        groups.forEach(g -> g.entries.forEach(e -> {
            whys(e.why(), named);
            e.checks().forEach(c -> {
                name(c.source(), named);
                whys(c.why(), named);
            });
            e.stances().forEach(s -> s.sides().forEach(side -> name(side.source(), named)));
            named.putIfAbsent(
                    e.it().intervention().citation().source().id(),
                    e.it().intervention().citation().source());
            Stream.of(
                            e.notes().gaps(),
                            e.notes().cautions(),
                            e.notes().risks(),
                            e.notes().aftercare())
                    .flatMap(Collection::stream)
                    .forEach(b -> name(b.source(), named));
            e.notes().more().values().forEach(blocks -> blocks.forEach(b -> name(b.source(), named)));
        }));
        List<Numbered> numbered = new ArrayList<>();
        named.values().forEach(s -> numbered.add(new Numbered(numbered.size() + 1, s)));
        return numbered;
    }

    private static void whys(List<AdviceView.Why> whys, Map<String, Source> named) {
        for (AdviceView.Why why : whys) {
            name(why.source(), named);
            lines(why.lines(), named);
            lines(why.ruledOut(), named);
        }
    }

    private static void lines(List<AdviceView.Line> lines, Map<String, Source> named) {
        for (AdviceView.Line line : lines) {
            name(line.source(), named);
            lines(line.because(), named);
        }
    }

    private static void name(AdviceView.Sourced sourced, Map<String, Source> named) {
        Source source = sourced.citation().source();
        named.putIfAbsent(source.id(), source);
    }
}
