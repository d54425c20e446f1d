package io.fairlead.app.wiring;

import io.fairlead.app.lookup.ViewDeliveryFigures;
import io.fairlead.app.lookup.ViewRevenueInputs;
import io.fairlead.app.web.Views;
import io.fairlead.revenue.RevenueInputsLookup;
import io.fairlead.revenue.api.DeliveryFigures;
import io.fairlead.revenue.view.AccountingPeriodQuery;
import io.fairlead.revenue.view.KpiQuery;
import io.fairlead.revenue.view.ObligationQuery;
import io.fairlead.revenue.view.PositionQuery;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What HTTP asks about revenue. */
@Configuration(proxyBeanMethods = false)
@Import({AccountingPeriodQuery.class, KpiQuery.class, ObligationQuery.class, PositionQuery.class})
class RevenueQueries {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DSLContext views;

    RevenueQueries(DSLContext views) {
        this.views = views;
    }

    @Bean
    DeliveryFigures deliveryFigures() {
        return new ViewDeliveryFigures(views);
    }

    @Bean
    RevenuePolicy revenuePolicy(@Value("${FAIRLEAD_REVENUE_WITHIN_LIMIT:true}") boolean withinLimit) {
        return new RevenuePolicy(withinLimit);
    }

    /** A proposal counts everything stored when it is asked for, or is refused. */
    @Bean
    RevenueInputsLookup revenueInputs(Views progress) {
        return new ViewRevenueInputs(views, () -> progress.awaitHead(PATIENCE));
    }
}
