package io.fairlead.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Line;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What a tax code means stands on the page where the code does. */
class PdfTaxCodesTest {

    @Test
    void each_page_explains_the_codes_of_its_own_lines() throws IOException {
        var lines = new ArrayList<Line>();
        for (int no = 1; no <= 40; no++) {
            lines.add(Bills.agreed(no, "1.00", no <= 30 ? "S" : "E"));
        }
        var pages = pages(Bills.of(Kind.INVOICE, Bills.GMBH, Bills.ACME, lines));
        assertThat(pages.getFirst()).contains("Tax: S = Tax 19 %").doesNotContain("E = Exempt");
        assertThat(pages.get(1)).contains("Tax: S = Tax 19 % \u00b7 E = Exempt");
    }

    @Test
    void a_draft_whose_tax_is_not_worked_out_explains_what_it_can() throws IOException {
        var bill = Bills.of(
                Kind.INVOICE,
                Bills.GMBH,
                Bills.ACME,
                List.of(Bills.agreed(1, "1.00", "S"), Bills.agreed(2, "1.00", "AE"), Bills.agreed(3, "1.00", "Z")));
        assertThat(pages(UblDocumentTest.replaced(bill, List.of(), BigDecimal.ZERO, null)))
                .first()
                .asString()
                .contains("Tax: S = Taxed \u00b7 AE = Reverse charge \u00b7 Z = Zero rate");
    }

    private static List<String> pages(BillDocument bill) throws IOException {
        try (var pdf = Loader.loadPDF(PdfDocument.of(bill))) {
            var pages = new ArrayList<String>();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                var reader = new PDFTextStripper();
                reader.setStartPage(page);
                reader.setEndPage(page);
                pages.add(reader.getText(pdf).replace('\u00a0', ' '));
            }
            return pages;
        }
    }
}
