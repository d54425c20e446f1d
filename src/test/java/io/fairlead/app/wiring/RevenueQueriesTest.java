package io.fairlead.app.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.web.Refused;
import io.fairlead.app.web.Views;
import java.time.Duration;
import java.time.LocalDate;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class RevenueQueriesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @Test
    void a_proposal_is_refused_while_the_views_are_behind() {
        var inputs = new RevenueQueries(DSL.using(SQLDialect.POSTGRES)).revenueInputs(new Behind());

        assertThatThrownBy(() -> inputs.before("legal-entity:de", DAY))
                .isInstanceOf(Refused.class)
                .hasMessage("VIEW_BEHIND: the views have reached position 5, not yet 7");
        assertThatThrownBy(() -> inputs.of("contract:c1", null, DAY)).isInstanceOf(Refused.class);
    }

    /** Views that never come to the end of the log. */
    private static final class Behind implements Views {

        @Override
        public long head() {
            return 7;
        }

        @Override
        public long reached() {
            return 5;
        }

        @Override
        public boolean await(long position, Duration patience) {
            return position <= reached();
        }
    }
}
