package io.fairlead.store.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.BillingItem;
import io.fairlead.billing.RetainerBalance;
import io.fairlead.expense.Expense;
import io.fairlead.log.WriterSchemas;
import io.fairlead.project.Project;
import io.fairlead.schema.EventCodec;
import io.fairlead.shared.AmountPortions;
import io.fairlead.shared.Disposition;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Saved states of items, expenses and projects are the states that were saved, decimals and all. */
class MethodStatesTest {

    private static final WriterSchemas NONE_STORED = fingerprint -> {
        throw new IllegalStateException("no schema of " + fingerprint);
    };

    @Test
    void portions_keep_their_decimals() throws ReflectiveOperationException {
        var portions = AmountPortions.of(new BigDecimal("10.0000"))
                .drafted(1, new BigDecimal("4.0000"), "invoice:1")
                .billed(1, new BigDecimal("4.0000"), "invoice:1")
                .credited(1, new BigDecimal("1.0000"), "credit-note:1", Disposition.REOPEN);

        assertThat(restored(BillingItem.class, "portions", portions)).isEqualTo(portions);
        assertThat(restored(Expense.class, "portions", portions)).isEqualTo(portions);
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
