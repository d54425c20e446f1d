package io.fairlead.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleViolatedTest {

    @Test
    void a_refusal_tells_its_rule_the_field_what_is_wrong_and_what_to_do() {
        var refused = new RuleViolated("F-03", "portions.amount", "less is reserved", "take less");

        assertThat(refused).hasMessage("F-03: less is reserved");
        assertThat(refused.code()).isEqualTo("F-03");
        assertThat(refused.field()).isEqualTo("portions.amount");
        assertThat(refused.reason()).isEqualTo("less is reserved");
        assertThat(refused.remedy()).isEqualTo("take less");
    }

    @Test
    void a_refusal_of_the_whole_request_names_no_field_and_no_remedy() {
        var refused = new RuleViolated("G-03", "unknown");

        assertThat(refused.field()).isEmpty();
        assertThat(refused.remedy()).isEmpty();
    }

    /** It is an answer: whoever rethrows it adds none either. */
    @Test
    void a_refusal_has_no_stack() {
        var refused = new RuleViolated("G-03", "unknown");

        assertThat(refused.getStackTrace()).isEmpty();
        assertThat(refused.fillInStackTrace()).isSameAs(refused);
    }
}
