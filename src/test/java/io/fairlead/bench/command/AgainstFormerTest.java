package io.fairlead.bench.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgainstFormerTest {

    @ParameterizedTest
    @CsvSource({
        "bench append --former ../f --clients 1;64 --rounds 7 --json, bench append --clients 1;64",
        "bench rebuild --former=../f --rounds=7 --events=7000 -q --csv, bench rebuild --events=7000",
        "bench month-end --logged-in --former ../f --rounds 3, bench month-end",
        "bench tail --seconds 2 --former ../f, bench tail --seconds 2"
    })
    void both_sides_get_the_options_but_those_of_the_comparison(String given, String passedOn) {
        assertThat(AgainstFormer.passedOn(List.of(given.split(" ", -1)))).isEqualTo(List.of(passedOn.split(" ", -1)));
    }
}
