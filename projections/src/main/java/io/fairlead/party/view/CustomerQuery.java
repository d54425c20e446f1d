package io.fairlead.party.view;

import static io.fairlead.projection.db.Tables.CUSTOMER;
import static io.fairlead.projection.db.Tables.CUSTOMER_REFERENCE;
import static io.fairlead.projection.db.Tables.LEGAL_ENTITY;
import static org.jooq.impl.DSL.noCondition;

import io.fairlead.view.ColumnsOf;
import io.fairlead.view.Page;
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

    private final DSLContext db;

    public CustomerQuery(DSLContext db) {
        this.db = db;
    }

    /** One customer; fields as the table's columns. */
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
            @Nullable String registrationId) {}

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
            @Nullable String contactEmail) {}

    public Optional<Customer> byId(String customerId) {
        return db.select(CUSTOMER_COLUMNS)
                .from(CUSTOMER)
                .where(CUSTOMER.CUSTOMER_ID.eq(customerId))
                .fetchOptionalInto(Customer.class);
    }

    /** @param cursor from the page before; null means from the beginning */
    public Page<Customer> list(@Nullable String cursor, int limit) {
        var rows = db.select(CUSTOMER_COLUMNS)
                .from(CUSTOMER)
                .where(cursor == null ? noCondition() : CUSTOMER.CUSTOMER_ID.gt(cursor))
                .orderBy(CUSTOMER.CUSTOMER_ID)
                .limit(Page.oneMoreThan(limit))
                .fetchInto(Customer.class);
        return Page.of(rows, limit, Customer::customerId);
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
