package io.fairlead.party.view;

import static io.fairlead.projection.db.Tables.CUSTOMER;
import static io.fairlead.projection.db.Tables.CUSTOMER_CHANGE;
import static io.fairlead.projection.db.Tables.CUSTOMER_TAX_PROFILE;

import io.fairlead.projection.db.tables.records.CustomerChangeRecord;
import io.fairlead.projection.db.tables.records.CustomerRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Customers as they are on a day: as they were registered, with what was told for that day and earlier ones. */
public final class CustomersByDay {

    private final DSLContext db;

    public CustomersByDay(DSLContext db) {
        this.db = db;
    }

    /** The customer with what holds on the day. */
    public Optional<CustomerRecord> byId(String customerId, LocalDate day) {
        var found = db.fetchOptional(CUSTOMER, CUSTOMER.CUSTOMER_ID.eq(customerId));
        found.ifPresent(row -> bring(List.of(row), day));
        return found;
    }

    /** Changes the rows, as the table has them, to what holds on the day. */
    void bring(List<CustomerRecord> rows, LocalDate day) {
        var ids = rows.stream().map(CustomerRecord::getCustomerId).toArray(String[]::new);
        var changes = db.selectFrom(CUSTOMER_CHANGE)
                .where(CUSTOMER_CHANGE.CUSTOMER_ID.eq(DSL.any(ids)))
                .and(CUSTOMER_CHANGE.FROM_DATE.le(day))
                .orderBy(CUSTOMER_CHANGE.FROM_DATE, CUSTOMER_CHANGE.POSITION)
                .fetchGroups(CUSTOMER_CHANGE.CUSTOMER_ID);
        // A profile that was never settled for the day leaves the one that was told last.
        var taxes = db.selectFrom(CUSTOMER_TAX_PROFILE)
                .where(CUSTOMER_TAX_PROFILE.CUSTOMER_ID.eq(DSL.any(ids)))
                .and(CUSTOMER_TAX_PROFILE.FROM_DATE.le(day))
                .and(CUSTOMER_TAX_PROFILE.TAX_CATEGORY.isNotNull())
                .orderBy(CUSTOMER_TAX_PROFILE.FROM_DATE)
                .fetchGroups(CUSTOMER_TAX_PROFILE.CUSTOMER_ID);
        for (var row : rows) {
            var own = changes.get(row.getCustomerId());
            if (own != null) {
                own.forEach(change -> apply(change, row));
            }
            var profiles = taxes.get(row.getCustomerId());
            if (profiles != null) {
                row.setTaxId(profiles.getLast().getTaxId());
                row.setTaxCategory(profiles.getLast().getTaxCategory());
            }
        }
    }

    private static void apply(CustomerChangeRecord change, CustomerRecord row) {
        if (change.getName() != null) {
            row.setName(change.getName());
        }
        if (change.getStreet() != null) {
            row.setStreet(change.getStreet());
            row.setCity(change.getCity());
            row.setPostalCode(change.getPostalCode());
            row.setCountry(change.getCountry());
        }
        if (change.getPaymentTermsDays() != null) {
            row.setPaymentTermsDays(change.getPaymentTermsDays());
        }
        if (change.getPoRequired() != null) {
            row.setPoRequired(change.getPoRequired());
        }
        if (change.getLanguage() != null) {
            row.setLanguage(change.getLanguage());
        }
        if (change.getReferenceTold()) {
            row.setBuyerReference(change.getBuyerReference());
        }
        if (change.getEndpointTold()) {
            row.setEndpointScheme(change.getEndpointScheme());
            row.setEndpointId(change.getEndpointId());
            row.setRegistrationScheme(change.getRegistrationScheme());
            row.setRegistrationId(change.getRegistrationId());
        }
    }
}
