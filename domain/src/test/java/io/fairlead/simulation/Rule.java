package io.fairlead.simulation;

/** Something that must hold of every history once everything has come to rest. */
interface Rule {

    /** Adds what is wrong. */
    void check(Facts facts, Findings findings);
}
