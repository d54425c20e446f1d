package io.fairlead.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What happened to something billable, be it a time entry, a billing item or an expense. Made from the stored events where they are
 * read; read by views, processes, aggregates and explanations. What becomes of credited work (R12) is the type: {@link Reopened},
 * {@link WrittenOff}, {@link Lowered}.
 */
public sealed interface SourceEvent {

    /** Stream key of the source. */
    String sourceId();

    /** It got its price, for the first time or after an approval was taken back; all of it is unbilled. */
    record Priced(String sourceId, Attribution attribution, int seconds, BigDecimal amount) implements SourceEvent {}

    /**
     * What is unbilled became worth more or less.
     *
     * @param seconds change of billed time
     * @param amount change
     */
    record Changed(String sourceId, Reason because, Attribution attribution, int seconds, BigDecimal amount)
            implements SourceEvent {}

    /** Why what is unbilled changes. */
    enum Reason {
        /** Another price. */
        REPRICED,
        /** Other time was worked. */
        CORRECTED,
        /** The approval was taken back: nothing is priced any more. */
        WITHDRAWN
    }

    /** A draft has that part. */
    record PutOnDraft(String sourceId, String invoiceId, SourcePart part) implements SourceEvent {}

    /** The draft released it. */
    record TakenOffDraft(String sourceId, String invoiceId, SourcePart part) implements SourceEvent {}

    /** The draft was issued. */
    record Billed(String sourceId, String invoiceId, int invoiceLineNo, SourcePart part, LocalDate accountingDate)
            implements SourceEvent {}

    /** A credit note gave back a billed part, which is unbilled again. */
    record Reopened(String sourceId, String creditNoteId, String invoiceId, SourcePart part, LocalDate accountingDate)
            implements SourceEvent {}

    /**
     * Its value was given up.
     *
     * @param creditNoteId that gave back a billed part; null when it was unbilled, of which the part's number is 0
     */
    record WrittenOff(String sourceId, @Nullable String creditNoteId, SourcePart part, Attribution attribution)
            implements SourceEvent {}

    /** A credit note gave back a billed part, which never existed: the source is lower by it. */
    record Lowered(String sourceId, String creditNoteId, SourcePart part, Attribution attribution)
            implements SourceEvent {}

    /** Its approval is in doubt while it is billed. */
    record Doubted(String sourceId) implements SourceEvent {}

    /** Its approval stands after all. */
    record Confirmed(String sourceId) implements SourceEvent {}

    /**
     * It is not billed for a while.
     *
     * @param until first cut-off that takes it again
     */
    record Deferred(String sourceId, LocalDate until, String reason) implements SourceEvent {}

    /** Empty when the event is none, or moves no value because the source has no price yet. */
    static Optional<SourceEvent> of(SpecificRecord event) {
        return Optional.ofNullable(SourceCases.of(event));
    }

    /** What events of that type become; empty when they are none. A reader need not open others. */
    static Optional<Class<? extends SourceEvent>> kindOf(Class<?> type) {
        return Optional.ofNullable(SourceCases.kindOf(type));
    }
}
