package painpathway.web.learn;

import java.util.List;
import painpathway.vignette.Published;
import painpathway.vignette.Vignette;
import painpathway.web.learn.Block.Prose;
import painpathway.web.learn.Block.Ref;
import painpathway.web.learn.Block.Refs;

/** What the page of a case says where others have published the patient. */
record PublishedParts(PageParts parts) {

    void show(SubjectPage page, Vignette vignette) {
        Published published = vignette.published();
        if (published == null) {
            return;
        }
        String agreement = published.advisor().word();
        page.tag(new Tag("plain-tag", parts.say("learn.published")))
                .tag(new Tag("a-" + agreement, parts.say("learn.published." + agreement)));
        page.show(new Prose(parts.say("learn.published.clinicians"), published.clinicians()))
                .show(new Prose(parts.say("learn.published.compared"), published.note()))
                .show(new Prose(
                        parts.say("learn.published.entered"),
                        parts.say(
                                "learn.published.entered-" + published.entered().word())))
                .show(parts.cited(
                        published.citation(), published.citation().source().status()))
                .show(others(vignette, published));
    }

    /** The same patient with more or fewer answers. */
    private Refs others(Vignette vignette, Published published) {
        List<Ref> refs = parts.bench().cases().stream()
                .filter(v -> v != vignette
                        && v.published() != null
                        && v.published().citation().equals(published.citation()))
                .map(v -> parts.ref(parts.bench().subject(v)))
                .toList();
        return new Refs(parts.say("learn.published.others"), refs);
    }
}
