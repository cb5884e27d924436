package painpathway.audit;

import painpathway.rules.RuleBook;

/** A rule book under one of its policies. */
record Reading(RuleBook book, String policy) {}
