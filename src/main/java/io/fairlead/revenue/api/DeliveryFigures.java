package io.fairlead.revenue.api;

import io.fairlead.revenue.view.KpiQuery.Kpi;
import java.time.LocalDate;

/** Port: how deliveries to outside systems fare; the application adapts the gateway's own tables to it. */
public interface DeliveryFigures {

    /** Parked deliveries over all deliveries made in a period, of all companies (R11). */
    Kpi failureRate(LocalDate from, LocalDate to);
}
