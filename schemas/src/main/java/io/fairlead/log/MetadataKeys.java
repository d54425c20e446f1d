package io.fairlead.log;

/** Names of the metadata that every event carries. */
public final class MetadataKeys {

    /** Who acted, {@code issuer|subject}; {@code local|<name>} on loopback, {@code process|<name>} for reactions. */
    public static final String ACTOR = "actor";

    /** The idempotency key of the command that caused the event, unique per client. */
    public static final String COMMAND_ID = "commandId";

    /** Whose command key it is; keys of different clients never meet. */
    public static final String CLIENT = "client";

    /** SHA-256 of the command's body in hex, so that a key with another body is noticed. */
    public static final String REQUEST_HASH = "requestHash";

    /** Constant from the first request through all reactions. */
    public static final String CORRELATION_ID = "correlationId";

    /** The event or request that led to this one. */
    public static final String CAUSATION_ID = "causationId";

    /** The legal entity concerned, {@code legal-entity:<code>}, where there is one. */
    public static final String LEGAL_ENTITY = "legalEntity";

    private MetadataKeys() {}
}
