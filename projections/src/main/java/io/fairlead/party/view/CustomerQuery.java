package io.fairlead.party.view;

import static io.fairlead.projection.db.Tables.CUSTOMER;
import static io.fairlead.projection.db.Tables.CUSTOMER_ALIAS;
import static io.fairlead.projection.db.Tables.CUSTOMER_CHANGE;
import static io.fairlead.projection.db.Tables.CUSTOMER_REFERENCE;
import static io.fairlead.projection.db.Tables.CUSTOMER_TAX_PROFILE;
import static io.fairlead.projection.db.Tables.LEGAL_ENTITY;

import io.fairlead.projection.db.tables.records.CustomerRecord;
import io.fairlead.view.ColumnsOf;
import io.fairlead.view.CustomerMerges;
import io.fairlead.view.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Customers and the firm's companies; read by HTTP, CLI and processes. */
public final class CustomerQuery {

    private static final Field<?>[] LEGAL_ENTITY_COLUMNS = ColumnsOf.row(LEGAL_ENTITY, LegalEntity.class);
    private static final Field<?>[] CUSTOMER_COLUMNS = ColumnsOf.row(CUSTOMER, Customer.class);
    private static final Field<?>[] PROFILE_COLUMNS = ColumnsOf.row(CUSTOMER_TAX_PROFILE, TaxProfile.class);
    private static final Field<?>[] CHANGE_COLUMNS = ColumnsOf.row(CUSTOMER_CHANGE, Change.class);

    private final DSLContext db;
    private final CustomersByDay byDay;

    public CustomerQuery(DSLContext db) {
        this.db = db;
        this.byDay = new CustomersByDay(db);
    }

    /**
     * One customer; fields as the table's columns.
     *
     * @param language of its documents, en, de or fr; null means en
     * @param mergedInto the one that lives on for it; null while it lives itself
     */
    public record Customer(
            String customerId,
            String name,
            String country,
            String currency,
            @Nullable String taxId,
            @Nullable String taxCategory,
            String street,
            String city,
            String postalCode,
            @Nullable String legalEntityId,
            @Nullable String billingMethod,
            boolean poRequired,
            @Nullable String buyerReference,
            int paymentTermsDays,
            @Nullable String endpointScheme,
            @Nullable String endpointId,
            @Nullable String registrationScheme,
            @Nullable String registrationId,
            @Nullable String language,
            @Nullable String mergedInto) {}

    /** An outside name of a customer, from a day on and until another. */
    public record Alias(
            String alias, LocalDate fromDate, @Nullable LocalDate toDate) {}

    /** What was told of a customer for a day on; null was not told. Fields as the table's columns. */
    public record Change(
            LocalDate fromDate,
            @Nullable String name,
            @Nullable String street,
            @Nullable String city,
            @Nullable String postalCode,
            @Nullable String country,
            @Nullable Integer paymentTermsDays,
            @Nullable Boolean poRequired,
            boolean referenceTold,
            @Nullable String buyerReference,
            boolean endpointTold,
            @Nullable String endpointScheme,
            @Nullable String endpointId,
            @Nullable String registrationScheme,
            @Nullable String registrationId,
            @Nullable String language) {}

    /** What a customer's tax is from a day on; 1970-01-01 is what it was registered with. */
    public record TaxProfile(
            LocalDate fromDate,
            @Nullable String taxId,
            @Nullable String taxCategory) {}

    /**
     * A customer with all that was told of it.
     *
     * @param customer as it is on the day asked for
     * @param changes by day, those that hold last
     * @param merged the customers that it lives on for
     */
    public record Detail(
            Customer customer,
            List<Alias> aliases,
            List<Change> changes,
            List<TaxProfile> taxProfiles,
            List<String> merged) {}

    /** One company of the firm; fields as the table's columns. */
    public record LegalEntity(
            String legalEntityId,
            String name,
            String country,
            String currency,
            String sellerTaxId,
            String zone,
            String numbering,
            String invoiceSeries,
            String standardRateCardId,
            @Nullable String holidayCalendarId,
            @Nullable String street,
            @Nullable String city,
            @Nullable String postalCode,
            @Nullable String iban,
            @Nullable String bic,
            @Nullable String endpointScheme,
            @Nullable String endpointId,
            @Nullable String registrationScheme,
            @Nullable String registrationId,
            @Nullable String contactName,
            @Nullable String contactPhone,
            @Nullable String contactEmail,
            @Nullable String overlapPolicy,
            @Nullable String ownWorkPolicy) {}

    /** @param day on which it is as told */
    public Optional<Customer> byId(String customerId, LocalDate day) {
        return byDay.byId(customerId, day).map(CustomerQuery::customer);
    }

    /**
     * Another customer than that one and those that are one with it, which the outside name means on the day or later; empty where
     * it means that one as well, since whoever says so again gives it no new name.
     */
    public Optional<String> otherOfName(String name, String customerId, LocalDate day) {
        var same = CustomerMerges.of(db).family(customerId);
        var meant = db.select(CUSTOMER_ALIAS.CUSTOMER_ID)
                .from(CUSTOMER_ALIAS)
                .where(CUSTOMER_ALIAS.ALIAS.eq(name))
                .and(CUSTOMER_ALIAS.TO_DATE.isNull().or(CUSTOMER_ALIAS.TO_DATE.gt(day)))
                .orderBy(CUSTOMER_ALIAS.CUSTOMER_ID)
                .fetch(CUSTOMER_ALIAS.CUSTOMER_ID);
        return meant.contains(customerId)
                ? Optional.empty()
                : meant.stream().filter(other -> !same.contains(other)).findFirst();
    }

    /** @param day on which it is as told */
    public Optional<Detail> detail(String customerId, LocalDate day) {
        return byId(customerId, day)
                .map(customer -> new Detail(
                        customer,
                        db.select(CUSTOMER_ALIAS.ALIAS, CUSTOMER_ALIAS.FROM_DATE, CUSTOMER_ALIAS.TO_DATE)
                                .from(CUSTOMER_ALIAS)
                                .where(CUSTOMER_ALIAS.CUSTOMER_ID.eq(customerId))
                                .orderBy(CUSTOMER_ALIAS.ALIAS)
                                .fetchInto(Alias.class),
                        db.select(CHANGE_COLUMNS)
                                .from(CUSTOMER_CHANGE)
                                .where(CUSTOMER_CHANGE.CUSTOMER_ID.eq(customerId))
                                .orderBy(CUSTOMER_CHANGE.FROM_DATE, CUSTOMER_CHANGE.POSITION)
                                .fetchInto(Change.class),
                        db.select(PROFILE_COLUMNS)
                                .from(CUSTOMER_TAX_PROFILE)
                                .where(CUSTOMER_TAX_PROFILE.CUSTOMER_ID.eq(customerId))
                                .orderBy(CUSTOMER_TAX_PROFILE.FROM_DATE)
                                .fetchInto(TaxProfile.class),
                        CustomerMerges.of(db).family(customerId).stream()
                                .filter(each -> !each.equals(customerId) && !each.equals(customer.mergedInto()))
                                .toList()));
    }

    /**
     * @param cursor from the page before; null means from the beginning
     * @param day on which they are as told
     */
    public Page<Customer> list(@Nullable String cursor, int limit, LocalDate day) {
        var rows = db.selectFrom(CUSTOMER)
                .where(Page.after(CUSTOMER.CUSTOMER_ID, cursor))
                .orderBy(CUSTOMER.CUSTOMER_ID)
                .limit(Page.oneMoreThan(limit))
                .fetch();
        byDay.bring(rows, day);
        return Page.of(rows.map(CustomerQuery::customer), limit, Customer::customerId);
    }

    private static Customer customer(CustomerRecord row) {
        return row.into(CUSTOMER_COLUMNS).into(Customer.class);
    }

    /** Identifiers that outside systems gave the customer, by system. */
    public Map<String, String> externalIds(String customerId) {
        return db.select(CUSTOMER_REFERENCE.TARGET, CUSTOMER_REFERENCE.EXTERNAL_ID)
                .from(CUSTOMER_REFERENCE)
                .where(CUSTOMER_REFERENCE.CUSTOMER_ID.eq(customerId))
                .fetchMap(CUSTOMER_REFERENCE.TARGET, CUSTOMER_REFERENCE.EXTERNAL_ID);
    }

    /** All companies of the firm. */
    public List<LegalEntity> legalEntities() {
        return db.select(LEGAL_ENTITY_COLUMNS)
                .from(LEGAL_ENTITY)
                .orderBy(LEGAL_ENTITY.LEGAL_ENTITY_ID)
                .fetchInto(LegalEntity.class);
    }
}
