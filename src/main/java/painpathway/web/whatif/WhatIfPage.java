package painpathway.web.whatif;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.questionnaire.Question;
import painpathway.rules.Stage;
import painpathway.web.learn.Case;
import painpathway.web.whatif.Difference.Parted;
import painpathway.web.whatif.Difference.Verdicts;

/**
 * A case with some answers changed.
 *
 * @param changes  as the address has them
 * @param edit     the answer that is being changed; null if none is
 * @param nearest  asked for: the smallest changes to another verdict
 */
record WhatIfPage(
        Case patient,
        List<String> changes,
        List<TrailStep> trail,
        List<Part> answers,
        @Nullable Editor edit,
        Result result,
        @Nullable Nearest nearest) {

    /** One change that was made: where it leads back to, and how many verdicts it changed. */
    record TrailStep(String question, String before, String after, long verdicts, String back, String without) {}

    /** A section of the questionnaire, or a part of it about one painful place. */
    record Part(String title, List<Row> rows) {}

    /** An answer; {@code was} in words if it was changed, else null. */
    record Row(
            String id,
            String field,
            String question,
            String answer,
            boolean given,
            @Nullable String was,
            String edit,
            String sweep) {}

    /** The form for one answer. */
    record Editor(String field, Question question, Set<String> ticked, String typed, boolean refused, String cancel) {}

    /** What follows from all changes together. */
    record Result(List<String> urgencies, List<Verdicts> verdicts, Map<Stage, List<Parted>> stages, boolean several) {

        /** How many verdicts differ. */
        public long differing() {
            return verdicts.stream().filter(Verdicts::differ).count();
        }
    }

    /** The smallest changes that would give an intervention a better verdict, or what no change overcomes. */
    record Nearest(String id, String verdict, List<Way> ways, List<String> blockedBy) {}

    /** One set of changes in words, and the page with them made. */
    record Way(String text, String address) {}
}
