package io.fairlead.shared;

import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;

/**
 * The open days of companies' books while a command is decided (R14). Whoever runs aggregates binds the calendar, as it brings the
 * time; unbound, every day is open. One place dates every fact: the day that an event names in {@code accountingDate} stays, or
 * becomes the first open day after a closed period. The service date stays in any case.
 */
public final class OpenDays {

    /** Name of the field that is dated. */
    static final String FIELD = "accountingDate";

    private static final ScopedValue<AccountingCalendar> OPEN_DAYS = ScopedValue.newInstance();

    /**
     * Decides with these open days.
     *
     * @return what the decision returns
     * @throws X as the decision does
     */
    public static <T, X extends Throwable> T during(
            AccountingCalendar calendar, ScopedValue.CallableOp<? extends T, X> decision) throws X {
        return ScopedValue.where(OPEN_DAYS, calendar).call(decision);
    }

    /**
     * Dates a new event of a company.
     *
     * @throws RuleViolated A-04 when no day is open
     */
    static void date(SpecificRecord event, String legalEntityId) {
        var field = event.getSchema().getField(FIELD);
        if (field == null || !OPEN_DAYS.isBound() || !(event.get(field.pos()) instanceof LocalDate day)) {
            return;
        }
        var open = OPEN_DAYS
                .get()
                .of(legalEntityId)
                .of(day)
                .orElseThrow(() -> new RuleViolated(
                        "A-04",
                        FIELD,
                        "no day of the books of " + legalEntityId + " is open",
                        "reopen the last period"));
        event.put(field.pos(), open);
    }

    /** The stated event with the accounting date of the known one, so that a repeat after a close is still a repeat. */
    static void dateAs(SpecificRecord known, SpecificRecord stated) {
        var field = stated.getSchema().getField(FIELD);
        if (field != null && known.getSchema().equals(stated.getSchema())) {
            stated.put(field.pos(), known.get(field.pos()));
        }
    }

    private OpenDays() {}
}
