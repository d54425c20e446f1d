package io.fairlead.funding;

import io.fairlead.funding.event.FundingOpened;
import io.fairlead.funding.event.FundsConsumed;
import io.fairlead.funding.event.FundsDrafted;
import io.fairlead.funding.event.FundsPortion;
import io.fairlead.funding.event.FundsRestored;
import io.fairlead.funding.event.FundsTakenOffDraft;
import io.fairlead.shared.Wire;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/**
 * How the events of funds on drafts, invoices and credit notes are filled.
 *
 * @param contract whose limits they are
 */
record FundsOnInvoices(FundingOpened contract) {

    FundsDrafted drafted(DraftFunds command, List<DraftFunds.Portion> fresh) {
        return FundsDrafted.newBuilder()
                .setFundingId(contract.getFundingId())
                .setContractId(contract.getContractId())
                .setInvoiceId(command.invoiceId().value())
                .setPoNumber(command.poNumber())
                .setPortions(portions(fresh))
                .setCurrency(contract.getCurrency())
                .build();
    }

    FundsTakenOffDraft takenOffDraft(TakeFundsOffDraft command, List<Reservation> held) {
        var invoice = command.invoiceId().value();
        var pins = held.stream()
                .map(source -> Objects.requireNonNull(source.pins().get(invoice)))
                .toList();
        var order = pins.getFirst().poNumber();
        return FundsTakenOffDraft.newBuilder()
                .setFundingId(contract.getFundingId())
                .setContractId(contract.getContractId())
                .setInvoiceId(invoice)
                .setPoNumber(order.isEmpty() ? null : order)
                .setPortions(held.stream()
                        .map(source -> portion(
                                source.sourceId(),
                                source.lineNo(),
                                Wire.amount(Objects.requireNonNull(source.pins().get(invoice))
                                        .amount())))
                        .toList())
                .setReason(command.reason())
                .setCurrency(contract.getCurrency())
                .build();
    }

    FundsConsumed consumed(ConsumeFunds command, List<Reservation> held) {
        var billed = new LinkedHashMap<String, DraftFunds.Portion>();
        command.lines()
                .forEach(line -> billed.merge(
                        line.sourceId(),
                        line,
                        (a, b) -> new DraftFunds.Portion(
                                a.sourceId(), a.lineNo(), a.amount().add(b.amount()))));
        var net = billed.values().stream()
                .map(DraftFunds.Portion::amount)
                .reduce(BigDecimal.ZERO.setScale(4), BigDecimal::add);
        for (var source : held) {
            var pin =
                    Objects.requireNonNull(source.pins().get(command.invoiceId().value()));
            var line = billed.get(source.sourceId());
            if (line == null) {
                billed.put(
                        source.sourceId(), new DraftFunds.Portion(source.sourceId(), source.lineNo(), BigDecimal.ZERO));
            } else if (line.amount().compareTo(Wire.amount(pin.amount())) == 0) {
                billed.remove(source.sourceId());
            }
        }
        return FundsConsumed.newBuilder()
                .setFundingId(contract.getFundingId())
                .setContractId(contract.getContractId())
                .setInvoiceId(command.invoiceId().value())
                .setPoNumber(command.poNumber())
                .setDiffering(portions(billed.values()))
                .setNet(net)
                .setCurrency(contract.getCurrency())
                .build();
    }

    FundsRestored restored(RestoreFunds command) {
        return FundsRestored.newBuilder()
                .setFundingId(contract.getFundingId())
                .setContractId(contract.getContractId())
                .setCreditNoteId(command.creditNoteId())
                .setPoNumber(command.poNumber())
                .setPortions(portions(command.credited()))
                .setCurrency(contract.getCurrency())
                .build();
    }

    private static List<FundsPortion> portions(Collection<DraftFunds.Portion> portions) {
        return portions.stream()
                .map(portion -> portion(portion.sourceId(), portion.lineNo(), portion.amount()))
                .toList();
    }

    private static FundsPortion portion(String sourceId, int lineNo, BigDecimal amount) {
        return FundsPortion.newBuilder()
                .setSourceId(sourceId)
                .setLineNo(lineNo)
                .setAmount(amount)
                .build();
    }
}
