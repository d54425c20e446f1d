package io.fairlead.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.shared.RuleViolated;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;

/** Refusals told by the code of their rule, in the fixture's words and in those of plain assertions. */
public final class Refusals {

    /** For {@code expectException}. */
    public static Matcher<RuleViolated> refusal(String code) {
        return new TypeSafeMatcher<>(RuleViolated.class) {
            @Override
            protected boolean matchesSafely(RuleViolated refused) {
                return refused.code().equals(code) && !refused.reason().isBlank();
            }

            @Override
            public void describeTo(Description description) {
                description.appendText("a refusal by rule " + code);
            }
        };
    }

    /** Refused by that rule, naming that field. */
    public static void assertRefused(String code, String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RuleViolated.class, refused -> {
            if (!refused.code().equals(code)
                    || !refused.field().equals(field)
                    || refused.reason().isBlank()) {
                throw new AssertionError("expected " + code + " of " + field + ", not " + refused.code() + " of "
                        + refused.field() + ": " + refused.reason());
            }
        });
    }

    private Refusals() {}
}
