package io.fairlead.billing.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.shared.RuleViolated;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EInvoiceReadinessTest {

    private static final EInvoiceFinding REVERSED =
            new EInvoiceFinding("UBL_TAX_ID", "buyer", "reverse charge needs it", "tell it");
    private static final EInvoiceFinding ACCOUNT =
            new EInvoiceFinding("UBL_ACCOUNT_MISSING", "iban", "no account", "tell one");

    @ParameterizedTest
    @CsvSource({
        "NONE, true, ''",
        "NONE, false, ''",
        "WANTED, true, 'UBL_ACCOUNT_MISSING UBL_TAX_ID'",
        "WANTED, false, 'UBL_TAX_ID'",
        "REQUIRED, true, 'UBL_ACCOUNT_MISSING UBL_TAX_ID'",
        "REQUIRED, false, 'UBL_ACCOUNT_MISSING UBL_TAX_ID'"
    })
    void people_hear_of_what_the_policy_asks_for(EInvoicePolicy policy, boolean addressed, String codes) {
        var told = new EInvoiceReadiness(policy, addressed, List.of(ACCOUNT, REVERSED)).told();

        assertThat(String.join(" ", told.stream().map(EInvoiceFinding::code).toList()))
                .isEqualTo(codes);
    }

    @Test
    void the_sellers_tax_identifier_is_no_fault_of_the_paper() {
        var sellers = new EInvoiceFinding("UBL_TAX_ID", "seller", "does not begin with its country", "send the PDF");

        assertThat(new EInvoiceReadiness(EInvoicePolicy.WANTED, false, List.of(sellers)).told())
                .isEmpty();
    }

    @Test
    void only_what_is_required_is_refused_and_all_that_is_missing_is_named() {
        assertThatThrownBy(() -> new EInvoiceReadiness(EInvoicePolicy.REQUIRED, true, List.of(ACCOUNT, REVERSED))
                        .requireApprovable())
                .isInstanceOfSatisfying(RuleViolated.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("X-08");
                    assertThat(refusal.field()).isEqualTo("iban");
                    assertThat(refusal.reason()).contains("UBL_ACCOUNT_MISSING", "UBL_TAX_ID");
                });
        new EInvoiceReadiness(EInvoicePolicy.REQUIRED, false, List.of()).requireApprovable();
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "WANTED"})
    void nothing_else_is_refused(EInvoicePolicy policy) {
        new EInvoiceReadiness(policy, true, List.of(ACCOUNT, REVERSED)).requireApprovable();
    }

    @Test
    void what_a_writer_would_refuse_is_a_finding_with_its_field_and_remedy() {
        var refusal = new RuleViolated("UBL_ACCOUNT_MISSING", "iban", "no account", "tell one");

        assertThat(EInvoiceFinding.of(refusal)).isEqualTo(ACCOUNT);
        assertThat(EInvoiceFinding.of(refusal).sentence()).isEqualTo("UBL_ACCOUNT_MISSING: no account (tell one)");
    }
}
