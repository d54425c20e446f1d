package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import io.fairlead.billing.event.DocumentParty;
import io.fairlead.billing.event.PayeeAccount;
import io.fairlead.gateway.document.BillDocument;
import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.gateway.document.BillDocument.Tax;
import io.fairlead.gateway.document.BillDocument.Work;
import io.fairlead.gateway.document.BillDocuments;
import io.fairlead.party.DocumentLanguage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DocumentTest extends HttpTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 2);

    @Autowired
    BillDocuments documents;

    @Test
    void an_invoice_comes_as_pdf_under_its_number() {
        when(documents.invoice("invoice:i-1")).thenReturn(Optional.of(bill("DE-2026-000001", "FR")));
        var answer = get("/v1/invoices/i-1/pdf");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.header("Content-Disposition")).isEqualTo("inline; filename=\"DE-2026-000001.pdf\"");
        assertThat(answer.http().body()).startsWith("%PDF-");
    }

    @Test
    void an_invoice_comes_as_ubl() {
        when(documents.invoice("invoice:i-1")).thenReturn(Optional.of(bill("DE-2026-000001", "FR")));
        var answer = get("/v1/invoices/i-1/ubl", "Accept", "application/xml, application/problem+json");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/xml");
        assertThat(answer.header("Content-Disposition")).contains("DE-2026-000001.xml");
        assertThat(answer.http().body()).contains("<cbc:ID>DE-2026-000001</cbc:ID>", ">119.00</cbc:PayableAmount>");
    }

    @Test
    void an_invoice_comes_as_factur_x_where_its_buyer_has_no_electronic_address() {
        when(documents.invoice("invoice:i-1")).thenReturn(Optional.of(bill("DE-2026-000001", "ZZ")));
        var answer = get("/v1/invoices/i-1/facturx", "Accept", "application/pdf");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.header("Content-Disposition")).isEqualTo("inline; filename=\"DE-2026-000001.pdf\"");
        assertProblem(get("/v1/invoices/i-1/ubl"), 422, "UBL_ENDPOINT_MISSING");
        when(documents.creditNote("credit-note:c-1")).thenReturn(Optional.of(bill(null, "FR")));
        assertProblem(get("/v1/credit-notes/c-1/facturx", "Accept", "application/pdf"), 422, "UBL_NOT_ISSUED");
    }

    @Test
    void what_is_missing_is_told_as_a_problem_whatever_is_accepted() {
        when(documents.invoice("invoice:i-2")).thenReturn(Optional.of(bill(null, "FR")));
        assertProblem(get("/v1/invoices/i-2/ubl", "Accept", "application/xml"), 422, "UBL_NOT_ISSUED");
        assertThat(get("/v1/invoices/i-2/pdf").header("Content-Disposition")).contains("draft.pdf");
        when(documents.invoice("invoice:i-3")).thenReturn(Optional.of(bill("DE-2", "DE")));
        var german = get("/v1/invoices/i-3/ubl");
        assertProblem(german, 422, "UBL_CONTACT_MISSING");
        assertThat(german.text("hint")).contains("/v1/legal-entities/{id}/details");
    }

    @Test
    void an_unknown_invoice_is_not_found() {
        when(documents.invoice("invoice:none")).thenReturn(Optional.empty());
        assertProblem(get("/v1/invoices/none/pdf", "Accept", "application/pdf"), 404, "NOT_FOUND");
    }

    private static BillDocument bill(@Nullable String number, String buyerCountry) {
        var net = new BigDecimal("100.00");
        var tax = new BigDecimal("19.00");
        return new BillDocument(
                Kind.INVOICE,
                number,
                DAY,
                DAY,
                DAY,
                "EUR",
                "de",
                party("Firm", "DE"),
                party("Acme", buyerCountry),
                null,
                "ref",
                "K-1",
                new PayeeAccount("DE02120300000000202051", null),
                null,
                null,
                List.of(new Line(1, "Work", DAY, DAY, null, null, null, net, List.of("S"), DAY, Work.UNNAMED)),
                List.of(new Tax("S", "S", new BigDecimal("0.19"), net, tax, null)),
                net,
                tax,
                net.add(tax),
                null,
                BigDecimal.ZERO,
                DocumentLanguage.EN,
                List.of());
    }

    private static DocumentParty party(String name, String country) {
        return DocumentParty.newBuilder()
                .setName(name)
                .setCountry(country)
                .setTaxId(country + "123456789")
                .setCity("Town")
                .setPostalCode("10115")
                .setEndpointScheme("9930")
                .setEndpointId(country.equals("ZZ") ? null : country + "123456789")
                .build();
    }
}
