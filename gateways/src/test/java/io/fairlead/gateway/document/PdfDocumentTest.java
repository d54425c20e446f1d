package io.fairlead.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.gateway.document.BillDocument.Work;
import io.fairlead.party.DocumentLanguage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What a person reads in the PDF: its text is taken out again and compared. */
class PdfDocumentTest {

    @Test
    void every_figure_is_there_to_the_cent() {
        var bill = Bills.of(
                Kind.INVOICE,
                Bills.GMBH,
                Bills.ACME,
                List.of(
                        Bills.time(1, 5_400, "133.33", 3_600, "S"),
                        Bills.time(2, 4_020, "133.33", 3_600, "S"),
                        Bills.time(3, 4_001, "133.33", 3_600, "E"),
                        Bills.time(4, 14_400, "960.00", 28_800, "S"),
                        Bills.agreed(5, "12000.00", "S")));
        assertThat(lines(bill))
                .contains(
                        "Nordlicht Beratung GmbH Invoice",
                        "Bill to Number DE-2026-000017",
                        "Acme AG Issue date 2026-04-02",
                        "10115 Town Due date 2026-05-02 (30 days)",
                        "Tax ID DE129273398 Purchase order PO-4711",
                        "Your reference cost centre 7",
                        "1 Design, Ana 1:30 h 133.33 / h S 200.00",
                        "2 Design, Ana 1:07 h 133.33 / h S 148.89",
                        "2026-03-10",
                        "3 Design, Ana 1:06:41 h 133.33 / h E 148.18",
                        "2026-03-10",
                        "4 Design, Ana 0.5 d 960.00 / d S 480.00",
                        "5 Milestone 5 1 12,000.00 S 12,000.00",
                        "Tax: S = Tax 19 % \u00b7 E = Exempt",
                        "Net 12,977.07",
                        "Tax E 0 % on 148.18 0.00",
                        "Tax S 19 % on 12,828.89 2,437.49",
                        "Total due EUR 15,414.56",
                        "Tax E: Reason of E",
                        "Payable until 2026-05-02 without deduction, stating DE-2026-000017.",
                        "Account holder Nordlicht Beratung GmbH",
                        "IBAN DE02 1203 0000 0000 2020 51",
                        "BIC BYLADEM1001",
                        "Reference DE-2026-000017",
                        "Amount EUR 15,414.56",
                        "Nordlicht Beratung GmbH \u00b7 Tax ID DE812345678 Page 1 of 1");
    }

    @Test
    void a_credit_note_names_what_it_corrects() {
        var bill =
                Bills.of(Kind.CREDIT_NOTE, Bills.LTD, Bills.ACME, List.of(Bills.time(1, 7_200, "150.00", 3_600, "S")));
        assertThat(lines(bill))
                .contains("Northlight Advisory Ltd Credit note", "Total credited GBP 360.00")
                .anyMatch(line -> line.contains("Reason hours were entered twice"))
                .anyMatch(line -> line.contains("Corrects invoice DE-2026-000003"))
                .noneMatch(line -> line.startsWith("IBAN"));
    }

    @Test
    void long_tables_go_on_with_heading_and_page_number() {
        var lines = IntStream.rangeClosed(1, 60)
                .mapToObj(lineNo -> Bills.agreed(lineNo, "1.00", "S"))
                .toList();
        var text = lines(Bills.of(Kind.INVOICE, Bills.GMBH, Bills.ACME, lines));
        assertThat(text.stream().filter(line -> line.equals("No. Description Quantity Price Tax Net EUR")))
                .hasSize(3);
        assertThat(text.stream().filter(line -> line.matches(".*Page [1234] of 4")))
                .hasSize(4);
        assertThat(text).contains("60 Milestone 60 1 1.00 S 1.00", "Total due EUR 71.40");
    }

    @Test
    void a_description_longer_than_a_page_loses_no_word() {
        var words = IntStream.range(0, 900).mapToObj(no -> "word" + no).toList();
        var line = Bills.agreed(1, "1.00", "S");
        var bill = Bills.of(
                Kind.INVOICE,
                Bills.GMBH,
                Bills.ACME,
                List.of(described(line, String.join(" ", words) + " " + "x".repeat(300))));
        var text = String.join(" ", lines(bill));
        assertThat(words).allMatch(word -> text.contains(word));
        assertThat(text.chars().filter(sign -> sign == 'x').count()).isGreaterThanOrEqualTo(300);
    }

    @Test
    void letters_of_many_scripts_are_embedded_and_unknown_ones_marked() {
        var line = described(
                Bills.agreed(1, "1.00", "S"),
                "Ł\u00f3d\u017a \u0391\u03b8\u03ae\u03bd\u03b1 \u041c\u0438\u0440 \u20ac \u4e2d");
        assertThat(lines(Bills.of(Kind.INVOICE, Bills.GMBH, Bills.ACME, List.of(line))))
                .anyMatch(text -> text.startsWith(
                        "1 Ł\u00f3d\u017a \u0391\u03b8\u03ae\u03bd\u03b1 \u041c\u0438\u0440 \u20ac \ufffd "));
    }

    @Test
    void a_sign_that_cannot_be_drawn_is_told_by_code_point_and_name_and_nothing_is_told_else() {
        var asked = "Cannot be drawn here, \ufffd stands in their place; the electronic invoice has them: "
                + "U+4EAC CJK UNIFIED IDEOGRAPHS 4EAC, U+6771 CJK UNIFIED IDEOGRAPHS 6771";
        assertThat(lines(Bills.of(
                        Kind.INVOICE,
                        Bills.GMBH,
                        Bills.ACME,
                        List.of(described(Bills.agreed(1, "1.00", "S"), "\u6771\u4eac consulting")))))
                .anyMatch(line -> line.contains("\ufffd\ufffd consulting"))
                .satisfies(lines -> assertThat(String.join(" ", lines)).contains(asked));
        assertThat(lines(Bills.of(Kind.INVOICE, Bills.GMBH, Bills.ACME, List.of(Bills.agreed(1, "1.00", "S")))))
                .noneMatch(line -> line.contains("Cannot be drawn"));
    }

    @Test
    void signs_that_only_format_are_dropped_and_turn_nothing_round() {
        var odd =
                described(Bills.agreed(1, "1.00", "S"), "Soft\u00adware \u202efor \u200bA\ufe0f\u2066cme\u2069\u202c");
        assertThat(lines(Bills.of(Kind.INVOICE, Bills.GMBH, Bills.ACME, List.of(odd))))
                .contains("1 Software for Acme 1 1.00 S 1.00")
                .noneMatch(line -> line.contains("Cannot be drawn"));
    }

    @Test
    void lines_are_numbered_without_gaps_where_a_review_removed_some() {
        var bill = Bills.of(
                Kind.INVOICE,
                Bills.GMBH,
                Bills.ACME,
                List.of(Bills.agreed(2, "1.00", "S"), Bills.agreed(5, "2.00", "S")));
        assertThat(lines(bill)).contains("1 Milestone 2 1 1.00 S 1.00", "2 Milestone 5 1 2.00 S 2.00");
    }

    @Test
    void a_figure_that_is_wider_than_its_column_is_smaller_and_never_broken() {
        var bill = Bills.of(Kind.INVOICE, Bills.GMBH, Bills.ACME, List.of(Bills.agreed(1, "123456789012.34", "S")));
        assertThat(lines(bill))
                .contains("1 Milestone 1 1 123,456,789,012.34 S 123,456,789,012.34", "Net 123,456,789,012.34");
    }

    @Test
    void what_is_paid_in_steps_tells_its_rounding() {
        var bill = Bills.of(Kind.INVOICE, Bills.GMBH, Bills.ACME, List.of(Bills.agreed(1, "100.02", "S")));
        assertThat(lines(UblDocumentTest.rounded(bill, "-0.02")))
                .contains("Total 119.02", "Rounding -0.02", "Total due EUR 119.00");
        assertThat(lines(bill)).contains("Total due EUR 119.02").noneMatch(text -> text.startsWith("Rounding"));
    }

    @Test
    void a_buyer_reads_it_in_a_language_of_its_own() {
        var lines = List.of(Bills.time(1, 5_719, "1178.00", 3_600, "S"));
        var bill = Bills.of(Kind.INVOICE, Bills.GMBH, Bills.ACME, lines);
        assertThat(lines(in(DocumentLanguage.DE, bill)))
                .contains(
                        "Nordlicht Beratung GmbH Rechnung",
                        "1 Design, Ana 1:35:19 Std. 1.178,00 / Std. S 1.871,38",
                        "10.03.2026",
                        "Steuer S 19 % auf 1.871,38 355,56",
                        "Zahlbetrag EUR 2.226,94",
                        "Zahlbar bis 02.05.2026 ohne Abzug unter Angabe von DE-2026-000017.");
        assertThat(lines(in(DocumentLanguage.FR, bill)))
                .contains("Nordlicht Beratung GmbH Facture", "Total à payer EUR 2 226,94", "Montant EUR 2 226,94");
        assertThat(new String(UblDocument.of(in(DocumentLanguage.DE, bill)), StandardCharsets.UTF_8))
                .contains("<cbc:Note>Zahlbar bis 02.05.2026</cbc:Note>", "<cbc:Note>1:35:19 Std.</cbc:Note>");
    }

    static BillDocument in(DocumentLanguage language, BillDocument bill) {
        return new BillDocument(
                bill.kind(),
                bill.number(),
                bill.issueDate(),
                bill.taxPoint(),
                bill.dueDate(),
                bill.currency(),
                bill.sellerCode(),
                bill.seller(),
                bill.buyer(),
                bill.poNumber(),
                bill.buyerReference(),
                bill.contract(),
                bill.payee(),
                bill.original(),
                bill.reason(),
                bill.lines(),
                bill.taxes(),
                bill.net(),
                bill.tax(),
                bill.gross(),
                bill.taxInBooks(),
                bill.rounding(),
                language,
                List.of());
    }

    @Test
    void a_draft_says_so_and_has_no_number() {
        var line = Bills.agreed(1, "1.00", "S");
        var bill = Bills.of(Kind.INVOICE, Bills.GMBH, Bills.ACME, List.of(line));
        var draft = new BillDocument(
                bill.kind(),
                null,
                bill.issueDate(),
                null,
                null,
                "EUR",
                "de",
                bill.seller(),
                bill.buyer(),
                null,
                null,
                "K-1",
                null,
                null,
                null,
                bill.lines(),
                List.of(),
                bill.net(),
                BigDecimal.ZERO,
                bill.net(),
                null,
                BigDecimal.ZERO,
                bill.language(),
                List.of());
        assertThat(lines(draft))
                .contains("Bill to Number after approval", "Tax at approval", "DRAFT")
                .noneMatch(text -> text.startsWith("Total"));
    }

    @Test
    void the_same_facts_give_the_same_bytes() {
        assertThat(PdfDocument.of(RandomBills.of(7))).isEqualTo(PdfDocument.of(RandomBills.of(7)));
    }

    private static Line described(Line line, String text) {
        return new Line(
                line.lineNo(),
                text,
                line.from(),
                line.to(),
                null,
                null,
                null,
                line.net(),
                line.taxes(),
                line.to(),
                Work.UNNAMED);
    }

    private static List<String> lines(BillDocument bill) {
        try (var pdf = Loader.loadPDF(PdfDocument.of(bill))) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return new ArrayList<>(stripper.getText(pdf)
                    .lines()
                    .map(line -> line.replaceAll("[\\s\\u00a0]+", " ").strip())
                    .toList());
        } catch (IOException broken) {
            throw new IllegalStateException("not to be read as PDF", broken);
        }
    }
}
