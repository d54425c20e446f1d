package io.fairlead.store.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.item.BillingItem;
import io.fairlead.billing.retainer.RetainerBalance;
import io.fairlead.log.WriterSchemas;
import io.fairlead.project.Project;
import io.fairlead.schema.EventCodec;
import io.fairlead.shared.Portions;
import io.fairlead.shared.Portions.Part;
import io.fairlead.shared.Portions.Placed;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Saved states of items, expenses and projects are the states that were saved, decimals and all. */
class MethodStatesTest {

    private static final WriterSchemas NONE_STORED = fingerprint -> {
        throw new IllegalStateException("no schema of " + fingerprint);
    };

    @Test
    void portions_keep_their_decimals() throws ReflectiveOperationException {
        var expense = Class.forName("io.fairlead.expense.ExpenseState"); // The member that holds them.
        var part = new Part(0, new BigDecimal("3.0000"));
        var portions = new Portions(
                new Part(0, new BigDecimal("7.0000")),
                Part.NOTHING,
                List.of(new Placed(1, "invoice:1", part, true, List.of("credit-note:1/REOPEN"))));

        assertThat(restored(BillingItem.class, "portions", portions)).isEqualTo(portions);
        assertThat(restored(expense, "portions", portions)).isEqualTo(portions);
    }

    @ParameterizedTest
    @CsvSource({
        "io.fairlead.time.TimeEntry, b831057c72f4e3db8dad1ee9be440a26",
        "io.fairlead.expense.Expense, e9a4a27286ca67f8a479fe630f1a581d",
        "io.fairlead.billing.item.BillingItem, 3211643ee1ee920533048a4f8708b755"
    })
    void states_saved_before_portions_were_one_are_passed_over(Class<?> type, String former) {
        assertThat(new StateCodec<>(type, new EventCodec(NONE_STORED)).revision())
                .hasSameSizeAs(former)
                .isNotEqualTo(former);
    }

    @Test
    void a_retainer_keeps_the_decimals_of_its_balance() throws ReflectiveOperationException {
        var balance = new BigDecimal("1800.0000");

        assertThat(restored(RetainerBalance.class, "balance", balance)).isEqualTo(balance);
    }

    @Test
    void a_project_without_progress_stays_so() throws ReflectiveOperationException {
        var none = value(Project.class, made(Project.class), "progress");

        assertThat(restored(Project.class, "progress", none)).isEqualTo(none);
    }

    private static <T> Object restored(Class<T> type, String field, Object value) throws ReflectiveOperationException {
        var codec = new StateCodec<>(type, new EventCodec(NONE_STORED));
        var saved = made(type);
        var column = type.getDeclaredField(field);
        column.setAccessible(true);
        column.set(saved, value);
        var fresh = made(type);
        codec.decode(codec.encode(saved), fresh);
        return value(type, fresh, field);
    }

    private static <T> Object value(Class<T> type, T owner, String field) throws ReflectiveOperationException {
        var column = type.getDeclaredField(field);
        column.setAccessible(true);
        return column.get(owner);
    }

    private static <T> T made(Class<T> type) throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
