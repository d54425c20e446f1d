package io.fairlead.billing.cash;

import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.cash.ReturnedMoney.Candidate;
import io.fairlead.billing.event.MoneySentBack;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.testing.KnownHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReturnedMoneyTest {

    private static final Candidate ACME = new Candidate("receipt:a", "Acme GmbH", "E2E-4711 / INV-1");
    private static final Candidate ACME_AGAIN = new Candidate("receipt:b", "Acme GmbH", "E2E-4712 / INV-2");
    private static final Candidate BOLT = new Candidate("receipt:c", "Bolt AG", null);

    private static ReturnedMoney returned(@Nullable String party, String text, String... references) {
        return new ReturnedMoney(
                "DE02/17/3/1",
                "legal-entity:GMBH",
                new BigDecimal("500.00"),
                "EUR",
                LocalDate.of(2026, 3, 11),
                List.of(references),
                party,
                text);
    }

    @Test
    void the_money_whose_text_has_the_reference_goes_back_whoever_else_paid_as_much() {
        assertThat(returned("Bolt AG", "", "E2E-4712").among(List.of(ACME, ACME_AGAIN, BOLT)))
                .contains(new ReceiptId("receipt:b"));
    }

    @Test
    void without_a_reference_the_only_money_of_that_payer_goes_back() {
        assertThat(returned(" bolt ag ", "no funds").among(List.of(ACME, ACME_AGAIN, BOLT)))
                .contains(new ReceiptId("receipt:c"));
    }

    @Test
    void of_two_that_it_may_be_neither_goes_back() {
        assertThat(returned("Acme GmbH", "").among(List.of(ACME, ACME_AGAIN, BOLT)))
                .isEmpty();
        assertThat(returned(null, "", "E2E-471").among(List.of(ACME, ACME_AGAIN)))
                .isEmpty();
        assertThat(returned(null, "").among(List.of(ACME))).isEmpty();
    }

    @Test
    void a_reference_of_three_letters_may_stand_anywhere_and_says_nothing() {
        assertThat(returned(null, "", "INV").among(List.of(ACME))).isEmpty();
    }

    @Test
    void what_is_sent_back_tells_its_booking_and_the_words_of_the_bank() {
        var back = returned("Acme GmbH", "x".repeat(500)).sendBack(new ReceiptId("receipt:a"), "idp|clerk");

        assertThat(back.sourceId()).isEqualTo("DE02/17/3/1");
        assertThat(back.on()).isEqualTo(LocalDate.of(2026, 3, 11));
        assertThat(back.reason()).startsWith("the bank took it back: xxx").hasSize(400);
        assertThat(returned(null, " ")
                        .sendBack(new ReceiptId("receipt:a"), "idp|clerk")
                        .reason())
                .isEqualTo("the bank took it back");
    }

    @Test
    void a_booking_that_is_named_for_money_sent_back_before_clears_what_was_told_of_it() {
        var booking = "DE02/17/3/1";
        var item = RaiseException.idOf(ReturnedMoney.CODE, ReturnedMoney.subject(booking));
        var history = new KnownHistory()
                .with("receipt:a", sentBack(null))
                .with("receipt:b", sentBack("DE02/17/2/1"))
                .with(item.value(), raised(item.value()));

        assertThat(ReturnedMoney.named(again("receipt:a", booking), history, Instant.EPOCH))
                .hasValueSatisfying(cleared -> assertThat(cleared.exceptionId()).isEqualTo(item));
        assertThat(ReturnedMoney.named(again("receipt:a", null), history, Instant.EPOCH))
                .as("it names none")
                .isEmpty();
        assertThat(ReturnedMoney.named(again("receipt:a", "DE02/17/4/1"), history, Instant.EPOCH))
                .as("nobody was told of that")
                .isEmpty();
        assertThat(ReturnedMoney.named(again("receipt:b", booking), history, Instant.EPOCH))
                .as("another booking took it")
                .isEmpty();
        assertThat(ReturnedMoney.named(again("receipt:c", booking), history, Instant.EPOCH))
                .as("it is here still")
                .isEmpty();
    }

    private static SendMoneyBack again(String receipt, @Nullable String booking) {
        return new SendMoneyBack(new ReceiptId(receipt), LocalDate.of(2026, 3, 11), "no funds", booking, "idp|clerk");
    }

    private static MoneySentBack sentBack(@Nullable String booking) {
        return MoneySentBack.newBuilder()
                .setReceiptId("receipt:a")
                .setLegalEntityId("legal-entity:GMBH")
                .setAmount(wire("500"))
                .setCurrency("EUR")
                .setValueDate(LocalDate.of(2026, 3, 11))
                .setReason("no funds")
                .setSourceId(booking)
                .setToldBy("idp|clerk")
                .build();
    }

    private static ExceptionRaised raised(String id) {
        return ExceptionRaised.newBuilder()
                .setExceptionId(id)
                .setOccurrence(1)
                .setCode(ReturnedMoney.CODE)
                .setSubjectId(ReturnedMoney.subject("DE02/17/3/1"))
                .setSentence("left")
                .setOwnerRole("FINANCE_OPERATIONS")
                .setRaisedAt(Instant.EPOCH)
                .setDueAt(Instant.EPOCH)
                .build();
    }

    @Test
    void a_person_is_told_once_of_what_is_unclear_with_its_amount() {
        var told = returned("Acme GmbH", "").tell(2, Instant.EPOCH);

        assertThat(told.code()).isEqualTo("RETURN_NOT_MATCHED");
        assertThat(told.subjectId())
                .isEqualTo(ReturnedMoney.subject("DE02/17/3/1"))
                .startsWith("receipt:");
        assertThat(told.sentence()).contains("500 EUR", "DE02/17/3/1", "it says not which of 2");
        assertThat(returned(null, "").tell(0, Instant.EPOCH).sentence()).contains("no money of that amount came in");
        assertThat(returned(null, "").tell(1, Instant.EPOCH).sentence())
                .contains("money of that amount came in once, and nothing says that it is this");
        assertThat(told.exceptionId())
                .isEqualTo(returned(null, "").tell(0, Instant.EPOCH).exceptionId());
    }
}
