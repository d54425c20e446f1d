package io.fairlead.billing.cash;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.cash.ReturnedMoney.Candidate;
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
