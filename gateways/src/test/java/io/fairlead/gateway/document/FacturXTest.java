package io.fairlead.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.billing.event.DocumentParty;
import io.fairlead.gateway.document.BillDocument.BookTax;
import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.paper.Typefaces;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Factur-X: its own rules judge the invoice inside, veraPDF the paper; what it says is what the UBL says. */
class FacturXTest {

    /** Every mix of categories with each seller, every country once. */
    private static final int SEEDS = 37;

    /** How the standards write the same thing: what UBL alone has, or has twice, and the form of days. */
    private static final List<String> OF_UBL_ALONE =
            List.of("CustomizationID", "TaxScheme/ID", "PartyLegalEntity/RegistrationName");

    private static final List<String> OF_CII_ALONE = List.of(
            "GuidelineSpecifiedDocumentContextParameter/ID",
            "TypeCode=VAT",
            "SpecifiedLegalOrganization/TradingBusinessName");

    @Test
    void the_rules_find_nothing_in_legal_documents_of_any_seed() {
        var kinds = new TreeSet<Kind>();
        IntStream.range(0, SEEDS).forEach(seed -> {
            var bill = RandomBills.of(seed);
            kinds.add(bill.kind());
            assertThat(FacturXRules.findings(FacturX.of(bill, Typefaces.OWN)))
                    .as("seed %d: %s", seed, bill)
                    .isEmpty();
        });
        assertThat(kinds).hasSize(2);
    }

    @Test
    void it_says_what_the_ubl_says() {
        IntStream.range(0, 200).forEach(seed -> {
            var bill = RandomBills.of(seed);
            assertThat(said(CiiDocument.of(bill), OF_CII_ALONE))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(said(UblDocument.of(bill), OF_UBL_ALONE));
        });
    }

    @Test
    void tax_in_books_and_rounding_are_said_and_accepted() {
        var line = Bills.agreed(1, "100.02", "S");
        var rounded = UblDocumentTest.rounded(UblDocumentTest.bill(line), "-0.02");
        var booked = UblDocumentTest.replaced(
                UblDocumentTest.bill(line),
                UblDocumentTest.bill(line).taxes(),
                new BigDecimal("19.00"),
                new BookTax("SEK", new BigDecimal("208.80")));
        for (var bill : List.of(rounded, booked)) {
            assertThat(FacturXRules.findings(FacturX.of(bill, Typefaces.OWN))).isEmpty();
            assertThat(said(CiiDocument.of(bill), OF_CII_ALONE))
                    .containsExactlyInAnyOrderElementsOf(said(UblDocument.of(bill), OF_UBL_ALONE));
        }
    }

    @Test
    void what_goes_by_mail_needs_no_address_on_the_network_and_no_reference() {
        var unnamed = DocumentParty.newBuilder(Bills.ACME)
                .setEndpointId(null)
                .setEndpointScheme(null)
                .build();
        var bill = Bills.of(Kind.INVOICE, Bills.GMBH, unnamed, List.of(Bills.agreed(1, "100.00", "S")));
        assertThat(refusal(bill, false)).isEqualTo("UBL_ENDPOINT_MISSING");
        assertThat(FacturXRules.findings(FacturX.of(bill, Typefaces.OWN))).isEmpty();
    }

    @Test
    void what_it_cannot_say_is_refused_by_the_code_of_the_ubl() {
        var outside = Bills.of(
                Kind.INVOICE,
                Bills.GMBH,
                Bills.ACME,
                List.of(Bills.agreed(1, "100.00", "S"), Bills.agreed(2, "1.00", "O")));
        assertThat(refusal(outside, true)).isEqualTo("UBL_CATEGORY_MIXED");
        assertThatThrownBy(() -> FacturX.of(outside, Typefaces.OWN)).isInstanceOf(RuleViolated.class);
    }

    @Test
    void a_wrong_sum_turns_the_rules_red_and_so_does_a_typeface_that_is_not_inside() {
        var bill = UblDocumentTest.bill(Bills.time(1, 5_400, "133.33", 3_600, "S"));
        var xml = new String(CiiDocument.of(bill), StandardCharsets.UTF_8);
        var wrong = xml.replace("<ram:GrandTotalAmount>238.00", "<ram:GrandTotalAmount>283.00");
        assertThat(wrong).isNotEqualTo(xml);
        assertThat(FacturXRules.invoiceFindings(wrong.getBytes(StandardCharsets.UTF_8)))
                .anyMatch(finding -> finding.startsWith("error"));
        var pdf = new String(FacturX.of(bill, Typefaces.OWN), StandardCharsets.ISO_8859_1);
        var plain = pdf.replace("<pdfaid:part>3", "<pdfaid:part>9");
        assertThat(plain).isNotEqualTo(pdf);
        assertThat(FacturXRules.archiveFindings(plain.getBytes(StandardCharsets.ISO_8859_1)))
                .isNotEmpty();
    }

    @Test
    void the_same_facts_give_the_same_bytes() {
        assertThat(FacturX.of(RandomBills.of(7), Typefaces.OWN))
                .isEqualTo(FacturX.of(RandomBills.of(7), Typefaces.OWN));
    }

    private static String refusal(BillDocument bill, boolean isByMail) {
        try {
            var _ = isByMail ? CiiDocument.of(bill) : UblDocument.of(bill);
            return "";
        } catch (RuleViolated refused) {
            return refused.code();
        }
    }

    /** All that stands in the leaves, days as 20260402, amounts of currencies without those that UBL repeats. */
    private static List<String> said(byte[] xml, List<String> without) {
        var said = new ArrayList<String>();
        collect(PeppolRules.parsed(xml).getDocumentElement(), "", without, said);
        return said;
    }

    private static void collect(Element element, String path, List<String> without, List<String> said) {
        var own = path + "/" + element.getLocalName();
        var isLeaf = true;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                isLeaf = false;
                collect(inner, own, without, said);
            }
        }
        var text = element.getTextContent().strip();
        var named = own + "=" + text;
        if (isLeaf
                && !text.isEmpty()
                && without.stream().noneMatch(part -> own.endsWith(part) || named.endsWith(part))) {
            var scheme = element.getAttribute("schemeID");
            said.add(
                    text.matches("\\d{4}-\\d\\d-\\d\\d")
                            ? text.replace("-", "")
                            : text + (scheme.equals("VA") ? "" : scheme));
        }
    }
}
