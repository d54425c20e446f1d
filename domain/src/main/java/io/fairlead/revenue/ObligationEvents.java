package io.fairlead.revenue;

import io.fairlead.revenue.event.CumulativeCatchUpRecognised;
import io.fairlead.revenue.event.ObligationModified;
import io.fairlead.revenue.event.ObligationOpened;
import io.fairlead.revenue.event.RevenueBasis;
import io.fairlead.revenue.event.RevenueRecognised;
import io.fairlead.shared.MoneyRules;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** How the events of an obligation are filled from its commands and its earlier events. */
final class ObligationEvents {

    static final String COST = "COST";
    static final String REPORTED = "REPORTED";

    static ObligationOpened opened(OpenObligation command) {
        return ObligationOpened.newBuilder()
                .setObligationId(command.obligationId().value())
                .setContractId(command.contractId().value())
                .setCustomerId(command.customerId().value())
                .setLegalEntityId(command.legalEntityId().value())
                .setName(command.name())
                .setLineNos(command.lineNos())
                .setMethod(command.method().name())
                .setProgressBasis(command.byReport() ? REPORTED : COST)
                .setWithinLimit(command.withinLimit())
                .setPrice(command.price())
                .setStandAlonePrice(command.standAlonePrice())
                .setTermFrom(command.termFrom())
                .setTermTo(command.termTo())
                .setCurrency(command.currency())
                .build();
    }

    /** Terms as they hold after the last change. */
    static RevenueTerms terms(ObligationOpened opened, @Nullable ObligationModified modified) {
        var prospective =
                modified != null && modified.getTreatment().equals(Treatment.PROSPECTIVE.name()) ? modified : null;
        return new RevenueTerms(
                RevenueMethod.valueOf(opened.getMethod()),
                opened.getProgressBasis().equals(REPORTED),
                opened.getWithinLimit(),
                modified == null ? opened.getPrice() : modified.getPrice(),
                prospective == null ? opened.getTermFrom() : prospective.getEffectiveOn(),
                modified == null ? opened.getTermTo() : modified.getTermTo(),
                prospective == null ? BigDecimal.ZERO : prospective.getKeptAmount(),
                prospective == null ? BigDecimal.ZERO : prospective.getKeptCost(),
                CurrencyUnit.of(opened.getCurrency()));
    }

    static ObligationModified modified(ObligationOpened opened, ModifyObligation command, BigDecimal kept) {
        var cost = command.inputs().cost();
        return ObligationModified.newBuilder()
                .setObligationId(opened.getObligationId())
                .setContractId(opened.getContractId())
                .setLegalEntityId(opened.getLegalEntityId())
                .setModificationId(command.modificationId())
                .setTreatment(command.treatment().name())
                .setDecidedBy(command.decidedBy())
                .setReason(command.reason())
                .setPrice(command.price())
                .setTermTo(command.termTo())
                .setEffectiveOn(command.effectiveOn())
                .setKeptAmount(kept)
                .setKeptCost(
                        command.treatment() == Treatment.PROSPECTIVE && cost != null
                                ? cost
                                : BigDecimal.ZERO.setScale(4))
                .setCurrency(opened.getCurrency())
                .build();
    }

    static RevenueRecognised recognised(
            ObligationOpened opened,
            RevenueTerms terms,
            RecogniseRevenue command,
            BigDecimal toDate,
            BigDecimal booked) {
        return RevenueRecognised.newBuilder()
                .setObligationId(opened.getObligationId())
                .setContractId(opened.getContractId())
                .setCustomerId(opened.getCustomerId())
                .setLegalEntityId(opened.getLegalEntityId())
                .setLineNo(opened.getLineNos().getFirst())
                .setPeriod(command.period())
                .setCloseId(command.closeId())
                .setMethod(terms.method().name())
                .setBasis(basis(terms, command.inputs()))
                .setToDate(toDate)
                .setBookedBefore(booked.setScale(4))
                .setDelta(toDate.subtract(booked))
                .setCurrency(opened.getCurrency())
                .setServiceDate(command.serviceDate())
                .setAccountingDate(command.accountingDate())
                .setRuleVersion(MoneyRules.VERSION)
                .build();
    }

    static CumulativeCatchUpRecognised caughtUp(
            ObligationOpened opened,
            RevenueTerms terms,
            ModifyObligation command,
            BigDecimal toDate,
            BigDecimal booked) {
        return CumulativeCatchUpRecognised.newBuilder()
                .setObligationId(opened.getObligationId())
                .setContractId(opened.getContractId())
                .setCustomerId(opened.getCustomerId())
                .setLegalEntityId(opened.getLegalEntityId())
                .setLineNo(opened.getLineNos().getFirst())
                .setModificationId(command.modificationId())
                .setMethod(terms.method().name())
                .setBasis(basis(terms, command.inputs()))
                .setToDate(toDate)
                .setBookedBefore(booked.setScale(4))
                .setDelta(toDate.subtract(booked))
                .setCurrency(opened.getCurrency())
                .setServiceDate(command.effectiveOn())
                .setAccountingDate(command.accountingDate())
                .setRuleVersion(MoneyRules.VERSION)
                .build();
    }

    private static RevenueBasis basis(RevenueTerms terms, RevenueInputs inputs) {
        return RevenueBasis.newBuilder()
                .setCost(inputs.cost())
                .setEstimate(inputs.estimate())
                .setPrice(terms.price())
                .setLimit(inputs.limit())
                .setValue(inputs.value())
                .setUntil(inputs.until())
                .build();
    }

    private ObligationEvents() {}
}
