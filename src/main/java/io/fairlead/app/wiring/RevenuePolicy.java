package io.fairlead.app.wiring;

/**
 * The accounting policy that new obligations note.
 *
 * @param withinLimit whether revenue as incurred stops at limits
 */
record RevenuePolicy(boolean withinLimit) {}
