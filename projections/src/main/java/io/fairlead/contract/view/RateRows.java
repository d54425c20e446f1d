package io.fairlead.contract.view;

import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.LEGAL_ENTITY;
import static io.fairlead.projection.db.Tables.RATE;
import static org.jooq.impl.DSL.select;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Rate rows that might price a piece of work; the pricing process chooses among them by R1. Nothing is decided
 * here: rows of
 * all levels come back, latest {@code from} first, then latest recorded.
 */
public final class RateRows {

    private final DSLContext db;

    public RateRows(DSLContext db) {
        this.db = db;
    }

    /**
     * What is to be priced.
     *
     * @param day of work, in the contract's zone
     * @param role of the person; null when unknown
     * @param workType kind of work; null means none
     */
    public record Work(
            String personId,
            @Nullable String role,
            String contractId,
            int lineNo,
            String projectId,
            String customerId,
            String legalEntityId,
            @Nullable String workType,
            LocalDate day) {}

    /**
     * One row.
     *
     * @param ownerId whose card it is: contract:, project:, customer: or legal-entity:
     * @param contractCard whether it is the card that the contract names
     * @param standardCard whether it is the entity's standard card
     */
    public record Row(
            String rateCardId,
            String rateId,
            String ownerId,
            boolean contractCard,
            boolean standardCard,
            @Nullable Integer lineNo,
            @Nullable String personId,
            @Nullable String role,
            @Nullable String workType,
            BigDecimal rate,
            String currency,
            String unit,
            LocalDate from,
            @Nullable LocalDate to,
            long recordedPosition) {}

    public List<Row> candidates(Work work) {
        var contractCard = select(CONTRACT.RATE_CARD_ID).from(CONTRACT).where(CONTRACT.CONTRACT_ID.eq(work.contractId));
        var standardCard = select(LEGAL_ENTITY.STANDARD_RATE_CARD_ID)
                .from(LEGAL_ENTITY)
                .where(LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(work.legalEntityId));
        var isContractCard =
                org.jooq.impl.DSL.coalesce(org.jooq.impl.DSL.field(RATE.RATE_CARD_ID.eq(contractCard)), false);
        var isStandardCard =
                org.jooq.impl.DSL.coalesce(org.jooq.impl.DSL.field(RATE.RATE_CARD_ID.eq(standardCard)), false);
        return db.select(
                        RATE.RATE_CARD_ID,
                        RATE.RATE_ID,
                        RATE.OWNER_ID,
                        isContractCard,
                        isStandardCard,
                        RATE.LINE_NO,
                        RATE.PERSON_ID,
                        RATE.ROLE,
                        RATE.WORK_TYPE,
                        RATE.RATE_,
                        RATE.CURRENCY,
                        RATE.UNIT,
                        RATE.FROM_DATE,
                        RATE.TO_DATE,
                        RATE.RECORDED_POSITION)
                .from(RATE)
                .where(RATE.OWNER_ID
                        .in(work.contractId, work.projectId, work.customerId, work.legalEntityId)
                        .or(RATE.RATE_CARD_ID.in(contractCard))
                        .or(RATE.RATE_CARD_ID.in(standardCard)))
                .and(RATE.FROM_DATE.le(work.day))
                .and(RATE.TO_DATE.isNull().or(RATE.TO_DATE.gt(work.day)))
                .and(RATE.LINE_NO.isNull().or(RATE.LINE_NO.eq(work.lineNo)))
                .and(allOr(RATE.PERSON_ID, work.personId))
                .and(allOr(RATE.ROLE, work.role))
                .and(allOr(RATE.WORK_TYPE, work.workType))
                .orderBy(RATE.FROM_DATE.desc(), RATE.RECORDED_POSITION.desc())
                .fetch(org.jooq.Records.mapping(Row::new));
    }

    private static Condition allOr(Field<String> field, @Nullable String value) {
        return value == null ? field.isNull() : field.isNull().or(field.eq(value));
    }
}
