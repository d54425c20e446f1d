package io.fairlead.app.wiring;

import io.fairlead.app.start.NumberSetting;
import io.fairlead.app.start.SettingRefused;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Settings that hold a number, a switch or an address; Spring itself would take what it can and tell the rest as a stack. */
final class WorkSettings {

    private static final int VIEW_THREADS = 2;
    private static final int VIEW_THREADS_MAX = 16;
    private static final int ERP_SECONDS = 5;
    private static final int ERP_SECONDS_MAX = 15; // The claim of a delivery outlives six requests.
    private static final int ERP_RETRY_SECONDS = 60;
    private static final int ERP_RETRY_SECONDS_MAX = 3_600;
    private static final int PORT = 8_080;
    private static final int PORT_MAX = 65_535; // 0 is any that is free.

    /**
     * Threads that fold pages of the log into views.
     *
     * @throws SettingRefused when the setting is no number from 1 to {@value #VIEW_THREADS_MAX}
     */
    static int viewThreads(UnaryOperator<@Nullable String> settings) {
        return NumberSetting.of(settings, "FAIRLEAD_VIEW_THREADS", VIEW_THREADS, 1, VIEW_THREADS_MAX);
    }

    /**
     * How long an answer of the ERP is waited for; after that nobody knows whether it was done, and it is asked.
     *
     * @throws SettingRefused when the setting is no number of seconds from 1 to {@value #ERP_SECONDS_MAX}
     */
    static Duration erpTimeout(UnaryOperator<@Nullable String> settings) {
        return Duration.ofSeconds(NumberSetting.of(settings, "FAIRLEAD_ERP_TIMEOUT", ERP_SECONDS, 1, ERP_SECONDS_MAX));
    }

    /**
     * The longest wait before a delivery that failed often is tried again.
     *
     * @throws SettingRefused when the setting is no number of seconds from 1 to {@value #ERP_RETRY_SECONDS_MAX}
     */
    static Duration erpRetryMax(UnaryOperator<@Nullable String> settings) {
        return Duration.ofSeconds(
                NumberSetting.of(settings, "FAIRLEAD_ERP_RETRY_MAX", ERP_RETRY_SECONDS, 1, ERP_RETRY_SECONDS_MAX));
    }

    /**
     * Returns when all can be used.
     *
     * @throws SettingRefused for the first that cannot
     */
    static void require(UnaryOperator<@Nullable String> settings) {
        var _ = viewThreads(settings);
        var _ = erpTimeout(settings);
        var _ = erpRetryMax(settings);
        var _ = NumberSetting.of(settings, "FAIRLEAD_PORT", PORT, 0, PORT_MAX);
        requireSwitch(settings, "FAIRLEAD_REVENUE_WITHIN_LIMIT");
        requireAddress(settings, "FAIRLEAD_ERP_URL");
        requireAddress(settings, "FAIRLEAD_REGISTRY_URL");
    }

    private static void requireSwitch(UnaryOperator<@Nullable String> settings, String name) {
        var value = text(settings, name);
        if (!value.isEmpty() && !value.equals("true") && !value.equals("false")) {
            throw new SettingRefused(name, "\"%s\" is neither true nor false".formatted(value), "Give one of them.");
        }
    }

    private static void requireAddress(UnaryOperator<@Nullable String> settings, String name) {
        var value = text(settings, name);
        if (value.isEmpty()) {
            throw new SettingRefused(name, "it is not set", "Set it to an address such as https://host:port.");
        }
        try {
            var address = URI.create(value);
            var scheme = Objects.requireNonNullElse(address.getScheme(), "");
            if ((scheme.equals("http") || scheme.equals("https")) && address.getHost() != null) {
                return;
            }
        } catch (IllegalArgumentException _) {
            // Told below.
        }
        throw new SettingRefused(
                name,
                "\"%s\" is no address".formatted(value.replaceAll("//[^/@]*@", "//***@")),
                "Set it to one such as https://host:port.");
    }

    private static String text(UnaryOperator<@Nullable String> settings, String name) {
        return Objects.requireNonNullElse(settings.apply(name), "").strip();
    }

    private WorkSettings() {}
}
