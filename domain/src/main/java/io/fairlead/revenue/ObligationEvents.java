package io.fairlead.revenue;

import io.fairlead.revenue.RevenueTerms.Agreed;
import io.fairlead.revenue.RevenueTerms.Change;
import io.fairlead.revenue.event.CumulativeCatchUpRecognised;
import io.fairlead.revenue.event.ObligationModified;
import io.fairlead.revenue.event.ObligationOpened;
import io.fairlead.revenue.event.RevenueBasis;
import io.fairlead.revenue.event.RevenueRecognised;
import io.fairlead.shared.Amounts;
import io.fairlead.shared.MoneyRules;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;

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

    /**
     * Terms from day to day. What a change says it kept is what was known when it was recorded, in older events with the day of the
     * change, which it must not have: no figure is made of it, it is worked out anew whenever it is needed.
     */
    static RevenueTerms terms(ObligationOpened opened, Collection<ObligationModified> changes) {
        var terms = new RevenueTerms(
                RevenueMethod.valueOf(opened.getMethod()),
                opened.getProgressBasis().equals(REPORTED),
                opened.getWithinLimit(),
                opened.getTermFrom(),
                new Agreed(opened.getPrice(), opened.getTermTo()),
                List.of(),
                CurrencyUnit.of(opened.getCurrency()));
        for (var change : changes) {
            terms = terms.with(new Change(
                    change.getEffectiveOn(),
                    change.getTreatment().equals(Treatment.PROSPECTIVE.name()),
                    new Agreed(change.getPrice(), change.getTermTo())));
        }
        return terms;
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

    /** What was kept depends on what was booked by then, so a repeat need not know it. */
    static boolean isRepeat(ObligationModified known, ObligationModified event) {
        return Amounts.same(known.getPrice(), event.getPrice())
                && Objects.equals(known.getTermTo(), event.getTermTo())
                && known.getTreatment().equals(event.getTreatment())
                && known.getEffectiveOn().equals(event.getEffectiveOn());
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
                .setPrice(terms.before(inputs.until()).last().price())
                .setLimit(inputs.limit())
                .setValue(inputs.value())
                .setUntil(inputs.until())
                .build();
    }

    private ObligationEvents() {}
}
