package io.fairlead.shared;

import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.BillingItemId;
import io.fairlead.billing.BillingRunId;
import io.fairlead.billing.InvoiceId;
import io.fairlead.billing.NumberSeriesId;
import io.fairlead.billing.ReceiptId;
import io.fairlead.billing.TaxRatesId;
import io.fairlead.contract.ContractId;
import io.fairlead.contract.DealId;
import io.fairlead.contract.RateCardId;
import io.fairlead.time.LabourCostId;
import io.fairlead.time.TimeEntryId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every id is its stream key: the kind is added once, another kind is refused, and it prints as the key. */
class StreamIdsTest {

    /** How an id is made of a key with its kind, and of a key alone. */
    private record Kind(String kind, Function<String, Object> whole, Function<String, Object> alone) {}

    static List<Kind> kinds() {
        return List.of(
                new Kind("time-entry", TimeEntryId::new, TimeEntryId::of),
                new Kind("labour-cost", LabourCostId::new, LabourCostId::of),
                new Kind("contract", ContractId::new, ContractId::of),
                new Kind("deal", DealId::new, DealId::of),
                new Kind("rate-card", RateCardId::new, RateCardId::of),
                new Kind("invoice", InvoiceId::new, InvoiceId::of),
                new Kind("billing-item", BillingItemId::new, BillingItemId::of),
                new Kind("billing-run", BillingRunId::new, BillingRunId::of),
                new Kind("receipt", ReceiptId::new, ReceiptId::of),
                new Kind("tax-rates", TaxRatesId::new, TaxRatesId::of),
                new Kind("number-series", NumberSeriesId::new, NumberSeriesId::of));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_key_gets_its_kind_once_and_is_what_the_id_prints(Kind kind) {
        Stream.of("k-1", kind.kind() + ":k-1")
                .forEach(key -> assertThat(kind.alone().apply(key)).hasToString(kind.kind() + ":k-1"));
        assertThat(kind.whole().apply(kind.kind() + ":k-1"))
                .isEqualTo(kind.alone().apply("k-1"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_id_of_something_else_is_refused(Kind kind) {
        assertRefused("G-01", kind.kind(), () -> kind.whole().apply("person:k-1"));
    }
}
