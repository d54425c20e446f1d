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

    Outcome run(Delivery delivery) {
        var end = erp.find(delivery).then(found -> switch (delivery.payload()) {
            case CustomerData _ -> ensured(delivery, found);
            case ProjectData _ -> ensured(delivery, found);
            case InvoiceData invoice -> staged(delivery, invoice, found);
            case PostingData posting -> posted(delivery, posting, found);
        });
        return switch (end) {
            case Answer.Given<Outcome>(var outcome) -> outcome;
            case Answer.Failed<Outcome>(var failure) -> new Outcome.Stopped(failure);
        };
    }

    private Answer<Outcome> ensured(Delivery delivery, Optional<Found> found) {
        return kept(delivery, found)
                .then(kept -> erp.read(delivery, kept.outsideId()))
                .then(read -> Answer.of(new Outcome.Confirmed(read)));
    }

    private Answer<Outcome> staged(Delivery delivery, InvoiceData invoice, Optional<Found> found) {
        return kept(delivery, found)
                .then(kept -> Verification.ofDraft(invoice, kept))
                .then(verified -> Answer.of(new Outcome.Staged(verified)));
    }

    private Answer<Snapshot> kept(Delivery delivery, Optional<Found> found) {
        if (found.isEmpty()) {
            requireMine(delivery);
            return erp.stage(delivery);
        }
        var known = found.get();
        if (known.differences().isEmpty()) {
            return Answer.of(known.snapshot());
        }
        var older = known.snapshot().version() < delivery.payload().version();
        if (older && !known.snapshot().status().posted() && erp.capabilities().replacesDrafts()) {
            requireMine(delivery);
            return erp.replace(delivery, known.snapshot().outsideId());
        }
        return Answer.failed(new Failure.Different(
                "DOCUMENT_DIFFERS",
                "the ERP keeps " + known.snapshot().outsideId() + " under this reference with another "
                        + String.join(", ", known.differences())));
    }

    private Answer<Outcome> posted(Delivery delivery, PostingData posting, Optional<Found> found) {
        if (found.isEmpty()) {
            return Answer.failed(
                    new Failure.Business("NOT_STAGED", "the ERP keeps no draft of this invoice; stage it again"));
        }
        var known = found.get().snapshot();
        if (known.status().posted()) {
            return Verification.ofPosting(posting, known).then(it -> Answer.of(new Outcome.Confirmed(it)));
        }
        return Verification.ofTotals(posting, known)
                .then(draft -> {
                    requireMine(delivery);
                    return erp.commit(delivery, draft.outsideId(), posting);
                })
                .then(committed -> {
                    onCommitted.accept(committed);
                    return erp.read(delivery, committed.outsideId());
                })
                .then(read -> Verification.ofPosting(posting, read))
                .then(read -> Answer.of(new Outcome.Confirmed(read)));
    }

    private void requireMine(Delivery delivery) {
        if (!mine.getAsBoolean()) {
            throw new IllegalStateException("delivery " + delivery.key() + " may be another node's by now");
        }
    }
}
