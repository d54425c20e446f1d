package io.fairlead.billing.cash;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.cash.TransferMatching.Applied;
import io.fairlead.billing.cash.TransferMatching.ByHand;
import io.fairlead.billing.cash.TransferMatching.Match;
import io.fairlead.billing.cash.TransferMatching.OpenInvoice;
import io.fairlead.billing.cash.TransferMatching.Proposed;
import io.fairlead.billing.cash.TransferMatching.Transfer;
import io.fairlead.billing.cash.TransferMatching.Unknown;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferMatchingTest {

    private final TransferMatching matching = new TransferMatching(List.of(
            open("17", "357.00", "acme", "Acme AG", "EUR"),
            open("18", "119.00", "acme", "Acme AG", "EUR"),
            open("19", "119.00", "bolt", "Bolt Ltd.", "EUR"),
            open("170", "50.00", "bolt", "Bolt Ltd.", "EUR"),
            open("20", "80.00", "core", "Core SA", "CHF"),
            open("21", "500.00", "core", "Core SA", "EUR"),
            open("22", "0.00", "acme", "Acme AG", "EUR")));

    /** Text, reference, party and amount of a transfer in EUR; what comes of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Invoice DE-INV-2026-000017               |                          | nobody    | 357.00 | applied 17 357.00 rest 0.00
            de inv 2026 000017 thank you             |                          | nobody    | 357.00 | applied 17 357.00 rest 0.00
            DEINV2026000017                          |                          | nobody    | 357.00 | applied 17 357.00 rest 0.00
            ''                                       | DE-INV-2026-000017       | nobody    | 357.00 | applied 17 357.00 rest 0.00
            ''                                       | RF18 DEINV2026000017     | nobody    | 357.00 | applied 17 357.00 rest 0.00
            ''                                       | RF18DEINV2026000017      | nobody    | 357.00 | applied 17 357.00 rest 0.00
            part of DE-INV-2026-000017               |                          | nobody    | 100.00 | applied 17 100.00 rest 0.00
            DE-INV-2026-000017 and DE-INV-2026-000018|                          | nobody    | 476.00 | applied 17 357.00, 18 119.00 rest 0.00
            DE-INV-2026-000017, DE-INV-2026-000018   |                          | nobody    | 500.00 | applied 17 357.00, 18 119.00 rest 24.00
            DE-INV-2026-000017, DE-INV-2026-000018   |                          | nobody    | 400.00 | proposed 17 357.00, 18 43.00: it is less than is open of DE-INV-2026-000017, DE-INV-2026-000018, which it names
            DE-INV-2026-000018 DE-INV-2026-000019    |                          | nobody    | 238.00 | by hand 18 119.00, 19 119.00: it names invoices of different customers: DE-INV-2026-000018, DE-INV-2026-000019; tell one receipt for each customer by hand
            DE-INV-2026-000019 DE-INV-2026-000022    |                          | nobody    | 119.00 | by hand 19 119.00: it names invoices of different customers: DE-INV-2026-000019, DE-INV-2026-000022; tell one receipt for each customer by hand
            DE-INV-2026-000020                       |                          | Core SA   |  80.00 | unknown: it names DE-INV-2026-000020, which is not in EUR
            DE-INV-2026-000017 DE-INV-2026-000022    |                          | nobody    | 100.00 | proposed 17 100.00: it names DE-INV-2026-000022 as well, of which nothing is open any more
            DE-INV-2026-000022                       |                          | nobody    | 500.00 | unknown: it names DE-INV-2026-000022, of which nothing is open any more
            DE-INV-2026-0000170                      |                          | nobody    |   1.00 | unknown: it names no invoice that is known, and none has its amount
            xDE-INV-2026-000017                      |                          | nobody    |   1.00 | unknown: it names no invoice that is known, and none has its amount
            your services                            |                          | Core SA   | 500.00 | proposed 21 500.00: it names no invoice that is known; DE-INV-2026-000021 has its amount and its name
            your services                            |                          | nobody    | 500.00 | proposed 21 500.00: it names no invoice that is known; DE-INV-2026-000021 has its amount, of another name
            your services                            |                          | BOLT LTD  | 119.00 | proposed 19 119.00: it names no invoice that is known; DE-INV-2026-000019 has its amount and its name
            your services                            |                          | nobody    | 119.00 | unknown: it names no invoice that is known, and 2 have its amount
            your services                            |                          | nobody    |  80.00 | unknown: it names no invoice that is known, and none has its amount
            """)
    void a_transfer_pays_what_it_names_and_an_amount_alone_proposes(
            String text, String reference, String party, BigDecimal amount, String found) {
        var references = reference == null ? List.<String>of() : List.of(reference);
        assertThat(told(matching.match(new Transfer(amount, "EUR", references, text == null ? "" : text, party))))
                .isEqualTo(found);
    }

    @Test
    void what_one_transfer_pays_is_not_open_for_the_next() {
        assertThat(taken(named("200.00"))).isEqualTo("applied 17 200.00 rest 0.00");
        assertThat(taken(named("200.00"))).isEqualTo("applied 17 157.00 rest 43.00");
        assertThat(told(matching.match(named("200.00"))))
                .isEqualTo("unknown: it names DE-INV-2026-000017, of which nothing is open any more");
    }

    @Test
    void what_is_taken_of_a_proposal_is_not_open_for_the_next_transfer_of_that_amount() {
        var thanks = new Transfer(new BigDecimal("500.00"), "EUR", List.of(), "with thanks", null);
        assertThat(taken(thanks)).startsWith("proposed 21 500.00");
        assertThat(taken(thanks)).isEqualTo("unknown: it names no invoice that is known, and none has its amount");
    }

    @Test
    void a_number_that_two_companies_have_is_left_to_a_person() {
        var both = new TransferMatching(List.of(
                new OpenInvoice(
                        "here", "DE-INV-2026-000017", "customer:acme", "Acme AG", "EUR", new BigDecimal("200.00")),
                new OpenInvoice(
                        "there", "DE-INV-2026-000017", "customer:acme", "Acme AG", "EUR", new BigDecimal("100.00"))));
        assertThat(told(both.match(named("300.00"))))
                .isEqualTo("by hand here 200.00, there 100.00: several companies have an invoice of a number that it"
                        + " names: DE-INV-2026-000017; tell it by hand for the one that is meant");
    }

    private static Transfer named(String amount) {
        return new Transfer(new BigDecimal(amount), "EUR", List.of(), "DE-INV-2026-000017", null);
    }

    private static OpenInvoice open(String no, String open, String customer, String name, String currency) {
        return new OpenInvoice(
                no,
                "DE-INV-2026-" + "0".repeat(6 - Math.min(6, no.length())) + no,
                "customer:" + customer,
                name,
                currency,
                new BigDecimal(open));
    }

    private String taken(Transfer transfer) {
        var match = matching.match(transfer);
        switch (match) {
            case Applied(var shares, var _, var _) -> matching.take(shares);
            case Proposed(var shares, var _) -> matching.take(shares);
            case ByHand _, Unknown _ -> {}
        }
        return told(match);
    }

    private static String told(Match match) {
        return switch (match) {
            case Applied(var shares, var _, var rest) ->
                "applied " + shares(shares) + " rest " + rest.setScale(2).toPlainString();
            case Proposed(var shares, var reason) -> "proposed " + shares(shares) + ": " + reason;
            case ByHand(var shares, var reason) -> "by hand " + shares(shares) + ": " + reason;
            case Unknown(var reason, var _, var _) -> "unknown: " + reason;
        };
    }

    private static String shares(List<TransferMatching.Share> shares) {
        return shares.stream()
                .map(share -> share.invoiceId() + " " + share.amount().toPlainString())
                .collect(Collectors.joining(", "));
    }
}
