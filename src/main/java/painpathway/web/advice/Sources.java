package painpathway.web.advice;

import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Evidence;
import painpathway.knowledge.Fact;
import painpathway.knowledge.Source.Citation;
import painpathway.rules.ClinicalRule;

/** Looks up what a citation refers to. */
record Sources(Catalogue catalogue) {

    Sourced of(Citation citation, Evidence evidence) {
        return new Sourced(citation, evidence.word(), citation.fact() == null ? null : catalogue.fact(citation.fact()));
    }

    Sourced of(ClinicalRule rule) {
        return of(rule.citation(), rule.evidence());
    }

    Sourced of(Fact fact) {
        return new Sourced(
                new Citation(fact.document(), fact.section(), fact.id()),
                fact.document().status().word(),
                fact);
    }
}
