package io.fairlead.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of a contract with the lines 1 and 2. */
class LimitedLinesTest {

    private static final BigDecimal SOME = new BigDecimal("100");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void a_limit_holds_for(String what, List<FundLimit> agreed, boolean first, boolean second, boolean any) {
        var limited = LimitedLines.of(agreed);

        assertThat(limited.holdFor(1)).as("line 1").isEqualTo(first);
        assertThat(limited.holdFor(2)).as("line 2").isEqualTo(second);
        assertThat(limited.any()).as("any").isEqualTo(any);
    }

    static Stream<Arguments> a_limit_holds_for() {
        var none = FundLimit.line(1, null);
        return Stream.of(
                Arguments.of("nothing without limits", List.of(), false, false, false),
                Arguments.of(
                        "nothing where none has an amount",
                        List.of(none, FundLimit.contract(null), FundLimit.order("PO-A", null)),
                        false,
                        false,
                        false),
                Arguments.of("its own line alone", List.of(FundLimit.line(1, SOME)), true, false, true),
                Arguments.of(
                        "the other line alone",
                        List.of(none, FundLimit.line(2, SOME), FundLimit.contract(null)),
                        false,
                        true,
                        true),
                Arguments.of(
                        "each of two lines",
                        List.of(FundLimit.line(1, SOME), FundLimit.line(2, SOME)),
                        true,
                        true,
                        true),
                Arguments.of("all lines by the contract", List.of(none, FundLimit.contract(SOME)), true, true, true),
                Arguments.of(
                        "all lines by a limit of 0", List.of(FundLimit.contract(BigDecimal.ZERO)), true, true, true),
                Arguments.of(
                        "all lines by one of two orders",
                        List.of(FundLimit.order("PO-A", null), FundLimit.order("PO-B", SOME)),
                        true,
                        true,
                        true),
                Arguments.of(
                        "a line with a limit of 0", List.of(FundLimit.line(1, BigDecimal.ZERO)), true, false, true));
    }

    @Test
    void limits_without_an_amount_are_not_watched() {
        var line = FundLimit.line(2, SOME);
        assertThat(LimitedLines.watched(List.of(
                        FundLimit.line(1, null), line, FundLimit.contract(null), FundLimit.order("PO-A", null))))
                .containsExactly(line);
    }

    @Test
    void once_one_order_has_an_amount_all_are_watched_in_their_turn() {
        var orders =
                List.of(FundLimit.order("PO-B", null), FundLimit.order("PO-A", SOME), FundLimit.order("PO-C", null));

        assertThat(LimitedLines.watched(orders)).isEqualTo(orders);
    }

    @Test
    void nothing_is_limited_for_an_unknown_contract() {
        assertThat(LimitedLines.NONE).isEqualTo(new LimitedLines(false, Set.of()));
        assertThat(LimitedLines.NONE.any()).isFalse();
    }
}
