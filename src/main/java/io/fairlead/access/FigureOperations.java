package io.fairlead.access;

import static io.fairlead.access.Role.BI_READER;
import static io.fairlead.access.Role.CONTRACT_MANAGER;
import static io.fairlead.access.Role.CONTROLLER;
import static io.fairlead.access.Role.MASTER_DATA;
import static io.fairlead.access.Role.PROJECT_MANAGER;

import java.util.Set;

/** Figures, periods and what stands behind them. Margin of one person's project tells what the person costs. */
final class FigureOperations {

    private static final Set<Role> PLANNERS = Set.of(PROJECT_MANAGER, CONTRACT_MANAGER, CONTROLLER, BI_READER);
    private static final Set<Role> COST = Set.of(CONTROLLER, BI_READER);

    static Rows rows() {
        return new Rows()
                .read(PLANNERS, "/v1/kpis", "/v1/obligations", "/v1/positions")
                .read(
                        Circles.with(Circles.COMMERCIAL, BI_READER),
                        "/v1/periods",
                        "/v1/views/backlog",
                        "/v1/views/backlog.csv",
                        "/v1/views/unbilled",
                        "/v1/views/unbilled.csv")
                .read(COST, "/v1/views/margin", "/v1/views/margin.csv", "/v1/views/margin/in-entity-currency")
                .read(Set.of(CONTROLLER), "/v1/periods/{entity}/{period}/proposal")
                .send(
                        Set.of(CONTROLLER),
                        "/v1/periods",
                        "/v1/periods/{entity}/{period}/close",
                        "/v1/periods/{entity}/{period}/reopening")
                .read(Circles.COMMERCIAL, "/v1/explanations/{id}")
                // Events of a person tell pay.
                .read(Set.of(CONTROLLER, MASTER_DATA), "/v1/history/{id}");
    }

    private FigureOperations() {}
}
