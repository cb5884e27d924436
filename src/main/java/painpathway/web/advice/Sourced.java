package painpathway.web.advice;

import org.jspecify.annotations.Nullable;
import painpathway.knowledge.Fact;
import painpathway.knowledge.Source.Citation;

/** A citation, how well it supports the statement, and the fact that it names (null if it names none). */
public record Sourced(
        Citation citation, String evidence, @Nullable Fact fact) {}
