package painpathway.advice;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Review;
import painpathway.knowledge.Stance;
import painpathway.rules.ClinicalRule;
import painpathway.rules.RuleBook;

/**
 * How many rules and texts (red flags and disagreements) there are behind something, and what clinicians have reviewed of them.
 *
 * @param lasts how long a review counts; null if for ever
 */
public record ReviewShare(
        int all, List<Review> reviews, @Nullable Period lasts) {

    /** What is to be said on one day; {@code by} names everybody who reviewed something. */
    public record Count(int all, int reviewed, int due, String by) {}

    /** Of everything in a rules folder. */
    public static ReviewShare of(RuleBook book) {
        return of(book.rules(), book.catalogue().redFlags(), book.catalogue().stances(), book);
    }

    /** Of everything that an advice gives as a reason. */
    public static ReviewShare behind(Advice advice, RuleBook book) {
        RulesBehind behind = RulesBehind.of(advice);
        return of(behind.rules(), behind.flags(), behind.stances(), book);
    }

    /** Of these. */
    public static ReviewShare of(
            Collection<ClinicalRule> rules, Collection<RedFlag> flags, Collection<Stance> stances, RuleBook book) {
        List<Review> reviews = Stream.of(
                        rules.stream().map(ClinicalRule::review),
                        flags.stream().map(RedFlag::review),
                        stances.stream().map(Stance::review))
                .flatMap(all -> all)
                .filter(Objects::nonNull)
                .toList();
        return new ReviewShare(
                rules.size() + flags.size() + stances.size(),
                reviews,
                book.catalogue().reviewsLast());
    }

    /** What is to be said of it on this day. */
    public Count on(LocalDate today) {
        return new Count(
                all,
                reviews.size(),
                (int) reviews.stream().filter(r -> r.due(today, lasts)).count(),
                reviews.stream().map(Review::by).distinct().sorted().collect(Collectors.joining("; ")));
    }
}
