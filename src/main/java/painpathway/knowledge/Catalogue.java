package painpathway.knowledge;

import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Everything in {@code knowledge/} of a rules folder, looked up by id, with tags expanded to interventions. Immutable. */
public final class Catalogue {

    private final Library library;
    private final Interventions interventions;
    private final Remarks remarks;
    private final Barriers barriers;
    private final Policies policies;
    private final @Nullable PatientWording plain;
    private final Map<String, Term> terms;

    Catalogue(
            Library library,
            Interventions interventions,
            Remarks remarks,
            Barriers barriers,
            Policies policies,
            @Nullable PatientWording plain,
            Map<String, Term> terms) {
        this.library = library;
        this.interventions = interventions;
        this.remarks = remarks;
        this.barriers = barriers;
        this.policies = policies;
        this.plain = plain;
        this.terms = terms;
    }

    /** All sources, in the order of sources.yaml. */
    public Collection<Source> sources() {
        return library.sources().values();
    }

    /** All 161 facts, including promotional claims, for teaching and for tests; no advice is made from this list. */
    public Collection<Fact> facts() {
        return library.facts().values();
    }

    /** The fact with this id, or null. */
    public @Nullable Fact fact(String id) {
        return library.facts().get(id);
    }

    /** All interventions in the order of the file; the position is {@link Intervention#index()}. */
    public List<Intervention> interventions() {
        return interventions.all();
    }

    /** All notes; a promotional claim is never among them. */
    public Collection<Note> notes() {
        return remarks.notes().values();
    }

    /** All red flags, in the order in which they are shown. */
    public Collection<RedFlag> redFlags() {
        return barriers.redFlags().values();
    }

    /** All topics that guidelines disagree about. */
    public Collection<Stance> stances() {
        return remarks.stances().values();
    }

    /** All checks that a conditional entry may be waiting for. */
    public Collection<Check> checks() {
        return remarks.checks().values();
    }

    /** All obstacles, including the one for blank safety questions. */
    public Collection<Obstacle> obstacles() {
        return barriers.obstacles().values();
    }

    /** All policies, including the default. */
    public Collection<Policy> policies() {
        return policies.byId().values();
    }

    /** What each tag means. */
    public Map<String, String> tags() {
        return interventions.tags();
    }

    /** The intervention with this id, or null. */
    public @Nullable Intervention intervention(String id) {
        return interventions.byId().get(id);
    }

    /** The note with this id, which has to exist. */
    public Note note(String id) {
        return existing(remarks.notes(), id);
    }

    /** The red flag with this id, or null. */
    public @Nullable RedFlag redFlag(String id) {
        return barriers.redFlags().get(id);
    }

    /** The stance with this id, which has to exist. */
    public Stance stance(String id) {
        return existing(remarks.stances(), id);
    }

    /** The check with this id, which has to exist. */
    public Check check(String id) {
        return existing(remarks.checks(), id);
    }

    /** The obstacle with this id, which has to exist. */
    public Obstacle obstacle(String id) {
        return existing(barriers.obstacles(), id);
    }

    /** The obstacle for blank safety questions. */
    public Obstacle blankSafetyQuestion() {
        return barriers.blankSafetyQuestion();
    }

    /** The interventions, by index, that every emergency withholds, whichever flag raised it. */
    public Set<Integer> emergencyWithholds() {
        return barriers.emergencyWithholds();
    }

    /** The sentence under every advice that says who decides. */
    public String statement() {
        return policies.statement();
    }

    /** How long the review of a clinician counts; null if for ever. */
    public @Nullable Period reviewsLast() {
        return policies.reviewsLast();
    }

    /** The words for the patient; null if the folder has none. */
    public @Nullable PatientWording plain() {
        return plain;
    }

    /** All clinical terms that are explained, in the order of the file. */
    public Collection<Term> terms() {
        return terms.values();
    }

    /** The policy that applies if none is asked for. */
    public String defaultPolicy() {
        return policies.byDefault();
    }

    /** The indexes that an intervention id or a tag stands for; empty if it is neither. */
    public Set<Integer> targets(String idOrTag) {
        return interventions.targets(idOrTag);
    }

    /** The indexes that some interventions and tags stand for together. */
    public Set<Integer> targets(Collection<String> idsOrTags) {
        Set<Integer> all = new TreeSet<>();
        idsOrTags.forEach(target -> all.addAll(targets(target)));
        return all;
    }

    /** Every intervention id and tag that a rule or note may name. */
    public Set<String> targetNames() {
        return interventions.targetNames();
    }

    private static <T> T existing(Map<String, T> entries, String id) {
        T entry = entries.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("the catalogue has no '" + id + "'");
        }
        return entry;
    }
}
