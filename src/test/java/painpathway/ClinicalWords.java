package painpathway;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import painpathway.questionnaire.Question;
import painpathway.rules.RuleBook;

/** Finds medicine where mechanism should be: in the texts of Java, and anywhere in a page or a script. */
final class ClinicalWords {

    /** Parts of words that only medicine uses; looked for anywhere, in any case. */
    private static final List<String> PARTS = List.of(
            "twisting",
            "bending",
            "sciatica",
            "facet",
            "epidural",
            "steroid",
            "anticoag",
            "warfarin",
            "aspirin",
            "heparin",
            "clopidogrel",
            "apixaban",
            "kyphoplast",
            "vertebroplast",
            "discograph",
            "stenosis",
            "fracture",
            "cauda",
            "myelopath",
            "lumbar",
            "cervical",
            "spinal",
            "neuropath",
            "radicul",
            "claudication",
            "opioid",
            "diabet",
            "hba1c",
            "pregnan",
            "cancer",
            "tumour",
            "infection",
            "allerg",
            "pacemaker",
            "surgery",
            "physiotherap",
            "fibromyalg",
            "shingles",
            "osteopor",
            "arthritis",
            "injection",
            "ablation");

    private static final Pattern JAVA = Pattern.compile(
            "\"\"\"(?<block>.*?)(?<!\\\\)\"\"\"|\"(?<text>(?:[^\"\\\\\\n]|\\\\.)*)\"|'(?:[^'\\\\]|\\\\.)+'|//[^\\n]*|/\\*.*?\\*/",
            Pattern.DOTALL);

    private final Pattern ids;

    /** The words of one rules folder: its questions, options of several words, interventions, red flags, criteria and patterns. */
    ClinicalWords(RuleBook book) {
        Set<String> words = new LinkedHashSet<>(book.questionnaire().ids());
        for (Question question : book.questionnaire().questions()) {
            question.optionIds().stream().filter(o -> o.contains("-")).forEach(words::add);
        }
        book.catalogue().interventions().forEach(i -> words.add(i.id()));
        book.catalogue().redFlags().stream().filter(f -> f.id().contains("-")).forEach(f -> words.add(f.id()));
        book.catalogue().stances().stream().filter(s -> s.id().contains("-")).forEach(s -> words.add(s.id()));
        book.findings().stream().filter(f -> f.id().contains("-")).forEach(f -> words.add(f.id()));
        ids = Pattern.compile("(?<![\\w.-])("
                + String.join("|", words.stream().map(Pattern::quote).toList()) + ")(?![\\w-])");
    }

    /** What is found in a file, as {@code name:line: word}. */
    List<String> in(String name, String text) {
        List<String> found = new ArrayList<>();
        if (!name.endsWith(".java")) {
            search(name, text, 1, found);
            return found;
        }
        Matcher matcher = JAVA.matcher(text);
        while (matcher.find()) {
            String literal = matcher.group("block") != null ? matcher.group("block") : matcher.group("text");
            if (literal != null) {
                search(name, literal, 1 + lines(text, matcher.start()), found);
            }
        }
        return found;
    }

    private void search(String name, String text, int firstLine, List<String> found) {
        Matcher matcher = ids.matcher(text);
        while (matcher.find()) {
            found.add(name + ":" + (firstLine + lines(text, matcher.start())) + ": " + matcher.group(1));
        }
        String lower = text.toLowerCase(Locale.ROOT);
        for (String part : PARTS) {
            for (int at = lower.indexOf(part); at >= 0; at = lower.indexOf(part, at + 1)) {
                found.add(name + ":" + (firstLine + lines(text, at)) + ": " + part);
            }
        }
    }

    private static int lines(String text, int end) {
        return (int) text.chars().limit(end).filter(c -> c == '\n').count();
    }
}
