package io.fairlead.app.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.lookup.RandomLimits.Work;
import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.run.BillableSource;
import io.fairlead.funding.LimitedLines;
import io.fairlead.projection.ProjectionDatabase;
import io.fairlead.testing.PostgresForTests;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is limited is decided by {@link LimitedLines}. SQL passes over limited work without funds before it is fetched, and
 * reads which contracts have limits: of random rows it says neither more nor less.
 */
class LimitedWorkAgreementTest {

    private static final int CONTRACTS = 250;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_run_is_offered_just_what_the_domain_would_bill(long seed) {
        var limits = new RandomLimits(seed, CONTRACTS);
        var offered = offered(database(limits));
        var differing = new ArrayList<String>();
        for (var source : limits.work()) {
            var parts = offered.getOrDefault(source.sourceId(), List.of());
            var expected = billed(source);
            var seen = parts.stream()
                    .map(part -> part(part.poNumber(), part.granted()))
                    .sorted()
                    .toList();
            boolean agrees = seen.equals(expected)
                    && parts.stream().allMatch(BillableSource::isBillable)
                    && parts.stream().allMatch(part -> part.isLimited() == isLimited(source));
            if (!agrees) {
                differing.add(source + ": the domain would bill " + expected + ", the SQL offers " + seen);
            }
        }

        assertThat(differing).isEmpty();
        assertThat(limits.work().stream().map(Work::sourceId)).containsAll(offered.keySet());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_contract_is_known_for_the_limits_that_it_agrees_on(long seed) {
        var limits = new RandomLimits(seed, CONTRACTS);
        var views = new ViewLimits(database(limits), () -> 1, () -> {});

        assertThat(limits.agreements()).allSatisfy(agreement -> {
            var limited = agreement.limited();
            assertThat(views.limited(agreement.contractId())).isEqualTo(limited);
            assertThat(views.agreed(agreement.contractId()).map(agreed -> LimitedLines.of(agreed.limits())))
                    .as("agreed")
                    .isEqualTo(agreement.known() ? Optional.of(limited) : Optional.empty());
        });
    }

    /** Else the tests above would agree on nothing. */
    @Test
    void the_rows_meet_limits_of_every_kind_with_and_without_funds() {
        var kinds = new TreeMap<String, Integer>();
        for (long seed = 1; seed <= 4; seed++) {
            new RandomLimits(seed, CONTRACTS).work().forEach(source -> kinds.merge(kind(source), 1, Integer::sum));
        }

        for (var limit : List.of("contract", "line", "order", "another line", "dropped order", "none")) {
            for (var end : List.of("billed", "passed over")) {
                boolean never = end.equals("passed over")
                        && List.of("another line", "dropped order", "none").contains(limit);
                assertThat(kinds.getOrDefault(limit + " alone, " + end, 0))
                        .as("%s alone, %s, of %s", limit, end, kinds)
                        .matches(count -> never ? count == 0 : count >= 10);
            }
        }
    }

    private static String kind(Work source) {
        var under = source.under();
        var limits = new ArrayList<String>();
        if (under.known() && under.limit() != null) {
            limits.add("contract");
        }
        if (under.known() && under.lines().get(source.lineNo()) != null) {
            limits.add("line");
        }
        if (under.known() && under.drawsOrders()) {
            limits.add("order");
        }
        if (limits.isEmpty()) {
            boolean dropped = under.orders().stream().anyMatch(order -> order.limit() != null);
            boolean another = under.lines().values().stream().anyMatch(limit -> limit != null);
            limits.add(!under.known() ? "unknown" : dropped ? "dropped order" : another ? "another line" : "none");
        }
        return String.join(" and ", limits)
                + (limits.size() == 1 ? " alone, " : ", ")
                + (!isOpen(source) ? "nothing open" : billed(source).isEmpty() ? "passed over" : "billed");
    }

    private static boolean isLimited(Work source) {
        return source.under().limited().holdFor(source.lineNo());
    }

    private static boolean isOpen(Work source) {
        return source.ready().signum() != 0 || source.seconds() > 0;
    }

    /** What the domain would bill of it, order by order: what is limited and worth something only as far as it has funds. */
    private static List<String> billed(Work source) {
        if (!isOpen(source)) {
            return List.of();
        }
        var named = source.under().known() ? source.under().named() : null;
        if (!isLimited(source) || source.ready().signum() <= 0) {
            return List.of(part(named, BigDecimal.ZERO));
        }
        var funds = new LinkedHashMap<String, BigDecimal>();
        for (var movement : source.movements()) {
            // Orders without limits are not drawn from: then there is one fund, whatever order a movement names.
            var order = source.under().drawsOrders() && movement.order() != null ? movement.order() : "";
            funds.merge(order, movement.reserved(), BigDecimal::add);
        }
        return funds.entrySet().stream()
                .filter(fund -> fund.getValue().signum() > 0)
                .map(fund -> part(fund.getKey().isEmpty() ? named : fund.getKey(), fund.getValue()))
                .sorted()
                .toList();
    }

    private static String part(@Nullable String order, BigDecimal granted) {
        return order + " " + granted.stripTrailingZeros().toPlainString();
    }

    private static Map<String, List<BillableSource>> offered(DSLContext db) {
        var run = new BillingRunStarted(
                "billing-run:march",
                RandomLimits.ENTITY,
                RandomLimits.DAY,
                RandomLimits.DAY,
                null,
                "idp|biller",
                Instant.EPOCH);
        var offered = new LinkedHashMap<String, List<BillableSource>>();
        new ViewUnbilledWork(db, () -> {})
                .ready(run, source -> offered.computeIfAbsent(source.sourceId(), _ -> new ArrayList<>())
                        .add(source));
        return offered;
    }

    private static DSLContext database(RandomLimits limits) {
        var db = ProjectionDatabase.open(
                PostgresForTests.migrated("views", ProjectionDatabase::migrate).dataSource());
        limits.insert(db);
        return db;
    }
}
