package io.fairlead.gateway.crm;

import io.fairlead.gateway.crm.OpportunityMapping.Term;
import io.fairlead.gateway.crm.OpportunityResult.NotWon;
import io.fairlead.gateway.crm.OpportunityResult.Won;
import io.fairlead.gateway.intake.FileRefused;
import io.fairlead.gateway.intake.RawFile;
import io.fairlead.gateway.intake.SettingsJson;
import io.fairlead.shared.NameUuid;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads opportunities as Salesforce's REST API and sfdx write them: one record, a query's answer, a tree export or
 * a list; for imports and their dry runs.
 */
public final class OpportunityReader {

    private final OpportunityMapping mapping;
    private final Set<String> seenIds = new HashSet<>();
    private final Map<String, Integer> equalNames = new HashMap<>();

    private OpportunityReader(OpportunityMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * Reads every record of a file into a list.
     *
     * @throws FileRefused where it is not JSON of a known shape, or only one page of an answer
     */
    public static OpportunityFile read(InputStream in, OpportunityMapping mapping) {
        var file = RawFile.read(in);
        var results = new ArrayList<OpportunityResult>();
        read(file, mapping, results::add);
        return OpportunityFile.of(results, file.sha256());
    }

    /**
     * Hands each record on as it is read, in file order.
     *
     * @throws FileRefused where it is not JSON of a known shape, or only one page of an answer; none was handed on then
     */
    public static void read(RawFile file, OpportunityMapping mapping, Consumer<OpportunityResult> results) {
        var reader = new OpportunityReader(mapping);
        int index = 0;
        for (var record : records(SettingsJson.tree("opportunities", file))) {
            results.accept(reader.result(++index, record));
        }
    }

    private static Collection<JsonNode> records(JsonNode root) {
        if (root.isArray()) {
            return root.values();
        }
        if (root.isObject() && root.has("records")) {
            if (!root.get("records").isArray()) {
                throw new FileRefused("SHAPE_UNKNOWN", "records", "it is not a list", "export the records again");
            }
            refuseOnePage(root);
            return root.get("records").values();
        }
        if (root.isObject() && (root.has("StageName") || root.has("Id"))) {
            return List.of(root);
        }
        throw new FileRefused(
                "SHAPE_UNKNOWN",
                "opportunities",
                "it holds neither an opportunity, nor a list, nor { \"records\": [...] }",
                "give a Salesforce REST record, query answer or sfdx tree export");
    }

    private static void refuseOnePage(JsonNode root) {
        var done = root.get("done");
        if (done != null && done.isBoolean() && !done.booleanValue()) {
            throw new FileRefused(
                    "INCOMPLETE",
                    "done",
                    "this is only one page of the answer",
                    "follow nextRecordsUrl and join the pages before reading them");
        }
    }

    private OpportunityResult result(int index, JsonNode record) {
        try {
            if (!record.isObject()) {
                throw new FieldRefused("record", "", "it is not an object", "give one object for each opportunity");
            }
            return read(index, new RecordFields(record, ""));
        } catch (FieldRefused refused) {
            return refused.at(index);
        }
    }

    private OpportunityResult read(int index, RecordFields fields) throws FieldRefused {
        if (Boolean.TRUE.equals(fields.flag("IsDeleted"))) {
            throw fields.refused("IsDeleted", "the record is deleted in the CRM", "leave deleted records out");
        }
        var name = required(fields, "Name", fields.text("Name"));
        var stage = required(fields, "StageName", fields.text("StageName"));
        var won = won(fields, stage);
        var id = id(fields, name);
        if (!seenIds.add(id)) {
            throw new FieldRefused("Id", id, "another record of this file has the same id", "keep one of them");
        }
        if (!won) {
            return new NotWon(index, id, name, stage);
        }
        var closeDate = required(fields, "CloseDate", fields.date("CloseDate"));
        var lines = OpportunityLines.read(fields);
        var account = fields.text("AccountId");
        return new Won(
                index,
                new Opportunity(
                        id,
                        NameUuid.of(mapping.source(), "opportunity", id),
                        name,
                        stage,
                        closeDate,
                        account,
                        customer(account),
                        amount(fields, lines),
                        currency(fields),
                        term(fields, Term.LEGAL_ENTITY),
                        term(fields, Term.BILLING_METHOD),
                        term(fields, Term.TAX_CATEGORY),
                        term(fields, Term.PO_NUMBER),
                        term(fields, Term.RATE_CARD),
                        number(fields, Term.TERM_MONTHS),
                        number(fields, Term.PAYMENT_TERM_DAYS),
                        lines));
    }

    private boolean won(RecordFields fields, String stage) throws FieldRefused {
        var isWon = fields.flag("IsWon");
        var isClosed = fields.flag("IsClosed");
        if (Boolean.TRUE.equals(isWon) && Boolean.FALSE.equals(isClosed)) {
            throw fields.refused("IsClosed", "the deal is won and not closed", "read the record again");
        }
        return isWon == null ? mapping.wonStages().contains(stage) : isWon;
    }

    private String id(RecordFields fields, String name) throws FieldRefused {
        var id = fields.text("Id");
        if (id != null) {
            return SalesforceId.of("Id", id);
        }
        return switch (mapping.missingId()) {
            case REFUSE ->
                throw fields.missing(
                        "Id", "export it, or set \"missingId\" to \"referenceId\" or \"name\" in the mapping");
            case REFERENCE -> {
                var attributes = fields.node("attributes");
                var reference = attributes == null || !attributes.isObject()
                        ? null
                        : new RecordFields(attributes, "attributes.").text("referenceId");
                if (reference == null || !reference.matches("[A-Za-z0-9._-]{1,64}")) {
                    throw fields.missing("attributes.referenceId", "set \"missingId\" to \"name\" in the mapping");
                }
                yield reference;
            }
            case NAME -> {
                var closes = fields.date("CloseDate");
                var amount = fields.amount("Amount");
                var base = NameUuid.of(name, String.valueOf(closes), amount == null ? "" : amount.toPlainString())
                        .toString();
                var ordinal = equalNames.merge(base, 1, Integer::sum);
                yield NameUuid.of("opportunity", base, ordinal.toString()).toString();
            }
        };
    }

    private @Nullable String customer(@Nullable String account) throws FieldRefused {
        var customer = mapping.customer(account);
        if (customer == null && mapping.accounts() != null) {
            throw new FieldRefused(
                    "AccountId",
                    account == null ? "" : account,
                    account == null ? "it is missing" : "this account is not mapped",
                    "add \"" + (account == null ? OpportunityMapping.ALL_OTHERS : account)
                            + "\" under \"accounts\" in the mapping file");
        }
        return customer;
    }

    /** Salesforce's own amount; where it is empty, the sum of the products; null where there are none either. */
    private static @Nullable BigDecimal amount(RecordFields fields, List<Opportunity.Line> lines) throws FieldRefused {
        var amount = fields.amount("Amount");
        return amount != null
                ? amount
                : lines.stream()
                        .map(Opportunity.Line::totalPrice)
                        .reduce(BigDecimal::add)
                        .orElse(null);
    }

    private @Nullable String currency(RecordFields fields) throws FieldRefused {
        var own = fields.text("CurrencyIsoCode");
        if (own != null && !Term.CURRENCY.fits(own)) {
            throw fields.refused("CurrencyIsoCode", "it is no currency of ISO 4217", "correct it in the CRM");
        }
        return own == null ? term(fields, Term.CURRENCY) : own;
    }

    /**
     * The custom field's value, translated; where the record has none, the default; null where there is none
     * either.
     */
    private @Nullable String term(RecordFields fields, Term term) throws FieldRefused {
        var field = mapping.fields().get(term);
        var outside = field == null ? null : fields.text(field);
        if (field == null || outside == null) {
            return mapping.defaults().get(term);
        }
        var ours = mapping.values().getOrDefault(term, Map.of()).getOrDefault(outside, outside);
        if (!term.fits(ours)) {
            throw fields.refused(
                    field,
                    "this value is not known as " + term.key(),
                    "add \"" + outside + "\" under \"values\", \"" + term.key() + "\" in the mapping");
        }
        return ours;
    }

    private @Nullable Integer number(RecordFields fields, Term term) throws FieldRefused {
        var field = mapping.fields().get(term);
        var own = field == null ? null : fields.integer(field, term.from(), term.to());
        var otherwise = mapping.defaults().get(term);
        return own != null ? own : otherwise == null ? null : Integer.valueOf(otherwise);
    }

    private static <T> T required(RecordFields fields, String field, @Nullable T value) throws FieldRefused {
        if (value == null) {
            throw fields.missing(field, "fill it in in the CRM, or select it in the query");
        }
        return value;
    }
}
