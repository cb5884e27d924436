/**
 * A quiz for learners, alone or in a class: predict what the advisor says about a case, then see where the reasoning parted. Nothing
 * about a learner is stored; a class lives in memory for some hours.
 *
 * <p>May use: folder, questionnaire, knowledge, rules, advice, vignette, logic, web, web.learn.
 */
@NullMarked
package painpathway.web.quiz;

import org.jspecify.annotations.NullMarked;
