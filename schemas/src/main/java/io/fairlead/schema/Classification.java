package io.fairlead.schema;

/** Who may read a field's values; told by the property {@code classification}. Stored by name, in the order of the alphabet. */
public enum Classification {
    /** Money of customers or of the firm, and what reveals it. */
    MONEY,
    /** What somebody earns or costs: readers are restricted, and messages leave the value out. */
    PAY,
    /** About a person, or their own words: messages leave the value out. */
    PERSONAL
}
