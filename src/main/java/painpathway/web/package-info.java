/**
 * What all pages share: wording, times, security headers, and what happens when a request cannot be served.
 *
 * <p>May use: questionnaire, rules, advice, api.
 */
@NullMarked
package painpathway.web;

import org.jspecify.annotations.NullMarked;
