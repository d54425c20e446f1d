package io.fairlead.party.view;

import io.fairlead.party.event.CustomerChanged;
import io.fairlead.party.event.CustomerEndpointChanged;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.db.tables.records.CustomerChangeRecord;
import io.fairlead.projection.db.tables.records.CustomerRecord;
import java.time.LocalDate;

/** How what is told of a customer fills its rows. */
final class CustomerColumns {

    static void set(CustomerRecord row, CustomerRegistered event) {
        row.setName(event.getName());
        row.setCountry(event.getCountry());
        row.setCurrency(event.getCurrency());
        row.setTaxId(event.getTaxId());
        row.setTaxCategory(event.getTaxCategory());
        row.setStreet(event.getStreet());
        row.setCity(event.getCity());
        row.setPostalCode(event.getPostalCode());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setBillingMethod(event.getBillingMethod());
        row.setPoRequired(event.getPoRequired());
        row.setBuyerReference(event.getBuyerReference());
        row.setPaymentTermsDays(event.getPaymentTermsDays());
        row.setEndpointScheme(event.getEndpointScheme());
        row.setEndpointId(event.getEndpointId());
        row.setRegistrationScheme(event.getRegistrationScheme());
        row.setRegistrationId(event.getRegistrationId());
        row.setLanguage(event.getLanguage());
    }

    static void endpoint(CustomerRecord row, CustomerEndpointChanged event) {
        row.setEndpointScheme(event.getEndpointScheme());
        row.setEndpointId(event.getEndpointId());
        row.setRegistrationScheme(event.getRegistrationScheme());
        row.setRegistrationId(event.getRegistrationId());
    }

    static CustomerChangeRecord row(CustomerChanged event, EventMetadata facts) {
        var row = row(event.getCustomerId(), event.getFrom(), facts);
        row.setName(event.getName());
        var address = event.getAddress();
        if (address != null) {
            row.setStreet(address.getStreet());
            row.setCity(address.getCity());
            row.setPostalCode(address.getPostalCode());
            row.setCountry(address.getCountry());
        }
        row.setPaymentTermsDays(event.getPaymentTermsDays());
        row.setPoRequired(event.getPoRequired());
        row.setLanguage(event.getLanguage());
        var reference = event.getBuyerReference();
        row.setReferenceTold(reference != null);
        row.setBuyerReference(reference == null ? null : reference.getReference());
        row.setEndpointTold(false);
        return row;
    }

    static CustomerChangeRecord row(CustomerEndpointChanged event, LocalDate from, EventMetadata facts) {
        var row = row(event.getCustomerId(), from, facts);
        row.setReferenceTold(false);
        row.setEndpointTold(true);
        row.setEndpointScheme(event.getEndpointScheme());
        row.setEndpointId(event.getEndpointId());
        row.setRegistrationScheme(event.getRegistrationScheme());
        row.setRegistrationId(event.getRegistrationId());
        return row;
    }

    private static CustomerChangeRecord row(String customerId, LocalDate from, EventMetadata facts) {
        var row = new CustomerChangeRecord();
        row.setCustomerId(customerId);
        row.setPosition(facts.position());
        row.setFromDate(from);
        return row;
    }

    private CustomerColumns() {}
}
