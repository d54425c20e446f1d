package io.fairlead.gateway.document;

import io.fairlead.billing.event.DocumentParty;
import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Tax;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.TaxCategories;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a document lacks for Peppol BIS Billing 3, each with a code of its own and the command that supplies it. Stricter
 * than the rules' schematron where that tolerates a difference of 1.00: totals must agree to the last digit.
 */
final class UblReadiness {

    private static final String SET_DETAILS = "POST /v1/legal-entities/{id}/details, then issue";
    private static final String SET_ENDPOINT = "POST /v1/customers/{id}/endpoint before the issue";

    /** In the order in which a person would supply them. */
    private static final List<Rule> RULES = List.of(
            always(UblReadiness::requireKnownParties),
            always(UblReadiness::requireCents),
            always(UblReadiness::requireOneTaxALine),
            always(UblReadiness::requireKnownCategories),
            always(UblReadiness::requireOutsideAlone),
            always(Agreement::require),
            onNetwork(UblReadiness::requireSellerEndpoint),
            onNetwork(UblReadiness::requireBuyerEndpoint),
            always(UblReadiness::requireSellerVat),
            always(UblReadiness::requireBuyerVat),
            onNetwork(UblReadiness::requireDutchRegistration),
            onNetwork(UblReadiness::requireReference),
            always(UblReadiness::requireAccount),
            onNetwork(UblReadiness::requireGerman));

    /**
     * One thing that is asked of a document.
     *
     * @param isOfNetwork whether Peppol or a country on it asks for it, and EN 16931 does not: what goes by mail needs
     *     no such thing
     */
    private record Rule(boolean isOfNetwork, Consumer<BillDocument> check) {}

    private static Rule always(Consumer<BillDocument> check) {
        return new Rule(false, check);
    }

    private static Rule onNetwork(Consumer<BillDocument> check) {
        return new Rule(true, check);
    }

    /**
     * Passes or refuses.
     *
     * @throws RuleViolated naming the first thing that is missing; of a draft that lacks nothing, that it is one
     */
    static void require(BillDocument document) {
        require(document, findings(document));
    }

    /**
     * The same of a document that goes by mail as Factur-X, which asks for what EN 16931 does.
     *
     * @throws RuleViolated naming the first thing that is missing; of a draft that lacks nothing, that it is one
     */
    static void requireForMail(BillDocument document) {
        var always = RULES.stream().filter(rule -> !rule.isOfNetwork()).toList();
        require(document, findings(document, always));
    }

    private static void require(BillDocument document, List<RuleViolated> findings) {
        findings.stream().findFirst().ifPresent(first -> {
            throw first;
        });
        if (document.draft()) {
            throw refusal("UBL_NOT_ISSUED", "invoiceId", "only an issued document is sent", "approve it first");
        }
    }

    /** All that is missing, of a draft as if it were issued as it is; empty when nothing. */
    static List<RuleViolated> findings(BillDocument document) {
        return findings(document, RULES);
    }

    private static List<RuleViolated> findings(BillDocument document, List<Rule> rules) {
        var found = new ArrayList<RuleViolated>();
        for (var rule : rules) {
            try {
                rule.check().accept(document);
            } catch (RuleViolated missing) {
                found.add(missing);
            }
        }
        return found;
    }

    private static void requireKnownParties(BillDocument document) {
        if (document.seller().getCountry().isEmpty()) {
            throw refusal(
                    "UBL_PARTIES_UNKNOWN",
                    "seller",
                    "it was issued before the parties were kept in parts",
                    "send the PDF instead");
        }
    }

    private static void requireCents(BillDocument document) {
        if (CurrencyUnit.of(document.currency()).getDecimalPlaces() > 2) {
            throw refusal(
                    "UBL_CURRENCY",
                    "currency",
                    document.currency() + " has more than 2 decimals",
                    "send the PDF instead");
        }
    }

    private static void requireOneTaxALine(BillDocument document) {
        for (var line : document.lines()) {
            if (document.taxesOf(line).size() != 1) {
                throw refusal(
                        "UBL_SEVERAL_TAXES",
                        "lines",
                        "line " + line.lineNo() + " bears " + line.taxes() + "; EN 16931 knows one tax category a line",
                        "send the PDF instead");
            }
        }
    }

    private static void requireKnownCategories(BillDocument document) {
        for (var row : document.taxes()) {
            if (!TaxCategories.ALL.contains(row.category())) {
                throw refusal(
                        "UBL_CATEGORY",
                        "lines",
                        "'" + row.category() + "' is no category of UNCL5305 that is written here",
                        "send the PDF instead");
            }
        }
    }

    private static void requireOutsideAlone(BillDocument document) {
        var used = document.taxes().stream().map(Tax::category).distinct().toList();
        if (used.contains("O") && used.size() > 1) {
            throw refusal(
                    "UBL_CATEGORY_MIXED",
                    "lines",
                    "what is outside the scope of tax (O) stands beside taxed lines (BR-O-11)",
                    "bill it on an invoice of its own, or send the PDF");
        }
    }

    private static void requireSellerEndpoint(BillDocument document) {
        if (document.seller().getEndpointId() == null) {
            throw refusal("UBL_ENDPOINT_MISSING", "seller", "the seller has no electronic address", SET_DETAILS);
        }
    }

    private static void requireBuyerEndpoint(BillDocument document) {
        if (document.buyer().getEndpointId() == null) {
            throw refusal("UBL_ENDPOINT_MISSING", "buyer", "the buyer has no electronic address", SET_ENDPOINT);
        }
    }

    private static void requireSellerVat(BillDocument document) {
        var taxed = document.taxes().stream().noneMatch(row -> row.category().equals("O"));
        if (taxed && vatOf(document.seller()) == null) {
            throw refusal(
                    "UBL_TAX_ID",
                    "seller",
                    "the seller's tax identifier '" + document.seller().getTaxId()
                            + "' does not begin with its country",
                    "only sellers with a VAT identifier send such invoices; send the PDF instead");
        }
    }

    private static void requireBuyerVat(BillDocument document) {
        var reversed = document.taxes().stream().anyMatch(row -> row.category().equals("AE"));
        if (reversed && vatOf(document.buyer()) == null) {
            throw refusal(
                    "UBL_TAX_ID",
                    "buyer",
                    "reverse charge (AE) needs the buyer's VAT identifier (BT-48), which begins with its country",
                    "POST /v1/customers/{id}/tax-profile before the issue");
        }
    }

    private static void requireDutchRegistration(BillDocument document) {
        if (document.seller().getCountry().equals("NL") && document.seller().getRegistrationId() == null) {
            throw refusal(
                    "UBL_REGISTRATION_MISSING",
                    "seller",
                    "a Dutch seller names its registration (NL-R-003)",
                    SET_DETAILS);
        }
    }

    private static void requireReference(BillDocument document) {
        if (document.buyerReference() == null && document.poNumber() == null) {
            throw refusal(
                    "UBL_REFERENCE_MISSING",
                    "buyerReference",
                    "neither a buyer reference (BT-10) nor a purchase order (BT-13) is known",
                    "ask the buyer and set one on the contract before the issue");
        }
    }

    private static void requireAccount(BillDocument document) {
        if (document.kind() == Kind.INVOICE && document.payee() == null) {
            throw refusal("UBL_ACCOUNT_MISSING", "iban", "the seller told no account (BT-84)", SET_DETAILS);
        }
    }

    /** What the rules demand where both are German (DE-R-001 to DE-R-015). */
    private static void requireGerman(BillDocument document) {
        if (!both(document, "DE")) {
            return;
        }
        if (document.buyerReference() == null) {
            throw refusal(
                    "UBL_REFERENCE_MISSING",
                    "buyerReference",
                    "between German parties the buyer reference (BT-10) is needed (DE-R-015)",
                    "ask the buyer and set it on the contract before the issue");
        }
        requireAddress(document.seller(), "seller", SET_DETAILS);
        requireAddress(document.buyer(), "buyer", "register the customer with its address");
        if (document.seller().getContactName() == null) {
            throw refusal("UBL_CONTACT_MISSING", "seller", "a German seller names whom to ask (DE-R-002)", SET_DETAILS);
        }
        if (document.payee() == null) {
            throw refusal("UBL_ACCOUNT_MISSING", "iban", "the seller told no account (DE-R-001)", SET_DETAILS);
        }
    }

    private static void requireAddress(DocumentParty party, String who, String remedy) {
        if (party.getCity() == null || party.getPostalCode() == null) {
            throw refusal("UBL_ADDRESS_MISSING", who, "the " + who + "'s town or postal code is unknown", remedy);
        }
    }

    private static boolean both(BillDocument document, String country) {
        return document.seller().getCountry().equals(country)
                && document.buyer().getCountry().equals(country);
    }

    /** The VAT identifier: begins with its country (BR-CO-09), EL for Greece, XI for Northern Ireland; else null. */
    static @Nullable String vatOf(DocumentParty party) {
        var id = party.getTaxId();
        if (id == null) {
            return null;
        }
        var compact = id.replace(" ", "");
        var own = compact.startsWith(party.getCountry())
                || (party.getCountry().equals("GR") && compact.startsWith("EL"))
                || (party.getCountry().equals("GB") && compact.startsWith("XI"));
        return own ? compact : null;
    }

    private static RuleViolated refusal(String code, String field, String reason, String remedy) {
        return new RuleViolated(code, field, reason, remedy);
    }

    private UblReadiness() {}
}
