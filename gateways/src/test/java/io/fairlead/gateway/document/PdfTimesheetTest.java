package io.fairlead.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.contract.LineDetail;
import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.gateway.document.BillDocument.Work;
import io.fairlead.party.DocumentLanguage;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The annex that tells grouped time one by one. */
class PdfTimesheetTest {

    private static final String PURPOSE = "Website relaunch";

    @Test
    void no_row_is_torn_over_two_pages_and_the_total_stands_on_the_sheet() throws IOException {
        for (int count = 20; count <= 50; count++) {
            var pages = pages(count, PURPOSE);
            int rows = 0;
            for (var page : pages) {
                var days = lines(page, "2026-03-10 Ana Ruiz");
                assertThat(lines(page, PURPOSE))
                        .as("purposes of %s rows", count)
                        .isEqualTo(days);
                rows += days;
            }
            assertThat(rows).isEqualTo(count);
            assertThat(pages.getLast()).contains("Total " + count + ":00 h");
        }
    }

    @Test
    void a_row_that_is_longer_than_a_page_goes_on_on_the_next() throws IOException {
        var pages = pages(1, "Word ".repeat(1_500).strip());
        assertThat(pages).hasSizeGreaterThan(2);
        assertThat(String.join(" ", pages).split("Word", -1)).hasSize(1_501);
    }

    private static int lines(String page, String begin) {
        return Math.toIntExact(
                page.lines().filter(line -> line.startsWith(begin)).count());
    }

    /** The texts of the annex's pages. */
    private static List<String> pages(int count, String project) throws IOException {
        var lines = IntStream.rangeClosed(1, count)
                .mapToObj(at -> new Line(
                        at,
                        "Layout",
                        Bills.WORKED,
                        Bills.WORKED,
                        3_600,
                        new BigDecimal("178.00"),
                        3_600,
                        new BigDecimal("178.00"),
                        List.of("S"),
                        Bills.WORKED,
                        new Work("Ana Ruiz", project, null)))
                .toList();
        var bill = Bills.of(Kind.INVOICE, Bills.GMBH, Bills.ACME, lines);
        var grouped = GroupedLines.of(lines, LineDetail.PERSON, bill.taxes(), DocumentLanguage.EN);
        var pdf = PdfDocument.of(grouped(bill, grouped));
        var pages = new ArrayList<String>();
        try (var document = Loader.loadPDF(pdf)) {
            for (int page = 2; page <= document.getNumberOfPages(); page++) {
                var reader = new PDFTextStripper();
                reader.setSortByPosition(true);
                reader.setStartPage(page);
                reader.setEndPage(page);
                var text = reader.getText(document).replace('\u00a0', ' ');
                if (!pages.isEmpty() || text.startsWith("Timesheet")) {
                    pages.add(text);
                }
            }
        }
        return pages;
    }

    private static BillDocument grouped(BillDocument bill, GroupedLines grouped) {
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
                grouped.lines(),
                bill.taxes(),
                bill.net(),
                bill.tax(),
                bill.gross(),
                bill.taxInBooks(),
                bill.rounding(),
                bill.language(),
                grouped.timesheet());
    }
}
