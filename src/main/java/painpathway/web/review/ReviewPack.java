package painpathway.web.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import painpathway.knowledge.RedFlag;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;
import painpathway.web.Messages;
import painpathway.web.learn.Kind;
import painpathway.web.learn.Workbench;

/** Everything that there is to review, family by family in the order in which an advice comes about, and the texts at the end. */
record ReviewPack(RuleBook book, List<ReviewFamily> families) {

    static ReviewPack of(Workbench bench, Messages words, LocalDate today) {
        RuleBook book = bench.book();
        ReviewItems items = new ReviewItems(book, bench.subjects(), words, today);
        Map<String, List<ReviewItem>> byFile = new LinkedHashMap<>();
        for (ClinicalRule rule : book.rules()) {
            byFile.computeIfAbsent(rule.at().file(), f -> new ArrayList<>()).add(items.of(rule));
        }
        List<ReviewFamily> families = new ArrayList<>();
        byFile.forEach((file, rules) -> families.add(new ReviewFamily(file.replaceAll("\\.drl$", ""), file, rules)));
        families.add(new ReviewFamily(
                Kind.RED_FLAGS.path(),
                words.say("learn.kind.red-flags"),
                book.catalogue().redFlags().stream().map(items::of).toList()));
        families.add(new ReviewFamily(
                Kind.STANCES.path(),
                words.say("learn.kind.stances"),
                book.catalogue().stances().stream().map(items::of).toList()));
        families.removeIf(f -> f.items().isEmpty());
        return new ReviewPack(book, List.copyOf(families));
    }

    /** Of everything. */
    ReviewFamily whole() {
        return new ReviewFamily(
                "", "", families.stream().flatMap(f -> f.items().stream()).toList());
    }

    /** What says something about one intervention: its advice rules, what they read and name, and the red flags that withhold it. */
    List<ReviewFamily> about(String intervention) {
        int index = book.catalogue().interventions().stream()
                .map(i -> i.id())
                .toList()
                .indexOf(intervention);
        Set<String> wanted = new LinkedHashSet<>();
        for (ClinicalRule rule : book.rules()) {
            boolean about = rule.targets().stream()
                    .anyMatch(t -> book.catalogue().targets(t).contains(index));
            if (about) {
                wanted.add(rule.name());
                wanted.add(rule.subject());
                behind(rule, wanted);
            }
        }
        book.catalogue().redFlags().stream()
                .filter(f -> f.withholds().contains(index))
                .map(RedFlag::id)
                .forEach(wanted::add);
        return families.stream()
                .map(f -> new ReviewFamily(
                        f.key(),
                        f.title(),
                        f.items().stream()
                                .filter(i -> wanted.contains(i.says())
                                        || wanted.contains(i.subject().id()))
                                .toList()))
                .filter(f -> !f.items().isEmpty())
                .toList();
    }

    private void behind(ClinicalRule rule, Set<String> wanted) {
        for (Literal literal : rule.literals()) {
            if (literal instanceof Literal.OfFinding of) {
                String id = Objects.requireNonNull(book.findings().get(of.finding()))
                        .id();
                if (wanted.add(id)) {
                    book.findings().get(of.finding()).rules().forEach(r -> behind(r, wanted));
                }
            }
        }
    }
}
