package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cli.StubApi.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a document gets into files. */
class InvoiceCommandTest {

    @TempDir
    Path folder;

    @Test
    void pdf_and_ubl_are_written_as_they_come() throws IOException {
        try (var api =
                new StubApi(asked -> new Told(200, 0, asked.target().endsWith("/pdf") ? "%PDF" : "<Invoice/>"))) {
            var pdf = folder.resolve("a.pdf");
            var ubl = folder.resolve("a.xml");
            var ended = api.run("invoice", "invoice:i", "--pdf", pdf.toString(), "--ubl", ubl.toString());
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(Files.readString(pdf)).isEqualTo("%PDF");
            assertThat(Files.readString(ubl)).isEqualTo("<Invoice/>");
            assertThat(ended.out()).contains("a.pdf", "a.xml");
            assertThat(api.asked)
                    .extracting(StubApi.Asked::target)
                    .containsExactly("/v1/invoices/invoice%3Ai/pdf", "/v1/invoices/invoice%3Ai/ubl");
        }
    }

    @Test
    void a_credit_note_comes_as_factur_x() throws IOException {
        try (var api = new StubApi(asked -> new Told(200, 0, "%PDF"))) {
            var file = folder.resolve("x.pdf");
            var ended = api.run("invoice", "credit-note:c", "--facturx", file.toString());
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(Files.readString(file)).isEqualTo("%PDF");
            assertThat(api.asked.getFirst().target()).isEqualTo("/v1/credit-notes/credit-note%3Ac/facturx");
        }
    }

    @Test
    void a_credit_note_is_asked_for_at_its_own_place() {
        try (var api = new StubApi(asked -> new Told(200, 0, "%PDF"))) {
            var _ = api.run(
                    "invoice", "credit-note:c", "--pdf", folder.resolve("c.pdf").toString());
            assertThat(api.asked.getFirst().target()).isEqualTo("/v1/credit-notes/credit-note%3Ac/pdf");
        }
    }

    @Test
    void what_is_refused_is_named_and_the_other_is_written() {
        var problem =
                "{\"code\":\"UBL_ACCOUNT_MISSING\",\"detail\":\"the seller told no account\",\"hint\":\"tell it\"}";
        try (var api = new StubApi(
                asked -> asked.target().endsWith("/pdf") ? new Told(200, 0, "%PDF") : new Told(422, 0, problem))) {
            var pdf = folder.resolve("b.pdf");
            var ubl = folder.resolve("b.xml");
            var ended = api.run("invoice", "invoice:i", "--pdf", pdf.toString(), "--ubl", ubl.toString());
            assertThat(ended.code()).isEqualTo(ExitCode.FAILED.code());
            assertThat(ended.err()).contains("UBL_ACCOUNT_MISSING", "tell it");
            assertThat(ended.out()).contains("b.pdf").doesNotContain("b.xml");
            assertThat(pdf).hasContent("%PDF");
            assertThat(ubl).doesNotExist();

            var alone = api.run("invoice", "invoice:i", "--ubl", ubl.toString());
            assertThat(alone.code()).isEqualTo(ExitCode.FAILED.code());
            assertThat(alone.err()).contains("UBL_ACCOUNT_MISSING", "tell it");
            assertThat(alone.out()).isEmpty();
        }
    }

    @Test
    void a_document_is_named_by_its_number_too() {
        try (var api = new StubApi(asked -> asked.target().contains("?number=")
                ? new Told(
                        200,
                        0,
                        asked.target().startsWith("/v1/credit-notes")
                                ? "{\"items\":[{\"creditNoteId\":\"credit-note:c\"}]}"
                                : "{\"items\":[]}")
                : new Told(200, 0, "%PDF"))) {
            var ended = api.run(
                    "invoice", "DE-C-1", "--pdf", folder.resolve("c.pdf").toString());
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(api.asked.getLast().target()).isEqualTo("/v1/credit-notes/credit-note%3Ac/pdf");
        }
    }

    @Test
    void a_number_of_several_companies_is_refused_with_what_it_may_be() {
        var two = "{\"items\":[{\"invoiceId\":\"invoice:a\"},{\"invoiceId\":\"invoice:b\"}]}";
        try (var api = new StubApi(
                asked -> new Told(200, 0, asked.target().startsWith("/v1/invoices") ? two : "{\"items\":[]}"))) {
            var ended = api.run("history", "2026-1");
            assertThat(ended.code()).isEqualTo(ExitCode.USAGE.code());
            assertThat(ended.err()).contains("invoice:a", "invoice:b");
        }
    }

    @Test
    void a_file_must_be_named() {
        try (var api = new StubApi(asked -> new Told(200, 0, ""))) {
            assertThat(api.run("invoice", "i").code()).isEqualTo(ExitCode.USAGE.code());
            assertThat(api.run("invoice", "--help").out()).contains("--pdf", "--ubl", "Example");
            assertThat(api.asked).isEmpty();
        }
    }
}
