/**
 * Proofs over every possible patient: the laws of a rules folder, what its rules must never do, and how two folders
 * differ.
 *
 * <p>May use: folder, questionnaire, knowledge, rules, advice, vignette, lesson, logic.
 */
@NullMarked
package painpathway.audit;

import org.jspecify.annotations.NullMarked;
