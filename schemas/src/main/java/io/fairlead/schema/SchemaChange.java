package io.fairlead.schema;

/**
 * One difference between two versions of an event's contract.
 *
 * @param event full name of the event
 * @param path the field as readers name it, such as {@code rate} or {@code lines[].amount}; empty for the event itself
 * @param pointer RFC 6901 JSON pointer into the text of the schema that has it: today's, or the released one for what is gone
 * @param reason what it does to stored events or to readers, in plain words
 * @param remedy what to do instead, one sentence; empty where nothing has to be done
 */
public record SchemaChange(String event, String path, String pointer, Kind kind, String reason, String remedy) {

    /** What changed. A breaking kind makes stored events unreadable, changes what they say, or takes back a promise. */
    public enum Kind {
        /** No class of this name is left. */
        EVENT_REMOVED(true),
        /** Stored events are found by their name, so an alias does not help. */
        EVENT_RENAMED(true),
        /** A record, enum or fixed inside of the event has another name, and no alias leads to it. */
        TYPE_RENAMED(true),
        FIELD_WITHOUT_DEFAULT(true),
        FIELD_REMOVED(true),
        /** Another name for the same field, without an alias. */
        FIELD_RENAMED(true),
        /** An alias sends a stored value to another field than the one of its name. */
        ALIAS_MISLEADS(true),
        TYPE(true),
        /** Another number of digits, in all or after the point. */
        DECIMAL(true),
        /** The same bytes under another meaning: day, instant, UUID, amount. */
        LOGICAL_TYPE(true),
        /** Null may not be any more. */
        NULLABLE(true),
        /** An enum has lost symbols. */
        SYMBOLS(true),
        /** The default is another one or gone. */
        DEFAULT(true),
        /** A code may not be any more, or others than the listed may come. */
        CODES(true),
        UNIT(true),
        /** A value that was allowed is not any more, or no range is told. */
        RANGE(true),
        /** A kind of id may not stand there any more. */
        REF(true),
        /** A field does not count as sensitive any more. */
        CLASSIFICATION(true),
        /** A property of today's contract is not written as it has to be. */
        PROPERTY_MALFORMED(true),
        /** Avro cannot read it, for a reason that none of the others tells. */
        UNREADABLE(true),
        /** An accepted change that does not happen any more. */
        EXCEPTION_IDLE(true),

        EVENT_ADDED(false),
        ADDED(false),
        /** Another name, and an alias that leads to it. */
        RENAMED_BY_ALIAS(false),
        /** A wider number that holds every value that is stored. */
        PROMOTED(false),
        NULLABLE_ADDED(false),
        /** One more type that the field may have. */
        BRANCH_ADDED(false),
        SYMBOLS_ADDED(false),
        DEFAULT_ADDED(false),
        /** A list of codes has grown, or an open list says something else. */
        CODES_LISTED(false),
        RANGE_WIDER(false),
        REF_ADDED(false),
        CLASSIFICATION_ADDED(false),
        /** A property that is told for the first time. */
        PROPERTY_ADDED(false),
        /** A property that no reader of ours knows, or an alias. */
        PROPERTY(false),
        /** Fields, symbols or types stand in another order. */
        ORDER(false),
        DOC(false);

        private final boolean breaking;

        Kind(boolean breaking) {
            this.breaking = breaking;
        }

        /** Whether a change of this kind needs to be accepted by name. */
        public boolean isBreaking() {
            return breaking;
        }
    }

    /** Whether stored events or their readers are hurt. */
    public boolean isBreaking() {
        return kind.isBreaking();
    }
}
