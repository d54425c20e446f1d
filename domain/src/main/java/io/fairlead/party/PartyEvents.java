package io.fairlead.party;

import io.fairlead.party.event.CustomerEndpointChanged;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.LegalEntityDetails;
import io.fairlead.party.event.LegalEntityRegistered;
import org.jspecify.annotations.Nullable;

/** How the events of companies and customers are filled from their commands. */
final class PartyEvents {

    static LegalEntityRegistered registered(RegisterLegalEntity command) {
        var calendar = command.holidayCalendarId();
        return LegalEntityRegistered.newBuilder()
                .setLegalEntityId(command.legalEntityId().value())
                .setName(command.name())
                .setCountry(command.country())
                .setCurrency(command.currency())
                .setSellerTaxId(command.sellerTaxId())
                .setZone(command.zone())
                .setNumbering("FAIRLEAD")
                .setInvoiceSeries(command.invoiceSeries())
                .setStandardRateCardId(command.standardRateCardId().value())
                .setHolidayCalendarId(calendar == null ? null : calendar.value())
                .setDetails(command.details() == null ? null : details(command.details()))
                .build();
    }

    static CustomerRegistered registered(RegisterCustomer command) {
        var entity = command.legalEntityId();
        return CustomerRegistered.newBuilder()
                .setCustomerId(command.customerId().value())
                .setName(command.name())
                .setCountry(command.country())
                .setCurrency(command.currency())
                .setTaxId(command.taxId())
                .setTaxCategory(command.taxCategory())
                .setStreet(command.address().street())
                .setCity(command.address().city())
                .setPostalCode(command.address().postalCode())
                .setLegalEntityId(entity == null ? null : entity.value())
                .setBillingMethod(command.billingMethod())
                .setPoRequired(command.poRequired())
                .setBuyerReference(command.buyerReference())
                .setPaymentTermsDays(command.paymentTermsDays())
                .setAliases(command.aliases())
                .setEndpointScheme(scheme(command.endpoint()))
                .setEndpointId(id(command.endpoint()))
                .setRegistrationScheme(scheme(command.registration()))
                .setRegistrationId(id(command.registration()))
                .build();
    }

    static CustomerEndpointChanged changed(ChangeCustomerEndpoint command) {
        return CustomerEndpointChanged.newBuilder()
                .setCustomerId(command.customerId().value())
                .setEndpointScheme(scheme(command.endpoint()))
                .setEndpointId(id(command.endpoint()))
                .setRegistrationScheme(scheme(command.registration()))
                .setRegistrationId(id(command.registration()))
                .build();
    }

    /** A registration tells the customer's first endpoint. */
    static CustomerEndpointChanged endpointOf(CustomerRegistered event) {
        return CustomerEndpointChanged.newBuilder()
                .setCustomerId(event.getCustomerId())
                .setEndpointScheme(event.getEndpointScheme())
                .setEndpointId(event.getEndpointId())
                .setRegistrationScheme(event.getRegistrationScheme())
                .setRegistrationId(event.getRegistrationId())
                .build();
    }

    static LegalEntityDetails details(SellerDetails details) {
        var address = details.address();
        var account = details.account();
        var contact = details.contact();
        return LegalEntityDetails.newBuilder()
                .setStreet(address == null ? null : address.street())
                .setCity(address == null ? null : address.city())
                .setPostalCode(address == null ? null : address.postalCode())
                .setIban(account == null ? null : account.iban())
                .setBic(account == null ? null : account.bic())
                .setEndpointScheme(scheme(details.endpoint()))
                .setEndpointId(id(details.endpoint()))
                .setRegistrationScheme(scheme(details.registration()))
                .setRegistrationId(id(details.registration()))
                .setContactName(contact == null ? null : contact.name())
                .setContactPhone(contact == null ? null : contact.phone())
                .setContactEmail(contact == null ? null : contact.email())
                .build();
    }

    private static @Nullable String scheme(@Nullable SchemedId id) {
        return id == null ? null : id.scheme();
    }

    private static @Nullable String id(@Nullable SchemedId id) {
        return id == null ? null : id.id();
    }

    private PartyEvents() {}
}
