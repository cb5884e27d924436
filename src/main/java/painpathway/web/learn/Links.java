package painpathway.web.learn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which page names which: what something reads or rests on, and what reads it. */
public final class Links {

    private final Map<Subject, Set<Subject>> reads = new HashMap<>();
    private final Map<Subject, Set<Subject>> readers = new HashMap<>();

    void add(Subject from, Subject to) {
        if (!from.equals(to)) {
            reads.computeIfAbsent(from, f -> new LinkedHashSet<>()).add(to);
            readers.computeIfAbsent(to, t -> new LinkedHashSet<>()).add(from);
        }
    }

    /** What it reads or rests on, in the order in which it names them. */
    public Set<Subject> reads(Subject subject) {
        return reads.getOrDefault(subject, Set.of());
    }

    /** What reads it or rests on it. */
    public Set<Subject> readers(Subject subject) {
        return readers.getOrDefault(subject, Set.of());
    }

    /** The rules that read it, also by way of questions, criteria and patterns. */
    Set<Subject> rulesBehind(Subject subject) {
        Set<Subject> reached = new LinkedHashSet<>();
        Deque<Subject> open = new ArrayDeque<>(Set.of(subject));
        while (!open.isEmpty()) {
            for (Subject reader : readers(open.pop())) {
                boolean logic = reader.kind() == Kind.RULES
                        || reader.kind() == Kind.PATTERNS
                        || reader.kind() == Kind.CRITERIA
                        || reader.kind() == Kind.QUESTIONS;
                if (logic && reached.add(reader)) {
                    open.add(reader);
                }
            }
        }
        reached.removeIf(s -> s.kind() != Kind.RULES);
        return reached;
    }
}
