package painpathway.web.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import painpathway.folder.EnumWords;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Evidence;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Review;
import painpathway.knowledge.Source.Citation;
import painpathway.knowledge.Stance;
import painpathway.rules.ClinicalRule;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;
import painpathway.web.Messages;
import painpathway.web.learn.Kind;
import painpathway.web.learn.Subjects;
import painpathway.web.review.ReviewItem.Cited;

/** Puts rules and texts into the form in which they are reviewed. */
record ReviewItems(RuleBook book, Subjects subjects, Messages words, LocalDate today) {

    ReviewItem of(ClinicalRule rule) {
        LineWords lines = new LineWords(book, words);
        return new ReviewItem(
                subjects.of(rule),
                rule.name(),
                rule.literals().stream().map(lines::of).toList(),
                rule.stage() == Stage.ADVICE ? does(rule) : List.of(),
                List.of(cited(rule.citation(), rule.evidence(), "")),
                Objects.requireNonNullElse(rule.rationale(), ""),
                reviewed(rule.review()));
    }

    ReviewItem of(RedFlag flag) {
        List<String> actions = RedFlag.URGENCIES.stream()
                .filter(flag.actions()::containsKey)
                .map(u -> words.say(
                        "review.action",
                        words.say("urgency." + u),
                        flag.actions().getOrDefault(u, "")))
                .toList();
        String withheld = flag.withholds().stream()
                .sorted()
                .map(i -> book.catalogue().interventions().get(i).name())
                .collect(Collectors.joining("; "));
        return new ReviewItem(
                subjects.known(Kind.RED_FLAGS, flag.id()),
                flag.name(),
                actions,
                withheld.isEmpty() ? List.of() : List.of(words.say("review.withholds", withheld)),
                List.of(cited(flag.citation(), flag.evidence(), "")),
                "",
                reviewed(flag.review()));
    }

    ReviewItem of(Stance stance) {
        return new ReviewItem(
                subjects.known(Kind.STANCES, stance.id()),
                stance.topic(),
                List.of(),
                List.of(stance.byDefault()),
                stance.sides().stream()
                        .map(s -> cited(s.citation(), s.evidence(), s.says()))
                        .toList(),
                "",
                reviewed(stance.review()));
    }

    private ReviewItem.Reviewed reviewed(@Nullable Review review) {
        return ReviewItem.Reviewed.of(review, today, book.catalogue().reviewsLast());
    }

    private Cited cited(Citation citation, Evidence evidence, String says) {
        return new Cited(
                subjects.known(Kind.SOURCES, citation.source().id()), citation.section(), says, evidence.word());
    }

    private List<String> does(ClinicalRule rule) {
        List<String> does = new ArrayList<>();
        String verb = words.say("learn.verb." + EnumWords.of(rule.verb()));
        does.add(rule.targets().isEmpty() ? verb : words.say("review.does", verb, targets(rule)));
        String named = named(rule);
        if (!named.isEmpty()) {
            does.add(named);
        }
        return does;
    }

    private String targets(ClinicalRule rule) {
        Catalogue catalogue = book.catalogue();
        return rule.targets().stream()
                .map(id -> {
                    var intervention = catalogue.intervention(id);
                    return intervention == null ? catalogue.tags().getOrDefault(id, id) : intervention.name();
                })
                .collect(Collectors.joining("; "));
    }

    /** The check, note, red flag, obstacle or disagreement that it names, in its words. */
    private String named(ClinicalRule rule) {
        Catalogue catalogue = book.catalogue();
        return switch (rule.verb()) {
            case HOLD -> catalogue.check(rule.subject()).text();
            case CAUTION -> catalogue.note(rule.subject()).text();
            case STANCE -> catalogue.stance(rule.subject()).topic();
            case OBSTACLE -> catalogue.obstacle(rule.subject()).text();
            case RED_FLAG, ALLOW -> {
                String flag = Objects.requireNonNull(catalogue.redFlag(rule.subject()))
                        .name();
                yield rule.urgency() == null
                        ? flag
                        : words.say(
                                "review.action",
                                words.say("urgency." + rule.urgency().word()),
                                flag);
            }
            case CRITERION_MET, PATTERN_MET, SUGGEST, SUPPORT, CONTRAINDICATE -> "";
        };
    }
}
