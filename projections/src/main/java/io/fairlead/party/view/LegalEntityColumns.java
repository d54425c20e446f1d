package io.fairlead.party.view;

import io.fairlead.party.event.LegalEntityDetails;
import io.fairlead.projection.ReadableText;
import io.fairlead.projection.db.tables.records.LegalEntityRecord;
import org.jspecify.annotations.Nullable;

/**
 * How the details of a company fill its row. Its contact stands in texts of its own, of events before 2026-11-29 in plain
 * fields.
 */
final class LegalEntityColumns {

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
