package io.fairlead.app.web.identity;

import io.fairlead.access.AccessSettingRefused;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why the application lets nobody in, instead of a stack; found through META-INF/spring.factories. */
public final class AccessSettingAnalyzer extends AbstractFailureAnalyzer<AccessSettingRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, AccessSettingRefused cause) {
        return new FailureAnalysis(
                "Fairlead does not start: " + cause.setting() + ": " + cause.reason(), cause.remedy(), cause);
    }
}
