package io.fairlead.gateway.document;

import io.fairlead.billing.event.DocumentParty;

/** Seller and buyer of a UBL document. */
final class UblParties {

    private final BillDocument document;
    private final Xml xml;

    /** What is outside the scope of tax names no VAT identifier of either side (BR-O-02). */
    private final boolean withoutVat;

    UblParties(BillDocument document, Xml xml) {
        this.document = document;
        this.xml = xml;
        this.withoutVat = EInvoiceWords.isOutside(document);
    }

    void write() {
        xml.group("AccountingSupplierParty", () -> party(document.seller(), true));
        xml.group("AccountingCustomerParty", () -> party(document.buyer(), false));
    }

    private void party(DocumentParty party, boolean seller) {
        xml.group("Party", () -> {
            xml.leaf("EndpointID", endpoint(party), "schemeID", String.valueOf(party.getEndpointScheme()));
            if (seller && withoutVat && party.getRegistrationId() == null) {
                // Some identifier of the seller must stand there (BR-CO-26).
                xml.group("PartyIdentification", () -> xml.leaf("ID", document.sellerCode()));
            }
            xml.group("PartyName", () -> xml.leaf("Name", Texts.line(party.getName())));
            address(party);
            var vat = UblReadiness.vatOf(party);
            if (vat != null && !withoutVat) {
                xml.group("PartyTaxScheme", () -> {
                    xml.leaf("CompanyID", vat);
                    xml.group("TaxScheme", () -> xml.leaf("ID", "VAT"));
                });
            }
            xml.group("PartyLegalEntity", () -> {
                xml.leaf("RegistrationName", Texts.line(party.getName()));
                if (party.getRegistrationId() != null && party.getRegistrationScheme() != null) {
                    xml.leaf("CompanyID", party.getRegistrationId(), "schemeID", party.getRegistrationScheme());
                }
            });
            if (party.getContactName() != null) {
                xml.group("Contact", () -> {
                    xml.leaf("Name", party.getContactName());
                    xml.leaf("Telephone", party.getContactPhone());
                    xml.leaf("ElectronicMail", party.getContactEmail());
                });
            }
        });
    }

    private static String endpoint(DocumentParty party) {
        return String.valueOf(party.getEndpointId()).replace(" ", "");
    }

    private void address(DocumentParty party) {
        xml.group("PostalAddress", () -> {
            xml.leaf("StreetName", party.getStreet());
            xml.leaf("CityName", party.getCity());
            xml.leaf("PostalZone", party.getPostalCode());
            xml.group("Country", () -> xml.leaf("IdentificationCode", party.getCountry()));
        });
    }
}
