package io.fairlead.party.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.fairlead.app.web.Views;
import io.fairlead.party.ChangeCustomer;
import io.fairlead.party.CustomerId;
import io.fairlead.party.view.CustomerQuery;
import io.fairlead.shared.RuleViolated;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An outside name is given to one customer. */
class OutsideNamesTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private final CustomerQuery customers = mock(CustomerQuery.class);
    private final OutsideNames names = new OutsideNames(customers, mock(Views.class));

    @Test
    void one_that_is_free_is_given() {
        when(customers.otherOfName(anyString(), anyString(), any())).thenReturn(Optional.empty());
        assertThat(names.taken(change("001A"), () -> "sent")).isEqualTo("sent");
    }

    @Test
    void one_that_means_another_is_refused_naming_it_and_nothing_is_sent() {
        when(customers.otherOfName("001A", "customer:acme", JULY)).thenReturn(Optional.empty());
        when(customers.otherOfName("001B", "customer:acme", JULY)).thenReturn(Optional.of("customer:bolt"));
        assertThatThrownBy(() -> names.taken(change("001A", "001B"), () -> {
                    throw new AssertionError("sent");
                }))
                .isInstanceOfSatisfying(RuleViolated.class, refused -> {
                    assertThat(refused.code()).isEqualTo("P-07");
                    assertThat(refused.field()).isEqualTo("aliasesAdded");
                    assertThat(refused.reason()).contains("001B", "customer:bolt");
                    assertThat(refused.remedy()).contains("customer:bolt");
                });
    }

    @Test
    void what_gives_no_name_asks_nobody() {
        assertThat(names.taken(change(), () -> "sent")).isEqualTo("sent");
        verifyNoInteractions(customers);
    }

    private static ChangeCustomer change(String... aliases) {
        return new ChangeCustomer(
                CustomerId.of("acme"), JULY, "Acme", null, null, null, null, null, List.of(aliases), List.of());
    }
}
