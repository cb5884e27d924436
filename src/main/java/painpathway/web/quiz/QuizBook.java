package painpathway.web.quiz;

import painpathway.advice.Advised;
import painpathway.advice.Advisor;
import painpathway.rules.RuleBook;
import painpathway.web.Messages;
import painpathway.web.learn.Workbench;

/** Everything that quizzes are made from: the pages to link to, and the cases, all of the same rules. */
record QuizBook(Workbench bench, QuizMaker maker) {

    static QuizBook of(Workbench bench, Advisor engine) {
        return new QuizBook(bench, new QuizMaker(bench.cases(), bench.reach(), engine));
    }

    RuleBook book() {
        return bench.book();
    }

    /** Whether it is of the rules in use. */
    boolean madeFrom(Advisor engine) {
        return maker.engine() == engine;
    }

    /** A case as it is told. */
    CaseTold told(QuizCase of, Messages words) {
        return CaseTold.of(of, maker.advised(of), book(), words);
    }

    /** What is revealed about a case, to somebody who predicted it or to everybody. */
    Reveal reveal(QuizCase of, Predicted predicted, Messages words) {
        Advised advised = maker.advised(of);
        return new RevealWriter(this, advised, words).of(of, predicted);
    }
}
