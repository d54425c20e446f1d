package io.fairlead.app.verify.account;

import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.CreditReleased;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.CustomerCreditTaken;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** What invoices granted to credits, and what became of it, in the order of the log. */
public final class CreditAccount implements RunningAccount {

    private final Map<String, Map<String, CreditReserved>> granted = new LinkedHashMap<>();
    private final Map<String, List<CreditApplied>> applied = new LinkedHashMap<>();
    private final Map<String, CreditNoteIssued> issued = new LinkedHashMap<>();
    private final Map<String, BigDecimal> setOff = new HashMap<>();

    @Override
    public void book(SpecificRecord event) {
        switch (event) {
            case CreditReserved credit ->
                granted.computeIfAbsent(credit.getInvoiceId(), _ -> new LinkedHashMap<>())
                        .put(credit.getCreditNoteId(), credit);
            case CreditReleased credit ->
                granted.computeIfAbsent(credit.getInvoiceId(), _ -> new LinkedHashMap<>())
                        .remove(credit.getCreditNoteId());
            case CreditApplied credit ->
                applied.computeIfAbsent(credit.getInvoiceId(), _ -> new ArrayList<>())
                        .add(credit);
            case CustomerCreditTaken credit -> setOff.merge(credit.getInvoiceId(), credit.getAmount(), BigDecimal::add);
            case CreditNoteIssued credit -> issued.put(credit.getCreditNoteId(), credit);
            default -> {}
        }
    }

    /** What lowered the open amount of an invoice from elsewhere. */
    public BigDecimal setOff(String invoiceId) {
        return setOff.getOrDefault(invoiceId, BigDecimal.ZERO);
    }

    /** Credits that an invoice granted and that were not given back, by credit note. */
    public Map<String, CreditReserved> granted(String invoiceId) {
        return Collections.unmodifiableMap(granted.getOrDefault(invoiceId, Map.of()));
    }

    public List<CreditApplied> applied(String invoiceId) {
        return Collections.unmodifiableList(applied.getOrDefault(invoiceId, List.of()));
    }

    /** Issued credit notes, by id. */
    public Map<String, CreditNoteIssued> issued() {
        return Collections.unmodifiableMap(issued);
    }
}
