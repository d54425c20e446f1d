package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static io.fairlead.projection.db.Tables.UNBILLED_WORK;
import static io.fairlead.projection.db.Tables.WORK_PORTION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.fairlead.billing.pricing.FreedWork;
import io.fairlead.billing.pricing.Repricing;
import io.fairlead.billing.pricing.Repricing.Part;
import io.fairlead.billing.pricing.Repricing.Standing;
import io.fairlead.billing.pricing.RepricingLookup;
import io.fairlead.contract.RateAnswer;
import io.fairlead.contract.RateAnswer.RateFound;
import io.fairlead.contract.RateAnswer.RateMissing;
import io.fairlead.contract.RateChange;
import io.fairlead.contract.TimePricing;
import io.fairlead.projection.db.tables.records.TimeEntryRecord;
import io.fairlead.projection.db.tables.records.UnbilledWorkRecord;
import io.fairlead.projection.db.tables.records.WorkPortionRecord;
import io.fairlead.shared.WireAmount;
import io.fairlead.time.event.TimeApproved;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Priced entries and what the cards say of them, from the views; for a change that is booked and for one that is imagined. */
final class ViewRepricing implements RepricingLookup {

    private final DSLContext views;
    private final PriceTables prices;
    private final PricedDays days;

    ViewRepricing(DSLContext views, PriceTables prices) {
        this.views = views;
        this.prices = prices;
        this.days = new PricedDays(views, () -> {});
    }

    @Override
    public Optional<RateChange> of(String rateCardId, String rateId, LocalDate from) {
        return prices.now().row(rateCardId, rateId).map(row -> RateChange.of(row, from));
    }

    @Override
    public List<Repricing> affectedBy(RateChange change) {
        return repricings(concerned(change), prices.now());
    }

    @Override
    public List<Repricing> ifItWere(RateChange change) {
        return repricings(concerned(change), prices.now().with(change.row()));
    }

    @Override
    public List<FreedWork> freedIfItWere(RateChange change) {
        var now = new ViewFacts(prices.now(), days);
        var then = new ViewFacts(prices.now().with(change.row()), days);
        return views
                .selectFrom(TIME_ENTRY)
                .where(concerned(change))
                .and(TIME_ENTRY.AMOUNT.isNull())
                .and(TIME_ENTRY.STATUS.eq("approved"))
                .orderBy(TIME_ENTRY.WORK_DATE, TIME_ENTRY.TIME_ENTRY_ID)
                .fetch()
                .stream()
                .filter(entry -> TimePricing.byCards(asApproved(entry), now) instanceof RateMissing)
                .flatMap(entry -> freed(entry, then).stream())
                .toList();
    }

    private static Optional<FreedWork> freed(TimeEntryRecord entry, ViewFacts facts) {
        if (!(TimePricing.byCards(asApproved(entry), facts) instanceof RateFound found)) {
            return Optional.empty();
        }
        int seconds = found.billed().of(entry.getSeconds());
        return Optional.of(new FreedWork(
                entry.getTimeEntryId(),
                entry.getContractId(),
                entry.getWorkDate(),
                found.row(),
                seconds,
                found.row().rate().times(seconds)));
    }

    @Override
    public Optional<Repricing> of(String timeEntryId) {
        return repricings(TIME_ENTRY.TIME_ENTRY_ID.eq(timeEntryId), prices.now()).stream()
                .findAny();
    }

    private static Condition concerned(RateChange change) {
        var row = change.row();
        var to = change.to();
        var owned = TIME_ENTRY
                .CONTRACT_ID
                .eq(row.owner())
                .or(TIME_ENTRY.PROJECT_ID.eq(row.owner()))
                .or(TIME_ENTRY.CUSTOMER_ID.eq(row.owner()))
                .or(TIME_ENTRY.LEGAL_ENTITY_ID.eq(row.owner()))
                .or(TIME_ENTRY.CONTRACT_ID.in(
                        select(CONTRACT.CONTRACT_ID).from(CONTRACT).where(CONTRACT.RATE_CARD_ID.eq(row.rateCardId()))));
        return owned.and(TIME_ENTRY.WORK_DATE.ge(change.from()))
                .and(to == null ? noCondition() : TIME_ENTRY.WORK_DATE.lt(to))
                .and(row.personId() == null ? noCondition() : TIME_ENTRY.PERSON_ID.eq(row.personId()));
    }

    private List<Repricing> repricings(Condition which, PriceTables.Tables tables) {
        var facts = new ViewFacts(tables, days);
        var entries = views.selectFrom(TIME_ENTRY)
                .where(which)
                .and(TIME_ENTRY.AMOUNT.isNotNull())
                .and(TIME_ENTRY.OWN_RATE.isNull())
                .orderBy(TIME_ENTRY.WORK_DATE, TIME_ENTRY.TIME_ENTRY_ID)
                .fetch();
        if (entries.isEmpty()) {
            return List.of();
        }
        var ids = entries.getValues(TIME_ENTRY.TIME_ENTRY_ID).toArray(String[]::new);
        var left = views.selectFrom(UNBILLED_WORK)
                .where(UNBILLED_WORK.SOURCE_ID.eq(any(ids)))
                .fetchMap(UNBILLED_WORK.SOURCE_ID);
        var portions = views.selectFrom(WORK_PORTION)
                .where(WORK_PORTION.SOURCE_ID.eq(any(ids)))
                .and(WORK_PORTION.STATE.in("drafted", "billed"))
                .orderBy(WORK_PORTION.SOURCE_ID, WORK_PORTION.PORTION_NO)
                .fetchGroups(WORK_PORTION.SOURCE_ID);
        return entries.stream()
                .map(entry -> repricing(entry, left, portions, TimePricing.byCards(asApproved(entry), facts)))
                .filter(Repricing::isDue)
                .toList();
    }

    private static Repricing repricing(
            TimeEntryRecord entry,
            Map<String, UnbilledWorkRecord> left,
            Map<String, ? extends List<WorkPortionRecord>> portions,
            RateAnswer answer) {
        var id = entry.getTimeEntryId();
        var parts = new ArrayList<Part>();
        var work = left.get(id);
        if (work != null && work.getReadySeconds() > 0) {
            var amount = WireAmount.money(work.getReadyAmount(), work.getCurrency());
            parts.add(new Part(Standing.UNBILLED, null, 0, work.getReadySeconds(), amount));
        }
        var claimed = portions.get(id);
        if (claimed != null) {
            claimed.forEach(portion -> parts.add(new Part(
                    portion.getState().equals("drafted") ? Standing.DRAFTED : Standing.INVOICED,
                    portion.getInvoiceId(),
                    portion.getPortionNo(),
                    portion.getSeconds() - portion.getCreditedSeconds(),
                    WireAmount.money(
                            portion.getAmount().subtract(portion.getCreditedAmount()), portion.getCurrency()))));
        }
        return new Repricing(
                id,
                entry.getContractId(),
                entry.getLegalEntityId(),
                entry.getWorkDate(),
                entry.getRate(),
                entry.getRateCurrency() == null ? entry.getCurrency() : entry.getRateCurrency(),
                entry.getSecondsPerUnit(),
                answer,
                parts);
    }

    /** The question to the cards is the one of the approval. */
    private static TimeApproved asApproved(TimeEntryRecord entry) {
        var approvedAt = entry.getApprovedAt() == null
                ? Instant.EPOCH
                : Objects.requireNonNull(entry.getApprovedAt()).toInstant();
        return TimeApproved.newBuilder()
                .setTimeEntryId(entry.getTimeEntryId())
                .setVersion(entry.getVersion())
                .setPersonId(entry.getPersonId())
                .setProjectId(entry.getProjectId())
                .setContractId(entry.getContractId())
                .setCustomerId(entry.getCustomerId())
                .setLegalEntityId(entry.getLegalEntityId())
                .setLineNo(entry.getLineNo())
                .setWorkType(entry.getWorkType())
                .setWorkDate(entry.getWorkDate())
                .setSeconds(entry.getSeconds())
                .setTimeClass(entry.getTimeClass())
                .setApprovedBy(entry.getApprovedBy() == null ? entry.getAuthor() : entry.getApprovedBy())
                .setSubmittedAt(approvedAt)
                .setApprovedAt(approvedAt)
                .build();
    }
}
