package painpathway.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import painpathway.knowledge.Source.Citation;
import painpathway.web.advice.AdviceView;
import painpathway.web.advice.InterventionView;
import painpathway.web.form.AdvisedAnswers;

/**
 * One advice on paper: a first page to act on, followed by everything that the advice says, with all answers and sources.
 *
 * @param key     the answers behind the warnings and suggestions
 * @param cautions what to take note of with the procedures that can be considered
 * @param risks   every risk and rare complication of what is suggested, the shortest first
 * @param groups  the entries to print in full, by verdict
 * @param abouts  the notes about each intervention for any patient; none for one that is withheld everywhere
 * @param common  notes shared by several interventions; risks are repeated with each
 * @param answers every answer given, in the order of the questionnaire
 * @param sources every source named, each with its number
 */
record HandoverDocument(
        Head head,
        AdviceView view,
        List<DecisiveAnswer> key,
        List<Caution> cautions,
        List<Risk> risks,
        List<VerdictGroup> groups,
        List<InterventionNotes> abouts,
        List<SharedNote> common,
        List<AnswerTable> answers,
        List<NumberedSource> sources) {

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

        /** The day by which a review is due or not. */
        public LocalDate day() {
            return LocalDate.parse(date, DATE);
        }
    }

    /** Entries under one title; {@code title} is a key of the message bundle. */
    record VerdictGroup(String title, List<InterventionView> entries) {}

    static HandoverDocument of(Head head, AdviceView view, AdvisedAnswers answers) {
        List<VerdictGroup> groups = groups(view);
        List<InterventionView> entries =
                groups.stream().flatMap(g -> g.entries.stream()).toList();
        List<InterventionView> inOrder = oncePerIntervention(entries);
        List<SharedNote> common = SharedNote.all(inOrder);
        return new HandoverDocument(
                head,
                view,
                DecisiveAnswer.all(answers),
                Caution.all(view),
                Risk.all(view),
                groups,
                inOrder.stream().map(e -> InterventionNotes.of(e, common)).toList(),
                common,
                AnswerTable.all(answers),
                NumberedSource.all(view, entries));
    }

    private static List<VerdictGroup> groups(AdviceView view) {
        return Stream.of(
                        new VerdictGroup("group.candidates", view.candidates()),
                        new VerdictGroup("group.conditional", view.conditional()),
                        new VerdictGroup("group.provisional", view.provisional()),
                        new VerdictGroup("group.care", view.care()),
                        new VerdictGroup("group.open", view.open()),
                        new VerdictGroup("handover.not", view.notNow()))
                .filter(g -> !g.entries.isEmpty())
                .toList();
    }

    /** The first entry of each intervention, in the order of the catalogue. */
    private static List<InterventionView> oncePerIntervention(List<InterventionView> entries) {
        Map<String, InterventionView> first = new LinkedHashMap<>();
        entries.forEach(e -> first.putIfAbsent(e.it().intervention().id(), e));
        return first.values().stream()
                .sorted(Comparator.comparing(e -> e.it().intervention().index()))
                .toList();
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
                .filter(n -> n.source().id().equals(citation.source().id()))
                .map(n -> String.valueOf(n.number()))
                .findFirst()
                .orElse("");
        return citation.section().isEmpty() ? number : number + ", " + citation.section();
    }
}
