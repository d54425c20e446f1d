package io.fairlead.gateway.erp;

import io.fairlead.gateway.erp.ErpAdapter.Found;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One push of one delivery: look up, stage, verify, commit, read back. The look-up comes first on every push, so that
 * neither a lost answer nor a restored table makes a second document.
 */
final class Push {

    private final ErpAdapter erp;
    private final BooleanSupplier mine;
    private final Consumer<Snapshot> onCommitted;

    /**
     * @param mine asked before each write; a node that was frozen does not write what another one may be writing
     * @param onCommitted told when the ERP has said yes and before that is read back
     */
    Push(ErpAdapter erp, BooleanSupplier mine, Consumer<Snapshot> onCommitted) {
        this.erp = erp;
        this.mine = mine;
        this.onCommitted = onCommitted;
    }

    PushOutcome run(Delivery delivery) {
        var end = erp.find(delivery).then(found -> switch (delivery.payload()) {
            case CustomerData _ -> ensured(delivery, found);
            case ProjectData _, RefundData _, AccountBooking _ -> ensured(delivery, found);
            case DocumentDraft invoice -> staged(delivery, invoice, found);
            case DocumentPosting posting -> posted(delivery, posting, found);
        });
        return switch (end) {
            case AdapterAnswer.Given<PushOutcome>(var outcome) -> outcome;
            case AdapterAnswer.Failed<PushOutcome>(var failure) -> new PushOutcome.Stopped(failure);
        };
    }

    private AdapterAnswer<PushOutcome> ensured(Delivery delivery, Optional<Found> found) {
        return kept(delivery, found)
                .then(kept -> erp.read(delivery, kept.outsideId()))
                .then(read -> AdapterAnswer.of(new PushOutcome.Confirmed(read)));
    }

    private AdapterAnswer<PushOutcome> staged(Delivery delivery, DocumentDraft invoice, Optional<Found> found) {
        return kept(delivery, found)
                .then(kept -> TotalsCheck.ofDraft(invoice, kept))
                .then(verified -> AdapterAnswer.of(new PushOutcome.Staged(verified)));
    }

    private AdapterAnswer<Snapshot> kept(Delivery delivery, Optional<Found> found) {
        if (found.isEmpty()) {
            requireMine(delivery);
            return erp.stage(delivery);
        }
        var known = found.get();
        if (known.differences().isEmpty()) {
            return AdapterAnswer.of(known.snapshot());
        }
        var older = known.snapshot().version() < delivery.payload().version();
        if (older && !known.snapshot().status().posted() && erp.capabilities().replacesDrafts()) {
            requireMine(delivery);
            return erp.replace(delivery, known.snapshot().outsideId());
        }
        return AdapterAnswer.failed(new Failure.Different(
                "DOCUMENT_DIFFERS",
                "the ERP keeps " + known.snapshot().outsideId() + " under this reference with another "
                        + String.join(", ", known.differences())));
    }

    private AdapterAnswer<PushOutcome> posted(Delivery delivery, DocumentPosting posting, Optional<Found> found) {
        if (found.isEmpty()) {
            return AdapterAnswer.failed(
                    new Failure.Business("NOT_STAGED", "the ERP keeps no draft of this invoice; stage it again"));
        }
        var known = found.get().snapshot();
        if (known.status().posted()) {
            return TotalsCheck.ofPosting(posting, known).then(it -> AdapterAnswer.of(new PushOutcome.Confirmed(it)));
        }
        return TotalsCheck.ofTotals(posting, known)
                .then(draft -> {
                    requireMine(delivery);
                    return erp.commit(delivery, draft.outsideId(), posting);
                })
                .then(committed -> {
                    onCommitted.accept(committed);
                    return erp.read(delivery, committed.outsideId());
                })
                .then(read -> TotalsCheck.ofPosting(posting, read))
                .then(read -> AdapterAnswer.of(new PushOutcome.Confirmed(read)));
    }

    private void requireMine(Delivery delivery) {
        if (!mine.getAsBoolean()) {
            throw new IllegalStateException("delivery " + delivery.key() + " may be another node's by now");
        }
    }
}
