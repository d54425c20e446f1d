package io.fairlead.billing.view;

import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.db.tables.records.CreditNoteTaxRecord;
import io.fairlead.projection.db.tables.records.InvoiceLineRecord;
import io.fairlead.projection.db.tables.records.InvoiceTaxRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lines and rows of tax say of it as columns; the days of a row are comma separated, empty for all lines with its code. */
final class TaxColumns {

    static String code(TaxRow tax) {
        return tax.getCode() == null ? tax.getCategory() : tax.getCode();
    }

    static void set(InvoiceTaxRecord row, TaxRow tax) {
        row.setCategory(tax.getCategory());
        row.setRegion(tax.getRegion());
        row.setRate(tax.getRate());
        row.setBaseAmount(tax.getBase());
        row.setTaxAmount(tax.getTax());
        row.setReason(tax.getReason());
        row.setDays(text(tax.getDays()));
    }

    static void set(InvoiceLineRecord row, InvoiceLine line) {
        row.setTaxCategory(line.getTaxCategory());
        row.setTaxCodes(String.join(",", line.getTaxCodes()));
        row.setTaxDay(line.getTaxDay());
    }

    static CreditNoteTaxRecord row(String creditNote, int rowNo, TaxRow tax, EventMetadata facts) {
        return new CreditNoteTaxRecord(
                creditNote,
                rowNo,
                code(tax),
                tax.getRegion(),
                tax.getCategory(),
                tax.getRate(),
                tax.getBase(),
                tax.getTax(),
                tax.getReason(),
                facts.position(),
                text(tax.getDays()));
    }

    static List<LocalDate> days(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(",", -1)).map(LocalDate::parse).toList();
    }

    private static String text(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(","));
    }

    private TaxColumns() {}
}
