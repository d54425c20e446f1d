package io.fairlead.gateway.document;

import io.fairlead.billing.event.DocumentParty;
import org.jspecify.annotations.Nullable;

/** Seller and buyer of a Cross Industry Invoice. */
final class CiiParties {

    private final BillDocument document;
    private final Xml xml;

    CiiParties(BillDocument document, Xml xml) {
        this.document = document;
        this.xml = xml;
    }

    void write() {
        xml.group("SellerTradeParty", () -> party(document.seller(), true));
        xml.group("BuyerTradeParty", () -> party(document.buyer(), false));
    }

    private void party(DocumentParty party, boolean seller) {
        var withoutVat = EInvoiceWords.isOutside(document);
        if (seller && withoutVat && party.getRegistrationId() == null) {
            // Some identifier of the seller must stand there (BR-CO-26).
            xml.leaf("ID", document.sellerCode());
        }
        xml.leaf("Name", Texts.line(party.getName()));
        xml.group("SpecifiedLegalOrganization", () -> {
            if (party.getRegistrationId() != null && party.getRegistrationScheme() != null) {
                xml.leaf("ID", party.getRegistrationId(), "schemeID", party.getRegistrationScheme());
            }
            xml.leaf("TradingBusinessName", Texts.line(party.getName()));
        });
        if (party.getContactName() != null) {
            xml.group("DefinedTradeContact", () -> {
                xml.leaf("PersonName", party.getContactName());
                reachedBy("TelephoneUniversalCommunication", "CompleteNumber", party.getContactPhone());
                reachedBy("EmailURIUniversalCommunication", "URIID", party.getContactEmail());
            });
        }
        xml.group("PostalTradeAddress", () -> {
            xml.leaf("PostcodeCode", party.getPostalCode());
            xml.leaf("LineOne", party.getStreet());
            xml.leaf("CityName", party.getCity());
            xml.leaf("CountryID", party.getCountry());
        });
        var endpoint = party.getEndpointId();
        if (endpoint != null) {
            xml.group(
                    "URIUniversalCommunication",
                    () -> xml.leaf(
                            "URIID", endpoint.replace(" ", ""), "schemeID", String.valueOf(party.getEndpointScheme())));
        }
        var vat = UblReadiness.vatOf(party);
        if (vat != null && !withoutVat) {
            xml.group("SpecifiedTaxRegistration", () -> xml.leaf("ID", vat, "schemeID", "VA"));
        }
    }

    private void reachedBy(String group, String leaf, @Nullable String value) {
        if (value != null) {
            xml.group(group, () -> xml.leaf(leaf, value));
        }
    }
}
