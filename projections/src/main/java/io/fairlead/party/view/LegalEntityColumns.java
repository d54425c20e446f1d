package io.fairlead.party.view;

import io.fairlead.party.event.LegalEntityDetails;
import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.party.event.WorkPoliciesChanged;
import io.fairlead.projection.ReadableText;
import io.fairlead.projection.db.tables.records.LegalEntityRecord;
import org.jspecify.annotations.Nullable;

/**
 * How a company, its details and its policies fill its row. Its contact stands in texts of its own, of events before 2026-11-29
 * in plain fields.
 */
final class LegalEntityColumns {

    static void set(LegalEntityRecord row, LegalEntityRegistered event) {
        row.setName(event.getName());
        row.setCountry(event.getCountry());
        row.setCurrency(event.getCurrency());
        row.setSellerTaxId(event.getSellerTaxId());
        row.setZone(event.getZone());
        row.setNumbering(event.getNumbering());
        row.setInvoiceSeries(event.getInvoiceSeries());
        row.setStandardRateCardId(event.getStandardRateCardId());
        row.setHolidayCalendarId(event.getHolidayCalendarId());
        set(row, event.getDetails());
    }

    static void set(LegalEntityRecord row, WorkPoliciesChanged event) {
        row.setOverlapPolicy(event.getOverlap());
        row.setOwnWorkPolicy(event.getOwnWork());
    }

    /** Every column of the details, also with null; nothing when none were told. */
    static void set(LegalEntityRecord row, @Nullable LegalEntityDetails details) {
        if (details == null) {
            return;
        }
        row.setStreet(details.getStreet());
        row.setCity(details.getCity());
        row.setPostalCode(details.getPostalCode());
        row.setIban(details.getIban());
        row.setBic(details.getBic());
        row.setEndpointScheme(details.getEndpointScheme());
        row.setEndpointId(details.getEndpointId());
        row.setRegistrationScheme(details.getRegistrationScheme());
        row.setRegistrationId(details.getRegistrationId());
        row.setContactName(ReadableText.of(details.getContactNameText(), details.getContactName()));
        row.setContactPhone(ReadableText.of(details.getContactPhoneText(), details.getContactPhone()));
        row.setContactEmail(ReadableText.of(details.getContactEmailText(), details.getContactEmail()));
    }

    private LegalEntityColumns() {}
}
