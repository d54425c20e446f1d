package io.fairlead.party;

import io.fairlead.party.event.CustomerEndpointChanged;
import io.fairlead.party.event.CustomerMerged;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.LegalEntityDetails;
import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.party.event.WorkPoliciesChanged;
import io.fairlead.shared.PersonalTexts;
import io.fairlead.shared.event.PersonalText;
import org.jspecify.annotations.Nullable;

/** How the events of companies and customers are filled from their commands. */
final class PartyEvents {

    static LegalEntityRegistered registered(RegisterLegalEntity command) {
        var calendar = command.holidayCalendarId();
        var details = command.details();
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
                .setDetails(details == null ? null : details(command.legalEntityId(), details))
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
                .setLanguage(command.language())
                .build();
    }

    static CustomerEndpointChanged changed(ChangeCustomerEndpoint command) {
        return CustomerEndpointChanged.newBuilder()
                .setCustomerId(command.customerId().value())
                .setEndpointScheme(scheme(command.endpoint()))
                .setEndpointId(id(command.endpoint()))
                .setRegistrationScheme(scheme(command.registration()))
                .setRegistrationId(id(command.registration()))
                .setFrom(command.from())
                .build();
    }

    static CustomerMerged merged(MergeCustomer command) {
        return CustomerMerged.newBuilder()
                .setCustomerId(command.customerId().value())
                .setIntoCustomerId(command.into().value())
                .setReason(command.reason())
                .setMergedBy(command.mergedBy())
                .setMergedAt(command.at())
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

    /** People stand in texts of their own, which belong to the company that names them. */
    static LegalEntityDetails details(LegalEntityId company, SellerDetails details) {
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
                .setContactNameText(contact == null ? null : PersonalTexts.text(company.value(), contact.name()))
                .setContactPhoneText(contact == null ? null : PersonalTexts.text(company.value(), contact.phone()))
                .setContactEmailText(contact == null ? null : PersonalTexts.text(company.value(), contact.email()))
                .build();
    }

    /** As today's events would say it: those of before have the contact in plain fields. */
    static LegalEntityRegistered asToday(LegalEntityRegistered event) {
        return LegalEntityRegistered.newBuilder(event)
                .setDetails(asToday(event.getLegalEntityId(), event.getDetails()))
                .build();
    }

    /** As today's events would say it. */
    static @Nullable LegalEntityDetails asToday(String company, @Nullable LegalEntityDetails details) {
        return details == null
                ? null
                : LegalEntityDetails.newBuilder(details)
                        .setContactName(null)
                        .setContactPhone(null)
                        .setContactEmail(null)
                        .setContactNameText(asToday(company, details.getContactNameText(), details.getContactName()))
                        .setContactPhoneText(asToday(company, details.getContactPhoneText(), details.getContactPhone()))
                        .setContactEmailText(asToday(company, details.getContactEmailText(), details.getContactEmail()))
                        .build();
    }

    private static @Nullable PersonalText asToday(
            String company, @Nullable PersonalText text, @Nullable String before) {
        return text == null ? PersonalTexts.textOrNull(company, before) : text;
    }

    private static @Nullable String scheme(@Nullable SchemedId id) {
        return id == null ? null : id.scheme();
    }

    private static @Nullable String id(@Nullable SchemedId id) {
        return id == null ? null : id.id();
    }

    static WorkPoliciesChanged workPolicies(ChangeWorkPolicies command) {
        return WorkPoliciesChanged.newBuilder()
                .setLegalEntityId(command.legalEntityId().value())
                .setOverlap(command.policies().overlap().name())
                .setOwnWork(command.policies().ownWork())
                .setReason(command.reason())
                .setChangedBy(command.changedBy())
                .build();
    }

    private PartyEvents() {}
}
