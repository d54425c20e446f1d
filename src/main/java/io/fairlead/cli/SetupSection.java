package io.fairlead.cli;

import io.fairlead.billing.api.ExchangeRateApi;
import io.fairlead.billing.api.TaxRateApi;
import io.fairlead.contract.api.ContractApi;
import io.fairlead.contract.api.RateCardApi;
import io.fairlead.party.api.LegalEntityApi;
import io.fairlead.party.api.NewCustomer;
import io.fairlead.project.api.MilestoneApi;
import io.fairlead.project.api.ProjectApi;
import io.fairlead.resource.api.HolidayCalendarApi;
import io.fairlead.resource.api.PersonApi;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sections of a setup file, in the order in which they depend on each other. */
enum SetupSection {
    HOLIDAY_CALENDARS("holidayCalendars", "/v1/holiday-calendars", HolidayCalendarApi.HolidayCalendar.class),
    LEGAL_ENTITIES("legalEntities", "/v1/legal-entities", LegalEntityApi.NewLegalEntity.class),
    TAX_RATES("taxRates", "/v1/tax-rates", TaxRateApi.NewTaxRate.class),
    EXCHANGE_RATES("exchangeRates", "/v1/exchange-rates", ExchangeRateApi.NewExchangeRate.class),
    CUSTOMERS("customers", "/v1/customers", NewCustomer.class),
    PEOPLE(
            "people",
            "/v1/people",
            PersonApi.NewPerson.class,
            new Inner("costRates", "/cost-rates", PersonApi.NewCostRate.class)),
    RATE_CARDS("rateCards", "/v1/rate-cards", null, new Inner("rates", "/rates", RateCardApi.NewRate.class)),
    CONTRACTS("contracts", "/v1/contracts", ContractApi.NewContract.class),
    PROJECTS(
            "projects",
            "/v1/projects",
            ProjectApi.NewProject.class,
            new Inner("tasks", "/tasks", ProjectApi.NewTask.class),
            new Inner("milestones", "/milestones", MilestoneApi.NewMilestone.class));

    /**
     * A list inside each item of a section.
     *
     * @param path below the item's own
     * @param form of its items
     */
    record Inner(String key, String path, Class<?> form) {}

    private final String key;
    private final String path;
    private final @Nullable Class<?> form;
    private final List<Inner> inner;

    SetupSection(String key, String path, @Nullable Class<?> form, Inner... inner) {
        this.key = key;
        this.path = path;
        this.form = form;
        this.inner = List.of(inner);
    }

    String key() {
        return key;
    }

    String path() {
        return path;
    }

    /** What the API takes for an item; null where an item is but a name for its inner lists. */
    @Nullable
    Class<?> form() {
        return form;
    }

    List<Inner> inner() {
        return inner;
    }

    /** Whether each item names its own key: it has inner lists, or others refer to it. */
    boolean needsId() {
        return this != TAX_RATES && this != EXCHANGE_RATES;
    }
}
