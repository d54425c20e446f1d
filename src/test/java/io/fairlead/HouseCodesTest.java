package io.fairlead;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.HouseCodes.Told;
import io.fairlead.billing.cash.ApplicationBasis;
import io.fairlead.billing.cash.Unapplication;
import io.fairlead.billing.deduction.Deduction;
import io.fairlead.billing.einvoice.EInvoicePolicy;
import io.fairlead.billing.item.BillingItemKind;
import io.fairlead.billing.tax.TaxMode;
import io.fairlead.contract.AmendContract;
import io.fairlead.contract.RateLevel;
import io.fairlead.exception.OwnerRole;
import io.fairlead.expense.ExpenseCause;
import io.fairlead.funding.FundCap;
import io.fairlead.funding.FundLimit;
import io.fairlead.funding.OpenFunding;
import io.fairlead.funding.PrioritiseFunds;
import io.fairlead.party.WorkPolicies;
import io.fairlead.revenue.RevenueMethod;
import io.fairlead.revenue.Treatment;
import io.fairlead.schema.EventCodec;
import io.fairlead.schema.FieldContract;
import io.fairlead.shared.BillingMethods;
import io.fairlead.shared.Disposition;
import io.fairlead.shared.TaxCategories;
import io.fairlead.shared.TimeClasses;
import io.fairlead.shared.TimeRounding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Codes of contracts are those that the domain decides by, in both directions. */
class HouseCodesTest {

    private static final Map<String, FieldContract> CODED = HouseCodes.coded(events());

    private static final List<Told> SETS = List.of(
            Told.of(
                    "TimeClasses",
                    TimeClasses.ALL,
                    "TimeRecorded.timeClass",
                    "TimeApproved.timeClass",
                    "TimeCorrectedAfterBilling.timeClass",
                    "TimeCorrectedAfterApproval.timeClass",
                    "TimeApprovalWithdrawn.timeClass",
                    "TimeMoved.toTimeClass",
                    "TaskAdded.timeClass"),
            Told.of(
                    "TaxCategories",
                    TaxCategories.ALL,
                    "TaxRateSet.category",
                    "InvoiceLine.taxCategory",
                    "TaxRow.category",
                    "CreditLine.taxCategory",
                    "ContractLine.taxCategory",
                    "CustomerRegistered.taxCategory",
                    "CustomerTaxProfileChanged.taxCategory",
                    "OpportunityWon.taxCategory"),
            Told.of("BillingMethods", BillingMethods.ALL, "ContractLine.method"),
            Told.of(
                    "BillingMethods.OF_DEALS",
                    BillingMethods.OF_DEALS,
                    "OpportunityWon.billingMethod",
                    "CustomerRegistered.billingMethod"),
            Told.of(RateLevel.class, "TimePriced.level", "TimeRepriced.level"),
            Told.of(OwnerRole.class, "ExceptionRaised.ownerRole"),
            Told.of(
                    FundLimit.Kind.class,
                    "FundingLimit.kind",
                    "FundsRanShort.kind",
                    "FundsShortageChanged.kind",
                    "FundsSufficed.kind"),
            Told.of(ExpenseCause.class, "ExpenseRecosted.because", "ExpenseRepriced.because"),
            Told.of(WorkPolicies.Overlap.class, "WorkPoliciesChanged.overlap"),
            Told.of(FundCap.Unit.class, "FundingLimit.unit", "FundsOfPeriodMoved.unit", "LineCap.unit"),
            Told.of(FundCap.Per.class, "FundingLimit.per", "LineCap.per"),
            Told.of(EInvoicePolicy.class, "ContractSigned.eInvoice"),
            Told.of(OpenFunding.Policy.class, "FundingOpened.policy", "ContractSigned.limitPolicy"),
            Told.of(PrioritiseFunds.Place.class, "FundsPrioritised.place"),
            Told.of(type("io.fairlead.funding.FundingEvents$Why"), "FundsReleased.reason"),
            Told.of(
                    BillingItemKind.class,
                    "BillingItemScheduled.kind",
                    "BillingItemReady.kind",
                    "BillingItemWrittenOff.kind",
                    "BillingItemCorrected.kind"),
            Told.of(ApplicationBasis.class, "ReceiptApplied.how"),
            Told.of(Unapplication.class, "ReceiptUnapplied.cause"),
            Told.of(Deduction.class, "DeductionTaken.kind", "DeductionTakenBack.kind"),
            Told.of(TaxMode.class, "TaxTreatment.rounding", "ContractSigned.taxRounding"),
            Told.of(Disposition.class, "CreditLine.disposition"),
            Told.of(TimeRounding.Mode.class, "ContractSigned.timeRoundingMode"),
            Told.of("TimeRounding", timeRoundings(), "TimePriced.timeRounding"),
            Told.of(AmendContract.Treatment.class, "ContractAmended.treatment"),
            Told.of(Treatment.class, "ObligationModified.treatment"),
            Told.of(
                    RevenueMethod.class,
                    "ContractLine.revenueMethod",
                    "ObligationOpened.method",
                    "RevenueRecognised.method",
                    "CumulativeCatchUpRecognised.method"));

    /** Codes of refusals that the domain tells apart; no event holds them. */
    private static final Set<String> OF_REFUSALS = Set.of("UBL_TAX_ID");

    /** Words that the domain knows only where it checks them. */
    private static final Set<String> WITHOUT_A_SET = Set.of(
            "AbsenceRecorded.kind",
            "ContractSigned.fxDate",
            "ContractSigned.invoicePer",
            "ContractSigned.invoiceLines",
            "ContractSigned.midnight",
            "ContractSigned.rounding",
            "ContractSigned.timeRoundingPer",
            "CreditNoteIssued.documentType",
            "CreditNotePostingRefused.step",
            "InstalmentsScheduled.kind",
            "InvoiceIssued.documentType",
            "InvoiceIssued.lineDetail",
            "InvoicePostingRefused.step",
            "LegalEntityRegistered.numbering",
            "ObligationOpened.progressBasis",
            "RateSet.unit",
            "ReceivablePolicySet.application",
            "ReceivablePolicySet.badDebtTax",
            "ResourceOnboarded.employment",
            "TimeChangeRefused.change",
            "TimeChangeRequested.change",
            "TimeCosted.employment",
            "TimePriced.rounding",
            "TimePriced.unit",
            "TimeRepriced.rounding",
            "TimeRepriced.unit",
            "WorkPoliciesChanged.ownWork");

    private static Stream<Schema> events() {
        return House.MAIN.stream()
                .map(type -> type.getName())
                .filter(name -> name.contains(".event.") && !name.contains("$"))
                .map(HouseCodesTest::type)
                .filter(SpecificRecord.class::isAssignableFrom)
                .map(type -> {
                    try {
                        return (Schema) type.getMethod("getClassSchema").invoke(null);
                    } catch (ReflectiveOperationException impossible) {
                        throw new IllegalStateException(type.getName(), impossible);
                    }
                });
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, EventCodec.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(name, impossible);
        }
    }

    /** All that a contract may agree, as events tell it. */
    private static Set<String> timeRoundings() {
        var all = new TreeSet<String>();
        for (var mode : TimeRounding.Mode.values()) {
            for (int minutes : new int[] {1, 5, 6, 15, 30}) {
                all.add(new TimeRounding(mode, minutes, true).asText());
                all.add(new TimeRounding(mode, minutes, false).asText());
            }
        }
        return all;
    }

    @Test
    void codes_of_contracts_are_those_of_the_domain() {
        assertThat(CODED).hasSizeGreaterThan(50);
        assertThat(HouseCodes.apart(CODED, SETS, WITHOUT_A_SET)).as("""
                        codes in schemas/src/main/avro and sets of the domain that differ
                        Remedy: a new code goes into both; a new closed set is named in this test
                        with the enum or constant of the domain. See src/docs/contracts.md""").isEmpty();
    }

    @Test
    void words_that_the_domain_spells_as_codes_stand_in_a_contract() {
        var sources = Sources.main("domain").stream().map(source -> source.text());
        var unknown = HouseCodes.unknownCodes(sources, CODED);
        unknown.removeAll(OF_REFUSALS);
        assertThat(unknown)
                .as("codes that stand in no contract; add them to the codes of the field that holds them")
                .isEmpty();
    }

    @Test
    void a_code_that_only_one_of_them_knows_is_seen() {
        var coded = HouseCodes.coded(Stream.of(new Schema.Parser().parse("""
                {"type":"record","name":"n.E","fields":[
                  {"name":"role","type":"string","codes":{"open":false,"values":["IT","PMO","SALES"]}},
                  {"name":"lone","type":"string","codes":{"open":false,"values":["A"]}},
                  {"name":"free","type":"string","codes":{"open":true,"values":["A"]}},
                  {"name":"text","type":["null",{"type":"array","items":
                    {"type":"record","name":"n.Deep","fields":[{"name":"x","type":"string",
                     "codes":{"open":false,"values":["A"]}}]}}]}]}""")));
        var sets = List.of(Told.of(OwnerRole.class, "E.role", "E.text"));
        assertThat(HouseCodes.apart(coded, sets, Set.of("E.gone", "Deep.x")))
                .containsExactly(
                        "E.gone is excused and has no codes",
                        "E.lone is a closed set that nothing compares with the domain",
                        "E.role has [SALES], which OwnerRole does not know",
                        "E.role lacks [FINANCE_OPERATIONS, SALES_OPERATIONS] of OwnerRole",
                        "E.text has no codes, though it holds OwnerRole");
        assertThat(HouseCodes.unknownCodes(Stream.of("raise(\"NOT_TOLD\", \"A\"); // \"a_b\""), coded))
                .containsExactly("NOT_TOLD");
    }
}
