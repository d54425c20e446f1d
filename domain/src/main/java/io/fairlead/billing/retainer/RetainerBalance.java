package io.fairlead.billing.retainer;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.billing.event.RetainerDrawn;
import io.fairlead.billing.event.RetainerExpired;
import io.fairlead.billing.event.RetainerInvoiced;
import io.fairlead.billing.event.RetainerRestored;
import io.fairlead.shared.Recording;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a customer paid ahead for one contract line and has not used: the firm's liability. Serial, so that two drafts never
 * use the same money. Rules Y-01, Y-02.
 */
@AggregateRoot
public class RetainerBalance {

    /** Of amounts on the wire. */
    private static final int SCALE = 4;

    @AggregateIdentifier
    private @Nullable RetainerId id;

    private @Nullable RetainerInvoiced first;
    private BigDecimal balance = BigDecimal.ZERO;
    private final Set<String> filledBy = new HashSet<>();
    private final Prepaid prepaid = new Prepaid();
    private final RetainerDrawings drawings = new RetainerDrawings();

    RetainerBalance() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(FillRetainer command) {
        if (filledBy.contains(key(command.item().getBillingItemId(), command.documentId()))) {
            return; // That document is known.
        }
        var item = command.item();
        prepaid.requireLeft(item.getBillingItemId(), command.amount().negate(), balance());
        var after = balance().add(command.amount());
        Recording.record(
                RetainerInvoiced.newBuilder()
                        .setRetainerId(command.retainerId().value())
                        .setContractId(item.getContractId())
                        .setProjectId(item.getProjectId())
                        .setCustomerId(item.getCustomerId())
                        .setLegalEntityId(item.getLegalEntityId())
                        .setLineNo(item.getLineNo())
                        .setBillingItemId(item.getBillingItemId())
                        .setDocumentId(command.documentId())
                        .setAmount(command.amount())
                        .setBalance(after)
                        .setCurrency(item.getCurrency())
                        .setAccountingDate(command.on())
                        .build(),
                item.getLegalEntityId());
    }

    @CommandHandler
    void decide(DrawRetainer command) {
        var filled = Objects.requireNonNull(first);
        var invoice = command.invoiceId().value();
        if (drawings.areOn(invoice)) {
            return; // That draft drew before.
        }
        var wanted = command.wanted();
        for (var part : prepaid.firstIn(wanted)) {
            record(RetainerDrawn.newBuilder()
                    .setRetainerId(command.retainerId().value())
                    .setContractId(filled.getContractId())
                    .setLineNo(filled.getLineNo())
                    .setInvoiceId(invoice)
                    .setDrawNo(drawings.nextNo())
                    .setWanted(wanted.setScale(SCALE))
                    .setAmount(part.amount())
                    .setBalance(balance().subtract(part.amount()))
                    .setCurrency(filled.getCurrency())
                    .setAccountingDate(command.on())
                    .setBillingItemId(part.item())
                    .setDocumentId(part.document())
                    .build());
            wanted = wanted.subtract(part.amount());
        }
    }

    @CommandHandler
    void decide(RestoreRetainer command) {
        drawings.back(command).forEach(part -> record(restored(command, part.draw(), part.amount())));
    }

    private RetainerRestored restored(RestoreRetainer command, RetainerDrawn draw, BigDecimal amount) {
        return RetainerRestored.newBuilder()
                .setRetainerId(command.retainerId().value())
                .setContractId(draw.getContractId())
                .setLineNo(draw.getLineNo())
                .setInvoiceId(draw.getInvoiceId())
                .setDocumentId(command.documentId())
                .setAmount(amount)
                .setBalance(balance().add(amount))
                .setCurrency(draw.getCurrency())
                .setAccountingDate(command.on() == null ? draw.getAccountingDate() : command.on())
                .setReason(command.reason())
                .setDrawNo(draw.getDrawNo())
                .build();
    }

    @CommandHandler
    void decide(ExpireRetainer command) {
        var filled = Objects.requireNonNull(first);
        if (balance.signum() == 0) {
            return; // Nothing is left to expire.
        }
        record(RetainerExpired.newBuilder()
                .setRetainerId(command.retainerId().value())
                .setContractId(filled.getContractId())
                .setProjectId(filled.getProjectId())
                .setCustomerId(filled.getCustomerId())
                .setLegalEntityId(filled.getLegalEntityId())
                .setLineNo(filled.getLineNo())
                .setAmount(balance())
                .setCurrency(filled.getCurrency())
                .setExpiredOn(command.expiredOn())
                .setReason(command.reason())
                .setDecidedBy(command.decidedBy())
                .build());
    }

    /** What is left; a state saved as JSON forgets the scale. */
    private BigDecimal balance() {
        return balance.setScale(SCALE);
    }

    private static String key(String subject, String document) {
        return subject + "/" + document;
    }

    private void record(SpecificRecord event) {
        Recording.record(event, Objects.requireNonNull(first).getLegalEntityId());
    }

    @EventSourcingHandler
    void evolve(RetainerInvoiced event) {
        id = new RetainerId(event.getRetainerId());
        first = first == null ? event : first;
        balance = event.getBalance();
        prepaid.fill(event.getBillingItemId(), event.getDocumentId(), event.getAmount());
        filledBy.add(key(event.getBillingItemId(), event.getDocumentId()));
    }

    @EventSourcingHandler
    void evolve(RetainerDrawn event) {
        balance = event.getBalance();
        prepaid.draw(event.getBillingItemId(), event.getDocumentId(), event.getAmount());
        drawings.add(event);
    }

    @EventSourcingHandler
    void evolve(RetainerRestored event) {
        balance = event.getBalance();
        var draw = drawings.giveBack(event);
        prepaid.giveBack(draw.getBillingItemId(), draw.getDocumentId(), event.getAmount());
    }

    @EventSourcingHandler
    void evolve(RetainerExpired event) {
        balance = balance.subtract(event.getAmount());
        prepaid.expire();
    }
}
