package io.fairlead.app.verify;

import static io.fairlead.app.verify.Seen.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.verify.account.PriceAccount;
import io.fairlead.app.verify.invariant.Finding;
import io.fairlead.app.verify.invariant.PricesFollow;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.contract.event.RateSet;
import io.fairlead.shared.event.FxRate;
import io.fairlead.time.event.TimePriced;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class PricesTest {

    private static final String ENTRY = "time-entry:a";

    private final List<SpecificRecord> events = new ArrayList<>(List.of(rate("133.3300")));

    @Test
    void seconds_times_rate_rounded_once_is_sound() {
        events.add(priced(1_200, "133.3300", "44.4400"));
        events.add(Seen.lines("invoice:1", line(1_200, "44.4400")));
        assertThat(check().failed()).isZero();
        assertThat(check().examined()).isEqualTo(2);
    }

    @Test
    void a_cent_more_is_found() {
        events.add(priced(1_200, "133.3300", "44.4500"));
        assertThat(check().examples()).containsExactly(ENTRY + " is priced at 44.4500 EUR, recomputed 44.44");
    }

    @Test
    void a_share_of_a_line_may_have_a_cent_more_and_not_two() {
        events.add(shared("44.4500"));
        assertThat(check().failed()).isZero();
        events.add(shared("44.4600"));
        assertThat(check().failed()).isEqualTo(1);
    }

    @Test
    void a_rate_that_no_row_said_is_found() {
        events.add(priced(1_200, "150.0000", "50.0000"));
        assertThat(check().examples()).singleElement().asString().contains("has rate 150.0000", "never said");
    }

    @Test
    void a_rate_of_the_entrys_own_needs_no_row() {
        var own = priced(1_200, "150.0000", "50.0000");
        set(own, "level", "ENTRY_OVERRIDE");
        events.add(own);
        assertThat(check().failed()).isZero();
    }

    @Test
    void a_rate_in_another_currency_is_converted_once() {
        events.add(rate("100.0000"));
        var priced = priced(36_000, "100.0000", "1100.0000");
        set(priced, "currency", "USD");
        set(priced, "rateCurrency", "EUR");
        set(priced, "fx", dollars());
        events.add(priced);
        assertThat(check().failed()).isZero();
    }

    @Test
    void a_line_that_is_not_its_seconds_is_found() {
        events.add(priced(1_200, "133.3300", "44.4400"));
        events.add(Seen.lines("invoice:1", line(1_200, "44.5500")));
        assertThat(check().examples())
                .singleElement()
                .asString()
                .startsWith("invoice:1: line 1 has 44.5500 for 1200 s");
    }

    private Finding check() {
        return PricesFollow.compare(Seen.account(new PriceAccount(), events));
    }

    private static RateSet rate(String perHour) {
        var event = new RateSet();
        set(event, "rateCardId", "rate-card:standard");
        set(event, "rateId", "r1");
        set(event, "rate", new BigDecimal(perHour));
        return event;
    }

    private static TimePriced priced(int seconds, String rate, String amount) {
        var event = Seen.priced(ENTRY, amount);
        set(event, "rateCardId", "rate-card:standard");
        set(event, "rateId", "r1");
        set(event, "level", "ENTITY_STANDARD");
        set(event, "rate", new BigDecimal(rate));
        set(event, "secondsPerUnit", 3_600);
        set(event, "billedSeconds", seconds);
        set(event, "rounding", "PER_ENTRY");
        return event;
    }

    private static TimePriced shared(String amount) {
        var event = priced(1_200, "133.3300", amount);
        set(event, "rounding", "PER_LINE");
        return event;
    }

    private static FxRate dollars() {
        var fx = new FxRate();
        set(fx, "base", "EUR");
        set(fx, "quote", "USD");
        set(fx, "rate", new BigDecimal("1.1000000000"));
        return fx;
    }

    private static InvoiceLine line(int seconds, String net) {
        var line = Seen.line(1, ENTRY, net);
        set(line, "seconds", seconds);
        set(line, "price", new BigDecimal("133.3300"));
        set(line, "secondsPerUnit", 3_600);
        return line;
    }
}
