package io.fairlead.simulation.rule;

import io.fairlead.simulation.Facts;

/** Something that must hold of every history once everything has come to rest. */
interface Rule {

    /** Adds what is wrong. */
    void check(Facts facts, Findings findings);
}
