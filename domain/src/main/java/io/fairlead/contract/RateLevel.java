package io.fairlead.contract;

/** Where a price was found, most special first (R1). The order of the constants is the precedence. */
public enum RateLevel {
    ENTRY_OVERRIDE,
    CONTRACT_LINE_PERSON,
    CONTRACT_LINE_ROLE,
    PROJECT_PERSON,
    PROJECT_ROLE,
    CUSTOMER_PERSON,
    CUSTOMER_ROLE,
    ENTITY_STANDARD
}
