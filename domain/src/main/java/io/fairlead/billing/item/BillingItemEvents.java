package io.fairlead.billing.item;

import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemCorrected;
import io.fairlead.billing.event.BillingItemDeferred;
import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemReopened;
import io.fairlead.billing.event.BillingItemScheduled;
import io.fairlead.billing.event.BillingItemTakenOffDraft;
import io.fairlead.billing.event.BillingItemWithdrawn;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.billing.event.UnitsDelivered;
import io.fairlead.shared.MoneyRules;
import io.fairlead.shared.PersonalTexts;
import io.fairlead.shared.Portion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** How the events of a billing item are filled from its commands and its earlier events. */
final class BillingItemEvents {

    static BillingItemScheduled scheduled(ScheduleBillingItem command) {
        var terms = command.terms();
        return BillingItemScheduled.newBuilder()
                .setBillingItemId(command.billingItemId().value())
                .setKind(terms.kind().name())
                .setContractId(terms.contractId().value())
                .setProjectId(terms.projectId().value())
                .setCustomerId(terms.customerId().value())
                .setLegalEntityId(terms.legalEntityId().value())
                .setLineNo(terms.lineNo())
                .setMilestoneId(terms.reference())
                .setDescription(terms.description())
                .setAmount(terms.amount())
                .setCurrency(terms.currency())
                .setDueOn(command.dueOn())
                .build();
    }

    static BillingItemReady ready(MakeBillingItemReady command) {
        return ready(command.billingItemId(), command.terms(), command.serviceDate(), command.author());
    }

    static BillingItemReady readyWhenDue(BillingItemScheduled plan) {
        return BillingItemReady.newBuilder()
                .setBillingItemId(plan.getBillingItemId())
                .setKind(plan.getKind())
                .setContractId(plan.getContractId())
                .setProjectId(plan.getProjectId())
                .setCustomerId(plan.getCustomerId())
                .setLegalEntityId(plan.getLegalEntityId())
                .setLineNo(plan.getLineNo())
                .setDescription(plan.getDescription())
                .setAmount(plan.getAmount())
                .setCurrency(plan.getCurrency())
                .setServiceDate(plan.getDueOn())
                .setAccountingDate(plan.getDueOn())
                .setRuleVersion(MoneyRules.VERSION)
                .build();
    }

    static UnitsDelivered delivered(DeliverUnits command) {
        var digits = CurrencyUnit.of(command.currency()).getDecimalPlaces();
        var amount = command.quantity().multiply(command.unitPrice()).setScale(digits, RoundingMode.HALF_UP);
        return UnitsDelivered.newBuilder()
                .setBillingItemId(command.billingItemId().value())
                .setContractId(command.contractId().value())
                .setProjectId(command.projectId().value())
                .setCustomerId(command.customerId().value())
                .setLegalEntityId(command.legalEntityId().value())
                .setDescription(command.description())
                .setLineNo(command.lineNo())
                .setQuantity(command.quantity())
                .setUnit(command.unit())
                .setUnitPrice(command.unitPrice())
                .setAmount(amount.setScale(4))
                .setCurrency(command.currency())
                .setDeliveredOn(command.deliveredOn())
                .setAcceptedBy("") // People stand in texts of their own.
                .setAcceptedByText(PersonalTexts.text(command.customerId().value(), command.acceptedBy()))
                .setEvidence(command.evidence())
                .setAuthor(command.author())
                .build();
    }

    /** As today's events would say it: those of before name the person in a plain field. */
    static @Nullable UnitsDelivered asToday(@Nullable UnitsDelivered event) {
        return event == null || event.getAcceptedByText() != null
                ? event
                : UnitsDelivered.newBuilder(event)
                        .setAcceptedBy("")
                        .setAcceptedByText(PersonalTexts.text(event.getCustomerId(), event.getAcceptedBy()))
                        .build();
    }

    static BillingItemReady readyByDelivery(DeliverUnits command, UnitsDelivered delivery) {
        var terms = new BillingItemTerms(
                BillingItemKind.UNIT_DELIVERY,
                command.contractId(),
                command.projectId(),
                command.customerId(),
                command.legalEntityId(),
                command.lineNo(),
                "delivery",
                command.description() + ": " + plain(command.quantity()) + " " + command.unit() + " at "
                        + plain(command.unitPrice()),
                delivery.getAmount(),
                command.currency());
        return ready(command.billingItemId(), terms, command.deliveredOn(), command.author());
    }

    private static BillingItemReady ready(
            BillingItemId item, BillingItemTerms terms, LocalDate serviceDate, @Nullable String author) {
        return BillingItemReady.newBuilder()
                .setBillingItemId(item.value())
                .setKind(terms.kind().name())
                .setContractId(terms.contractId().value())
                .setProjectId(terms.projectId().value())
                .setCustomerId(terms.customerId().value())
                .setLegalEntityId(terms.legalEntityId().value())
                .setLineNo(terms.lineNo())
                .setDescription(terms.description())
                .setAmount(terms.amount())
                .setCurrency(terms.currency())
                .setServiceDate(serviceDate)
                .setAccountingDate(serviceDate)
                .setRuleVersion(MoneyRules.VERSION)
                .setAuthor(author)
                .build();
    }

    static BillingItemPutOnDraft putOnDraft(BillingItemReady item, String invoice, Portion portion) {
        return BillingItemPutOnDraft.newBuilder()
                .setBillingItemId(item.getBillingItemId())
                .setInvoiceId(invoice)
                .setPortionNo(portion.portionNo())
                .setAmount(portion.amount())
                .setCurrency(item.getCurrency())
                .setContractId(item.getContractId())
                .setServiceDate(item.getServiceDate())
                .build();
    }

    static BillingItemTakenOffDraft takenOffDraft(
            BillingItemReady item, String invoice, int portionNo, BigDecimal amount, String reason) {
        return BillingItemTakenOffDraft.newBuilder()
                .setBillingItemId(item.getBillingItemId())
                .setInvoiceId(invoice)
                .setPortionNo(portionNo)
                .setAmount(amount)
                .setCurrency(item.getCurrency())
                .setContractId(item.getContractId())
                .setServiceDate(item.getServiceDate())
                .setReason(reason)
                .build();
    }

    static BillingItemBilled billed(BillingItemReady item, BillBillingItem command, int portionNo, BigDecimal amount) {
        return BillingItemBilled.newBuilder()
                .setBillingItemId(item.getBillingItemId())
                .setInvoiceId(command.invoiceId().value())
                .setInvoiceNumber(command.invoiceNumber())
                .setInvoiceLineNo(command.invoiceLineNo())
                .setPortionNo(portionNo)
                .setAmount(amount)
                .setCurrency(item.getCurrency())
                .setContractId(item.getContractId())
                .setServiceDate(item.getServiceDate())
                .setAccountingDate(command.issueDate())
                .build();
    }

    static SpecificRecord credited(BillingItemReady item, String invoice, CreditBillingItem command) {
        return switch (command.disposition()) {
            case REOPEN ->
                BillingItemReopened.newBuilder()
                        .setBillingItemId(item.getBillingItemId())
                        .setCreditNoteId(command.creditNoteId())
                        .setInvoiceId(invoice)
                        .setPortionNo(command.portionNo())
                        .setAmount(command.amount())
                        .setCurrency(item.getCurrency())
                        .setContractId(item.getContractId())
                        .setServiceDate(item.getServiceDate())
                        .setAccountingDate(command.issueDate())
                        .build();
            case WRITE_OFF ->
                BillingItemWrittenOff.newBuilder()
                        .setBillingItemId(item.getBillingItemId())
                        .setKind(item.getKind())
                        .setCreditNoteId(command.creditNoteId())
                        .setInvoiceId(invoice)
                        .setPortionNo(command.portionNo())
                        .setAmount(command.amount())
                        .setCurrency(item.getCurrency())
                        .setContractId(item.getContractId())
                        .setProjectId(item.getProjectId())
                        .setCustomerId(item.getCustomerId())
                        .setLegalEntityId(item.getLegalEntityId())
                        .setLineNo(item.getLineNo())
                        .setServiceDate(item.getServiceDate())
                        .setAccountingDate(command.issueDate())
                        .setReason("credited")
                        .build();
            case CORRECTED ->
                BillingItemCorrected.newBuilder()
                        .setBillingItemId(item.getBillingItemId())
                        .setKind(item.getKind())
                        .setCreditNoteId(command.creditNoteId())
                        .setInvoiceId(invoice)
                        .setPortionNo(command.portionNo())
                        .setAmount(command.amount())
                        .setCurrency(item.getCurrency())
                        .setContractId(item.getContractId())
                        .setProjectId(item.getProjectId())
                        .setCustomerId(item.getCustomerId())
                        .setLegalEntityId(item.getLegalEntityId())
                        .setLineNo(item.getLineNo())
                        .setServiceDate(item.getServiceDate())
                        .setAccountingDate(command.issueDate())
                        .build();
        };
    }

    static BillingItemWithdrawn withdrawn(BillingItemScheduled plan, WithdrawBillingItem command) {
        return BillingItemWithdrawn.newBuilder()
                .setBillingItemId(plan.getBillingItemId())
                .setContractId(plan.getContractId())
                .setReason(command.reason())
                .build();
    }

    static BillingItemDeferred deferred(BillingItemReady item, DeferBillingItem command) {
        return BillingItemDeferred.newBuilder()
                .setBillingItemId(item.getBillingItemId())
                .setContractId(item.getContractId())
                .setUntil(command.until())
                .setReason(command.reason())
                .setDeferredBy(command.deferredBy())
                .build();
    }

    static BillingItemWrittenOff writtenOff(BillingItemReady item, BigDecimal left, WriteOffBillingItem command) {
        return BillingItemWrittenOff.newBuilder()
                .setBillingItemId(item.getBillingItemId())
                .setKind(item.getKind())
                .setPortionNo(0)
                .setAmount(left)
                .setCurrency(item.getCurrency())
                .setContractId(item.getContractId())
                .setProjectId(item.getProjectId())
                .setCustomerId(item.getCustomerId())
                .setLegalEntityId(item.getLegalEntityId())
                .setLineNo(item.getLineNo())
                .setServiceDate(item.getServiceDate())
                .setAccountingDate(command.on())
                .setReason(command.reason())
                .build();
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private BillingItemEvents() {}
}
