package io.fairlead.planted;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceIssued;
import java.util.Objects;

/** Compares lists whose records have amounts as Avro compares them. */
public final class ComparedLists {

    static boolean isSame(InvoiceIssued one, InvoiceApproved other) {
        return one.getTaxRows().equals(other.getTaxRows());
    }

    static boolean isTheSame(InvoiceIssued one, InvoiceApproved other) {
        return Objects.equals(one.getTaxRows(), other.getTaxRows());
    }

    private ComparedLists() {}
}
