package io.fairlead.schema;

/**
 * One difference between two versions of an event's contract.
 *
 * @param event full name of the event
 * @param path the field as readers name it, such as {@code rate} or {@code lines[].net}; empty for the event itself
 * @param pointer RFC 6901 JSON pointer into the text of the schema that has it: today's, or the released one for what is gone
 * @param reason what it does to stored events or to readers, in plain words
 * @param remedy what to do instead, one sentence; empty where nothing has to be done
 */
public record SchemaChange(String event, String path, String pointer, Kind kind, String reason, String remedy) {

    /** Whom a change hurts. */
    public enum Effect {
        /** Stored events become unreadable or say something else, or a promise is taken back. */
        BREAKS,
        /** Stored events stay as they are; readers of the former contract meet in new events what it did not tell. */
        TOLD,
        /** Nobody. */
        NOTHING
    }

    /** What changed. */
    public enum Kind {
        /** No class of this name is left. */
        EVENT_REMOVED(Effect.BREAKS),
        /** Stored events are found by their name, so an alias does not help. */
        EVENT_RENAMED(Effect.BREAKS),
        /** A record, enum or fixed inside of the event has another name, and no alias leads to it. */
        TYPE_RENAMED(Effect.BREAKS),
        FIELD_WITHOUT_DEFAULT(Effect.BREAKS),
        FIELD_REMOVED(Effect.BREAKS),
        /** Another name for the same field, without an alias. */
        FIELD_RENAMED(Effect.BREAKS),
        /** An alias sends a stored value to another field than the one of its name. */
        ALIAS_MISLEADS(Effect.BREAKS),
        TYPE(Effect.BREAKS),
        /** Another number of digits after the point, or fewer in all. */
        DECIMAL(Effect.BREAKS),
        /** The same bytes under another meaning: day, instant, UUID, amount. */
        LOGICAL_TYPE(Effect.BREAKS),
        /** Null may not be any more. */
        NULLABLE(Effect.BREAKS),
        /** An enum has lost symbols. */
        SYMBOLS(Effect.BREAKS),
        /** The default is another one or gone. */
        DEFAULT(Effect.BREAKS),
        /** A code may not be any more, or others than the listed may come. */
        CODES(Effect.BREAKS),
        UNIT(Effect.BREAKS),
        /** A value that was allowed is not any more, or no range is told. */
        RANGE(Effect.BREAKS),
        /** A kind of id may not stand there any more. */
        REF(Effect.BREAKS),
        /** A field does not count as sensitive any more. */
        CLASSIFICATION(Effect.BREAKS),
        /** A property of today's contract is not written as it has to be. */
        PROPERTY_MALFORMED(Effect.BREAKS),
        /** Avro cannot read it, for a reason that none of the others tells. */
        UNREADABLE(Effect.BREAKS),
        /** An accepted change that does not happen any more. */
        EXCEPTION_IDLE(Effect.BREAKS),

        EVENT_ADDED(Effect.NOTHING),
        ADDED(Effect.NOTHING),
        /** Another name, and an alias that leads to it. */
        RENAMED_BY_ALIAS(Effect.TOLD),
        /** A wider number that holds every value that is stored. */
        PROMOTED(Effect.TOLD),
        /** A decimal with more digits before the point, which holds every value that is stored. */
        DIGITS_ADDED(Effect.TOLD),
        NULLABLE_ADDED(Effect.TOLD),
        /** One more type that the field may have. */
        BRANCH_ADDED(Effect.TOLD),
        SYMBOLS_ADDED(Effect.TOLD),
        DEFAULT_ADDED(Effect.NOTHING),
        /** A closed set of codes has grown. */
        CODES_ADDED(Effect.TOLD),
        /** An open list of codes says something else, which its readers have to bear. */
        CODES_LISTED(Effect.NOTHING),
        RANGE_WIDER(Effect.TOLD),
        REF_ADDED(Effect.TOLD),
        CLASSIFICATION_ADDED(Effect.TOLD),
        /** A property that is told for the first time. */
        PROPERTY_ADDED(Effect.NOTHING),
        /** A property that no reader of ours knows, or an alias. */
        PROPERTY(Effect.NOTHING),
        /** Fields, symbols or types stand in another order. */
        ORDER(Effect.NOTHING),
        DOC(Effect.TOLD);

        private final Effect effect;

        Kind(Effect effect) {
            this.effect = effect;
        }

        public Effect effect() {
            return effect;
        }

        /** Whether a change of this kind needs to be accepted by name. */
        public boolean isBreaking() {
            return effect == Effect.BREAKS;
        }
    }

    /** Whether stored events or their readers are hurt. */
    public boolean isBreaking() {
        return kind.isBreaking();
    }
}
