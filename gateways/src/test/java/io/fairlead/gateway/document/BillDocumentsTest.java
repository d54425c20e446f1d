package io.fairlead.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.billing.event.DocumentParty;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.billing.invoice.Parties;
import io.fairlead.contract.LineDetail;
import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.party.DocumentLanguage;
import io.fairlead.shared.PersonalTexts;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.event.PersonalText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Documents are filled from the log: issued ones from their event as it was, drafts from what stands so far. */
class BillDocumentsTest {

    private static final String ID = "invoice:i-1";

    private final List<SpecificRecord> log = new ArrayList<>();
    private final BillDocuments documents = new BillDocuments(
            new StreamHistory() {
                @Override
                public <T extends SpecificRecord> List<T> all(String streamKey, Class<T> type) {
                    return (streamKey.equals(ID) ? log : List.<SpecificRecord>of())
                            .stream().filter(type::isInstance).map(type::cast).toList();
                }

                @Override
                public <T extends SpecificRecord> List<T> all(String streamKey, Class<T> type, Instant until) {
                    throw new AssertionError("a document asks for nothing past");
                }
            },
            (entity, customer, contract, day) -> new Parties(
                    "Firm, DE1",
                    "Acme, DE2",
                    "now",
                    30,
                    Bills.LTD,
                    Bills.ACME,
                    Bills.GBP_ACCOUNT,
                    DocumentLanguage.EN,
                    LineDetail.EACH));

    @Test
    void an_issued_invoice_is_told_by_its_event_alone() {
        log.addAll(List.of(lines("200.0000", "148.8900"), drafted(), approved(), issued("380", "1")));
        var document = documents.invoice(ID).orElseThrow();
        assertThat(document.kind()).isEqualTo(Kind.INVOICE);
        assertThat(document.number()).isEqualTo("DE-2026-000001");
        assertThat(document.seller()).isEqualTo(Bills.GMBH);
        assertThat(document.buyerReference()).isEqualTo("then");
        assertThat(document.contract()).isEqualTo("K-1");
        assertThat(document.lines()).hasSize(2);
        assertThat(document.lines().getFirst().price()).isEqualTo("133.33");
        assertThat(document.net()).isEqualTo("348.89");
        assertThat(document.gross()).isEqualTo("415.18");
        assertThat(PeppolRules.findings(UblDocument.of(document))).isEmpty();
    }

    /** Those issued before have it in plain fields, as Bills.GMBH. */
    @Test
    void a_contact_that_the_event_keeps_apart_is_printed_as_one_of_before() {
        var apart = DocumentParty.newBuilder(Bills.GMBH)
                .setContactName(null)
                .setContactPhone(null)
                .setContactEmail(null)
                .setContactNameText(text(Bills.GMBH.getContactName()))
                .setContactPhoneText(text(Bills.GMBH.getContactPhone()))
                .setContactEmailText(text(Bills.GMBH.getContactEmail()))
                .build();
        log.addAll(List.of(
                lines("200.0000", "148.8900"),
                drafted(),
                approved(),
                issuing("380", "1").setSellerParty(apart).build()));
        var document = documents.invoice(ID).orElseThrow();
        assertThat(document.seller()).isEqualTo(Bills.GMBH);
        assertThat(PeppolRules.findings(UblDocument.of(document))).isEmpty();
    }

    private static @Nullable PersonalText text(@Nullable String words) {
        return PersonalTexts.textOrNull("legal-entity:de", words);
    }

    @Test
    void an_invoice_below_zero_is_a_credit_note_that_states_what_it_gives_back() {
        log.addAll(List.of(lines("-200.0000", "-148.8900"), drafted(), issued("381", "-1")));
        var document = documents.invoice(ID).orElseThrow();
        assertThat(document.kind()).isEqualTo(Kind.CREDIT_NOTE);
        assertThat(document.gross()).isEqualTo("415.18");
        assertThat(document.dueDate()).isNull();
        assertThat(PeppolRules.findings(UblDocument.of(document))).isEmpty();
    }

    @Test
    void a_draft_shows_its_parties_as_they_are_now_and_no_tax_before_approval() {
        log.addAll(List.of(lines("200.0000", "148.8900"), drafted()));
        var draft = documents.invoice(ID).orElseThrow();
        assertThat(draft.draft()).isTrue();
        assertThat(draft.seller()).isEqualTo(Bills.LTD);
        assertThat(draft.taxes()).isEmpty();
        assertThat(draft.gross()).isEqualTo("348.89");
        log.add(approved());
        assertThat(documents.invoice(ID).orElseThrow().gross()).isEqualTo("415.18");
    }

    @Test
    void an_invoice_of_before_parts_prints_its_parties_as_text() {
        log.addAll(List.of(
                lines("200.0000", "148.8900"),
                drafted(),
                issuing("380", "1").setSellerParty(null).setBuyerParty(null).build()));
        var document = documents.invoice(ID).orElseThrow();
        assertThat(document.seller().getName()).isEqualTo("Firm, DE1");
        assertThat(PdfDocument.of(document)).isNotEmpty();
        assertThatThrownBy(() -> UblDocument.of(document)).hasMessageContaining("UBL_PARTIES_UNKNOWN");
    }

    @Test
    void what_is_no_document_is_told_apart() {
        assertThat(documents.invoice("invoice:unknown")).isEmpty();
        log.add(lines("1.0000", "1.0000"));
        assertThatThrownBy(() -> documents.invoice(ID)).hasMessageContaining("B-10");
        log.addAll(List.of(
                drafted(),
                InvoiceDiscarded.newBuilder()
                        .setInvoiceId(ID)
                        .setContractId("contract:K-1")
                        .setLegalEntityId("legal-entity:de")
                        .setSourceIds(List.of())
                        .setReason("too early")
                        .build()));
        assertThatThrownBy(() -> documents.invoice(ID)).hasMessageContaining("B-03");
    }

    private static InvoiceLinesAdded lines(String first, String second) {
        return InvoiceLinesAdded.newBuilder()
                .setInvoiceId(ID)
                .setLines(List.of(line(1, 5_400, first), line(2, 4_020, second)))
                .build();
    }

    private static InvoiceLine line(int lineNo, int seconds, String net) {
        return InvoiceLine.newBuilder()
                .setLineNo(lineNo)
                .setSourceId("time-entry:e-" + lineNo)
                .setPortionNo(1)
                .setContractLineNo(1)
                .setProjectId("project:p")
                .setDescription("Design, Ana")
                .setServiceDate(Bills.WORKED)
                .setSeconds(seconds)
                .setPrice(new BigDecimal("133.3300"))
                .setSecondsPerUnit(3_600)
                .setNet(new BigDecimal(net))
                .setTaxCategory("S")
                .build();
    }

    private static InvoiceDrafted drafted() {
        return InvoiceDrafted.newBuilder()
                .setInvoiceId(ID)
                .setBillingRunId("billing-run:r")
                .setContractId("contract:K-1")
                .setCustomerId("customer:acme")
                .setLegalEntityId("legal-entity:de")
                .setCurrency("EUR")
                .setCutOff(Bills.WORKED)
                .setIssueDate(Bills.ISSUED)
                .setPreparer("idp|biller")
                .setLineCount(2)
                .setNet(wire("348.89", "1"))
                .build();
    }

    private static InvoiceApproved approved() {
        return InvoiceApproved.newBuilder()
                .setInvoiceId(ID)
                .setContractId("contract:K-1")
                .setCustomerId("customer:acme")
                .setLegalEntityId("legal-entity:de")
                .setApprovedBy("idp|lead")
                .setApprovedAt(Instant.parse("2026-04-02T10:00:00Z"))
                .setTaxPoint(Bills.WORKED)
                .setIssueDate(Bills.ISSUED)
                .setTaxRows(rows("1"))
                .setNet(wire("348.89", "1"))
                .setTax(wire("66.29", "1"))
                .setGross(wire("415.18", "1"))
                .setCurrency("EUR")
                .build();
    }

    private static InvoiceIssued issued(String type, String sign) {
        return issuing(type, sign).build();
    }

    private static InvoiceIssued.Builder issuing(String type, String sign) {
        return InvoiceIssued.newBuilder()
                .setInvoiceId(ID)
                .setNumber("DE-2026-000001")
                .setSeries("DE")
                .setYear(2026)
                .setDocumentType(type)
                .setContractId("contract:K-1")
                .setCustomerId("customer:acme")
                .setLegalEntityId("legal-entity:de")
                .setIssueDate(Bills.ISSUED)
                .setTaxPoint(Bills.WORKED)
                .setDueDate(Bills.ISSUED.plusDays(30))
                .setSeller("Firm, DE1")
                .setBuyer("Acme, DE2")
                .setBuyerReference("then")
                .setTaxRows(rows(sign))
                .setNet(wire("348.89", sign))
                .setTax(wire("66.29", sign))
                .setGross(wire("415.18", sign))
                .setCurrency("EUR")
                .setLineCount(2)
                .setLineHash("00")
                .setSellerParty(Bills.GMBH)
                .setBuyerParty(Bills.ACME)
                .setPayee(Bills.EUR_ACCOUNT);
    }

    private static List<TaxRow> rows(String sign) {
        return List.of(TaxRow.newBuilder()
                .setCategory("S")
                .setRate(new BigDecimal("0.190000"))
                .setBase(wire("348.89", sign))
                .setTax(wire("66.29", sign))
                .build());
    }

    private static BigDecimal wire(String amount, String sign) {
        return new BigDecimal(amount).multiply(new BigDecimal(sign)).setScale(4);
    }
}
