package io.fairlead.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.gateway.document.BillDocument.BookTax;
import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.gateway.document.BillDocument.Tax;
import io.fairlead.gateway.document.BillDocument.Work;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Peppol's own rules judge what is written; figures are read back to the cent. */
class UblDocumentTest {

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    /** Every mix of categories with each seller, every country once. */
    private static final int SEEDS = 37;

    @Test
    void peppols_rules_find_nothing_in_legal_documents_of_any_seed() {
        var categories = new TreeSet<String>();
        var kinds = new TreeSet<Kind>();
        IntStream.range(0, SEEDS).forEach(seed -> {
            var bill = RandomBills.of(seed);
            bill.taxes().forEach(row -> categories.add(row.category()));
            kinds.add(bill.kind());
            assertThat(PeppolRules.findings(UblDocument.of(bill)))
                    .as("seed %d: %s", seed, bill)
                    .isEmpty();
        });
        assertThat(categories).containsExactly("AE", "E", "G", "O", "S", "Z");
        assertThat(kinds).hasSize(2);
    }

    @Test
    void a_wrong_sum_of_taxes_turns_the_rules_red() {
        var xml = new String(UblDocument.of(bill(Bills.time(1, 5_400, "133.33", 3_600, "S"))), StandardCharsets.UTF_8);
        assertThat(xml).contains("<cbc:TaxAmount currencyID=\"EUR\">38.00</cbc:TaxAmount>");
        var wrong = xml.replaceFirst(">38.00</cbc:TaxAmount>", ">41.00</cbc:TaxAmount>");
        assertThat(PeppolRules.findings(wrong.getBytes(StandardCharsets.UTF_8)))
                .anyMatch(finding -> finding.contains("BR-CO-14"))
                .anyMatch(finding -> finding.contains("BR-CO-15"));
    }

    @Test
    void tax_in_the_books_of_the_seller_and_taxes_of_one_rate_pass() {
        var line = Bills.agreed(1, "100.00", "A");
        var other = Bills.agreed(2, "50.00", "B");
        var nineteen = new BigDecimal("0.19");
        var bill = replaced(
                bill(line, other),
                List.of(
                        new Tax("A", "S", nineteen, new BigDecimal("100.00"), new BigDecimal("19.00"), null),
                        new Tax("B", "S", nineteen, new BigDecimal("50.00"), new BigDecimal("9.50"), null)),
                new BigDecimal("28.50"),
                new BookTax("SEK", new BigDecimal("313.21")));
        var ubl = UblDocument.of(bill);
        assertThat(PeppolRules.findings(ubl)).isEmpty();
        var root = PeppolRules.parsed(ubl).getDocumentElement();
        assertThat(texts(root, "TaxableAmount")).containsExactly("150.00");
        assertThat(texts(root, "TaxAmount")).containsExactly("28.50", "28.50", "313.21");
        assertThat(texts(root, "TaxCurrencyCode")).containsExactly("SEK");
    }

    @Test
    void what_is_paid_in_steps_tells_its_rounding() {
        var exact = bill(Bills.agreed(1, "100.02", "S")); // 119.02 with tax
        var ubl = UblDocument.of(rounded(exact, "-0.02"));
        var root = PeppolRules.parsed(ubl).getDocumentElement();

        assertThat(PeppolRules.findings(ubl)).isEmpty();
        assertThat(texts(root, "TaxInclusiveAmount")).containsExactly("119.02");
        assertThat(texts(root, "PayableRoundingAmount")).containsExactly("-0.02");
        assertThat(texts(root, "PayableAmount")).containsExactly("119.00");
        assertThat(texts(PeppolRules.parsed(UblDocument.of(exact)).getDocumentElement(), "PayableRoundingAmount"))
                .isEmpty();
    }

    static BillDocument rounded(BillDocument bill, String rounding) {
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
                new BigDecimal(rounding),
                bill.language(),
                List.of());
    }

    @Test
    void each_line_has_the_rate_of_its_own_day_and_each_rate_a_row() {
        var june = on(Bills.agreed(1, "240.00", "S"), JUNE);
        var july = on(Bills.agreed(2, "120.00", "S"), JULY);
        var bill = replaced(
                bill(june, july),
                List.of(
                        new Tax(
                                "S",
                                "S",
                                new BigDecimal("0.16"),
                                june.net(),
                                new BigDecimal("38.40"),
                                null,
                                List.of(JUNE)),
                        new Tax(
                                "S",
                                "S",
                                new BigDecimal("0.19"),
                                july.net(),
                                new BigDecimal("22.80"),
                                null,
                                List.of(JULY))),
                new BigDecimal("61.20"),
                null);
        var ubl = UblDocument.of(bill);

        assertThat(PeppolRules.findings(ubl)).isEmpty();
        var root = PeppolRules.parsed(ubl).getDocumentElement();
        assertThat(texts(root, "TaxableAmount")).containsExactly("240.00", "120.00");
        assertThat(texts(root, "Percent"))
                .as("of both rows, then of both lines")
                .containsExactly("16", "19", "16", "19");
    }

    @Test
    void two_reasons_of_one_category_stand_in_its_one_row() {
        var june = on(Bills.agreed(1, "240.00", "AE"), JUNE);
        var july = on(Bills.agreed(2, "120.00", "AE"), JULY);
        var none = BigDecimal.ZERO.setScale(2);
        var bill = replaced(
                bill(june, july),
                List.of(
                        new Tax("AE", "AE", BigDecimal.ZERO, june.net(), none, "old law", List.of(JUNE)),
                        new Tax("AE", "AE", BigDecimal.ZERO, july.net(), none, "new law", List.of(JULY))),
                none,
                null);
        var ubl = UblDocument.of(bill);

        assertThat(PeppolRules.findings(ubl)).isEmpty();
        var root = PeppolRules.parsed(ubl).getDocumentElement();
        assertThat(texts(root, "TaxableAmount")).containsExactly("360.00");
        assertThat(texts(root, "TaxExemptionReason")).containsExactly("old law; new law");
    }

    private static Line on(Line line, LocalDate day) {
        return new Line(
                line.lineNo(),
                line.description(),
                day,
                day,
                null,
                null,
                null,
                line.net(),
                line.taxes(),
                day,
                Work.UNNAMED);
    }

    @Test
    void the_same_facts_give_the_same_bytes() {
        assertThat(UblDocument.of(RandomBills.of(7))).isEqualTo(UblDocument.of(RandomBills.of(7)));
    }

    @Test
    void what_xml_forbids_is_marked_and_what_it_escapes_comes_back() {
        var line = Bills.agreed(1, "1.00", "S");
        var odd = new Line(
                1,
                "A\u0000 & <b>\n\u4e2d\ud83d\ude80 \ud800",
                line.from(),
                line.to(),
                null,
                null,
                null,
                line.net(),
                line.taxes(),
                line.to(),
                Work.UNNAMED);
        var root = PeppolRules.parsed(UblDocument.of(bill(odd))).getDocumentElement();
        assertThat(lineNames(root)).containsExactly("A\ufffd & <b> \u4e2d\ud83d\ude80 \ufffd");
    }

    @Test
    void printed_lines_reproduce_their_nets() {
        IntStream.range(0, 400).forEach(seed -> {
            var bill = RandomBills.of(seed);
            for (var line : bill.lines()) {
                var printed = PrintedQuantity.of(line);
                var off = printed.product(2).subtract(line.net()).abs();
                assertThat(off).as("seed %d: %s", seed, line).isLessThanOrEqualTo(new BigDecimal("0.02"));
                if (isUnadjusted(line)) {
                    assertThat(off).as("seed %d: %s", seed, line).isZero();
                }
                assertThat(printed.price().signum()).isNotNegative();
            }
        });
    }

    private static boolean isUnadjusted(Line line) {
        if (line.price() == null || line.seconds() == null || line.secondsPerUnit() == null) {
            return true;
        }
        var exact = line.price().multiply(BigDecimal.valueOf(line.seconds()));
        return exact.divide(BigDecimal.valueOf(line.secondsPerUnit()), 2, RoundingMode.HALF_UP)
                        .compareTo(line.net())
                == 0;
    }

    static BillDocument bill(Line... lines) {
        return Bills.of(Kind.INVOICE, Bills.GMBH, Bills.ACME, List.of(lines));
    }

    static BillDocument replaced(BillDocument bill, List<Tax> taxes, BigDecimal tax, @Nullable BookTax inBooks) {
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
                taxes,
                bill.net(),
                tax,
                bill.net().add(tax),
                inBooks,
                BigDecimal.ZERO,
                bill.language(),
                List.of());
    }

    private static List<String> lineNames(Element root) {
        return texts(root, "Name").stream()
                .filter(name -> name.startsWith("A\ufffd"))
                .toList();
    }

    private static List<String> texts(Element root, String name) {
        var found = root.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(node -> node.getTextContent())
                .toList();
    }
}
