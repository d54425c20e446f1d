package io.fairlead.billing.invoice;

import io.fairlead.billing.deduction.StandingDeduction;
import io.fairlead.billing.event.BadDebtProposed;
import io.fairlead.billing.event.DeductionTaken;
import io.fairlead.billing.event.DeductionTakenBack;
import io.fairlead.billing.event.DisputeSettled;
import io.fairlead.billing.event.InvoiceDisputed;
import io.fairlead.billing.event.WithholdingCertified;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/**
 * What a payer does not pay of an {@link Invoice}, or contests. {@link InvoiceDeductions} and {@link InvoiceDisputes} decide by it.
 */
public final class InvoiceClaims {

    private final Map<String, DeductionTaken> taken = new LinkedHashMap<>(); // In their order.
    private final Map<String, BigDecimal> back = new HashMap<>(); // How much of each, and of its tax.
    private final Map<String, BigDecimal> backTax = new HashMap<>();
    private final Map<String, BadDebtProposed> proposed = new HashMap<>();
    private final Map<String, String> certificates = new HashMap<>();
    private @Nullable LocalDate disputedOn;

    /** Also one that was taken back. */
    @Nullable
    DeductionTaken deduction(String deductionId) {
        return taken.get(deductionId);
    }

    /** Whether all of it came back. */
    boolean isTakenBack(String deductionId) {
        return standing().stream()
                .noneMatch(each -> each.taken().getDeductionId().equals(deductionId));
    }

    /** What of them is off the invoice now, in their order. */
    List<StandingDeduction> standing() {
        return taken.values().stream()
                .map(each -> StandingDeduction.of(each)
                        .less(
                                back.getOrDefault(each.getDeductionId(), BigDecimal.ZERO),
                                backTax.getOrDefault(each.getDeductionId(), BigDecimal.ZERO)))
                .filter(each -> each.amount().isPositive())
                .toList();
    }

    /** Those of them that came with the money. */
    List<StandingDeduction> standingWith(String receiptId) {
        return standing().stream()
                .filter(each -> receiptId.equals(each.taken().getReceiptId()))
                .toList();
    }

    @Nullable
    BadDebtProposed proposal(String deductionId) {
        return proposed.get(deductionId);
    }

    @Nullable
    String certificate(String deductionId) {
        return certificates.get(deductionId);
    }

    boolean isDisputed() {
        return disputedOn != null;
    }

    /** @throws RuleViolated B-22 before the dispute began */
    void requireSinceDispute(LocalDate on) {
        if (disputedOn != null && on.isBefore(disputedOn)) {
            throw new RuleViolated(
                    "B-22", "valueDate", "it is contested since " + disputedOn, "use that day or a later one");
        }
    }

    @EventSourcingHandler
    void evolve(DeductionTaken event) {
        taken.put(event.getDeductionId(), event);
    }

    @EventSourcingHandler
    void evolve(DeductionTakenBack event) {
        back.merge(event.getDeductionId(), event.getAmount(), BigDecimal::add);
        backTax.merge(event.getDeductionId(), event.getTax(), BigDecimal::add);
    }

    @EventSourcingHandler
    void evolve(BadDebtProposed event) {
        proposed.put(event.getDeductionId(), event);
    }

    @EventSourcingHandler
    void evolve(WithholdingCertified event) {
        certificates.put(event.getDeductionId(), event.getCertificate());
    }

    @EventSourcingHandler
    void evolve(InvoiceDisputed event) {
        disputedOn = event.getDisputedOn();
    }

    @EventSourcingHandler
    void evolve(DisputeSettled event) {
        disputedOn = null;
    }
}
