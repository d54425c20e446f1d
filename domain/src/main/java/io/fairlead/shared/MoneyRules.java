package io.fairlead.shared;

/** The money rules in force, R1 to R15; src/docs/money-rules.md states them. */
public final class MoneyRules {

    /** Recorded with every figure, so that it can be explained by the rules of its time. */
    public static final int VERSION = 1;

    private MoneyRules() {}
}
