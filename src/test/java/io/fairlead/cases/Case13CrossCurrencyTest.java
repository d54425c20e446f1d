package io.fairlead.cases;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 13: priced at the work date, booked at the invoice date, revenue as billed. */
@ExtendWith(CaseStack.class)
class Case13CrossCurrencyTest {

    @Test
    void a_dollar_contract_of_a_euro_company(Firm firm) {
        rate(firm, "1.10", "2026-03-10");
        rate(firm, "1.12", "2026-03-31");
        rate(firm, "1.15", "2026-04-10");
        firm.opens("EUR", "Europe/Berlin", "0")
                .person("ana", "engineer")
                .cost("ana", "60.00", "EUR")
                .contract("work", "USD", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")))
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01");

        firm.approvedTime("ana", "work", "2026-03-10", 36_000);
        var draft = firm.bill("2026-03-31").getFirst();
        assertThat(draft.path("currency").asString()).isEqualTo("USD");
        assertThat(amount(draft.path("net"))).isEqualByComparingTo("1100.00");

        var invoice = firm.issue(draft.path("invoiceId").asString());
        var booked = invoice.path("inEntityCurrency");
        assertThat(booked.path("currency").asString()).isEqualTo("EUR");
        assertThat(amount(booked.path("net"))).isEqualByComparingTo("982.14");
        assertThat(amount(booked.path("fx").path("rate"))).isEqualByComparingTo("1.12");

        firm.settled();
        var margin = firm.get("/v1/views/margin/in-entity-currency?contract=" + firm.id("work"))
                .path("items")
                .path(0);
        assertThat(amount(margin.path("revenue"))).isEqualByComparingTo("982.14");
        assertThat(amount(margin.path("cost"))).isEqualByComparingTo("600.00");
        assertThat(amount(margin.path("margin"))).isEqualByComparingTo("382.14");
        assertThat(amount(margin.path("ratio")).setScale(4, RoundingMode.HALF_UP))
                .isEqualByComparingTo("0.3891");
    }

    @Test
    void a_full_credit_at_another_rate_leaves_nothing_in_the_books(Firm firm) {
        rate(firm, "1.10", "2026-03-10");
        rate(firm, "1.12", "2026-03-31");
        rate(firm, "1.15", "2026-04-10");
        firm.opens("EUR", "Europe/Berlin", "0")
                .person("ana", "engineer")
                .cost("ana", "60.00", "EUR")
                .contract("work", "USD", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")))
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01");
        firm.approvedTime("ana", "work", "2026-03-10", 36_000);
        var invoice = firm.bill("2026-03-31").getFirst().path("invoiceId").asString();
        firm.issue(invoice);

        var note = firm.credit(invoice, "2026-04-10", List.of(creditOf(1, null, "CORRECTED")));

        assertThat(amount(note.path("creditNote").path("net"))).isEqualByComparingTo("1100.00");
        assertThat(amount(note.path("inEntityCurrency").path("net"))).isEqualByComparingTo("982.14");
        assertThat(amount(firm.get("/v1/invoices/" + invoice).path("invoice").path("open")))
                .isEqualByComparingTo("0.00");
    }

    private static void rate(Firm firm, String rate, String from) {
        firm.post(
                "/v1/exchange-rates", of("base", "EUR", "quote", "USD", "rate", rate, "from", from, "source", "case"));
    }
}
