package painpathway.web.quiz;

import painpathway.web.learn.Subject;

/**
 * How somebody did in one case.
 *
 * @param number  from 1
 * @param address where it is revealed
 * @param right   how many of {@code of} parts were right
 */
record CaseResult(int number, Subject vignette, String address, long right, int of) {}
