package io.fairlead.cli.option;

import io.fairlead.shared.NameUuid;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Money that is paid or comes back once: what somebody types twice by mistake is the same, unless it gets a name of its own. */
public final class GivenOnce {

    /**
     * The name that was given, or one made of what is told.
     *
     * @param given null when none was
     * @param told what makes it the same; null for what was left out
     */
    public static String id(@Nullable String given, @Nullable Object... told) {
        return given != null
                ? given
                : NameUuid.of(Arrays.stream(told).map(String::valueOf).toArray(String[]::new))
                        .toString();
    }

    private GivenOnce() {}
}
