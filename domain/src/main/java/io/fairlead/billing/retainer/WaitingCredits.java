package io.fairlead.billing.retainer;

import io.fairlead.billing.event.BillingItemCorrected;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemReopened;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.billing.event.RetainerInvoiced;
import io.fairlead.shared.StreamHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * Credits of what was prepaid that are not taken off their retainer: work was drawn from it. Part of
 * {@link WhenRetainerBilledThenFill}.
 */
final class WaitingCredits {

    private final StreamHistory history;

    WaitingCredits(StreamHistory history) {
        this.history = history;
    }

    /** Of all that was prepaid, as their credit notes say; in the order in which they were prepaid and credited. */
    List<FillRetainer> of(String retainerId) {
        var filled = history.all(retainerId, RetainerInvoiced.class);
        var known = filled.stream()
                .map(event -> List.of(event.getBillingItemId(), event.getDocumentId()))
                .collect(Collectors.toSet());
        var items = new LinkedHashSet<String>();
        filled.forEach(event -> items.add(event.getBillingItemId()));
        return items.stream()
                .flatMap(this::credits)
                .filter(credit -> !known.contains(List.of(credit.item().getBillingItemId(), credit.documentId())))
                .toList();
    }

    private Stream<FillRetainer> credits(String itemId) {
        var item = history.last(itemId, BillingItemReady.class).orElseThrow();
        return history.all(itemId).stream().map(event -> credit(item, event)).flatMap(Optional::stream);
    }

    /** What the event takes off the retainer that the item prepaid; empty when it is no credit. */
    static Optional<FillRetainer> credit(BillingItemReady item, SpecificRecord event) {
        return switch (event) {
            case BillingItemReopened e ->
                Optional.of(lowered(item, e.getCreditNoteId(), e.getAmount(), e.getAccountingDate()));
            case BillingItemCorrected e ->
                Optional.of(lowered(item, e.getCreditNoteId(), e.getAmount(), e.getAccountingDate()));
            case BillingItemWrittenOff e -> // Without a credit note it was never billed, so nothing was filled.
                Optional.ofNullable(e.getCreditNoteId())
                        .map(note -> lowered(item, note, e.getAmount(), e.getAccountingDate()));
            default -> Optional.empty();
        };
    }

    private static FillRetainer lowered(BillingItemReady item, String creditNote, BigDecimal amount, LocalDate on) {
        return of(item, creditNote, amount.negate(), on);
    }

    /** What a document makes more or less of the retainer of its item. */
    static FillRetainer of(BillingItemReady item, String document, BigDecimal amount, LocalDate on) {
        return new FillRetainer(RetainerId.of(item.getContractId(), item.getLineNo()), item, document, amount, on);
    }
}
