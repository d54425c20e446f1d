package io.fairlead.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.CreditNoteDiscarded;
import io.fairlead.billing.event.CreditNoteDrafted;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Original;
import io.fairlead.shared.StreamHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** A credit note is filled from its own events; its parties and account are those of its invoice. */
class CreditDocumentsTest {

    private static final String INVOICE = "invoice:i-1";
    private static final String CREDIT = "credit-note:c-1";

    private final List<SpecificRecord> credit = new ArrayList<>();
    private final BillDocuments documents = new BillDocuments(
            new StreamHistory() {
                @Override
                public <T extends SpecificRecord> List<T> all(String streamKey, Class<T> type) {
                    var events = streamKey.equals(CREDIT) ? credit : List.<SpecificRecord>of(invoice());
                    return events.stream()
                            .filter(type::isInstance)
                            .map(type::cast)
                            .toList();
                }

                @Override
                public <T extends SpecificRecord> List<T> all(String streamKey, Class<T> type, Instant until) {
                    throw new AssertionError("a document asks for nothing past");
                }
            },
            (entity, customer, contract, day) -> {
                throw new AssertionError("a credit note asks for nobody as they are now");
            });

    @Test
    void an_issued_credit_note_names_its_invoice_and_passes_peppols_rules() {
        credit.add(issued());
        var document = documents.creditNote(CREDIT).orElseThrow();
        assertThat(document.kind()).isEqualTo(Kind.CREDIT_NOTE);
        assertThat(document.original()).isEqualTo(new Original("DE-2026-000001", Bills.WORKED));
        assertThat(document.seller()).isEqualTo(Bills.GMBH);
        assertThat(document.gross()).isEqualTo("81.99");
        var ubl = UblDocument.of(document);
        assertThat(PeppolRules.findings(ubl)).isEmpty();
        assertThat(PdfDocument.of(document)).isEqualTo(PdfDocument.of(document));
    }

    @Test
    void a_tax_that_ends_the_credits_of_an_invoice_may_be_a_cent_off_and_no_more() {
        // Case 8: 68.33 at 20 % would be 13.67; the last credit gives back the 13.66 that are left.
        credit.add(issued());
        assertThat(documents.creditNote(CREDIT).orElseThrow().tax()).isEqualTo("13.66");
        assertThat(UblDocument.of(documents.creditNote(CREDIT).orElseThrow())).isNotEmpty();
        credit.set(0, issued("13.65", "81.98"));
        assertThatThrownBy(() -> UblDocument.of(documents.creditNote(CREDIT).orElseThrow()))
                .hasMessageContaining("UBL_TOTALS");
    }

    @Test
    void a_draft_says_so_and_a_discarded_one_is_refused() {
        credit.add(drafted());
        var draft = documents.creditNote(CREDIT).orElseThrow();
        assertThat(draft.draft()).isTrue();
        assertThat(draft.buyer()).isEqualTo(Bills.ACME);
        credit.add(CreditNoteDiscarded.newBuilder()
                .setCreditNoteId(CREDIT)
                .setInvoiceId(INVOICE)
                .setLegalEntityId("legal-entity:de")
                .setReason("too early")
                .build());
        assertThatThrownBy(() -> documents.creditNote(CREDIT)).hasMessageContaining("B-03");
    }

    @Test
    void there_is_none_without_a_draft() {
        assertThat(documents.creditNote(CREDIT)).isEmpty();
    }

    private static CreditNoteIssued issued() {
        return issued("13.66", "81.99");
    }

    private static CreditNoteIssued issued(String tax, String gross) {
        return CreditNoteIssued.newBuilder()
                .setCreditNoteId(CREDIT)
                .setNumber("DE-CRN-2026-000001")
                .setSeries("DE-CRN")
                .setYear(2026)
                .setDocumentType("381")
                .setInvoiceId(INVOICE)
                .setInvoiceNumber("DE-2026-000001")
                .setInvoiceIssueDate(Bills.WORKED)
                .setContractId("contract:K-1")
                .setCustomerId("customer:acme")
                .setLegalEntityId("legal-entity:de")
                .setIssueDate(Bills.ISSUED)
                .setTaxPoint(Bills.WORKED)
                .setSeller("Firm, DE1")
                .setBuyer("Acme, DE2")
                .setBuyerReference("then")
                .setReason("hours were entered twice")
                .setLines(List.of(line()))
                .setTaxRows(List.of(row(tax)))
                .setNet(wire("68.33"))
                .setTax(wire(tax))
                .setGross(wire(gross))
                .setCurrency("EUR")
                .setLineHash("00")
                .build();
    }

    private static CreditNoteDrafted drafted() {
        return CreditNoteDrafted.newBuilder()
                .setCreditNoteId(CREDIT)
                .setInvoiceId(INVOICE)
                .setInvoiceNumber("DE-2026-000001")
                .setContractId("contract:K-1")
                .setCustomerId("customer:acme")
                .setLegalEntityId("legal-entity:de")
                .setIssueDate(Bills.ISSUED)
                .setTaxPoint(Bills.WORKED)
                .setPreparer("idp|biller")
                .setReason("hours were entered twice")
                .setLines(List.of(line()))
                .setTaxRows(List.of(row("13.66")))
                .setNet(wire("68.33"))
                .setTax(wire("13.66"))
                .setGross(wire("81.99"))
                .setCurrency("EUR")
                .build();
    }

    private static CreditLine line() {
        return CreditLine.newBuilder()
                .setLineNo(1)
                .setInvoiceLineNo(2)
                .setSourceId("time-entry:e-2")
                .setPortionNo(1)
                .setContractLineNo(1)
                .setProjectId("project:p")
                .setDescription("Design, Ana")
                .setServiceDate(Bills.WORKED)
                .setSeconds(0)
                .setPrice(wire("133.33"))
                .setSecondsPerUnit(3_600)
                .setNet(wire("68.33"))
                .setSourceAmount(wire("68.33"))
                .setTaxCategory("S")
                .setDisposition("REOPEN")
                .build();
    }

    private static TaxRow row(String tax) {
        return TaxRow.newBuilder()
                .setCategory("S")
                .setRate(new BigDecimal("0.200000"))
                .setBase(wire("68.33"))
                .setTax(wire(tax))
                .build();
    }

    private static InvoiceIssued invoice() {
        return InvoiceIssued.newBuilder()
                .setInvoiceId(INVOICE)
                .setNumber("DE-2026-000001")
                .setSeries("DE")
                .setYear(2026)
                .setDocumentType("380")
                .setContractId("contract:K-1")
                .setCustomerId("customer:acme")
                .setLegalEntityId("legal-entity:de")
                .setIssueDate(Bills.WORKED)
                .setTaxPoint(Bills.WORKED)
                .setDueDate(Bills.ISSUED)
                .setSeller("Firm, DE1")
                .setBuyer("Acme, DE2")
                .setTaxRows(List.of())
                .setNet(wire("279.16"))
                .setTax(wire("55.83"))
                .setGross(wire("334.99"))
                .setCurrency("EUR")
                .setLineCount(4)
                .setLineHash("00")
                .setSellerParty(Bills.GMBH)
                .setBuyerParty(Bills.ACME)
                .setPayee(Bills.EUR_ACCOUNT)
                .build();
    }

    private static BigDecimal wire(String amount) {
        return new BigDecimal(amount).setScale(4);
    }
}
