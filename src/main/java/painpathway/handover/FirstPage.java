package painpathway.handover;

import java.util.List;
import painpathway.web.advice.AdviceView;
import painpathway.web.advice.InterventionView;
import painpathway.web.advice.OpenQuestionView;

/** As much of a hand-over as the first page has room for. Warnings are cut last, answers first. */
record FirstPage(
        Some<AdviceView.FlagView> flags,
        Some<AdviceView.ObstacleView> obstacles,
        Some<InterventionView> candidates,
        Some<InterventionView> conditional,
        Some<InterventionView> provisional,
        Some<InterventionView> care,
        Some<Caution> cautions,
        Some<Risk> risks,
        Some<OpenQuestionView> missing,
        Some<DecisiveAnswer> key) {

    /** As much of a list as fits, and how many are left for the next pages. */
    record Some<T>(List<T> shown, int more) {

        static <T> Some<T> of(List<T> all, int most) {
            int shown = Math.min(Math.max(most, 0), all.size());
            return new Some<>(all.subList(0, shown), all.size() - shown);
        }
    }

    /** With room for this many lines in its longest list; risks are short, so twice as many of them fit. */
    static FirstPage of(HandoverDocument document, int most) {
        AdviceView view = document.view();
        return new FirstPage(
                Some.of(view.flags(), most + 8),
                Some.of(view.obstacles(), most + 4),
                Some.of(view.candidates(), most + 2),
                Some.of(view.conditional(), most + 1),
                Some.of(view.provisional(), most),
                Some.of(view.care(), most),
                Some.of(document.cautions(), most),
                Some.of(document.risks(), 2 * most),
                Some.of(view.asked(), most),
                Some.of(document.key(), most));
    }
}
