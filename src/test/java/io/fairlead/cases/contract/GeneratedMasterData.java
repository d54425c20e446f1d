package io.fairlead.cases.contract;

import java.time.LocalDate;
import java.util.List;
import openapi.client.ApiException;
import openapi.client.api.CustomersApi;
import openapi.client.api.HolidayCalendarsApi;
import openapi.client.api.LegalEntitiesApi;
import openapi.client.api.PeopleApi;
import openapi.client.api.RateCardsApi;
import openapi.client.api.TaxRatesApi;
import openapi.client.model.HolidayCalendar;
import openapi.client.model.NewAddress;
import openapi.client.model.NewCostRate;
import openapi.client.model.NewCustomer;
import openapi.client.model.NewLegalEntity;
import openapi.client.model.NewPerson;
import openapi.client.model.NewRate;
import openapi.client.model.NewTaxRate;

/** The master data of {@link GeneratedFirm}: a company with its calendar, taxes and prices, a customer and a person. */
final class GeneratedMasterData {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private final GeneratedFirm firm;

    GeneratedMasterData(GeneratedFirm firm) {
        this.firm = firm;
    }

    /** Registers all of it and tells the rates that were set, as they are read back. */
    List<String> register() throws ApiException {
        company();
        people();
        firm.settled();
        var admin = firm.as("admin");
        return List.of(
                new TaxRatesApi(admin)
                        .getTaxRates(firm.id("firm"), null, null, null)
                        .getItems()
                        .getFirst()
                        .getRate(),
                new PeopleApi(admin)
                        .getPeopleByIdCostRates(firm.id("ana"), null, null, null)
                        .getItems()
                        .getFirst()
                        .getRate(),
                new RateCardsApi(admin)
                        .getRateCardsByIdRates(firm.id("standard"), null, null, null)
                        .getItems()
                        .getFirst()
                        .getRate());
    }

    private void company() throws ApiException {
        var admin = firm.as("admin");
        new HolidayCalendarsApi(admin)
                .postHolidayCalendars(
                        new HolidayCalendar()
                                .id(firm.id("days"))
                                .name("Days off")
                                .weekend(List.of(6, 7))
                                .holidays(List.of()),
                        null,
                        null,
                        null,
                        null,
                        null);
        new LegalEntitiesApi(admin)
                .postLegalEntities(
                        new NewLegalEntity()
                                .id(firm.id("firm"))
                                .name("Firm of " + firm.id(""))
                                .country("DE")
                                .currency("EUR")
                                .sellerTaxId("DE123456789")
                                .zone("Europe/Berlin")
                                .invoiceSeries(
                                        "G" + Integer.toHexString(firm.id("").hashCode()))
                                .standardRateCard(firm.id("standard"))
                                .holidayCalendar(firm.id("days")),
                        null,
                        null,
                        null,
                        null,
                        null);
        new TaxRatesApi(admin)
                .postTaxRates(
                        new NewTaxRate()
                                .legalEntity(firm.id("firm"))
                                .category("S")
                                .rate("0.19")
                                .from(LocalDate.of(2021, 1, 1))
                                .source("law"),
                        null,
                        null,
                        null,
                        null,
                        null);
        new CustomersApi(admin)
                .postCustomers(
                        new NewCustomer()
                                .id(firm.id("buyer"))
                                .name("Buyer")
                                .country("DE")
                                .currency("EUR")
                                .taxCategory("S")
                                .address(new NewAddress()
                                        .street("Market St. 1")
                                        .city("Berlin")
                                        .postalCode("10115"))
                                .legalEntity(firm.id("firm"))
                                .paymentTermsDays(30),
                        null,
                        null,
                        null,
                        null,
                        null);
    }

    private void people() throws ApiException {
        var admin = firm.as("admin");
        new PeopleApi(admin)
                .postPeople(
                        new NewPerson()
                                .id(firm.id("ana"))
                                .legalEntity(firm.id("firm"))
                                .name("Ana")
                                .role("engineer")
                                .employment("EMPLOYEE")
                                .startDate(NEW_YEAR),
                        null,
                        null,
                        null,
                        null,
                        null);
        new PeopleApi(admin)
                .postPeopleByIdCostRates(
                        firm.id("ana"),
                        new NewCostRate()
                                .id("c1")
                                .from(NEW_YEAR)
                                .rate("61.25")
                                .currency("EUR")
                                .reason("hired"),
                        null,
                        null,
                        null,
                        null,
                        null);
        new RateCardsApi(admin)
                .postRateCardsByIdRates(
                        firm.id("standard"),
                        new NewRate()
                                .id("r1")
                                .owner("legal-entity:" + firm.id("firm"))
                                .rate("133.33")
                                .currency("EUR")
                                .from(NEW_YEAR)
                                .reason("list"),
                        null,
                        null,
                        null,
                        null,
                        null);
    }
}
