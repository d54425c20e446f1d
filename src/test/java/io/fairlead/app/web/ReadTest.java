package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.fairlead.contract.view.DealQuery;
import io.fairlead.exception.view.ExceptionQuery;
import io.fairlead.party.view.CustomerQuery;
import io.fairlead.revenue.view.KnownAt;
import io.fairlead.revenue.view.MarginQuery;
import io.fairlead.revenue.view.MarginQuery.Margin;
import io.fairlead.view.Dimension;
import io.fairlead.view.Page;
import io.fairlead.view.RollUp;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReadTest extends HttpTest {

    private static final Margin MARGIN = new Margin(
            "project:=p1", "EUR", amount("1234.5000"), amount("1000.0000"), amount("234.5000"), amount("0.189955"));

    @Autowired
    CustomerQuery customers;

    /** Of the clock, in UTC. */
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    @Autowired
    DealQuery deals;

    @Autowired
    ExceptionQuery exceptions;

    @Autowired
    MarginQuery margins;

    @Test
    void one_thing_has_the_tag_of_its_last_event() {
        when(customers.byId("customer:acme", TODAY)).thenReturn(Optional.of(customer("acme")));
        var tag = post("/v1/customers/acme/tax-profile", "{\"taxId\":null,\"taxCategory\":\"S\"}")
                .header("ETag");
        var answer = get("/v1/customers/acme");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("customerId")).isEqualTo("customer:acme");
        assertThat(answer.header("ETag")).isEqualTo(tag);
        assertThat("\"" + answer.header("Fairlead-Position") + "\"").isEqualTo(tag);
        assertThat(get("/v1/customers/customer:acme").status()).isEqualTo(200);
        assertThat(get("/v1/customers/acme", "If-None-Match", tag).status()).isEqualTo(304);
    }

    @Test
    void a_view_that_is_behind_tells_no_tag_and_refuses_a_later_position() {
        when(customers.byId("customer:acme", TODAY)).thenReturn(Optional.of(customer("acme")));
        var _ = post("/v1/customers/acme/tax-profile", "{\"taxId\":null,\"taxCategory\":\"S\"}");
        long before = views.reached.getAndSet(1);
        try {
            assertThat(get("/v1/customers/acme").header("ETag")).isEmpty();
            assertThat(get("/v1/customers/acme").header("Fairlead-Position")).isNotEmpty();
            assertThat(get("/v1/customers/acme?at-least=1").status()).isEqualTo(200);
            var behind = get("/v1/customers/acme?at-least=2");
            assertProblem(behind, 503, "VIEW_BEHIND");
            assertThat(behind.header("Retry-After")).isEqualTo("1");
        } finally {
            views.reached.set(before);
        }
    }

    @Test
    void what_is_not_there_is_not_found() {
        when(deals.byId(any())).thenReturn(Optional.empty());
        assertProblem(get("/v1/deals/nothing"), 404, "NOT_FOUND");
        assertProblem(get("/v1/deals/a%20b"), 422, "G-01");
    }

    @Test
    void pages_link_to_the_next() {
        when(customers.list(null, 2, TODAY))
                .thenReturn(new Page<>(List.of(customer("a"), customer("b")), "customer:b"));
        when(customers.list("customer:b", 2, TODAY)).thenReturn(new Page<>(List.of(customer("c")), null));
        var first = get("/v1/customers?limit=2");
        assertThat(first.json().path("items").size()).isEqualTo(2);
        var link = first.header("Link");
        assertThat(link).endsWith(">; rel=\"next\"");
        var second = get(link.substring(1, link.indexOf('>')));
        assertThat(second.json().path("items").path(0).path("customerId").asString())
                .isEqualTo("customer:c");
        assertThat(second.header("Link")).isEmpty();
        assertThat(second.http().body()).as("what is not known is left out").doesNotContain("null");
    }

    @Test
    void parameters_out_of_form_are_refused() {
        for (var limit : List.of("0", "1001", "x", "99999999999")) {
            var answer = get("/v1/customers?limit=" + limit);
            assertProblem(answer, 400, "PARAMETER_INVALID");
            assertThat(answer.text("field")).isEqualTo("limit");
        }
        assertProblem(get("/v1/customers?at-least=x"), 400, "PARAMETER_INVALID");
        assertProblem(get("/v1/views/margin?by=colour"), 400, "PARAMETER_INVALID");
        assertProblem(get("/v1/views/margin?cursor=x"), 400, "PARAMETER_INVALID");
        assertProblem(get("/v1/views/margin?limit=x"), 400, "PARAMETER_INVALID");
        var day = get("/v1/views/margin?from=31.03.2026");
        assertProblem(day, 400, "PARAMETER_INVALID");
        assertThat(day.text("hint")).isEqualTo("write a day like 2026-03-31");
        assertProblem(get("/v1/views/margin", "Accept", "application/pdf"), 406, "NOT_ACCEPTABLE");
    }

    @Test
    void work_items_come_with_most_money_first_unless_filtered() {
        when(exceptions.pending(null, 100)).thenReturn(new Page<>(List.of(), null));
        when(exceptions.list(new ExceptionQuery.Filter("resolved", null, null, null), null, 5))
                .thenReturn(new Page<>(List.of(), null));
        assertThat(get("/v1/exceptions").status()).isEqualTo(200);
        assertThat(get("/v1/exceptions?status=resolved&limit=5").status()).isEqualTo(200);
    }

    @Test
    void figures_are_told_as_json_and_csv_without_binary_fractions_or_formulas() {
        var wanted = new RollUp(Dimension.PROJECT, null, "customer:acme", null, null, null, 100);
        when(margins.list(wanted, LocalDate.of(2026, 1, 1), null, KnownAt.NOW))
                .thenReturn(new Page<>(List.of(MARGIN), null));
        var json = get("/v1/views/margin?by=project&customer=acme&from=2026-01-01");
        assertThat(json.http().body()).contains("\"revenue\":\"1234.50\"", "\"ratio\":\"0.189955\"");

        var all = new RollUp(Dimension.CONTRACT, null, null, null, null, null, 1_000);
        when(margins.list(all, null, null, KnownAt.NOW))
                .thenReturn(new Page<>(
                        List.of(MARGIN, new Margin("=1+1", "EUR", amount("0"), amount("-1"), amount("-1"), null)),
                        null));
        var csv = get("/v1/views/margin", "Accept", "text/csv");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.http().body())
                .isEqualToNormalizingNewlines("id,currency,revenue,cost,margin,ratio\n"
                        + "project:=p1,EUR,1234.50,1000.00,234.50,0.189955\n"
                        + "'=1+1,EUR,0.00,-1.00,-1.00,\n");
        assertThat(get("/v1/views/margin.csv").http().body())
                .isEqualTo(csv.http().body());
    }

    private static CustomerQuery.Customer customer(String code) {
        return new CustomerQuery.Customer(
                "customer:" + code,
                "N",
                "DE",
                "EUR",
                null,
                "S",
                "s",
                "c",
                "1",
                null,
                null,
                false,
                null,
                30,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }
}
