package io.fairlead.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.MoneySentBack;
import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.billing.event.ReceiptAssigned;
import io.fairlead.gateway.erp.AccountBooking;
import io.fairlead.shared.StreamHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which movements of money the ERP is told, and as what. */
class MovedMoneyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static MovedMoney after(SpecificRecord... stream) {
        return new MovedMoney(
                new StreamHistory() {
                    @Override
                    public <T extends SpecificRecord> List<T> all(String key, Class<T> type) {
                        return List.of(stream).stream()
                                .filter(type::isInstance)
                                .map(type::cast)
                                .toList();
                    }

                    @Override
                    public <T extends SpecificRecord> List<T> all(String streamKey, Class<T> type, Instant until) {
                        throw new AssertionError("nothing past is asked for");
                    }
                },
                "ERP"::equals);
    }

    private static MoneyReceived money(@Nullable String customer) {
        return MoneyReceived.newBuilder()
                .setReceiptId("receipt:1")
                .setSource("bank")
                .setSourceId("e1")
                .setLegalEntityId("legal-entity:de")
                .setCustomerId(customer)
                .setAmount(amount("100"))
                .setCurrency("EUR")
                .setValueDate(DAY)
                .setReceivedBy("local|teller")
                .build();
    }

    private static PaymentReceived payment(String source) {
        return PaymentReceived.newBuilder()
                .setReceiptId("receipt:1")
                .setSource(source)
                .setSourceId("p1")
                .setInvoiceId("invoice:1")
                .setAmount(amount("100"))
                .setCurrency("EUR")
                .setValueDate(DAY)
                .build();
    }

    private static ReceiptAssigned assigned(String left) {
        return ReceiptAssigned.newBuilder()
                .setReceiptId("receipt:1")
                .setLegalEntityId("legal-entity:de")
                .setCustomerId("customer:acme")
                .setLeft(amount(left))
                .setCurrency("EUR")
                .setValueDate(DAY)
                .setAssignedBy("process|process-apply-payment")
                .build();
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text).setScale(4);
    }

    private static String told(AccountBooking booking) {
        return booking.what() + " " + booking.customerId() + " " + booking.company() + " "
                + booking.amount().toPlainString() + " " + booking.version();
    }

    @Test
    void money_is_told_when_it_comes_in_whose_ever_it_is() {
        assertThat(told(MovedMoney.of(money("customer:acme"), 0))).isEqualTo("MONEY_IN customer:acme de -100.0000 1");
        assertThat(told(MovedMoney.of(money(null), 0))).isEqualTo("MONEY_IN null de -100.0000 1");
    }

    @Test
    void what_is_left_is_told_when_it_is_known_whose_it_is() {
        assertThat(after(money(null)).of(assigned("60"), 2).map(MovedMoneyTest::told))
                .contains("MONEY_ASSIGNED customer:acme de -60.0000 3");
        assertThat(after(payment("bank")).of(assigned("100"), 1).map(MovedMoneyTest::told))
                .as("of a payment nobody told the ERP before")
                .contains("MONEY_IN customer:acme de -100.0000 2");
    }

    @Test
    void what_the_erp_booked_itself_and_what_moves_nothing_is_not_told() {
        assertThat(after(payment("ERP")).of(assigned("100"), 1)).isEmpty();
        assertThat(after(money(null)).of(assigned("0"), 2)).isEmpty();
    }

    @Test
    void what_the_bank_takes_back_is_told_unless_no_company_is_known() {
        var back = MoneySentBack.newBuilder()
                .setReceiptId("receipt:1")
                .setLegalEntityId("legal-entity:de")
                .setCustomerId("customer:acme")
                .setAmount(amount("100"))
                .setCurrency("EUR")
                .setValueDate(DAY)
                .setReason("no funds")
                .setToldBy("local|teller");
        assertThat(MovedMoney.of(back.build(), 4).map(MovedMoneyTest::told))
                .contains("MONEY_BACK customer:acme de 100.0000 5");
        assertThat(MovedMoney.of(back.setLegalEntityId(null).build(), 4)).isEmpty();
    }

    @Test
    void a_booking_has_one_name_by_its_place() {
        assertThat(BookingRef.of("receipt:1", 3)).isEqualTo(BookingRef.of("receipt:1", 3));
        assertThat(BookingRef.of("receipt:1", 3)).isNotEqualTo(BookingRef.of("receipt:1", 4));
        assertThat(BookingRef.of("receipt:1", 3)).isNotEqualTo(BookingRef.of("receipt:2", 3));
    }
}
