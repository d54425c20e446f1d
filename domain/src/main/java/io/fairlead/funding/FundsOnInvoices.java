package io.fairlead.funding;

import io.fairlead.funding.event.FundingOpened;
import io.fairlead.funding.event.FundsConsumed;
import io.fairlead.funding.event.FundsDrafted;
import io.fairlead.funding.event.FundsOfLine;
import io.fairlead.funding.event.FundsPortion;
import io.fairlead.funding.event.FundsRaisedOnDraft;
import io.fairlead.funding.event.FundsRestored;
import io.fairlead.funding.event.FundsTakenOffDraft;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How the events of funds on drafts, invoices and credit notes are filled.
 *
 * @param contract whose limits they are
 */
record FundsOnInvoices(FundingOpened contract) {

    private static final BigDecimal NONE = BigDecimal.ZERO.setScale(4);

    FundsDrafted drafted(DraftFunds command, List<DraftFunds.Portion> fresh) {
        return FundsDrafted.newBuilder()
                .setFundingId(contract.getFundingId())
                .setContractId(contract.getContractId())
                .setLegalEntityId(contract.getLegalEntityId())
                .setInvoiceId(command.invoiceId().value())
                .setPoNumber(command.poNumber())
                .setPortions(portions(fresh))
                .setCurrency(contract.getCurrency())
                .build();
    }

    FundsRaisedOnDraft raised(RaiseFundsOnDraft command, List<DraftFunds.Portion> more) {
        return FundsRaisedOnDraft.newBuilder()
                .setFundingId(contract.getFundingId())
                .setContractId(contract.getContractId())
                .setLegalEntityId(contract.getLegalEntityId())
                .setInvoiceId(command.invoiceId().value())
                .setPoNumber(command.poNumber())
                .setPortions(portions(more))
                .setCurrency(contract.getCurrency())
                .build();
    }

    FundsTakenOffDraft takenOffDraft(TakeFundsOffDraft command, List<Reservation> held) {
        var invoice = command.invoiceId().value();
        var order = pinOf(held.getFirst(), invoice).poNumber();
        return FundsTakenOffDraft.newBuilder()
                .setFundingId(contract.getFundingId())
                .setContractId(contract.getContractId())
                .setLegalEntityId(contract.getLegalEntityId())
                .setInvoiceId(invoice)
                .setPoNumber(order.isEmpty() ? null : order)
                .setPortions(held.stream()
                        .map(source -> portion(source, pinOf(source, invoice)))
                        .toList())
                .setReason(command.reason())
                .setCurrency(contract.getCurrency())
                .build();
    }

    FundsConsumed consumed(ConsumeFunds command, List<Reservation> held) {
        var billed = new LinkedHashMap<String, DraftFunds.Portion>();
        command.lines().forEach(line -> billed.merge(line.sourceId(), line, DraftFunds.Portion::plus));
        var sums = new TreeMap<Integer, FundsOfLine>();
        billed.values().forEach(line -> add(sums, line.lineNo(), NONE, line.amount()));
        var differing = new LinkedHashMap<>(billed);
        for (var source : held) {
            var pin = pinOf(source, command.invoiceId().value());
            var amount = WireAmount.amount(pin.amount());
            add(sums, source.lineNo(), amount, NONE);
            var line = billed.get(source.sourceId());
            if (line == null) {
                differing.put(
                        source.sourceId(), new DraftFunds.Portion(source.sourceId(), source.lineNo(), BigDecimal.ZERO));
            } else if (line.amount().compareTo(amount) == 0
                    && line.claimed().compareTo(WireAmount.amount(pin.claimed())) == 0
                    && line.seconds() == pin.seconds()) {
                differing.remove(source.sourceId());
            }
        }
        var invoice = command.invoiceId().value();
        return FundsConsumed.newBuilder()
                .setFundingId(contract.getFundingId())
                .setContractId(contract.getContractId())
                .setLegalEntityId(contract.getLegalEntityId())
                .setInvoiceId(command.invoiceId().value())
                .setPoNumber(command.poNumber())
                .setDiffering(portions(differing.values()))
                .setLines(List.copyOf(sums.values()))
                .setNet(billed.values().stream().map(DraftFunds.Portion::amount).reduce(NONE, BigDecimal::add))
                .setOrderCameLater(command.poNumber() != null
                        && held.stream()
                                .anyMatch(source ->
                                        pinOf(source, invoice).poNumber().isEmpty()))
                .setCurrency(contract.getCurrency())
                .build();
    }

    private static void add(Map<Integer, FundsOfLine> sums, int lineNo, BigDecimal drafted, BigDecimal billed) {
        sums.merge(
                lineNo,
                new FundsOfLine(lineNo, drafted, billed),
                (a, b) -> new FundsOfLine(
                        lineNo,
                        a.getDrafted().add(b.getDrafted()),
                        a.getBilled().add(b.getBilled())));
    }

    private static Reservation.Pin pinOf(Reservation source, String invoiceId) {
        return Objects.requireNonNull(source.pins().get(invoiceId));
    }

    FundsRestored restored(RestoreFunds command, List<DraftFunds.Portion> back) {
        return FundsRestored.newBuilder()
                .setFundingId(contract.getFundingId())
                .setContractId(contract.getContractId())
                .setLegalEntityId(contract.getLegalEntityId())
                .setCreditNoteId(command.creditNoteId())
                .setPoNumber(command.poNumber())
                .setPortions(portions(back))
                .setCurrency(contract.getCurrency())
                .build();
    }

    private static List<FundsPortion> portions(Collection<DraftFunds.Portion> portions) {
        return portions.stream().map(FundsOnInvoices::portion).toList();
    }

    private static FundsPortion portion(Reservation source, Reservation.Pin pin) {
        return portion(new DraftFunds.Portion(
                source.sourceId(),
                source.lineNo(),
                WireAmount.amount(pin.amount()),
                WireAmount.amount(pin.claimed()),
                pin.seconds(),
                null));
    }

    private static FundsPortion portion(DraftFunds.Portion portion) {
        return FundsPortion.newBuilder()
                .setSourceId(portion.sourceId())
                .setLineNo(portion.lineNo())
                .setAmount(portion.amount())
                .setClaimed(portion.claimed())
                .setSeconds(portion.seconds())
                .setServiceDate(portion.serviceDate())
                .build();
    }
}
