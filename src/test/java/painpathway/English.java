package painpathway;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Wording that sounds translated, as far as a program can find it. The names are the numbers of the project's page on English.
 * Each pattern has one sentence that it catches and one that it lets through, so that it cannot fall silent unnoticed.
 */
enum English {
    P1(
            "break|breaks|breaking|broke|broken|fresh(?: and| but|,)?(?: \\w+)? fractures?",
            "write \"fracture\" or \"recent fracture\"",
            "A fresh break of a vertebra on the scan",
            "A recent fracture of a vertebra on the scan"),
    P2(
            "c(?:o|a)m(?:e|es|ing) into (?:view|question)|in (?:view|question)",
            "write \"can be considered\" or \"is considered\"",
            "Shingles rash now: an epidural comes into view",
            "Shingles rash now: an epidural can be considered"),
    P3(
            "(?:care|medicines?|painkillers?|tablets?|drugs?|treatments?|exercise|physiotherapy|relief)(?: \\w+)? (?:do not |does not |did not |cannot |could not )?"
                    + "(?:hold|holds|held)(?! back\\b)|(?:not|no longer) held|(?:is|are|was|were) held by",
            "write \"control\": \"pain that medicines do not control\"",
            "Cancer pain that the medicine does not hold",
            "Cancer pain that the medicine does not control"),
    P4(
            "belongs? to (?:the|every|any|a|nearly every) plan|joins?(?= (?:in|the|physiotherapy|exercise|care|it)\\b)|ha(?:s|ve) more to add",
            "write \"is part of the plan\" or \"can help\"",
            "Pain for six weeks: conservative care belongs to the plan",
            "Pain for six weeks: conservative care is part of the plan"),
    P5(
            "by (?:a )?(?:doctor's )?(?:diagnosis|scan|signs?)(?: or (?:diagnosis|scan|signs?))?",
            "write \"diagnosed by a doctor\", \"shown on the scan\" or \"suggested by the signs\"",
            "Disc material has come out: by scan",
            "Disc material has come out: shown on the scan"),
    P6(
            "heat",
            "write \"radiofrequency\", and the first time \"radiofrequency (heat) treatment\"",
            "A new test before heat is repeated",
            "Radiofrequency (heat) treatment of those nerves"),
    P9(
            "authorit(?:y|ies) (?:disagrees?|differs?)|disagree(?:s|d|ment)? on|disagreement of authorities",
            "write \"guidelines disagree about\"",
            "Pain for 8 weeks: authorities disagree on epidurals",
            "Pain for 8 weeks: guidelines disagree about epidurals"),
    P11(
            "borne|dearer|mend|mends|mended|mending|whoever|meanwhile|of then|thereof",
            "use an everyday word",
            "No spine injection meanwhile",
            "No spine injection until then"),
    P12(
            "th(?:ought|inks?|inking) (?:of|about)",
            "write \"considered\"",
            "A doctor should see it before any procedure is thought of",
            "A doctor should see it before any procedure is considered"),
    P13(
            "(?<![<\\d.,])(?:1|\\{\\d}) (?-i:(?:(?:painful|more|other|open) )?(?:answers|areas|blocks|checks|days|entries|faults|hours|interventions|kinds|levels|months|"
                    + "patients|places|points|problems|questions|regions|rules|sessions|things|times|weeks|words|years))",
            "give the unit a singular: \"1 week\", \"{0,choice,1#1 answer|1<{0} answers}\"",
            "Pain for at least 1 weeks",
            "Pain for at least 1 week, and 11 weeks at most"),
    P18(
            "(?:test|diagnostic) injections?|diagnostic blocks?|(?:first|second|latest|recent|new|single|one|two|good|facet|joint) blocks?"
                    + "|(?<!test |nerve |branch |sympathetic )blocks? with(?= [\\w ]*\\d)",
            "write \"test block\"; on the patient's sheet \"test injection\"",
            "The first block gave relief",
            "The first test block gave relief, as the nerve block did");

    /** A right use of the words: within {@code text}, in files whose name ends in {@code in} (null: in every file). */
    private record Allowed(English pattern, String in, String text, String reason) {}

    private static final List<Allowed> ALLOWED = List.of(
            new Allowed(P1, "plain.yaml", "broken bones?", "what patients call a fracture"),
            new Allowed(P1, null, "lines? breaks?", "of a text"),
            new Allowed(
                    P1, null, "(?:break|breaks|broke|broken) (?:a|the|every|this|that) (?:rule|law)s?", "of a rule"),
            new Allowed(P1, null, "pain [\\w ]*breaks through", "of breakthrough pain"),
            new Allowed(P2, null, "procedure in question", "the idiom for the one that is meant"),
            new Allowed(P6, null, "radiofrequency \\(heat\\)", "the plain word, once in brackets"),
            new Allowed(
                    P6,
                    null,
                    "radiofrequency [\\w ]*(?:uses|applies|makes|produces) heat|heat made by radio waves|conducts heat",
                    "what the heat of radiofrequency does"),
            new Allowed(P6, "plain.yaml", "heat", "patients do not know the word radiofrequency"),
            new Allowed(
                    P18,
                    null,
                    "one block so far",
                    "said of the sympathetic nerve block, the only one that is counted so"),
            new Allowed(
                    P18, "nerve-block.yaml", "(?:first|second|one) blocks?", "a nerve block that treats is no test"),
            new Allowed(P18, "sympathetic.drl", "(?:first|second|one) blocks?", "a nerve block that treats is no test"),
            new Allowed(
                    P18,
                    "README.md",
                    "(?:\"section\": \"|cgs-facet-checklist, )first diagnostic block",
                    "the name of a section in a source"),
            new Allowed(P18, null, "one good block is not enough", "the title of a lesson"),
            new Allowed(P18, "plain.yaml", "test injections?", "the right word for patients"));

    /** What is wrong with a text: the pattern, the words found, and what to write instead. */
    record Found(English pattern, String words) {

        @Override
        public String toString() {
            return pattern + " \"" + words + "\" (" + pattern.instead + ")";
        }
    }

    private final Pattern pattern;
    private final String instead;
    private final String caught;
    private final String passes;

    English(String words, String instead, String caught, String passes) {
        this.pattern = pattern(words);
        this.instead = instead;
        this.caught = caught;
        this.passes = passes;
    }

    /** A sentence that this pattern catches. */
    String caught() {
        return caught;
    }

    /** The same in plain English, which it lets through. */
    String passes() {
        return passes;
    }

    /** Everything wrong with a text of this file, except for what is allowed. */
    static Stream<Found> in(String file, String text) {
        return Arrays.stream(values()).flatMap(p -> p.of(file, text));
    }

    /** What this pattern finds in a text of this file. */
    Stream<Found> of(String file, String text) {
        return pattern.matcher(text)
                .results()
                .filter(m -> ALLOWED.stream()
                        .noneMatch(a -> a.pattern == this
                                && (a.in == null || file.endsWith(a.in))
                                && around(a.text, text, m.start(), m.end())))
                .map(m -> new Found(this, m.group()));
    }

    /** Whether the words from {@code start} to {@code end} are part of the allowed text. */
    private static boolean around(String allowed, String text, int start, int end) {
        Matcher matcher = pattern(allowed).matcher(text);
        while (matcher.find()) {
            if (matcher.start() <= start && matcher.end() >= end) {
                return true;
            }
        }
        return false;
    }

    /** Whole words, small or capital; a hyphen makes an id, as in {@code facet-block}. */
    private static Pattern pattern(String words) {
        return Pattern.compile("(?<![\\w-])(?:" + words + ")(?![\\w-])", Pattern.CASE_INSENSITIVE);
    }
}
