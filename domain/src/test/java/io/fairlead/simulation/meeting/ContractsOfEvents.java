package io.fairlead.simulation.meeting;

import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.party.event.CustomerMerged;
import io.fairlead.simulation.Recorded;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * Which contracts the events of a history are about: themselves, through their invoice or the invoices of their money, or through
 * customers.
 */
final class ContractsOfEvents {

    private final Map<String, ContractSigned> signed = new HashMap<>();
    private final Map<String, Set<String>> byInvoice = new HashMap<>();
    private final Map<String, Set<String>> byReceipt = new HashMap<>();
    private final Map<String, Set<String>> byCustomer = new HashMap<>();

    ContractsOfEvents(List<Recorded> events) {
        for (var each : events) {
            switch (each.event()) {
                case ContractSigned e -> {
                    signed.put(e.getContractId(), e);
                    of(byCustomer, e.getCustomerId()).add(e.getContractId());
                    e.getPayers().forEach(payer -> of(byCustomer, payer.getCustomerId())
                            .add(e.getContractId()));
                }
                case InvoicePlanned e -> of(byInvoice, e.getInvoiceId()).add(e.getContractId());
                case ReceiptApplied e -> of(byReceipt, e.getReceiptId()).addAll(of(byInvoice, e.getInvoiceId()));
                default -> {}
            }
        }
    }

    private static Set<String> of(Map<String, Set<String>> contracts, String id) {
        return contracts.computeIfAbsent(id, _ -> new HashSet<>());
    }

    ContractSigned signed(String contract) {
        return Objects.requireNonNull(signed.get(contract), contract);
    }

    /** None when it is about no contract. */
    Set<String> of(SpecificRecord event) {
        if (event instanceof CustomerMerged merged) {
            var both = new HashSet<>(of(byCustomer, merged.getCustomerId()));
            both.addAll(of(byCustomer, merged.getIntoCustomerId()));
            return both;
        }
        var contract = field(event, "contractId");
        if (!contract.isEmpty()) {
            return signed.containsKey(contract) ? Set.of(contract) : Set.of();
        }
        var invoice = field(event, "invoiceId");
        return invoice.isEmpty() ? of(byReceipt, field(event, "receiptId")) : of(byInvoice, invoice);
    }

    /** Empty when it has none of that name, or nothing in it. */
    private static String field(SpecificRecord event, String name) {
        var field = event.getSchema().getField(name);
        return field == null ? "" : Objects.toString(event.get(field.pos()), "");
    }
}
