package io.fairlead.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** The demo's comparison of what customers owe sees a cent, whoever tells it. */
class AgreedReceivablesTest {

    private static final String ACME = AgreedReceivables.account("customer:acme", "legal-entity:de", "EUR");
    private static final List<String> OVER_HTTP = List.of("statement", "open items", "balances");

    private record Fixed(String name, Map<String, String> amounts) implements AgreedReceivables.Reader {

        @Override
        public void read(BiConsumer<String, BigDecimal> each) {
            amounts.forEach((account, amount) -> each.accept(account, new BigDecimal(amount)));
        }
    }

    private static AgreedReceivables overHttp(String account, String amount) {
        var all = new AgreedReceivables();
        OVER_HTTP.forEach(teller -> all.add(account, teller, new BigDecimal(amount)));
        return all;
    }

    @Test
    void the_same_by_all_is_no_difference_however_it_is_written() {
        var all = overHttp(ACME, "119.0000");
        all.ask(new Fixed("ERP", Map.of(ACME, "119.00")));
        assertThat(all.outcome().differences()).isEmpty();
    }

    @Test
    void a_cent_is_one_and_names_who_says_what() {
        var all = overHttp(ACME, "119.0000");
        all.ask(new Fixed("bi", Map.of(ACME, "119")));
        all.ask(new Fixed("ERP", Map.of(ACME, "119.01")));
        assertThat(all.outcome().differences())
                .containsExactly("customer:acme legal-entity:de EUR: statement 119, open items 119, balances 119, "
                        + "bi 119, ERP 119.01");
    }

    @Test
    void who_says_nothing_says_0() {
        var silent = overHttp(ACME, "119");
        silent.ask(new Fixed("ERP", Map.of()));
        assertThat(silent.outcome().differences()).hasSize(1);
        var alone = new AgreedReceivables();
        alone.ask(new Fixed("ERP", Map.of(ACME, "0.01")));
        assertThat(alone.outcome().differences()).hasSize(1);
        var settled = overHttp(ACME, "0");
        settled.ask(new Fixed("ERP", Map.of()));
        assertThat(settled.outcome().differences()).isEmpty();
    }

    @Test
    void a_merged_customer_is_told_as_the_one_that_lives_on() {
        var asked = "customer:acme asked as customer:old legal-entity:de EUR";
        var all = overHttp(ACME, "119");
        OVER_HTTP.forEach(teller -> all.add(asked, teller, new BigDecimal("119")));
        all.ask(new Fixed("ERP", Map.of(ACME, "119")));
        assertThat(all.outcome().differences()).isEmpty();
        all.add(asked, "statement", BigDecimal.ONE);
        assertThat(all.outcome().differences()).singleElement().asString().startsWith(asked);
    }
}
