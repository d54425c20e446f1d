package io.fairlead.view;

import static io.fairlead.view.Story.money;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.funding.event.FundingLimit;
import io.fairlead.funding.event.FundsOfPeriodMoved;
import io.fairlead.funding.event.FundsRanShort;
import io.fairlead.funding.view.FundingQuery;
import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** A cap shows with each period of it that work was done in, and not as a limit over the term. */
class FundingPeriodViewTest {

    private static final String PERIOD = "line-1-hours-month/2026-02";
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);

    private final MemoryLog log = new MemoryLog();

    @Test
    void the_last_word_of_a_period_holds() {
        log.append(FundsStory.opened(FundingLimit.newBuilder()
                .setLimitId("line-1-hours-month")
                .setKind("LINE")
                .setLineNo(1)
                .setAmount(money("20"))
                .setUnit("HOURS")
                .setPer("MONTH")
                .setFrom(LocalDate.of(2026, 1, 1))
                .build()));
        log.append(moved("0", "0", "20"));
        log.append(FundsRanShort.newBuilder()
                .setFundingId("funding:k1")
                .setContractId("contract:k1")
                .setLimitId(PERIOD)
                .setKind("LINE")
                .setOccurrence(1)
                .setHeld(money("100"))
                .setCurrency("EUR")
                .build());
        log.append(moved("12", "6", "1"));

        assertThat(new FundingQuery(folded()).limits("contract:k1"))
                .singleElement()
                .satisfies(limit -> {
                    assertThat(limit.limitId()).isEqualTo(PERIOD);
                    assertThat(limit.unit()).isEqualTo("HOURS");
                    assertThat(limit.from()).isEqualTo(FEBRUARY);
                    assertThat(limit.to()).isEqualTo(FEBRUARY.plusMonths(1));
                    assertThat(limit.limit()).isEqualByComparingTo("20");
                    assertThat(limit.billed()).isEqualByComparingTo("12");
                    assertThat(limit.drafted()).isEqualByComparingTo("6");
                    assertThat(limit.reserved()).isEqualByComparingTo("1");
                    assertThat(limit.available()).isEqualByComparingTo("1");
                    assertThat(limit.isShort()).isTrue();
                });
    }

    private static FundsOfPeriodMoved moved(String billed, String drafted, String reserved) {
        return FundsOfPeriodMoved.newBuilder()
                .setFundingId("funding:k1")
                .setContractId("contract:k1")
                .setLegalEntityId("legal-entity:DE01")
                .setLimitId(PERIOD)
                .setLineNo(1)
                .setUnit("HOURS")
                .setFrom(FEBRUARY)
                .setTo(FEBRUARY.plusMonths(1))
                .setLimit(money("20"))
                .setBilled(money(billed))
                .setDrafted(money(drafted))
                .setReserved(money(reserved))
                .setCurrency("EUR")
                .build();
    }

    private DSLContext folded() {
        var db = TestDatabase.freshTables();
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        return db;
    }
}
