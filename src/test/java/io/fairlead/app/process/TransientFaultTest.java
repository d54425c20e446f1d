package io.fairlead.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.shared.RuleViolated;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransientFaultTest {

    @ParameterizedTest
    @CsvSource({
        "08006, true",
        "57P01, true",
        "40001, true",
        "53300, true",
        "55P03, true",
        "23505, false",
        "42P01, false"
    })
    void a_fault_of_the_database_passes_by_its_state(String state, boolean passes) {
        assertThat(TransientFault.isPassing(new IllegalStateException(new SQLException("x", state))))
                .isEqualTo(passes);
    }

    @Test
    void a_missing_connection_passes() {
        assertThat(TransientFault.isPassing(new SQLTransientConnectionException("pool")))
                .isTrue();
        assertThat(TransientFault.isPassing(new SQLException("no state"))).isTrue();
        assertThat(TransientFault.isPassing(new IllegalStateException(new IOException("reset"))))
                .isTrue();
    }

    @Test
    void a_refusal_and_a_defect_need_a_person() {
        assertThat(TransientFault.isPassing(new RuleViolated("T-01", "no"))).isFalse();
        assertThat(TransientFault.isPassing(new NullPointerException())).isFalse();
    }
}
