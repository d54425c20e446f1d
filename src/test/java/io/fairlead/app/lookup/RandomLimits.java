package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.CONTRACT_LINE;
import static io.fairlead.projection.db.Tables.CONTRACT_ORDER;
import static io.fairlead.projection.db.Tables.FUNDING_MOVEMENT;
import static io.fairlead.projection.db.Tables.UNBILLED_WORK;

import io.fairlead.funding.FundLimit;
import io.fairlead.funding.LimitedLines;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/** Contracts with limits of every kind and work under them from a seed: rows of the views, and what the domain hears of them. */
final class RandomLimits {

    static final String ENTITY = "legal-entity:DE01";
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    /** Lines 1 and 2 of each contract have rows; work may name line 3, which has none. */
    private static final int LINES = 2;

    private static final int WORK_OF_CONTRACT = 6;
    private static final List<String> ORDERS = List.of("PO-A", "PO-B", "PO-C");

    /**
     * What a contract agrees on.
     *
     * @param named order that its invoices name; null means none
     */
    record Agreement(
            String contractId,
            boolean known,
            @Nullable BigDecimal limit,
            Map<Integer, @Nullable BigDecimal> lines,
            List<Order> orders,
            @Nullable String named) {

        /** As the domain hears of it: orders that were dropped are not agreed on. */
        LimitedLines limited() {
            var agreed = new ArrayList<FundLimit>();
            lines.forEach((lineNo, amount) -> agreed.add(FundLimit.line(lineNo, amount)));
            agreed.add(FundLimit.contract(limit));
            orders.stream()
                    .filter(Order::drawn)
                    .forEach(order -> agreed.add(FundLimit.order(order.number(), order.limit())));
            return known ? LimitedLines.of(agreed) : LimitedLines.NONE;
        }

        boolean drawsOrders() {
            return orders.stream().anyMatch(order -> order.drawn() && order.limit() != null);
        }
    }

    record Order(String number, @Nullable BigDecimal limit, boolean drawn) {}

    /** @param reserved of the order, null for none; what drafts took is taken off again */
    record Movement(@Nullable String order, BigDecimal reserved) {}

    record Work(
            String sourceId, Agreement under, int lineNo, int seconds, BigDecimal ready, List<Movement> movements) {}

    private final Random random;
    private final List<Agreement> agreements = new ArrayList<>();
    private final List<Work> work = new ArrayList<>();

    RandomLimits(long seed, int contracts) {
        random = new Random(seed);
        for (int no = 1; no <= contracts; no++) {
            var agreement = agreement("contract:k%04d".formatted(no));
            agreements.add(agreement);
            for (int each = 1; each <= WORK_OF_CONTRACT; each++) {
                work.add(work("time-entry:%04d-%d".formatted(no, each), agreement));
            }
        }
    }

    List<Agreement> agreements() {
        return agreements;
    }

    List<Work> work() {
        return work;
    }

    private Agreement agreement(String contractId) {
        var lines = new LinkedHashMap<Integer, @Nullable BigDecimal>();
        for (int lineNo = 1; lineNo <= LINES; lineNo++) {
            lines.put(lineNo, limit(3));
        }
        var orders = ORDERS.stream()
                .filter(_ -> random.nextInt(3) == 0)
                .map(number -> new Order(number, limit(2), random.nextInt(3) > 0))
                .toList();
        var named = orders.isEmpty() ? null : orders.getLast().number();
        return new Agreement(contractId, random.nextInt(20) > 0, limit(4), lines, orders, named);
    }

    /** Mostly none, sometimes 0. */
    private @Nullable BigDecimal limit(int oneOf) {
        return random.nextInt(oneOf) > 0 ? null : amount(random.nextInt(5) == 0 ? 0 : 50_000);
    }

    private Work work(String sourceId, Agreement under) {
        int lineNo = 1 + random.nextInt(LINES + 1);
        var ready =
                switch (random.nextInt(6)) {
                    case 0 -> BigDecimal.ZERO.setScale(4); // Priced at 0.
                    case 1 -> amount(10_000).negate(); // It lowers an invoice.
                    default -> amount(10_000);
                };
        int seconds = random.nextInt(5) == 0 ? 0 : random.nextInt(1, 30_000);
        var movements = new ArrayList<Movement>();
        if (ready.signum() > 0 && random.nextBoolean()) { // Funds are of what is worth something.
            for (int each = random.nextInt(3); each >= 0; each--) {
                var order = under.orders().isEmpty() || random.nextInt(3) == 0
                        ? null
                        : under.orders()
                                .get(random.nextInt(under.orders().size()))
                                .number();
                var reserved = amount(5_000);
                movements.add(new Movement(order, reserved));
                if (random.nextInt(3) == 0) { // A draft took it under the order that invoices name, or all but a cent.
                    var rest = random.nextInt(3) == 0 ? new BigDecimal("0.01") : BigDecimal.ZERO;
                    movements.add(new Movement(
                            random.nextBoolean() ? order : under.named(),
                            reserved.subtract(rest).negate()));
                }
            }
        }
        return new Work(sourceId, under, lineNo, seconds, ready, movements);
    }

    private BigDecimal amount(int cents) {
        return BigDecimal.valueOf(cents == 0 ? 0 : random.nextInt(1, cents), 2).setScale(4);
    }

    void insert(DSLContext db) {
        var rows = new ArrayList<UpdatableRecord<?>>();
        for (var agreement : agreements) {
            if (agreement.known()) {
                insert(agreement, rows);
            }
        }
        for (var source : work) {
            rows.add(row(UNBILLED_WORK, row -> {
                row.setSourceId(source.sourceId());
                row.setLegalEntityId(ENTITY);
                row.setContractId(source.under().contractId());
                row.setLineNo(source.lineNo());
                row.setServiceDate(DAY);
                row.setReadySeconds(source.seconds());
                row.setReadyAmount(source.ready());
            }));
            for (var movement : source.movements()) {
                rows.add(row(FUNDING_MOVEMENT, row -> {
                    row.setEventId("event " + rows.size());
                    row.setSourceId(source.sourceId());
                    row.setPoNumber(movement.order());
                    row.setReservedAmount(movement.reserved());
                }));
            }
        }
        var _ = db.batchInsert(rows).execute();
    }

    private static void insert(Agreement agreement, List<UpdatableRecord<?>> rows) {
        rows.add(row(CONTRACT, row -> {
            row.setContractId(agreement.contractId());
            row.setLegalEntityId(ENTITY);
            row.setLimitAmount(agreement.limit());
            row.setLimitPolicy("SPLIT");
            row.setPoNumber(agreement.named());
        }));
        agreement
                .lines()
                .forEach((lineNo, limit) -> rows.add(row(CONTRACT_LINE, row -> {
                    row.setContractId(agreement.contractId());
                    row.setLineNo(lineNo);
                    row.setLimitAmount(limit);
                })));
        for (var order : agreement.orders()) {
            rows.add(row(CONTRACT_ORDER, row -> {
                row.setContractId(agreement.contractId());
                row.setPoNumber(order.number());
                row.setLimitAmount(order.limit());
                row.setDrawn(order.drawn());
            }));
        }
    }

    /** What no question here is about gets any value. */
    private static <R extends UpdatableRecord<R>> R row(Table<R> table, Consumer<R> told) {
        var row = table.newRecord();
        told.accept(row);
        for (var column : table.fields()) {
            if (!column.getDataType().nullable() && row.get(column) == null) {
                fill(row, column);
            }
        }
        return row;
    }

    private static <T> void fill(UpdatableRecord<?> row, Field<T> column) {
        var values = Map.<Class<?>, Object>of(
                String.class,
                "any",
                Integer.class,
                0,
                Long.class,
                0L,
                Boolean.class,
                false,
                BigDecimal.class,
                BigDecimal.ZERO,
                LocalDate.class,
                DAY,
                OffsetDateTime.class,
                OffsetDateTime.parse("2026-03-02T12:00:00Z"));
        row.set(column, column.getType().cast(Objects.requireNonNull(values.get(column.getType()))));
    }
}
