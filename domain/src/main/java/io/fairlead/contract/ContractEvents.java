package io.fairlead.contract;

import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractPayer;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.contract.event.LineCap;
import io.fairlead.party.CustomerTerms;

/** How the signature of a contract is filled from its command. */
final class ContractEvents {

    /** @param terms of which it said nothing, from the customer */
    static ContractSigned signed(SignContract command, CustomerTerms terms) {
        return ContractSigned.newBuilder()
                .setContractId(command.contractId().value())
                .setDealId(command.dealId() == null ? null : command.dealId().value())
                .setLegalEntityId(command.legalEntityId().value())
                .setCustomerId(command.customerId().value())
                .setName(command.name())
                .setCurrency(command.currency())
                .setSignedOn(command.signedOn())
                .setTermFrom(command.termFrom())
                .setTermTo(command.termTo())
                .setZone(command.zone())
                .setPaymentTermsDays(terms.paymentTermsDays())
                .setPoRequired(terms.poRequired())
                .setPoNumber(command.poNumber())
                .setBuyerReference(terms.buyerReference())
                .setRateCardId(
                        command.rateCardId() == null
                                ? null
                                : command.rateCardId().value())
                .setRounding(command.policies().rounding())
                .setLimitPolicy(command.policies().limitPolicy())
                .setLimit(command.policies().limit())
                .setTaxRounding(command.policies().taxRounding())
                .setInvoicePer(command.policies().invoicePer())
                .setMidnight(command.policies().midnight())
                .setSlaDays(command.policies().slaDays())
                .setFxDate(command.policies().fxDate())
                .setEInvoice(command.policies().documents().eInvoice())
                .setPayableStep(command.policies().documents().payableStep())
                .setInvoiceLines(command.policies().documents().lines().name())
                .setTimeRoundingMode(command.policies().timeRounding().mode())
                .setTimeRoundingMinutes(command.policies().timeRounding().minutes())
                .setTimeRoundingPer(command.policies().timeRounding().per())
                .setPayers(command.policies().payers().stream()
                        .map(ContractEvents::payer)
                        .toList())
                .setLines(command.lines().stream().map(ContractEvents::line).toList())
                .build();
    }

    private static ContractPayer payer(ContractPolicies.Payer payer) {
        return ContractPayer.newBuilder()
                .setCustomerId(payer.customerId().value())
                .setShare(payer.share())
                .setTakesResidue(payer.takesResidue())
                .build();
    }

    static ContractLine line(SignContract.Line line) {
        var terms = line.terms();
        return ContractLine.newBuilder()
                .setLineNo(line.lineNo())
                .setDescription(line.description())
                .setMethod(line.method())
                .setAmount(line.amount())
                .setLimit(line.limit())
                .setTaxCategory(line.taxCategory())
                .setErpItem(line.erpItem())
                .setStandAlonePrice(terms.standAlonePrice())
                .setObligation(terms.obligation())
                .setRevenueMethod(terms.revenueMethod())
                .setTermFrom(terms.termFrom())
                .setTermTo(terms.termTo())
                .setUnit(terms.unit())
                .setUnitPrice(terms.unitPrice())
                .setMarkUp(terms.markUp())
                .setTaxCodes(terms.taxCodes())
                .setCaps(terms.caps().stream()
                        .map(cap -> new LineCap(cap.unit(), cap.amount(), cap.per(), cap.carryOver()))
                        .toList())
                .build();
    }

    private ContractEvents() {}
}
