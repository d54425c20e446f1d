package io.fairlead.gateway.document;

import io.fairlead.billing.event.DocumentParty;
import io.fairlead.billing.event.PayeeAccount;
import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.gateway.document.BillDocument.Original;
import io.fairlead.gateway.document.BillDocument.Tax;
import io.fairlead.gateway.document.BillDocument.Work;
import io.fairlead.party.DocumentLanguage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Documents of a German and a British seller for tests: legal ones by R4, made of the lines that are given. */
final class Bills {

    static final LocalDate ISSUED = LocalDate.of(2026, 4, 2);
    static final LocalDate WORKED = LocalDate.of(2026, 3, 10);

    static final DocumentParty GMBH = DocumentParty.newBuilder()
            .setName("Nordlicht Beratung GmbH")
            .setTaxId("DE812345678")
            .setCountry("DE")
            .setStreet("Speicherstr. 8")
            .setCity("Hamburg")
            .setPostalCode("20457")
            .setEndpointScheme("9930")
            .setEndpointId("DE812345678")
            .setContactName("Accounts receivable")
            .setContactPhone("+49 40 5550100")
            .setContactEmail("billing@nordlicht.example")
            .build();
    static final DocumentParty LTD = DocumentParty.newBuilder()
            .setName("Northlight Advisory Ltd")
            .setTaxId("GB987654321")
            .setCountry("GB")
            .setStreet("14 Quay Lane")
            .setCity("London")
            .setPostalCode("SE1 2AA")
            .setEndpointScheme("9932")
            .setEndpointId("GB987654321")
            .setRegistrationScheme("0060")
            .setRegistrationId("217654321")
            .build();
    static final PayeeAccount EUR_ACCOUNT = new PayeeAccount("DE02120300000000202051", "BYLADEM1001");
    static final PayeeAccount GBP_ACCOUNT = new PayeeAccount("GB33BUKB20201555555555", null);

    static DocumentParty buyer(String name, String country, @Nullable String taxId, String scheme, String endpoint) {
        return DocumentParty.newBuilder()
                .setName(name)
                .setCountry(country)
                .setTaxId(taxId)
                .setStreet("Market St. 1")
                .setCity("Town")
                .setPostalCode("10115")
                .setEndpointScheme(scheme)
                .setEndpointId(endpoint)
                .build();
    }

    static final DocumentParty ACME = buyer("Acme AG", "DE", "DE129273398", "9930", "DE129273398");

    /** Worked time. */
    static Line time(int lineNo, int seconds, String price, int secondsPerUnit, String category) {
        var net = new BigDecimal(price)
                .multiply(BigDecimal.valueOf(seconds))
                .divide(BigDecimal.valueOf(secondsPerUnit), 2, RoundingMode.HALF_UP);
        return new Line(
                lineNo,
                "Design, Ana",
                WORKED,
                WORKED,
                seconds,
                new BigDecimal(price),
                secondsPerUnit,
                net,
                List.of(category),
                WORKED,
                Work.UNNAMED);
    }

    /** An agreed amount. */
    static Line agreed(int lineNo, String net, String category) {
        return new Line(
                lineNo,
                "Milestone " + lineNo,
                WORKED,
                WORKED,
                null,
                null,
                null,
                new BigDecimal(net),
                List.of(category),
                WORKED,
                Work.UNNAMED);
    }

    /** Rates of a German or British seller. */
    static BigDecimal rate(DocumentParty seller, String category) {
        return category.equals("S")
                ? new BigDecimal(seller.getCountry().equals("DE") ? "0.19" : "0.20")
                : BigDecimal.ZERO;
    }

    /** A document over the lines, taxed by R4. */
    static BillDocument of(Kind kind, DocumentParty seller, DocumentParty buyer, List<Line> lines) {
        var bases = new TreeMap<String, BigDecimal>();
        lines.forEach(line -> bases.merge(line.taxes().getFirst(), line.net(), BigDecimal::add));
        var taxes = new ArrayList<Tax>();
        bases.forEach((category, base) -> {
            var rate = rate(seller, category);
            taxes.add(new Tax(
                    category,
                    category,
                    rate,
                    base,
                    base.multiply(rate).setScale(2, RoundingMode.HALF_UP),
                    category.equals("S") ? null : "Reason of " + category));
        });
        var net = lines.stream().map(Line::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        var tax = taxes.stream().map(Tax::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        var german = seller.getCountry().equals("DE");
        return new BillDocument(
                kind,
                german ? "DE-2026-000017" : "UK-2026-000017",
                ISSUED,
                WORKED,
                kind == Kind.INVOICE ? ISSUED.plusDays(30) : null,
                german ? "EUR" : "GBP",
                german ? "nordlicht-de" : "nordlicht-uk",
                seller,
                buyer,
                "PO-4711",
                "cost centre 7",
                "K-1",
                german ? EUR_ACCOUNT : GBP_ACCOUNT,
                kind == Kind.INVOICE ? null : new Original("DE-2026-000003", WORKED),
                kind == Kind.INVOICE ? null : "hours were entered twice",
                lines,
                taxes,
                net,
                tax,
                net.add(tax),
                null,
                BigDecimal.ZERO,
                DocumentLanguage.EN,
                List.of());
    }

    private Bills() {}
}
