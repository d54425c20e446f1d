package io.fairlead.view;

import static io.fairlead.projection.db.Tables.BILLING_MOVEMENT;
import static io.fairlead.projection.db.Tables.CASH_MOVEMENT;
import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static io.fairlead.view.Story.DAY;
import static io.fairlead.view.Story.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.billing.event.EntityAmounts;
import io.fairlead.billing.event.ExchangeRateSet;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceReturned;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.Settlement;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.billing.event.TaxTreatment;
import io.fairlead.billing.view.ExchangeRateQuery;
import io.fairlead.billing.view.InvoiceQuery;
import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import io.fairlead.revenue.view.EntityMarginQuery;
import io.fairlead.shared.event.FxRate;
import io.fairlead.time.event.TimeCosted;
import io.fairlead.time.event.TimePriced;
import io.fairlead.view.Story.Job;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Case 13 of the worked cases as the views tell it, and taxes by code. */
class ForeignCurrencyViewTest {

    private static final Job JOB = Job.of("DE01", "acme", "k9", "p9", "USD");
    private static final FxRate PRICING = fx("1.10", DAY);
    private static final FxRate BOOKING = fx("1.12", DAY.plusDays(29));

    @Test
    void case_13_margin_is_told_in_the_sellers_currency() {
        var db = folded(story());

        assertThat(new EntityMarginQuery(db).list(RollUp.by(Dimension.CONTRACT)).items())
                .singleElement()
                .satisfies(margin -> {
                    assertThat(margin.id()).isEqualTo("contract:k9");
                    assertThat(margin.currency()).isEqualTo("EUR");
                    assertThat(margin.revenue()).isEqualByComparingTo("982.14");
                    assertThat(margin.cost()).isEqualByComparingTo("600.00");
                    assertThat(margin.margin()).isEqualByComparingTo("382.14");
                    assertThat(margin.ratio()).isNotNull();
                    assertThat(margin.margin().divide(margin.revenue(), 4, RoundingMode.HALF_UP))
                            .isEqualByComparingTo("0.3891");
                });
    }

    @Test
    void the_invoice_tells_its_amounts_in_both_currencies_and_how_it_was_taxed() {
        var detail = new InvoiceQuery(folded(story())).byId("invoice:9").orElseThrow();

        assertThat(detail.inEntityCurrency()).satisfies(amounts -> {
            assertThat(amounts.currency()).isEqualTo("EUR");
            assertThat(amounts.net()).isEqualByComparingTo("982.14");
            assertThat(amounts.fx().rate()).isEqualByComparingTo("1.12");
        });
        assertThat(detail.treatment()).isEqualTo(new InvoiceQuery.Treatment("LINE", null, "TABLE", 1));
        assertThat(detail.taxes()).extracting(InvoiceQuery.Tax::code).containsExactly("GST", "PST@CA-BC");
        assertThat(detail.lines().getFirst().taxCodes()).containsExactly("GST", "PST@CA-BC");
    }

    @Test
    void the_lines_share_the_booked_net_and_money_tells_what_it_realised() {
        var db = folded(story());

        assertThat(db.select(BILLING_MOVEMENT.ENTITY_NET_AMOUNT)
                        .from(BILLING_MOVEMENT)
                        .orderBy(BILLING_MOVEMENT.INVOICE_LINE_NO)
                        .fetch(BILLING_MOVEMENT.ENTITY_NET_AMOUNT))
                .containsExactly(money("327.38"), money("327.39"), money("327.37"));
        assertThat(db.fetchSingle(CASH_MOVEMENT)).satisfies(row -> {
            assertThat(row.getEntitySettledAmount()).isEqualByComparingTo("1000.00");
            assertThat(row.getEntityBookedAmount()).isEqualByComparingTo("982.14");
            assertThat(row.getRealisedAmount()).isEqualByComparingTo("17.86");
        });
        assertThat(db.fetchSingle(TIME_ENTRY)).satisfies(row -> {
            assertThat(row.getRate()).isEqualByComparingTo("100");
            assertThat(row.getRateCurrency()).isEqualTo("EUR");
            assertThat(row.getPrice()).isEqualByComparingTo("110");
            assertThat(row.getFxRate()).isEqualByComparingTo("1.10");
        });
    }

    @Test
    void the_latest_rate_on_or_before_the_day_holds_whichever_way_round_it_was_published() {
        var log = new MemoryLog();
        log.append(rateSet("EUR", "USD", "1.10", DAY));
        log.append(rateSet("EUR", "USD", "1.12", DAY.plusDays(10)));
        log.append(rateSet("USD", "EUR", "0.9", DAY.plusDays(20)));
        var query = new ExchangeRateQuery(folded(log));

        assertThat(query.on("USD", "EUR", DAY.minusDays(1))).isEmpty();
        assertThat(query.on("USD", "EUR", DAY.plusDays(9)).orElseThrow().rate()).isEqualByComparingTo("1.10");
        assertThat(query.on("EUR", "USD", DAY.plusDays(10)).orElseThrow().rate())
                .isEqualByComparingTo("1.12");
        assertThat(query.on("EUR", "USD", DAY.plusDays(20)).orElseThrow().base())
                .isEqualTo("USD");
        assertThat(query.on("EUR", "GBP", DAY)).isEmpty();
        assertThat(query.list("EUR", null, null, 1).next()).isNotNull();
    }

    @Test
    void a_tax_of_two_rates_has_two_rows_each_with_its_days_and_an_approval_anew_takes_their_place() {
        var log = story();
        var june = day("0.160000", "366.67", "58.67", DAY.minusDays(1));
        var july = day("0.190000", "733.33", "139.33", DAY);
        log.append(BillingStory.linesAdded("invoice:8", line(1, "366.67"), line(2, "733.33")));
        log.append(BillingStory.invoiceDrafted(JOB, "invoice:8", 2, "1100"));
        log.append(InvoiceApproved.newBuilder(BillingStory.invoiceApproved(JOB, "invoice:8", "1100", "198", "1298"))
                .setTaxRows(List.of(june, july))
                .build());
        assertThat(new InvoiceQuery(folded(log)).byId("invoice:8").orElseThrow().taxes())
                .extracting(InvoiceQuery.Tax::code, InvoiceQuery.Tax::tax, InvoiceQuery.Tax::days)
                .containsExactly(
                        tuple("S", money("58.67"), List.of(DAY.minusDays(1))),
                        tuple("S", money("139.33"), List.of(DAY)));

        log.append(new InvoiceReturned("invoice:8", 1, "wrong", "local|cfo"));
        log.append(InvoiceApproved.newBuilder(BillingStory.invoiceApproved(JOB, "invoice:8", "1100", "209", "1309"))
                .setTaxRows(List.of(TaxRow.newBuilder(july)
                        .setBase(money("1100"))
                        .setTax(money("209"))
                        .setDays(List.of())
                        .build()))
                .build());
        assertThat(new InvoiceQuery(folded(log)).byId("invoice:8").orElseThrow().taxes())
                .extracting(InvoiceQuery.Tax::tax, InvoiceQuery.Tax::days)
                .containsExactly(tuple(money("209"), List.of()));
    }

    private static TaxRow day(String rate, String base, String tax, LocalDate day) {
        return new TaxRow("S", new BigDecimal(rate), money(base), money(tax), null, "S", null, List.of(day));
    }

    private static MemoryLog story() {
        var log = new MemoryLog();
        log.append(Story.entity("DE01", "EUR"));
        log.append(Story.customer("acme"));
        log.append(Story.contract(JOB, Story.line(1, "TIME_AND_MATERIALS", null, null)));
        log.append(Story.project(JOB));
        log.append(Story.recorded(JOB, "time-entry:9", 36_000));
        log.append(TimePriced.newBuilder(Story.priced(JOB, "time-entry:9", 36_000, "1100"))
                .setRate(money("100"))
                .setRateCurrency("EUR")
                .setPrice(money("110"))
                .setFx(PRICING)
                .build());
        log.append(TimeCosted.newBuilder(Story.costed(JOB, "time-entry:9", 36_000, "660"))
                .setOwnAmount(money("600"))
                .setOwnCurrency("EUR")
                .setFx(PRICING)
                .setEntityAmount(money("600"))
                .setEntityCurrency("EUR")
                .build());
        log.append(BillingStory.linesAdded("invoice:9", line(1, "366.67"), line(2, "366.67"), line(3, "366.66")));
        log.append(BillingStory.invoiceDrafted(JOB, "invoice:9", 3, "1100"));
        log.append(InvoiceApproved.newBuilder(BillingStory.invoiceApproved(JOB, "invoice:9", "1100", "0", "1100"))
                .setTaxRows(List.of(row("GST", null), row("PST@CA-BC", "CA-BC")))
                .setTaxTreatment(new TaxTreatment("LINE", null, "TABLE", 1))
                .build());
        log.append(InvoiceIssued.newBuilder(BillingStory.invoiceIssued(JOB, "invoice:9", 3, "1100", "0", "1100"))
                .setEntityAmounts(new EntityAmounts("EUR", BOOKING, money("982.14"), money("0"), money("982.14"), null))
                .build());
        log.append(PaymentApplied.newBuilder(BillingStory.paid(JOB, "invoice:9", "1100", "0"))
                .setSettlement(new Settlement("EUR", fx("1.10", DAY), money("1000"), money("982.14"), money("17.86")))
                .build());
        return log;
    }

    private static InvoiceLine line(int no, String net) {
        return InvoiceLine.newBuilder(BillingStory.invoiceLine(JOB, no, "time-entry:9", 1, net))
                .setTaxCodes(List.of("GST", "PST@CA-BC"))
                .build();
    }

    private static TaxRow row(String code, @Nullable String region) {
        return new TaxRow("S", new BigDecimal("0.000000"), money("1100"), money("0"), null, code, region, List.of());
    }

    private static ExchangeRateSet rateSet(String base, String quote, String rate, LocalDate from) {
        return new ExchangeRateSet(
                "reference-rates:" + base + "-" + quote,
                base,
                quote,
                new BigDecimal(rate).setScale(10),
                from,
                null,
                "ECB");
    }

    private static FxRate fx(String rate, LocalDate from) {
        return new FxRate("EUR", "USD", new BigDecimal(rate).setScale(10), from, "ECB");
    }

    private static DSLContext folded(MemoryLog log) {
        var db = TestDatabase.freshTables();
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        return db;
    }
}
