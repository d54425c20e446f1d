package io.fairlead.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.fairlead.log.EventLog;
import io.fairlead.schema.EventCodec;
import io.fairlead.shared.Prepares;
import io.fairlead.shared.Stage;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.time.Duration;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which lists of processes are refused; {@link AwaitBillableWorkTest} shows the waits themselves. */
class ProcessRunnersTest {

    @ProcessingGroup("silent")
    static final class Silent {}

    @ProcessingGroup("prices")
    @Waits(Until.MASTER_DATA_SEEN)
    @Prepares(Stage.TIME_PRICES)
    static final class Prices {}

    @ProcessingGroup("prices-again")
    @Waits(Until.TIME_PRICED)
    @Prepares(Stage.BILLABLE_WORK)
    static final class PricesAgain {}

    @ProcessingGroup("funds")
    @Waits(Until.VIEWS_SEEN)
    @Prepares(Stage.FUNDING)
    static final class Funds {}

    @ProcessingGroup("bills")
    @Waits(Until.WORK_FUNDED)
    static final class Bills {}

    private static List<ProcessRunner> runners(Object... processes) {
        var jdbc = mock(JdbcClient.class);
        return new ProcessRunners(
                        mock(EventLog.class),
                        mock(EventCodec.class),
                        new ProcessStore(jdbc),
                        new ParkOrders(jdbc),
                        _ -> {},
                        _ -> {},
                        Duration.ZERO)
                .of(List.of(processes));
    }

    @Test
    void each_process_has_a_runner_in_the_order_listed() {
        assertThat(runners(new Prices(), new PricesAgain(), new Funds(), new Bills()))
                .extracting(ProcessRunner::name)
                .containsExactly("prices", "prices-again", "funds", "bills");
    }

    @Test
    void a_process_that_does_not_say_what_it_waits_for_is_refused() {
        assertThatThrownBy(() -> runners(new Silent()))
                .hasMessageContaining("Silent does not say what it waits for: annotate it with @Waits");
    }

    @Test
    void a_process_listed_before_all_that_prepare_its_work_is_refused() {
        assertThatThrownBy(() -> runners(new PricesAgain()))
                .hasMessage("nothing that prepares TIME_PRICES is listed before what waits for it");
        assertThatThrownBy(() -> runners(new Prices(), new PricesAgain(), new Bills(), new Funds()))
                .hasMessage("nothing that prepares FUNDING is listed before what waits for it");
    }

    @Test
    void a_process_listed_after_one_that_waits_for_its_work_is_refused() {
        assertThatThrownBy(() -> runners(new Prices(), new PricesAgain(), new Prices()))
                .hasMessage("prices prepares TIME_PRICES: list it before what waits for that");
    }
}
