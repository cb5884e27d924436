package painpathway.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import painpathway.folder.RulesFolder;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.RedFlag;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.RuleBook;

/** Every small mistake that one could make in the text of a rules folder: the text with one of them each. */
final class Mutants {

    private static final Pattern RULE = Pattern.compile("(?ms)^rule \"(.*?)\"(.*?)^when(.*?)^then(.*?)^end");
    private static final Pattern NUMBER = Pattern.compile("(>=|<=|>|<)( *)(-?\\d+(?:\\.\\d+)?)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\( kcontext(.*?)\\);", Pattern.DOTALL);
    private static final Pattern ENTRY = Pattern.compile("^ *- (?:\\{)?id: ([\\w.-]+)");
    private static final Pattern POLICY = Pattern.compile("\\n *@policy\\(\"(\\w+)\"\\)");

    /**
     * One mistake.
     *
     * @param kind what sort of mistake
     * @param rule the rule's sentence, or the id of an entry of a YAML file and its line
     * @param what what was changed
     * @param text the whole file with the mistake in it
     */
    record Mutant(String kind, String file, int line, String rule, String what, String text) {

        RulesFolder in(RulesFolder folder) {
            return folder.with(file, text);
        }

        /** Names the mistake; the same whenever the same text is mutated. */
        String key() {
            return kind + " | " + file + " | " + rule + " | " + what;
        }

        @Override
        public String toString() {
            return kind + " " + file + ":" + line + " \"" + rule + "\": " + what;
        }
    }

    private final RuleBook book;
    private final Map<String, List<Mutant>> byKind = new LinkedHashMap<>();

    private Mutants(RuleBook book) {
        this.book = book;
    }

    /** All mutants of a folder, by kind. */
    static Map<String, List<Mutant>> of(RuleBook book) {
        Mutants mutants = new Mutants(book);
        for (String stage : List.of("criteria", "patterns", "advice")) {
            book.folder().below(stage).forEach(mutants::rules);
        }
        mutants.lines(Questionnaire.FILE, Pattern.compile("^ *safety: true$|, safety: true"), "drop-safety");
        mutants.lines(Questionnaire.FILE, Pattern.compile("^ *unknown-as: .*$"), "drop-unknown-as");
        mutants.lines(Questionnaire.FILE, Pattern.compile("^ *- \\{question: .*\\}.*$"), "drop-asked-when");
        mutants.lines("knowledge/red-flags.yaml", Pattern.compile("^ *withholds: .*$"), "drop-withholds");
        mutants.lines("knowledge/obstacles.yaml", Pattern.compile("^ *withholds: .*$"), "drop-withholds");
        return mutants.byKind;
    }

    private void lines(String file, Pattern drop, String kind) {
        String[] lines = book.folder().text(file).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher matcher = drop.matcher(lines[i]);
            if (matcher.find()) {
                String[] changed = lines.clone();
                changed[i] = matcher.replaceAll("");
                if (kind.equals("drop-unknown-as") && lines[i + 1].strip().startsWith("when-unknown:")) {
                    changed[i + 1] = "";
                }
                if (kind.equals("drop-asked-when")
                        && !lines[i - 1].strip().startsWith("- {")
                        && !lines[i + 1].strip().startsWith("- {")) {
                    changed[i - 1] = "";
                }
                add(kind, file, i + 1, entry(lines, i) + lines[i].strip(), "dropped", String.join("\n", changed));
            }
        }
    }

    /** The id of the entry that a line belongs to. */
    private static String entry(String[] lines, int line) {
        for (int i = line; i >= 0; i--) {
            Matcher id = ENTRY.matcher(lines[i]);
            if (id.find()) {
                return id.group(1) + ", ";
            }
        }
        return "";
    }

    private void add(String kind, String file, int line, String rule, String what, String text) {
        byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(new Mutant(kind, file, line, rule, what, text));
    }

    private void rules(String file, String text) {
        Matcher matcher = RULE.matcher(text);
        while (matcher.find()) {
            new Rule(file, text, matcher).mutate();
        }
    }

    /** One rule in its file: where its parts stand. */
    private final class Rule {

        private final String file;
        private final String text;
        private final int start;
        private final int end;
        private final String name;
        private final int whenAt;
        private final String when;
        private final int thenAt;
        private final String then;

        Rule(String file, String text, Matcher at) {
            this.file = file;
            this.text = text;
            this.start = at.start();
            this.end = at.end();
            this.name = at.group(1);
            this.whenAt = at.start(3);
            this.when = at.group(3);
            this.thenAt = at.start(4);
            this.then = at.group(4);
        }

        void mutate() {
            change("delete-rule", "deleted", start, end, "");
            literals();
            consequence();
            Matcher policy = POLICY.matcher(text.substring(start, end));
            if (policy.find()) {
                change("policy", "mark dropped", start + policy.start(), start + policy.end(), "");
                String other = book.policies().stream()
                        .filter(p -> !p.equals(policy.group(1)))
                        .findFirst()
                        .orElseThrow();
                change("policy", "mark " + other, start + policy.start(1), start + policy.end(1), other);
            }
        }

        private void change(String kind, String what, int from, int to, String by) {
            int line = (int) text.substring(0, start)
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            add(kind, file, line, name, what, text.substring(0, from) + by + text.substring(to));
        }

        private void literals() {
            int open = when.indexOf('(');
            int close = when.lastIndexOf(')');
            List<int[]> parts = split(when, open + 1, close);
            for (int[] part : parts) {
                String literal = when.substring(part[0], part[1]);
                if (parts.size() > 1) {
                    List<String> others = new ArrayList<>();
                    parts.stream()
                            .filter(p -> p != part)
                            .forEach(p -> others.add(when.substring(p[0], p[1]).strip()));
                    change(
                            "drop-literal",
                            "without " + flat(literal),
                            whenAt + open + 1,
                            whenAt + close,
                            " " + String.join(", ", others) + " ");
                }
                literal(whenAt + part[0], literal);
            }
        }

        private void literal(int at, String literal) {
            Matcher met = Pattern.compile("\\b(met|ruledOut)\\(").matcher(literal);
            if (met.find()) {
                String other = met.group(1).equals("met") ? "ruledOut" : "met";
                change("swap-met", flat(literal) + " to " + other, at + met.start(1), at + met.end(1), other);
            }
            Matcher number = NUMBER.matcher(literal);
            if (number.find()) {
                boolean whole = !number.group(3).contains(".");
                for (int step : List.of(-1, 1)) {
                    String shifted = whole
                            ? String.valueOf(Long.parseLong(number.group(3)) + step)
                            : BigDecimal.valueOf(step)
                                    .movePointLeft(1)
                                    .add(new BigDecimal(number.group(3)))
                                    .toPlainString();
                    change(
                            "shift-threshold",
                            flat(literal) + " to " + shifted,
                            at + number.start(3),
                            at + number.end(3),
                            shifted);
                }
            }
            Matcher quoted = QUOTED.matcher(literal);
            Question question = null;
            while (quoted.find()) {
                String id = quoted.group(1);
                int from = at + quoted.start(1);
                int to = at + quoted.end(1);
                change("misspell", id + " to " + id + "x", from, to, id + "x");
                if (question == null) {
                    question = book.questionnaire().question(id);
                } else {
                    List<String> options = question.optionIds();
                    String next = options.get((options.indexOf(id) + 1) % options.size());
                    change("other-option", id + " to " + next, from, to, next);
                }
            }
        }

        private void consequence() {
            Matcher call = CALL.matcher(then);
            if (!call.find()) {
                return;
            }
            String verb = call.group(1);
            Set<String> alike = new LinkedHashSet<>(List.of("suggest", "support", "contraindicate"));
            if (alike.remove(verb)) {
                alike.forEach(other -> change(
                        "swap-verb", verb + " to " + other, thenAt + call.start(1), thenAt + call.end(1), other));
            }
            List<int[]> arguments = new ArrayList<>();
            Matcher quoted = QUOTED.matcher(call.group(2));
            while (quoted.find()) {
                arguments.add(new int[] {call.start(2) + quoted.start(1), call.start(2) + quoted.end(1)});
            }
            int targets = 0;
            for (int i = 0; i < arguments.size(); i++) {
                targets += isTarget(verb, i, arguments.size()) ? 1 : 0;
            }
            for (int i = 0; i < arguments.size(); i++) {
                int from = arguments.get(i)[0];
                int to = arguments.get(i)[1];
                String id = then.substring(from, to);
                List<String> ids = named(verb, i, arguments.size());
                String next = ids.get((ids.indexOf(id) + 1) % ids.size());
                boolean first = i == 0 || isTarget(verb, i, arguments.size()) && !verb.equals("allow");
                change(
                        first ? "change-target" : "change-argument",
                        id + " to " + next,
                        thenAt + from,
                        thenAt + to,
                        next);
                if (targets > 1 && isTarget(verb, i, arguments.size())) {
                    // With the comma before it: kcontext stands before the first.
                    int comma = then.lastIndexOf(',', from);
                    change("drop-target", "without " + id, thenAt + comma, thenAt + to + 1, "");
                }
            }
        }

        private static boolean isTarget(String verb, int argument, int of) {
            return switch (verb) {
                case "suggest", "support", "contraindicate" -> true;
                case "hold", "caution", "stance" -> argument < of - 1;
                case "allow" -> argument > 0;
                default -> false;
            };
        }

        /** All that could stand in the place of an argument. */
        private List<String> named(String verb, int argument, int of) {
            Catalogue catalogue = book.catalogue();
            if (isTarget(verb, argument, of)) {
                return Set.of("suggest", "support", "stance", "allow").contains(verb)
                        ? catalogue.interventions().stream().map(i -> i.id()).toList()
                        : List.copyOf(catalogue.targetNames());
            }
            return switch (verb) {
                case "hold" -> catalogue.checks().stream().map(c -> c.id()).toList();
                case "caution" -> catalogue.notes().stream().map(n -> n.id()).toList();
                case "stance" -> catalogue.stances().stream().map(s -> s.id()).toList();
                case "obstacle" ->
                    catalogue.obstacles().stream().map(o -> o.id()).toList();
                case "redFlag" ->
                    argument > 0
                            ? RedFlag.URGENCIES
                            : catalogue.redFlags().stream().map(f -> f.id()).toList();
                default -> catalogue.redFlags().stream().map(f -> f.id()).toList();
            };
        }

        /** The spans between commas that stand in no inner bracket. */
        private static List<int[]> split(String text, int from, int to) {
            List<int[]> parts = new ArrayList<>();
            int depth = 0;
            int start = from;
            for (int i = from; i < to; i++) {
                char c = text.charAt(i);
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (c == ',' && depth == 0) {
                    parts.add(new int[] {start, i});
                    start = i + 1;
                }
            }
            parts.add(new int[] {start, to});
            return parts;
        }

        private static String flat(String literal) {
            return literal.strip().replaceAll("\\s+", " ").replace("\"", "'");
        }
    }
}
